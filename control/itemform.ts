import type { Audience, Fees, ItemPhone, ItemText, Step } from '../content/model/item.ts';
import { emptyItem } from '../content/publishing/items.ts';
import { newBranch, newMaterial, newPhone, rowId } from './itemrows.ts';
import type { BasisRow, FeeRow, MaterialRow, PhoneRow, StepRow } from './itemrows.ts';

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
