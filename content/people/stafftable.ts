import type { Kept } from '../model/record.ts';
import type { StaffText } from '../model/staff.ts';
import { readPhone } from '../publishing/contacts.ts';
import { textOfStaff } from './staff.ts';
import { sameBody } from '../revision.ts';

/** Headings of a table of people, in the order of the template. */
export const staffColumns = [
  '姓名',
  '单位',
  '职务',
  '岗位',
  '岗位职责',
  '办公电话',
  '工号',
  '党员',
  '带班领导',
] as const;
export type StaffColumn = (typeof staffColumns)[number];

/** What people call the columns too. */
const aliases: Record<string, StaffColumn> = {
  部门: '单位',
  部门名称: '单位',
  职责: '岗位职责',
  电话: '办公电话',
  联系电话: '办公电话',
  编号: '工号',
  是否党员: '党员',
  政治面貌: '党员',
  领导: '带班领导',
};

/** One row: what it would make of a person, `id` where the hall knows the person already. */
export interface StaffRow {
  row: number;
  is: 'new' | 'changed' | 'same';
  id?: string;
  rev?: number;
  text: StaffText;
}

/** What has to be mended, by row as a spreadsheet counts; words: messages `stafftable.fault.*`. */
export interface StaffFault {
  row: number;
  column: string;
  fault: 'heading' | 'needed' | 'long' | 'phone' | 'number' | 'yes-no' | 'twice' | 'empty' | 'many';
}

export interface StaffTable {
  rows: StaffRow[];
  faults: StaffFault[];
  /** Headings that are none of ours: passed over. */
  unknown: string[];
}

/** What one import takes: that of `staff:put`. */
const MOST = 500;
const longest: Partial<Record<StaffColumn, number>> = { 姓名: 30, 单位: 60, 职务: 30, 岗位: 30 };
const yes = /^(是|y|yes|√|✓|1|党员|中共党员|中共预备党员)$/i;
const no = /^(|否|n|no|×|0|群众|共青团员|无党派人士)$/i;

/**
 * Reads a table of people, headings first (Z12). A row means the person of its 工号, else of its name and unit; what
 * has no column stays as it is. With one fault nothing is to be taken over.
 */
export function readStaffTable(
  staff: readonly Kept<'staff'>[],
  table: readonly (readonly string[])[],
): StaffTable {
  const [head = [], ...body] = table.map((row) => row.map((cell) => cell.normalize('NFKC').trim()));
  const places = head.map((heading) => columnOf(heading));
  const unknown = head.filter((heading, index) => heading !== '' && places[index] === undefined);
  const faults: StaffFault[] = [];
  for (const column of ['姓名', '单位'] as const)
    if (!places.includes(column)) faults.push({ row: 1, column, fault: 'heading' });
  if (faults.length > 0) return { rows: [], faults, unknown };
  const rows: StaffRow[] = [];
  const seen = new Set<string>();
  for (const [index, cells] of body.entries()) {
    if (cells.every((cell) => cell === '')) continue;
    const row = index + 2;
    const at = (column: StaffColumn): string | undefined => {
      const place = places.indexOf(column);
      return place < 0 ? undefined : (cells[place] ?? '');
    };
    const found = personMeant(staff, at('工号') ?? '', at('姓名') ?? '', at('单位') ?? '');
    const { text, wrong } = readRow(at, found);
    const key = text.number ?? `${text.name} ${text.unit}`;
    if (seen.has(key)) wrong.push({ column: text.number ? '工号' : '姓名', fault: 'twice' });
    seen.add(key);
    faults.push(...wrong.map((one) => ({ row, ...one })));
    const is = !found ? 'new' : sameBody(textOfStaff(found.body), text) ? 'same' : 'changed';
    rows.push({ row, is, text, ...(found && { id: found.id, rev: found.rev }) });
  }
  if (rows.length === 0) faults.push({ row: 1, column: '', fault: 'empty' });
  if (rows.length > MOST) faults.push({ row: MOST + 2, column: '', fault: 'many' });
  return { rows, faults, unknown };
}

function columnOf(heading: string): StaffColumn | undefined {
  const word = heading.replace(/[\s*（(].*$/u, '');
  return staffColumns.find((one) => one === word) ?? aliases[word];
}

function personMeant(
  staff: readonly Kept<'staff'>[],
  number: string,
  name: string,
  unit: string,
): Kept<'staff'> | undefined {
  const numbered = number && staff.find(({ body }) => body.number?.toUpperCase() === number.toUpperCase());
  return numbered || staff.find(({ body }) => body.name === name && body.unit === unit);
}

type Wrong = Omit<StaffFault, 'row'>;

function readRow(
  at: (column: StaffColumn) => string | undefined,
  found: Kept<'staff'> | undefined,
): { text: StaffText; wrong: Wrong[] } {
  const wrong: Wrong[] = [];
  const text: StaffText = found
    ? textOfStaff(found.body)
    : { party: false, leader: false, name: '', unit: '' };
  const words = [
    ['姓名', 'name'],
    ['单位', 'unit'],
    ['职务', 'title'],
    ['岗位', 'post'],
  ] as const;
  for (const [column, field] of words) {
    const said = at(column);
    if (said === undefined) continue;
    if (said.length > (longest[column] ?? 60)) wrong.push({ column, fault: 'long' });
    if (said !== '') text[field] = said;
    else if (field === 'name' || field === 'unit') wrong.push({ column, fault: 'needed' });
    else delete text[field];
  }
  const duties = at('岗位职责');
  if (duties !== undefined) {
    const lines = duties.split(/[\n；;]+/u).flatMap((line) => line.trim() || []);
    if (lines.length > 12 || lines.some((line) => line.length > 120))
      wrong.push({ column: '岗位职责', fault: 'long' });
    text.duties = lines;
    if (lines.length === 0) delete text.duties;
  }
  const phone = at('办公电话');
  if (phone === '') delete text.phone;
  else if (phone !== undefined) {
    const read = readPhone(phone);
    if (read === null) wrong.push({ column: '办公电话', fault: 'phone' });
    else text.phone = read;
  }
  const number = at('工号');
  if (number === '') delete text.number;
  else if (number !== undefined) {
    if (!/^[A-Za-z0-9-]{1,20}$/.test(number)) wrong.push({ column: '工号', fault: 'number' });
    text.number = number;
  }
  for (const [column, field] of [
    ['党员', 'party'],
    ['带班领导', 'leader'],
  ] as const) {
    const said = at(column);
    if (said === undefined) continue;
    if (!yes.test(said) && !no.test(said)) wrong.push({ column, fault: 'yes-no' });
    text[field] = yes.test(said);
  }
  return { text, wrong };
}
