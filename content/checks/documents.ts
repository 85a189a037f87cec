import { readNoticeText } from '../importing/notices.ts';
import type { Scan } from '../model/scan.ts';
import type { FindingCode } from './finding.ts';
import { findPrivate } from './privacy.ts';
import { findInTable } from './tables.ts';

/**
 * What is private in the text of a document, lines with tabs read as its tables (O16): kinds and counts with the place of
 * the first, no words. Names beside sensitive matters are looked for in the light of `title`.
 */
export function scanText(text: string, title: string, phones: ReadonlySet<string>): Scan['found'] {
  const found = new Map<FindingCode, { count: number; place: string }>();
  const add = (code: FindingCode, count: number, place: string): void => {
    const before = found.get(code);
    if (before) before.count += count;
    else found.set(code, { count, place });
  };
  const about = `${title}\n${text.slice(0, 400)}`;
  for (const block of readNoticeText(text).blocks)
    if (block.is === 'table')
      for (const { code, count, column, row } of findInTable(block, { title: about, phones }))
        add(code, count, `${block.head[column] || column + 1} ${row + 1}`);
  // All lines that are no rows, with the title and the 落款 that are no parts of the notice.
  const rest = text
    .split('\n')
    .filter((line) => !line.includes('\t'))
    .join('\n');
  for (const { code, start } of findPrivate(rest, { title: about, phones }))
    add(code, 1, `${rest.slice(0, start).split('\n').length}`);
  return [...found]
    .slice(0, 40)
    .map(([code, { count, place }]) => ({ code, count, place: place.slice(0, 60) }));
}
