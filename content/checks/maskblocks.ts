import type { NoticeBlock, NoticeTable } from '../model/notice.ts';
import { headOf } from './columns.ts';
import { maskAddress, maskText, remaskName } from './masking.ts';
import { looksLikeName } from './names.ts';
import { listsPersons } from './persons.ts';
import { aboutTable, findInCell, findInTable, NAME_MASKS } from './tables.ts';
import type { TableContext } from './tables.ts';

const GONE = '＊＊＊';

/** Columns whose content may never be public, by their place: 身份证号, 银行卡号, 电话 of persons, 残疾类别. */
export function secretColumns(table: NoticeTable, context: TableContext): number[] {
  const never = new Set(['privacy.identity', 'privacy.bank', 'privacy.mobile']);
  const columns = new Set<number>();
  for (const { code, column } of findInTable(table, context)) {
    const health = code === 'privacy.sensitive' && headOf(table.head[column] ?? '') === 'health';
    if (never.has(code) || health) columns.add(column);
  }
  return [...columns].sort((one, other) => one - other);
}

/** The table without these columns; one column stays at least. */
export function dropColumns(table: NoticeTable, columns: readonly number[]): NoticeTable {
  const gone = new Set(columns);
  const keep = <T>(cells: readonly T[]): T[] => cells.filter((_, i) => !gone.has(i));
  if (keep(table.head).length === 0) return table;
  return { ...table, head: keep(table.head), rows: table.rows.map(keep) };
}

/** A cell by the hall's one rule of masking (K10). */
function maskCell(cell: string, head: string, persons: boolean, context: TableContext): string {
  const text = cell.trim();
  const kind = headOf(head);
  const named = kind === 'name' || (persons && kind === null);
  if (named && (looksLikeName(text) || NAME_MASKS.test(text))) return remaskName(text);
  let masked = cell;
  // Taking one number out may show that its neighbour was one.
  for (let pass = 0; pass < 8; pass += 1) {
    const found = findInCell(masked, head, persons, context);
    const next = found.reduceRight(
      (whole, { code, start, end }) =>
        whole.slice(0, start) + maskPart(code, whole.slice(start, end)) + whole.slice(end),
      masked,
    );
    if (next === masked) break;
    masked = next;
  }
  return masked;
}

function maskPart(code: string, part: string): string {
  if (code === 'privacy.home' || code === 'privacy.address') return maskAddress(part);
  if (code === 'privacy.name') return remaskName(part);
  if (code === 'privacy.sensitive' && looksLikeName(part)) return remaskName(part);
  return GONE;
}

/** A table with everybody in it masked by the hall's rule; the same table where nothing is to be masked. */
export function maskTable(table: NoticeTable, context: TableContext): NoticeTable {
  const persons = listsPersons(table);
  const about = { ...context, title: aboutTable(table, context.title) };
  let changed = false;
  const rows = table.rows.map((row) =>
    row.map((cell, column) => {
      const masked = maskCell(cell, table.head[column] ?? '', persons, about);
      changed ||= masked !== cell;
      return masked;
    }),
  );
  return changed ? { ...table, rows } : table;
}

/** Full names that a table gives away. */
function namesIn(table: NoticeTable): string[] {
  const persons = listsPersons(table);
  return table.rows.flatMap((row) =>
    row.flatMap((cell, column) => {
      const kind = headOf(table.head[column] ?? '');
      const text = cell.trim();
      return (kind === 'name' || (persons && kind === null)) && looksLikeName(text) ? [text] : [];
    }),
  );
}

/**
 * The whole notice masked by one rule in all places (O11): numbers and homes wherever they stand, names of the tables in
 * these and in every other part, so that no text tells what a table hides. Masking again changes nothing.
 */
export function maskBlocks(blocks: readonly NoticeBlock[], context: TableContext): NoticeBlock[] {
  const tables = blocks.filter((block) => block.is === 'table');
  const mask = masker(tables.flatMap(namesIn), context);
  return blocks.map((block) => {
    switch (block.is) {
      case 'heading':
      case 'paragraph':
        return { ...block, text: mask(block.text) };
      case 'list':
        return { ...block, lines: block.lines.map(mask) };
      case 'picture':
        return block.caption === undefined ? block : { ...block, caption: mask(block.caption) };
      case 'table': {
        const masked = maskTable(block, context);
        return masked.caption === undefined ? masked : { ...masked, caption: mask(masked.caption) };
      }
    }
  });
}

/** Masks a text and the given names in it, the longest first. */
function masker(names: readonly string[], context: TableContext): (text: string) => string {
  const list = [...new Set(names)].sort((one, other) => other.length - one.length);
  return (text) => {
    let masked = maskText(text, context);
    for (const name of list) masked = masked.replaceAll(name, remaskName(name));
    return masked;
  };
}

/** Text beside a notice's parts, its title first of all, masked with the names that the parts list. */
export function maskBeside(text: string, blocks: readonly NoticeBlock[], context: TableContext): string {
  return masker(blocks.filter((block) => block.is === 'table').flatMap(namesIn), context)(text);
}
