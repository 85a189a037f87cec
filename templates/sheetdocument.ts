import type { SheetLayout } from '../content/model/sheet.ts';

/** A sheet as one self-contained HTML document, and the paper that it is for. */
export interface SheetDocument {
  html: string;
  /** Sides of the trimmed sheet in millimetres. */
  width: number;
  height: number;
  /** What the sheet is called where its size is named. */
  size: string;
  /** Millimetres of colour that the document already has beyond the trimmed edge. */
  bled: number;
  /** Each page is a card of its own: several on a page are different ones, not copies. */
  cards?: boolean;
  /** Margins of its pages as CSS padding where it may run over several; absent where it is always one. */
  over?: string;
  /** Numbers of pages are still to be put into its contents. */
  contents?: boolean;
  /** What is done to the file afterwards: bleed and marks, tiles, several on a page. */
  finish: Pick<SheetLayout, 'bleed' | 'tiles' | 'nup'>;
}
