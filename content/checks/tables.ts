import type { NoticeTable } from '../model/notice.ts';
import { headOf } from './columns.ts';
import type { ColumnKind } from './columns.ts';
import type { Found, FindingCode } from './finding.ts';
import { aboutPersons, looksLikeName } from './names.ts';
import { listsPersons } from './persons.ts';
import { findPrivate, localDigits } from './privacy.ts';
import { plainFigures } from './personal.ts';

/** What a table's privacy is judged against. */
export interface TableContext {
  title: string;
  phones: ReadonlySet<string>;
}

/** What was found in a column, at its first place. Rows and columns count from 0. */
export interface TableFound {
  code: FindingCode;
  column: number;
  row: number;
  start: number;
  end: number;
  text: string;
  /** How many cells of the column have it. */
  count: number;
}

/** What a cell holds for nobody to see, told by its column's head where its own figures do not tell. */
function ofColumn(kind: ColumnKind | null, cell: string, persons: boolean): FindingCode | null {
  const plain = plainFigures(cell);
  const digits = plain.replace(/\D/g, '').length;
  if (kind === 'identity') return digits >= 8 ? 'privacy.identity' : null;
  if (kind === 'bank') return digits >= 9 ? 'privacy.bank' : null;
  if (kind === 'mobile' && persons) return digits >= 7 ? 'privacy.mobile' : null;
  if (kind === 'health' && persons) return /[\p{L}\p{N}]/u.test(cell) ? 'privacy.sensitive' : null;
  return null;
}

/** Signs that people put into a name to mask it; ＊ is the hall's. */
export const NAME_MASKS = /[*×○〇●Ｘ某]|[xX](?=[\u4e00-\u9fff]|$)/;

/** Everything private in one cell. `about` is the title with what the table says of itself. */
export function findInCell(
  cell: string,
  head: string,
  persons: boolean,
  { title: about, phones }: TableContext,
): Found[] {
  const text = cell.trim();
  if (text === '' || /^[＊\s]+$/.test(text)) return [];
  const kind = headOf(head);
  const whole = (code: FindingCode): Found[] => [{ code, start: 0, end: cell.length, params: { text } }];
  if (kind === 'mobile' && phones.has(localDigits(text))) return [];
  const own = ofColumn(kind, text, persons);
  if (own && text !== '无' && !text.includes('＊＊＊')) return whole(own);
  if (kind === 'name' || (persons && kind === null && looksLikeName(text))) {
    if (NAME_MASKS.test(text)) return whole('privacy.masked');
    if (looksLikeName(text)) {
      const sensitive = aboutPersons(about);
      return sensitive === null ? [] : whole(sensitive ? 'privacy.sensitive' : 'privacy.name');
    }
  }
  // Short figures and words are nothing; long lists are mostly these.
  if (!/\d{3}|[*＊•●]|[０-９零〇一二三四五六七八九]{7}/.test(text) && kind !== 'home') return [];
  const label = kind === 'serial' || kind === null ? `${head.slice(0, 12)} ` : `${head}：`;
  return findPrivate(label + cell, { title: about, phones }).flatMap(({ code, start, end }) =>
    start < label.length
      ? []
      : [
          {
            code,
            start: start - label.length,
            end: end - label.length,
            params: { text: cell.slice(start - label.length, end - label.length) },
          },
        ],
  );
}

/** The title with what a table says of itself: a list of 残疾类别 is about health under any title. */
export function aboutTable({ caption = '', head }: NoticeTable, title: string): string {
  return [title, caption, ...head].join('\n');
}

const kept = new WeakMap<NoticeTable, { title: string; phones: ReadonlySet<string>; found: TableFound[] }>();

/**
 * What is private in a table, one entry for each column and kind with its first place (O11). Kept for as long as the
 * table is the same object: 2,000 rows are read once, not at every key.
 */
export function findInTable(table: NoticeTable, { title, phones }: TableContext): TableFound[] {
  const before = kept.get(table);
  if (before?.title === title && before.phones === phones) return before.found;
  const context = { title: aboutTable(table, title), phones };
  const persons = listsPersons(table);
  const found = new Map<string, TableFound>();
  for (const [row, cells] of table.rows.entries())
    for (const [column, cell] of cells.entries())
      for (const { code, start, end } of findInCell(cell, table.head[column] ?? '', persons, context)) {
        const key = `${column} ${code}`;
        const first = found.get(key);
        if (first) first.count += 1;
        else found.set(key, { code, column, row, start, end, text: cell.slice(start, end), count: 1 });
      }
  const list = [...found.values()];
  kept.set(table, { title, phones, found: list });
  return list;
}
