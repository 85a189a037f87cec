import { expect, test } from 'vitest';
import type { FormKind } from '../../../content/model/documentsheet.ts';
import type { FormFill } from '../../../content/model/oncesheet.ts';
import type { Standard } from '../../../content/model/standard.ts';
import { isRefusal } from '../../../content/rule.ts';
import { fillForm } from '../../../content/sheets/forms/form.ts';
import { forms } from '../../../content/sheets/forms/forms.ts';
import { printedHall } from '../../templates/hall.ts';

function fill(form: FormKind, typed: FormFill, item?: string, standard?: Standard) {
  const of = { is: 'form' as const, form, ...(item ? { item } : {}) };
  const filled = fillForm(printedHall(), of, typed, standard);
  if (isRefusal(filled)) throw new Error(filled.refused);
  return filled.data;
}

test('[S22] the guide goes before what was typed, and the day of receipt gives the day it is due', () => {
  const { values } = fill('pledged', { item: '别的事项', received: '2026-11-20', applicant: ' 李某 ' }, 'i');
  expect(values).toMatchObject({ item: '临时救助申请', due: '2026-12-04', applicant: '李某' });
});

test('[S22] keys that a form does not have are left out, and papers that an item does not have', () => {
  const { values, missing } = fill('supplement', { complainant: '某人', missing: '2,9,2,x,-1' }, 'i');
  expect(values).not.toHaveProperty('complainant');
  expect(missing).toEqual([1]);
});

test('[S23] a standard that knows a form by one of its names gives title and copies', () => {
  const slips = [{ title: '承诺件告知单', copies: ['窗口', '申请人'] }];
  const standard = { slips } as unknown as Standard;
  expect(fill('pledged', {}, undefined, standard)).toMatchObject({
    title: '承诺件告知单',
    copies: ['窗口', '申请人'],
  });
  expect(fill('returned', {}, undefined, standard).title).toBe('退回件通知书');
});

test('[P30] notices that the handbook asks for in three and four copies name who keeps each', () => {
  const counts = { supplement: 3, returned: 3, refused: 3, pledged: 4 } as const;
  for (const [form, count] of Object.entries(counts))
    expect(forms[form as FormKind].copies, form).toHaveLength(count);
});
