import type { FormKind } from '../../model/documentsheet.ts';
import { moreForms } from './moreforms.ts';
import { fieldsOfPart, type Form, type FormPart } from './parts.ts';
import type { FormField } from './fields.ts';

const phones: FormPart = { is: 'grid', rows: [[{ field: 'consult' }, { field: 'complain' }]] };

/** A letter about an item that says no: why, by which law, which papers come back, and what one can do about it. */
const denial = (text: 'returned' | 'refused'): Pick<Form, 'item' | 'letter' | 'parts'> => ({
  item: true,
  letter: true,
  parts: [
    { is: 'to', field: 'applicant' },
    { is: 'text', text },
    {
      is: 'grid',
      rows: [[{ field: 'reason', lines: 5 }], [{ field: 'law', lines: 3 }], [{ field: 'papers', lines: 3 }]],
    },
    { is: 'text', text: 'remedies' },
    phones,
    { is: 'signs', signs: ['clerk', 'applicant'], seal: true },
  ],
});

/** Every form of row 17, and those that the notices name beside them. */
export const forms: Record<FormKind, Form> = {
  'tell-once': {
    titles: ['一次性告知单'],
    copies: ['窗口', '申请人'],
    item: true,
    parts: [
      { is: 'text', text: 'tell-once' },
      {
        is: 'grid',
        rows: [
          [{ field: 'applicant' }, { field: 'phone' }],
          [{ field: 'item' }],
          [{ field: 'basis', lines: 2 }],
          [{ field: 'conditions', lines: 2 }],
          [{ field: 'steps', lines: 2 }],
          [{ field: 'limit' }, { field: 'fee' }],
          [{ field: 'where' }],
        ],
      },
      { is: 'materials', as: 'told', rows: 5 },
      { is: 'grid', rows: [[{ field: 'problems', lines: 2 }], [{ field: 'denied', lines: 2 }]] },
      phones,
      { is: 'note', text: 'tell-once-note' },
      { is: 'signs', signs: ['clerk', 'applicant'] },
    ],
  },
  receipt: {
    titles: ['收件回执单'],
    copies: ['窗口', '申请人'],
    item: true,
    letter: true,
    parts: [
      { is: 'to', field: 'applicant' },
      { is: 'text', text: 'receipt' },
      { is: 'materials', as: 'received', rows: 8 },
      phones,
      { is: 'signs', signs: ['clerk', 'applicant'], seal: true },
    ],
  },
  accepted: {
    titles: ['受理通知书', '受理单'],
    copies: ['窗口', '申请人'],
    item: true,
    letter: true,
    parts: [
      { is: 'to', field: 'applicant' },
      { is: 'text', text: 'accepted' },
      {
        is: 'grid',
        rows: [
          [{ field: 'limit' }, { field: 'due' }],
          [{ field: 'where' }, { field: 'fee' }],
        ],
      },
      { is: 'materials', as: 'received', rows: 6 },
      phones,
      { is: 'signs', signs: ['clerk', 'applicant'], seal: true },
    ],
  },
  pledged: {
    titles: ['承诺件受理通知书', '承诺件告知单'],
    copies: ['窗口', '中心管理人员', '主管部门领导', '服务对象'],
    item: true,
    letter: true,
    parts: [
      { is: 'to', field: 'applicant' },
      { is: 'text', text: 'pledged' },
      {
        is: 'grid',
        rows: [
          [{ field: 'applicant' }, { field: 'phone' }],
          [{ field: 'item' }],
          [{ field: 'received' }, { field: 'due' }],
          [{ field: 'limit' }, { field: 'where' }],
        ],
      },
      { is: 'materials', as: 'received', rows: 5 },
      phones,
      { is: 'note', text: 'pledged-note' },
      { is: 'signs', signs: ['clerk', 'applicant'], seal: true },
    ],
  },
  supplement: {
    titles: ['申请材料补正通知书'],
    copies: ['窗口', '中心管理人员', '服务对象'],
    item: true,
    letter: true,
    parts: [
      { is: 'to', field: 'applicant' },
      { is: 'text', text: 'supplement' },
      { is: 'materials', as: 'missing', rows: 5 },
      { is: 'grid', rows: [[{ field: 'problems', lines: 3 }], [{ field: 'more', lines: 2 }]] },
      phones,
      { is: 'signs', signs: ['clerk', 'applicant'], seal: true },
    ],
  },
  returned: {
    titles: ['退回件通知书'],
    copies: ['窗口', '中心管理员', '服务对象'],
    ...denial('returned'),
  },
  refused: {
    titles: ['不予办理通知书', '不予办理告知书', '退办告知书'],
    copies: ['窗口', '中心管理员', '申请人'],
    ...denial('refused'),
  },
  extended: {
    titles: ['延期告知书'],
    copies: ['窗口', '申请人'],
    item: true,
    letter: true,
    parts: [
      { is: 'to', field: 'applicant' },
      { is: 'text', text: 'extended' },
      { is: 'grid', rows: [[{ field: 'reason', lines: 6 }]] },
      phones,
      { is: 'signs', signs: ['leader', 'applicant'], seal: true },
    ],
  },
  appointment: {
    byHand: true,
    titles: ['预约服务登记表', '中心预约服务登记表'],
    copies: [],
    item: false,
    parts: [
      {
        is: 'register',
        columns: ['day', 'name', 'phone', 'item', 'way', 'time', 'clerk', 'came'],
        rows: 17,
      },
      { is: 'note', text: 'privacy-note' },
    ],
  },
  mandate: {
    titles: ['全程代办委托书', '委托书'],
    copies: ['代办窗口', '委托人'],
    item: true,
    letter: true,
    parts: [
      { is: 'text', text: 'mandate' },
      {
        is: 'grid',
        rows: [
          [{ field: 'principal' }, { field: 'phone' }],
          [{ field: 'idnumber' }],
          [{ field: 'address' }],
          [{ field: 'scope', lines: 4 }],
          [{ field: 'agent' }, { field: 'consult' }],
        ],
      },
      { is: 'materials', as: 'received', rows: 5 },
      { is: 'note', text: 'mandate-note' },
      { is: 'signs', signs: ['principal', 'agent'], seal: true },
    ],
  },
  agency: {
    titles: ['代办承办单', '承办单'],
    copies: ['承办窗口', '代办人', '委托人'],
    item: true,
    letter: true,
    parts: [
      { is: 'text', text: 'agency' },
      {
        is: 'grid',
        rows: [
          [{ field: 'item' }],
          [{ field: 'principal' }, { field: 'phone' }],
          [{ field: 'unit' }, { field: 'agent' }],
          [{ field: 'received' }, { field: 'due' }],
          [{ field: 'fee' }, { field: 'where' }],
          [{ field: 'duty', lines: 3 }],
          [{ field: 'outcome', lines: 4 }],
        ],
      },
      phones,
      { is: 'note', text: 'mandate-note' },
      { is: 'signs', signs: ['leader', 'agent'], seal: true },
    ],
  },
  complaint: {
    titles: ['举报投诉登记表'],
    copies: [],
    item: false,
    parts: [
      {
        is: 'grid',
        rows: [
          [{ field: 'received' }, { field: 'way', way: 'complaint' }],
          [{ field: 'complainant' }, { field: 'phone' }],
          [{ field: 'accused' }, { field: 'office' }],
          [{ field: 'matter', lines: 6 }],
          [{ field: 'finding', lines: 5 }],
          [{ field: 'outcome', lines: 4 }],
          [{ field: 'feedback', way: 'feedback' }, { field: 'day' }],
          [{ field: 'leader', lines: 3 }],
          [{ field: 'clerk' }, { field: 'due' }],
        ],
      },
      { is: 'note', text: 'complaint-note' },
    ],
  },
  enquiry: {
    byHand: true,
    titles: ['来电来信来访登记表'],
    copies: [],
    item: false,
    parts: [
      { is: 'register', columns: ['at', 'name', 'phone', 'way', 'content', 'handed', 'answer'], rows: 16 },
      { is: 'note', text: 'privacy-note' },
    ],
  },
  opinion: {
    byHand: true,
    titles: ['意见簿', '征求意见卡'],
    copies: [],
    item: false,
    parts: [
      { is: 'note', text: 'opinion-note' },
      {
        is: 'grid',
        rows: [
          [{ field: 'opinion', lines: 5 }],
          [{ field: 'name' }, { field: 'phone' }],
          [{ field: 'answer', lines: 3 }],
          [{ field: 'clerk' }, { field: 'day' }],
        ],
      },
      {
        is: 'grid',
        rows: [
          [{ field: 'opinion', lines: 5 }],
          [{ field: 'name' }, { field: 'phone' }],
          [{ field: 'answer', lines: 3 }],
          [{ field: 'clerk' }, { field: 'day' }],
        ],
      },
    ],
  },
  duty: {
    titles: ['值班记录'],
    copies: [],
    item: false,
    parts: [
      {
        is: 'grid',
        rows: [
          [{ field: 'day' }, { field: 'chief' }],
          [{ field: 'watch' }, { field: 'phone' }],
          [{ field: 'events', lines: 14 }],
          [{ field: 'left', lines: 5 }],
          [{ field: 'leader', lines: 3 }],
        ],
      },
      { is: 'signs', signs: ['leader', 'clerk'] },
    ],
  },
  ...moreForms,
};

/** Fields that can be typed into a form, each once, in the order in which they stand. */
export function fieldsOfForm(kind: FormKind): FormField[] {
  const { byHand, parts } = forms[kind];
  return byHand ? [] : [...new Set<FormField>(['serial', ...parts.flatMap(fieldsOfPart)])];
}
