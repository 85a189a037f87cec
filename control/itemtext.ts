import type { Branch, Fees, ItemPhone, ItemText, Material, Step } from '../content/model/item.ts';
import type { ItemForm } from './itemform.ts';
import type { MaterialRow, PhoneRow, StepRow } from './itemrows.ts';

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
