import type { NoticeTable } from '../../../content/model/notice.ts';

/** Something that takes room on a page, as the glass has measured it, in px. */
export type Unit =
  /** Lines of text, which may be parted between two of them; `heads`: not without what follows. */
  | { is: 'text'; lines: number; heads: boolean }
  /** Head and rows of a table, each of them whole. */
  | { is: 'head' | 'row'; table: number; height: number }
  /** A picture, a caption. */
  | { is: 'box'; height: number };

/** What stands on a page: a unit, of a text these lines. */
export interface Piece {
  unit: number;
  from: number;
  lines: number;
}

const WHOLE = { from: 0, lines: 0 };

/**
 * Cuts units into pages of `room` px with lines of `line` px: rows and pictures stay whole, a table that goes on has its
 * head again, a heading stands with what follows, and a text leaves no line alone where it can be helped. Every unit
 * stands on some page, in order.
 */
export function pagesOfUnits(units: readonly Unit[], line: number, room: number): Piece[][] {
  const pages: Piece[][] = [[]];
  let used = 0;
  const heightOf = (unit: Unit | undefined): number =>
    !unit ? 0 : unit.is === 'text' ? unit.lines * line : unit.height;
  const put = (piece: Piece, height: number): void => {
    pages.at(-1)?.push(piece);
    used += height;
  };
  const turn = (): void => {
    if (used === 0) return;
    pages.push([]);
    used = 0;
  };
  /** The least that stands with a heading: two lines of what follows, of a table its head and first row. */
  const leastOf = (at: number): number => {
    const [unit, after] = [units[at], units[at + 1]];
    if (unit?.is === 'head') return unit.height + (after?.is === 'row' ? after.height : 0);
    return Math.min(heightOf(unit), line * 2);
  };
  const headOf = (table: number): number =>
    units.findIndex((unit) => unit.is === 'head' && unit.table === table);

  for (const [at, unit] of units.entries()) {
    const next = units[at + 1];
    if (unit.is === 'text') {
      const follows = unit.heads && next ? leastOf(at + 1) : 0;
      if (unit.heads && used + unit.lines * line + follows > room) turn();
      let from = 0;
      while (from < unit.lines) {
        const fits = Math.floor((room - used) / line + 1e-6);
        const left = unit.lines - from;
        if (left > fits && used > 0 && fits < 2) {
          turn();
          continue;
        }
        // The last line does not stand on the next page alone.
        const alone = left - fits === 1 && fits > 2;
        const lines = Math.max(1, Math.min(left, alone ? fits - 1 : fits));
        put({ unit: at, from, lines }, lines * line);
        from += lines;
        if (from < unit.lines) turn();
      }
    } else if (unit.is === 'head') {
      const first = next?.is === 'row' ? next.height : 0;
      if (used + unit.height + first > room) turn();
      put({ unit: at, ...WHOLE }, unit.height);
    } else if (unit.is === 'row') {
      if (used + unit.height > room && units[at - 1]?.is === 'row') {
        turn();
        const head = headOf(unit.table);
        put({ unit: head, ...WHOLE }, heightOf(units[head]));
      }
      put({ unit: at, ...WHOLE }, unit.height);
    } else {
      if (used + unit.height > room) turn();
      put({ unit: at, ...WHOLE }, unit.height);
    }
  }
  return pages.filter((page, at) => page.length > 0 || at === 0);
}

/** Widths of text in characters: a Han one is one wide, a letter or figure about half. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += /[\x20-\x7e]/.test(sign) ? 0.58 : 1;
  return width;
}

const NARROWEST = 2.5;
const WIDEST = 14;

/** Shares of the width that the columns of a table take, by what stands in them; the same on every page. */
export function columnsOf({ head, rows }: NoticeTable): number[] {
  return head.map((title, at) => {
    let most = widthOf(title);
    for (const row of rows) most = Math.max(most, widthOf(row[at] ?? ''));
    return Math.round((Math.min(WIDEST, Math.max(NARROWEST, most)) + 1) * 10) / 10;
  });
}
