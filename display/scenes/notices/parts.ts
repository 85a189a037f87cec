import type { NoticeBlock, NoticeTable } from '../../../content/model/notice.ts';
import { say } from '../../../content/messages/scenes.ts';

/** What is set one under the other. */
export type Part =
  | { is: 'heading' | 'caption'; text: string }
  | { is: 'paragraph'; text: string }
  | { is: 'line'; text: string; mark: string }
  | {
      is: 'head' | 'row';
      cells: readonly string[];
      /** Tracks of its grid. */
      columns: string;
      /** Width at which no cell of a usual length is broken, in characters. */
      natural: number;
      table: number;
      even: boolean;
    }
  | { is: 'picture'; src: string; text: string; ratio: number };

/** A picture of a notice; `ratio` is its width by its height. */
export interface NoticePicture {
  src: string;
  ratio: number;
}

export interface Setting {
  /** Null where the picture is not there. */
  picture: (medium: string) => NoticePicture | null;
  /** Its rows are set as lines. */
  stacked: boolean;
  /** Shares of the width that the columns take, in characters. */
  widths: (table: NoticeTable) => number[];
}

/** Between two columns, and beside the first and the last, in characters. */
const GAP = 0.8;
const SIDES = 1;

/** The parts of a block of a notice; `at` is its place among the others. */
export function partsOf(block: NoticeBlock, at: number, { picture, stacked, widths }: Setting): Part[] {
  switch (block.is) {
    case 'heading':
      return [{ is: 'heading', text: block.text }];
    case 'paragraph':
      return block.text.split('\n').map((text) => ({ is: 'paragraph', text }));
    case 'list':
      return block.lines.map((text, i) => ({ is: 'line', text, mark: block.ordered ? `${i + 1}.` : '·' }));
    case 'table': {
      const caption: Part[] = block.caption ? [{ is: 'caption', text: block.caption }] : [];
      return [...caption, ...(stacked ? linesOf(block) : rowsOf(block, at, widths(block)))];
    }
    case 'picture': {
      const found = picture(block.medium);
      return found ? [{ is: 'picture', ...found, text: block.caption ?? '' }] : [];
    }
  }
}

function rowsOf({ head, rows }: NoticeTable, table: number, shares: readonly number[]): Part[] {
  const columns = shares.map((share) => `minmax(0, ${share}fr)`).join(' ');
  const natural = shares.reduce((sum, share) => sum + share + GAP, SIDES - GAP);
  const row = (is: 'head' | 'row', cells: readonly string[], even: boolean): Part => {
    return { is, cells, columns, natural, table, even };
  };
  return [row('head', head, false), ...rows.map((cells, i) => row('row', cells, i % 2 === 1))];
}

/** Each row as a heading, its first cell, and a line for each other. */
function linesOf({ head, rows }: NoticeTable): Part[] {
  return rows.flatMap(([first = '', ...cells]): Part[] => [
    { is: 'heading', text: first },
    ...cells.flatMap((cell, at): Part[] =>
      cell ? [{ is: 'line', mark: '·', text: wordCell(head[at + 1] ?? '', cell) }] : [],
    ),
  ]);
}

function wordCell(head: string, cell: string): string {
  return head ? say('notice.cell', { head, cell }) : cell;
}

export const textOf = (part: Part): string => ('cells' in part ? part.cells.join('') : part.text);
