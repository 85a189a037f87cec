import type { Branch, Material } from '../content/model/item.ts';

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
