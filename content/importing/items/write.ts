import type { Branch, ItemPhone, ItemText, Material, Step } from '../../model/item.ts';
import type { Records } from '../../records.ts';
import { columnKeys, type Column } from './columns.ts';
import { writeFile } from './files.ts';
import {
  AGENT,
  audienceWords,
  categoryWords,
  FREE,
  formWords,
  needWords,
  NOW,
  typeWords,
  ZERO,
} from './words.ts';

/** Parts of a line in a cell; a part's own bar becomes a slash (U16). */
const BAR = '|';
const part = (text: string): string => text.replace(/[|｜]/g, '/');
const line = (parts: (string | number | undefined)[]): string =>
  parts
    .map((one) => part(String(one ?? '')))
    .join(BAR)
    .replace(/\|+$/, '');

/** The cells of an item in the order of the columns; a cell with several entries has one a line (U16). */
export function writeRow(records: Records, item: ItemText): string[] {
  const cells: Record<Column, string> = {
    name: item.name,
    code: item.code ?? '',
    category: categoryWords.word[item.category],
    type: typeWords.word[item.type],
    audience: item.audience.map((one) => audienceWords.word[one]).join('\n'),
    basis: item.basis.map(({ law, article }) => line([law, article])).join('\n'),
    conditions: item.conditions.join('\n'),
    materials: item.noMaterials ? ZERO : item.materials.map((one) => writeMaterial(records, one)).join('\n'),
    steps: item.steps.map((step) => writeStep(step, item.steps)).join('\n'),
    statutoryDays: writeDays(item.statutoryDays),
    promisedDays: writeDays(item.promisedDays),
    limitNote: item.limitNote ?? '',
    fees: writeFees(item),
    outcome: item.outcome ?? '',
    windows: item.windows.flatMap((id) => records.get('window', id)?.number ?? []).join('\n'),
    services: item.services.flatMap((id) => records.get('service', id)?.name ?? []).join('\n'),
    consult: item.consult.flatMap((phone) => writePhone(records, phone)).join('\n'),
    complain: item.complain.flatMap((phone) => writePhone(records, phone)).join('\n'),
    online: item.online ?? '',
    visits: writeDays(item.visits),
    agent: item.agent ? item.agent.whom || AGENT : '',
    note: item.note ?? '',
  };
  return columnKeys.map((key) => cells[key]);
}

const writeDays = (days: number | undefined): string => (days === undefined ? '' : String(days));

function writeMaterial(
  records: Records,
  { name, form, count, need, when, source, note, licence, blank, filled, blankFile, filledFile }: Material,
): string {
  const wanted = need === 'conditional' && when ? when : needWords.word[need];
  return line([
    name,
    formWords.word[form],
    count,
    wanted,
    source,
    note,
    licence ? '免交' : '',
    writeFile(records, blank, blankFile),
    writeFile(records, filled, filledFile),
  ]);
}

function writeStep(
  { name, who, days, result, onward, ends, branches }: Step,
  steps: readonly Step[],
): string {
  const ways = [
    ...(onward ? [`${onward}=继续`] : []),
    ...branches.map((branch) => writeBranch(branch, steps)),
    ...(ends ? ['到此办结'] : []),
  ];
  return line([name, who, days === undefined ? '' : days === 0 ? NOW : days, result, ways.join('；')]);
}

function writeBranch(branch: Branch, steps: readonly Step[]): string {
  if (branch.is === 'step')
    return `${branch.when}=转到:${steps.find(({ key }) => key === branch.to)?.name ?? ''}`;
  const deed = branch.is === 'supplement' ? '补正' : '不予受理';
  return `${branch.when}=${deed}${branch.text ? `:${branch.text}` : ''}`;
}

function writeFees({ fees }: ItemText): string {
  if (!fees) return '';
  if (fees.is === 'free') return FREE;
  return [
    ...fees.lines.map(({ amount, basis }) => line([amount, basis])),
    ...(fees.pay ? [`缴款方式:${fees.pay}`] : []),
  ].join('\n');
}

function writePhone(records: Records, phone: ItemPhone): string[] {
  const shown = phone.is === 'own' ? phone : records.get('contact', phone.id);
  return shown ? [line([shown.label, shown.value])] : [];
}
