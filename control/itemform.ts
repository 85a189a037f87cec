import type { Audience, Branch, Fees, ItemPhone, ItemText, Material, Step } from '../content/model/item.ts';
import { emptyItem } from '../content/publishing/items.ts';

/** Rows that are moved and removed are told apart by a number of their own. */
export type Row<T> = T & { id: number };

export type BasisRow = Row<{ law: string; article: string }>;
export type FeeRow = Row<{ amount: string; basis: string }>;
export type PhoneRow = Row<{ contact: string; label: string; value: string }>;
export type MaterialRow = Row<
  Pick<Material, 'name' | 'form' | 'count' | 'need'> & {
    when: string;
    source: string;
    note: string;
    licence: boolean;
    blank: string;
    filled: string;
    blankFile: string | null;
    filledFile: string | null;
  }
>;
export type BranchRow = Row<{ is: Branch['is']; when: string; text: string; to: string }>;
export type StepRow = Row<{
  key: string;
  name: string;
  who: string;
  days: string;
  result: string;
  onward: string;
  ends: boolean;
  branches: BranchRow[];
}>;

/** An item as the editor's fields hold it: nothing is absent, figures are text while they are typed. */
export interface ItemForm {
  name: string;
  code: string;
  category: ItemText['category'];
  type: ItemText['type'];
  audience: Audience[];
  basis: BasisRow[];
  conditions: string;
  materials: MaterialRow[];
  noMaterials: boolean;
  steps: StepRow[];
  statutoryDays: string;
  promisedDays: string;
  limitNote: string;
  fees: 'unset' | Fees['is'];
  feeLines: FeeRow[];
  pay: string;
  outcome: string;
  windows: string[];
  services: string[];
  consult: PhoneRow[];
  complain: PhoneRow[];
  online: string;
  visits: string;
  agent: boolean;
  agentWhom: string;
  note: string;
}

let last = 0;
/** A number that no other row of this page has. */
export function rowId(): number {
  last += 1;
  return last;
}

export const newBasis = (): BasisRow => ({ id: rowId(), law: '', article: '' });
export const newFee = (): FeeRow => ({ id: rowId(), amount: '', basis: '' });
export const newPhone = (): PhoneRow => ({ id: rowId(), contact: '', label: '', value: '' });
export const newMaterial = (): MaterialRow => ({
  id: rowId(),
  name: '',
  form: 'original',
  count: 1,
  need: 'required',
  when: '',
  source: '',
  note: '',
  licence: false,
  blank: '',
  filled: '',
  blankFile: null,
  filledFile: null,
});
export const newBranch = (): BranchRow => ({ id: rowId(), is: 'supplement', when: '', text: '', to: '' });

/** A new step under a key that none of `steps` has. */
export function newStep(steps: readonly StepRow[]): StepRow {
  let place = steps.length + 1;
  while (steps.some(({ key }) => key === `s${place}`)) place += 1;
  return {
    id: rowId(),
    key: `s${place}`,
    name: '',
    who: '',
    days: '',
    result: '',
    onward: '',
    ends: false,
    branches: [],
  };
}

export const emptyText: ItemText = { ...emptyItem, name: '', category: 'household', type: 'instant' };

const figure = (value: number | undefined): string => (value === undefined ? '' : String(value));

export function formOf(text: ItemText): ItemForm {
  const { fees } = text;
  return {
    name: text.name,
    code: text.code ?? '',
    category: text.category,
    type: text.type,
    audience: [...text.audience],
    basis: text.basis.map(({ law, article = '' }) => ({ id: rowId(), law, article })),
    conditions: text.conditions.join('\n'),
    materials: text.materials.map((material) => ({
      ...newMaterial(),
      ...material,
      licence: material.licence ?? false,
    })),
    noMaterials: text.noMaterials ?? false,
    steps: text.steps.map(stepRow),
    statutoryDays: figure(text.statutoryDays),
    promisedDays: figure(text.promisedDays),
    limitNote: text.limitNote ?? '',
    fees: fees?.is ?? 'unset',
    feeLines: fees?.is === 'charged' ? fees.lines.map((line) => ({ id: rowId(), ...line })) : [],
    pay: fees?.is === 'charged' ? (fees.pay ?? '') : '',
    outcome: text.outcome ?? '',
    windows: [...text.windows],
    services: [...text.services],
    consult: text.consult.map(phoneRow),
    complain: text.complain.map(phoneRow),
    online: text.online ?? '',
    visits: figure(text.visits),
    agent: text.agent !== undefined,
    agentWhom: text.agent?.whom ?? '',
    note: text.note ?? '',
  };
}

