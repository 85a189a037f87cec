import type { SheetLayout } from '../content/model/sheet.ts';
import { measurePaper, type Paper } from '../content/sheets/paper.ts';
import { PrintRefusal } from './refused.ts';

export { smallestType, type Paper } from '../content/sheets/paper.ts';

/** The paper of a layout, turned as it asks. Throws PrintRefusal print.size. */
export function paperOf(layout: Pick<SheetLayout, 'size' | 'orientation'>): Paper {
  const paper = measurePaper(layout);
  if (!paper) throw new PrintRefusal('print.size', { size: layout.size });
  return paper;
}

/** CSS pixels of a length in millimetres. */
export function pixels(millimetres: number): number {
  return (millimetres * 96) / 25.4;
}
