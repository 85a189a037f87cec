import { printMessages } from '../content/messages/print.ts';
import { speaker } from '../content/messages/catalogue.ts';
import type { SheetKind, SheetLayout, SheetSize } from '../content/model/sheet.ts';
import { language, say } from './words.ts';

const sayPrint = speaker(printMessages, language);
type PrintKey = keyof typeof printMessages;

/** A kind of sheet in words. */
export function kindOfSheet(kind: SheetKind): string {
  return sayPrint(`sheet.kind.${kind}` as PrintKey);
}

/** What a sheet is called in lists: its title, or its kind where that says it all. */
export function nameSheet({ title, kind }: { title: string; kind: SheetKind }): string {
  return title || kindOfSheet(kind);
}

/** `A3`, or `600 × 900 mm`. */
export function wordSize(size: SheetSize): string {
  const [width, height] = size.split('x');
  return height === undefined ? size : say('print.mm', { width: width ?? '', height });
}

export function wordDesign(design: string): string {
  return sayPrint(`sheet.design.${design}` as PrintKey);
}

/** Ways out of the printer that leave one another out. */
export const ways = ['whole', 'bleed', 'tiles.A4', 'tiles.A3', 'nup.A4', 'nup.A3'] as const;
export type Way = (typeof ways)[number];

export function wayOf({ bleed, tiles, nup }: SheetLayout): Way {
  if (tiles) return `tiles.${tiles.on}`;
  if (nup) return `nup.${nup}`;
  return bleed ? 'bleed' : 'whole';
}

/** Millimetres that a print shop asks for beyond the edge, and those by which tiles overlap. */
const BLEED = 3;
const OVERLAP = 15;

/** The layout with another way out. */
export function takeWay({ size, orientation, design }: SheetLayout, way: Way): SheetLayout {
  const plain: SheetLayout = {
    size,
    ...(orientation ? { orientation } : {}),
    ...(design ? { design } : {}),
  };
  switch (way) {
    case 'whole':
      return plain;
    case 'bleed':
      return { ...plain, bleed: BLEED };
    case 'tiles.A4':
    case 'tiles.A3':
      return { ...plain, tiles: { on: way === 'tiles.A4' ? 'A4' : 'A3', overlap: OVERLAP } };
    case 'nup.A4':
    case 'nup.A3':
      return { ...plain, nup: way === 'nup.A4' ? 'A4' : 'A3' };
  }
}

/** A layout in a line: size, then what is not usual. */
export function wordLayout(layout: SheetLayout): string {
  const way = wayOf(layout);
  return [
    wordSize(layout.size),
    ...(layout.orientation ? [say(`print.turn.${layout.orientation}`)] : []),
    ...(layout.design ? [wordDesign(layout.design)] : []),
    ...(way === 'whole' ? [] : [say(`print.way.${way}`)]),
  ].join(' · ');
}