function stepRow({ key, name, who = '', days, result = '', onward = '', ends, branches }: Step): StepRow {
  const rows = branches.map((branch) => ({
    ...newBranch(),
    is: branch.is,
    when: branch.when,
    ...(branch.is === 'step' ? { to: branch.to } : { text: branch.text ?? '' }),
  }));
  return {
    id: rowId(),
    key,
    name,
    who,
    days: figure(days),
    result,
    onward,
    ends: ends ?? false,
    branches: rows,
  };
}

function phoneRow(phone: ItemPhone): PhoneRow {
  return phone.is === 'contact'
    ? { ...newPhone(), contact: phone.id }
    : { ...newPhone(), label: phone.label, value: phone.value };
}

/** What the fields say, tidied: rows without a name are left out, absent is what was left empty. */
export function textOfForm(form: ItemForm): ItemText {
  const text: ItemText = {
    name: form.name.trim(),
    category: form.category,
    type: form.type,
    audience: [...form.audience],
    basis: form.basis
      .filter(({ law }) => law.trim())
      .map(({ law, article }) => ({ law: law.trim().replace(/^《(.*)》$/, '$1'), ...filled({ article }) })),
    conditions: form.conditions.split('\n').map(oneLine).filter(Boolean),
    materials: form.materials.filter(({ name }) => name.trim()).map(materialOf),
    steps: form.steps.filter(({ name }) => name.trim()).map(stepOf),
    windows: [...form.windows],
    services: [...form.services],
    consult: form.consult.flatMap(phoneOf),
    complain: form.complain.flatMap(phoneOf),
    ...filled({
      code: form.code,
      limitNote: form.limitNote,
      outcome: form.outcome,
      online: form.online,
    }),
  };
  if (form.note.trim()) text.note = form.note.trim();
  if (form.noMaterials) text.noMaterials = true;
  const statutory = daysOf(form.statutoryDays);
  const promised = daysOf(form.promisedDays);
  const visits = daysOf(form.visits);
  if (statutory !== undefined) text.statutoryDays = statutory;
  if (promised !== undefined) text.promisedDays = promised;
  if (visits !== undefined) text.visits = visits;
  if (form.agent) text.agent = { whom: form.agentWhom.trim() };
  const fees = feesOf(form);
  if (fees) text.fees = fees;
  return text;
}

const oneLine = (line: string): string => line.replace(/\s+/g, ' ').trim();

/** The entries that are not empty, each on one line. */
function filled<K extends string>(entries: Record<K, string>): Partial<Record<K, string>> {
  const kept: Partial<Record<K, string>> = {};
  for (const [key, value] of Object.entries(entries) as [K, string][])
    if (value.trim()) kept[key] = oneLine(value);
  return kept;
}

/** Whole days of what was typed, also in full-width figures; undefined if there are none. */
export function daysOf(typed: string): number | undefined {
  const plain = String(typed).normalize('NFKC').trim();
  return /^\d{1,3}$/.test(plain) ? Number(plain) : undefined;
}

function materialOf({
  name,
  form,
  count,
  need,
  when,
  source,
  note,
  licence,
  blank,
  filled: sample,
  blankFile,
  filledFile,
}: MaterialRow) {
  const material: Material = {
    name: oneLine(name),
    form,
    count: Math.min(Math.max(Math.round(Number(count)) || 1, 1), 99),
    need,
    ...filled({ when: need === 'conditional' ? when : '', source, note, blank, filled: sample }),
  };
  if (licence) material.licence = true;
  if (blankFile) material.blankFile = blankFile;
  if (filledFile) material.filledFile = filledFile;
  return material;
}

function stepOf({ key, name, who, days, result, onward, ends, branches }: StepRow): Step {
  const limit = daysOf(days);
  return {
    key,
    name: oneLine(name),
    ...filled({ who, result, onward }),
    ...(limit === undefined ? {} : { days: limit }),
    ...(ends ? { ends: true as const } : {}),
    branches: branches
      .filter(({ is, when, to }) => when.trim() && (is !== 'step' || to))
      .map(({ is, when, text, to }): Branch =>
        is === 'step' ? { is, when: oneLine(when), to } : { is, when: oneLine(when), ...filled({ text }) },
      ),
  };
}

function phoneOf({ contact, label, value }: PhoneRow): ItemPhone[] {
  if (contact) return [{ is: 'contact', id: contact }];
  return value.trim() ? [{ is: 'own', label: label.trim() || value.trim(), value: value.trim() }] : [];
}

function feesOf({ fees, feeLines, pay }: ItemForm): Fees | undefined {
  if (fees === 'free') return { is: 'free' };
  const lines = feeLines
    .filter(({ amount }) => amount.trim())
    .map(({ amount, basis }) => ({ amount: amount.trim(), basis: basis.trim() }));
  return fees === 'charged' && lines.length > 0 ? { is: 'charged', lines, ...filled({ pay }) } : undefined;
}
