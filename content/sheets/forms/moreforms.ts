import type { FormKind } from '../../model/documentsheet.ts';
import type { Form, FormPart } from './parts.ts';

const phones: FormPart = { is: 'grid', rows: [[{ field: 'consult' }, { field: 'complain' }]] };

/** Forms of a case on its way through several offices, of agents after the mandate, and of the hall's own people. */
export const moreForms = {
  upward: {
    titles: ['上报件告知单', '报批件告知单'],
    copies: ['窗口', '申请人'],
    item: true,
    letter: true,
    parts: [
      { is: 'to', field: 'applicant' },
      { is: 'text', text: 'upward' },
      {
        is: 'grid',
        rows: [
          [{ field: 'upper' }, { field: 'sent' }],
          [{ field: 'limit' }, { field: 'fee' }],
        ],
      },
      { is: 'materials', as: 'received', rows: 6 },
      { is: 'note', text: 'upward-note' },
      phones,
      { is: 'signs', signs: ['clerk', 'applicant'], seal: true },
    ],
  },
  joint: {
    titles: ['联办件办理卡', '联办卡'],
    copies: ['主办窗口', '协办单位'],
    item: true,
    parts: [
      {
        is: 'grid',
        rows: [
          [{ field: 'item' }],
          [{ field: 'applicant' }, { field: 'phone' }],
          [{ field: 'unit' }, { field: 'clerk' }],
          [{ field: 'received' }, { field: 'due' }],
        ],
      },
      { is: 'register', columns: ['joined', 'content', 'due', 'outcome', 'clerk'], rows: 8 },
      { is: 'note', text: 'joint-note' },
      { is: 'signs', signs: ['leader', 'clerk'] },
    ],
  },
  delivery: {
    titles: ['送达回证'],
    copies: [],
    item: true,
    parts: [
      {
        is: 'grid',
        rows: [
          [{ field: 'item' }],
          [{ field: 'letter', lines: 2 }],
          [{ field: 'applicant' }, { field: 'phone' }],
          [{ field: 'address' }],
          [{ field: 'handing', way: 'delivery' }, { field: 'day' }],
          [{ field: 'taker' }, { field: 'relation' }],
          [{ field: 'refusal', lines: 3 }],
        ],
      },
      { is: 'note', text: 'delivery-note' },
      { is: 'signs', signs: ['taker', 'clerk'], seal: true },
    ],
  },
  entrusted: {
    titles: ['代办受理单'],
    copies: ['承办窗口', '委托人'],
    item: true,
    letter: true,
    parts: [
      { is: 'to', field: 'principal' },
      { is: 'text', text: 'entrusted' },
      {
        is: 'grid',
        rows: [
          [{ field: 'agent' }, { field: 'phone' }],
          [{ field: 'limit' }, { field: 'due' }],
          [{ field: 'fee' }, { field: 'where' }],
        ],
      },
      { is: 'materials', as: 'received', rows: 5 },
      { is: 'grid', rows: [[{ field: 'problems', lines: 2 }]] },
      { is: 'note', text: 'entrusted-note' },
      phones,
      { is: 'signs', signs: ['agent', 'principal'], seal: true },
    ],
  },
  handback: {
    titles: ['代办回交单'],
    copies: ['承办窗口', '委托人'],
    item: true,
    parts: [
      { is: 'text', text: 'handback' },
      {
        is: 'grid',
        rows: [
          [{ field: 'item' }],
          [{ field: 'principal' }, { field: 'phone' }],
          [{ field: 'agent' }, { field: 'day' }],
          [{ field: 'outcome', lines: 2 }],
          [{ field: 'letter', lines: 3 }],
          [{ field: 'fee', lines: 3 }],
          [{ field: 'rated', way: 'content' }],
          [{ field: 'opinion', lines: 3 }],
        ],
      },
      { is: 'note', text: 'handback-note' },
      phones,
      { is: 'signs', signs: ['principal', 'agent'] },
    ],
  },
  reply: {
    titles: ['举报投诉答复函', '答复函'],
    copies: ['存档', '投诉人'],
    item: false,
    letter: true,
    parts: [
      { is: 'to', field: 'complainant' },
      { is: 'text', text: 'reply' },
      { is: 'grid', rows: [[{ field: 'finding', lines: 5 }], [{ field: 'outcome', lines: 5 }]] },
      { is: 'note', text: 'reply-note' },
      phones,
      { is: 'signs', signs: ['leader'], seal: true },
    ],
  },
  leave: {
    titles: ['窗口工作人员请假审批单', '请假审批单'],
    copies: ['中心', '党政办'],
    item: false,
    parts: [
      {
        is: 'grid',
        rows: [
          [{ field: 'name' }, { field: 'post' }],
          [{ field: 'away' }, { field: 'back' }],
          [{ field: 'reason', lines: 3 }],
          [{ field: 'stand' }, { field: 'phone' }],
          [{ field: 'left', lines: 3 }],
          [{ field: 'director', lines: 3 }],
          [{ field: 'leader', lines: 3 }],
        ],
      },
      { is: 'note', text: 'leave-note' },
      { is: 'signs', signs: ['asker', 'leader'] },
    ],
  },
  handover: {
    titles: ['A、B 岗工作移交单', '工作移交单'],
    copies: ['A 岗', 'B 岗'],
    item: false,
    parts: [
      {
        is: 'grid',
        rows: [
          [{ field: 'post' }, { field: 'day' }],
          [{ field: 'away' }, { field: 'back' }],
          [{ field: 'left', lines: 2 }],
        ],
      },
      { is: 'register', columns: ['applicant', 'content', 'came', 'due'], rows: 8 },
      { is: 'note', text: 'handover-note' },
      { is: 'signs', signs: ['post-a', 'post-b'] },
    ],
  },
  asked: {
    byHand: true,
    titles: ['首问登记表'],
    copies: [],
    item: false,
    parts: [
      { is: 'register', columns: ['at', 'name', 'phone', 'content', 'clerk', 'handed', 'answer'], rows: 16 },
      { is: 'note', text: 'asked-note' },
    ],
  },
  cases: {
    byHand: true,
    titles: ['办件登记簿', '登记簿'],
    copies: [],
    item: false,
    parts: [
      {
        is: 'register',
        columns: ['serial', 'received', 'applicant', 'content', 'due', 'day', 'clerk'],
        rows: 16,
      },
      { is: 'note', text: 'privacy-note' },
    ],
  },
} as const satisfies Partial<Record<FormKind, Form>>;
