import type { ItemText } from '../../model/item.ts';
import type { Kept } from '../../model/record.ts';
import { emptyItem, textOf } from '../../publishing/items.ts';
import { checkSteps } from '../../publishing/itemsteps.ts';
import type { Records } from '../../records.ts';
import { sameBody } from '../../revision.ts';
import { cells, isFault, type CellFault } from './cells.ts';
import { columnKeys, columnOf, columns, EXAMPLE, needed, type Column } from './columns.ts';
import { readFiles } from './files.ts';

/** What one row of a table would do. */
export interface TableRow {
  /** As the spreadsheet counts: the headings are row 1. */
  row: number;
  is: 'new' | 'changed' | 'same';
  /** Of the item that it means; absent for a new one. */
  id?: string;
  rev?: number;
  text: ItemText;
  /** Headings of what it changes. */
  changes: string[];
}

/** What has to be mended before anything is taken over. */
export interface TableFault extends CellFault {
  row: number;
  /** Heading of the column; empty where the whole row is meant. */
  column: string;
}

export interface TableRead {
  rows: TableRow[];
  faults: TableFault[];
  /** Headings that are none of ours: told, and passed over. */
  unknown: string[];
}

/** Most items that are taken over at once: what `item:put` takes. */
export const MOST_ROWS = 500;

/**
 * Reads a table of items, headings first (U14–U16). A row means the item of its code, else of its name; what no
 * column says stays as it is. Every fault of every row is told, and with one fault nothing is to be taken over.
 */
export function readTable(records: Records, table: readonly (readonly string[])[]): TableRead {
  const [head = [], ...body] = table.map((row) => row.map((cell) => cell.trim()));
  const places = head.map(columnOf);
  const unknown = head.filter((heading, index) => heading !== '' && places[index] === undefined);
  const faults: TableFault[] = [];
  const at = (row: number, column: string, found: CellFault) => faults.push({ row, column, ...found });
  if (!places.includes('name')) {
    at(1, columns.name, { fault: 'table.heading', params: { column: columns.name } });
    return { rows: [], faults, unknown };
  }
  const rows: TableRow[] = [];
  const seen = new Map<string, number>();
  for (const [index, texts] of body.entries()) {
    const row = index + 2;
    if (texts.every((text) => text === '') || texts[places.indexOf('name')]?.startsWith(EXAMPLE)) continue;
    const read = readRow(records, places, texts, (column, found) => at(row, columns[column], found));
    if (!read) continue;
    const twin = seen.get(read.text.name);
    if (twin) at(row, columns.name, { fault: 'table.twice', params: { item: read.text.name, row: twin } });
    seen.set(read.text.name, row);
    rows.push({ row, ...read });
  }
  if (rows.length === 0 && faults.length === 0) at(1, '', { fault: 'table.empty' });
  if (rows.length > MOST_ROWS) at(MOST_ROWS + 2, '', { fault: 'table.many', params: { most: MOST_ROWS } });
  return { rows, faults, unknown };
}

function readRow(
  records: Records,
  places: readonly (Column | undefined)[],
  texts: readonly string[],
  tell: (column: Column, found: CellFault) => void,
): Omit<TableRow, 'row'> | undefined {
  const textAt = (column: Column): string => texts[places.indexOf(column)] ?? '';
  const found = itemMeant(records, textAt('code'), textAt('name'));
  const before = found && textOf(found.body);
  let whole = true;
  const wrong = (column: Column, fault: CellFault) => {
    whole = false;
    tell(column, fault);
  };
  const told: Partial<ItemText> = {};
  const said = new Set<Column>();
  for (const column of columnKeys) {
    const place = places.indexOf(column);
    if (place === -1) {
      if (!before && needed.includes(column))
        wrong(column, { fault: 'table.heading', params: { column: columns[column] } });
      continue;
    }
    said.add(column);
    const read = cells[column](texts[place] ?? '', records);
    if (isFault(read)) wrong(column, read);
    else Object.assign(told, read);
  }
  if (!whole) return undefined;
  if (told.materials) told.materials = readFiles(records, told.materials, before?.materials);
  const text = { ...emptyItem, ...without(before, said), ...told } as ItemText;
  const late = checkWhole(text);
  if (late) {
    tell(late.column, late.found);
    return undefined;
  }
  if (!before) return { is: 'new', text, changes: [] };
  const changes = columnKeys.filter((column) => !sameBody(partOf(before, column), partOf(text, column)));
  return {
    is: changes.length > 0 ? 'changed' : 'same',
    id: found.id,
    rev: found.rev,
    text: changes.includes('steps') ? text : { ...text, steps: before.steps },
    changes: changes.map((column) => columns[column]),
  };
}

/** The item of this code, else of this name. */
function itemMeant(records: Records, code: string, name: string): Kept<'item'> | undefined {
  let named: Kept<'item'> | undefined;
  for (const item of records.all('item')) {
    if (code !== '' && item.body.code === code) return item;
    if (item.body.name === name) named = item;
  }
  return named;
}

/** The item without what the table's columns say: an empty cell takes away. */
function without(before: ItemText | undefined, said: ReadonlySet<Column>): Partial<ItemText> {
  const rest: Partial<ItemText> = { ...before };
  for (const column of said) delete rest[column];
  if (said.has('materials')) delete rest.noMaterials;
  return rest;
}

/** What a column says of an item; names of steps' keys do not count, since a table has none. */
function partOf(text: ItemText, column: Column): unknown {
  if (column === 'materials') return [text.materials, text.noMaterials ?? false];
  if (column !== 'steps') return text[column];
  const place = (key: string) => text.steps.findIndex((step) => step.key === key);
  return text.steps.map(({ key: _, branches, ...step }) => ({
    ...step,
    branches: branches.map((branch) => (branch.is === 'step' ? { ...branch, to: place(branch.to) } : branch)),
  }));
}

/** What a save would refuse for this item alone (U2, U3). */
function checkWhole(text: ItemText): { column: Column; found: CellFault } | undefined {
  const { statutoryDays: statutory, promisedDays: promised } = text;
  if (statutory !== undefined && promised !== undefined && promised > statutory)
    return { column: 'promisedDays', found: { fault: 'table.late', params: { promised, statutory } } };
  const wrong = checkSteps(text.steps, text.name);
  if (!wrong) return undefined;
  const step = wrong.params?.['step'] ?? '';
  return { column: 'steps', found: { fault: 'table.steps', params: { step } } };
}
