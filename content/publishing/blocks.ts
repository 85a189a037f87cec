import type { Notice, NoticeBlock, NoticeTable } from '../model/notice.ts';
import { refuse } from '../rule.ts';
import type { Refusal } from '../rule.ts';

/** Characters of all blocks of a notice together (O4): a list of 2,000 people with six columns has about half of it. */
export const MOST_CHARACTERS = 200_000;
/** As the schema of `Notice.text` has it. */
const MOST_TEXT = 4000;
const CUT = '……';

/** The plain text that blocks make (O2): for voice, old screens, search and whoever reads the text alone. */
export function textOfBlocks(blocks: readonly NoticeBlock[]): string {
  const text = blocks
    .flatMap(linesOf)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  return text.length > MOST_TEXT ? text.slice(0, MOST_TEXT - CUT.length) + CUT : text;
}

/** One block as lines of plain text. */
export function linesOf(block: NoticeBlock): string[] {
  switch (block.is) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return block.text.split('\n');
    case 'list':
      return block.lines.map((line, i) => (block.ordered ? `${i + 1}. ${line}` : `· ${line}`));
    case 'table':
      return [block.caption ?? '', ...[block.head, ...block.rows].map((row) => row.join('　'))];
    case 'picture':
      return [block.caption ?? ''];
  }
}

/** Characters that a notice's blocks hold (O4). */
export function lengthOf(blocks: readonly NoticeBlock[]): number {
  let length = 0;
  for (const block of blocks) for (const line of linesOf(block)) length += line.length;
  return length;
}

/** The blocks as they are kept: rows filled up to the head's width, rows and blocks without a word left out (O3). */
export function tidyBlocks(blocks: readonly NoticeBlock[]): NoticeBlock[] {
  return blocks.map((block) => (block.is === 'table' ? tidyTable(block) : block));
}

function tidyTable(table: NoticeTable): NoticeTable {
  const width = table.head.length;
  const rows = table.rows
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => (row.length < width ? [...row, ...Array<string>(width - row.length).fill('')] : row));
  return { ...table, rows };
}

/** What a notice says as it is kept (O2, O3): the text made from the blocks where there are any. */
export function tidyWords<W extends Pick<Notice, 'text' | 'blocks'>>(words: W): W {
  if (!words.blocks) return words;
  const blocks = tidyBlocks(words.blocks);
  return { ...words, blocks, text: textOfBlocks(blocks) || '　' };
}

/** Why these blocks cannot be published: `notice.too-long`, `notice.row-too-wide`, `notice.empty` (O3, O4); or null. */
export function wrongBlocks({ text, blocks }: Pick<Notice, 'text' | 'blocks'>): Refusal | null {
  if (!blocks) return text.trim() === '' ? refuse('notice.empty') : null;
  if (lengthOf(blocks) > MOST_CHARACTERS) return refuse('notice.too-long', { most: MOST_CHARACTERS });
  for (const block of blocks) {
    if (block.is !== 'table') continue;
    const row = block.rows.findIndex((cells) => cells.length > block.head.length);
    if (row >= 0) return refuse('notice.row-too-wide', { row: row + 1, columns: block.head.length });
  }
  const pictured = blocks.some(({ is }) => is === 'picture');
  return pictured || textOfBlocks(blocks).trim() !== '' ? null : refuse('notice.empty');
}
