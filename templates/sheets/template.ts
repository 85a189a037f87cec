import type { SheetKind } from '../../content/model/sheet.ts';
import type { SheetNow } from '../../content/sheets/kinds.ts';
import type { Paper } from '../paper.ts';

/** How the sheets of a kind are set; what they say stands in content/sheets/kinds.ts. */
export interface SheetTemplate<K extends SheetKind> {
  /** Path of the component from the folder of templates; its props are `SheetProps`. */
  component: string;
  /** Stylesheets beside sheet.css. */
  styles?: readonly string[];
  /**
   * `page`: one page, its text fitted to the field marked with `data-fit`. `either`: the same, and over several pages
   * if it does not fit legibly. `pages`: as many pages as it takes, in a fixed type.
   */
  runs: 'page' | 'either' | 'pages';
  /** Largest type in millimetres: fewer characters in a line look like a banner, not like a text. */
  largest(paper: Paper, now: Extract<SheetNow, { is: K }>): number;
  /** Drawings of our own as SVG, put where the component has `data-drawing`, in order. */
  drawing?(now: Extract<SheetNow, { is: K }>, accent: string): string | string[] | null;
  /** Type in millimetres where it runs over pages; absent is 3.7 (10.5 pt) on A4 and grows with the reading distance. */
  running?(paper: Paper): number;
  /** Margins in millimetres of pages after the first; `words: false` leaves out the title and number below. */
  margins?(paper: Paper): { sides: number; top: number; bottom: number; words: boolean };
  /** Numbers of pages are put where the component has `data-page="ID"`, after a first look at the file. */
  contents?: boolean;
  /** The smallest type on it as a share of the fitted one: nothing is set below what the distance asks. */
  finest?: number;
  /** Metres from which it is read at most, where people step up to it. */
  near?: number;
  /** Whether it may only lie on its side (横排). */
  across?(now: Extract<SheetNow, { is: K }>): boolean;
  /** Each page is a card of its own: several on a page are different ones. */
  cards?: boolean;
  /** What a second code says; `origin` is the hub's address without a slash at its end. */
  inner?(now: Extract<SheetNow, { is: K }>, origin: string): string;
}
