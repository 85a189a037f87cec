import type { SheetKind } from '../../content/model/sheet.ts';
import type { OnceKind, OnceNow } from '../../content/sheets/once/kinds.ts';
import type { SheetNow } from '../../content/sheets/kinds.ts';
import type { TypeWords } from '../../content/views/casewords.ts';
import type { QrShape } from '../qr.ts';
import type { SheetFoot } from './foot.ts';

/** What every sheet's component is given. */
export interface SheetProps<K extends SheetKind = SheetKind> {
  now: Extract<SheetNow, { is: K }>;
  /** Classes: the design, and `wide` for a sheet that lies on its side. */
  design: string;
  foot: SheetFoot;
  qr: QrShape;
  /** Type sizes in millimetres that the printer fits between; `over` where it may run over pages at that size. */
  fit: { smallest: number; largest: number; over: number | null };
  /** The hall's colour, `#rrggbb`. */
  accent: string;
  /** What the hall's standard calls the types of items. */
  types: TypeWords;
  /** A second code, which the sheet is for. */
  inner: QrShape | null;
  /** Pictures by their digest, as `data:` addresses. */
  pictures: Readonly<Record<string, string>>;
  /** Printed once and registered nowhere: there is nothing that a code could open. */
  once: boolean;
  /** Nothing registered: stand-ins are named. */
  proof: boolean;
  /** The face that the standard names is there: `data-face="named"`. */
  named: boolean;
}

/** What the component of a paper that is printed once is given. */
export type OnceProps<K extends OnceKind> = Omit<SheetProps, 'now'> & { now: Extract<OnceNow, { is: K }> };
