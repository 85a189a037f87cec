import type { Body } from '../model/record.ts';
import type { Facts } from './facts.ts';
import { finding } from './finding.ts';
import type { Finding, FindingCode } from './finding.ts';
import { severities } from './finding.ts';
import { findInTable } from './tables.ts';

/** What is found in the tables of a notice, and in what it shows and gives away (O11, O15). */
export function checkParts(
  { title, blocks = [], attachments = [] }: Body<'notice'>,
  id: string,
  facts: Facts,
): Finding[] {
  const record = { kind: 'notice', id } as const;
  const found: Finding[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.is === 'picture') found.push(...checkMedium(block.medium, `blocks.${at}`, record, facts));
    if (block.is !== 'table') continue;
    for (const { code, column, row, start, end, text, count } of findInTable(block, {
      title,
      phones: facts.known,
    }))
      found.push(
        finding(
          code,
          { kind: 'notice', id },
          { path: `blocks.${at}.rows.${row}.${column}`, start, end },
          { text, head: block.head[column] || String(column + 1), row: row + 1, count },
        ),
      );
  }
  for (const [at, medium] of attachments.entries())
    found.push(...checkMedium(medium, `attachments.${at}`, record, facts));
  return found;
}

/** The files that an item gives away: blank forms and filled samples, which may show somebody (K44). */
export function checkItemFiles({ materials }: Body<'item'>, id: string, facts: Facts): Finding[] {
  const record = { kind: 'item', id } as const;
  return materials.flatMap(({ blankFile, filledFile }, at) => [
    ...(blankFile ? checkMedium(blankFile, `materials.${at}.blankFile`, record, facts) : []),
    ...(filledFile ? checkMedium(filledFile, `materials.${at}.filledFile`, record, facts) : []),
  ]);
}

/** Nothing goes out that nobody looked at, and no document in whose text something private stands (O15). */
export function checkMedium(
  id: string,
  path: string,
  record: Finding['record'],
  facts: Pick<Facts, 'media'>,
): Finding[] {
  const medium = facts.media.get(id);
  const say = (code: FindingCode, params: Finding['params'] = {}): Finding =>
    finding(code, record, { path }, { name: medium?.name ?? '', ...params });
  if (!medium) return [say('media.missing')];
  const found = medium.checked ? [] : [say('media.unchecked')];
  if (medium.is !== 'document') return found;
  if (!medium.scan) return [...found, say('media.unread')];
  if (!medium.scan.readable) found.push(say('media.unreadable'));
  for (const { code, count, place = '' } of medium.scan.found) {
    const blocks = severities[code as FindingCode] === 'block';
    found.push(say(blocks ? 'media.private' : 'media.doubtful', { what: code, count, place }));
  }
  return found;
}
