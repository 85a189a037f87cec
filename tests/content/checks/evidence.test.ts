import { expect, test } from 'vitest';
import type { Asked } from '../../../content/checks/asked.ts';
import { prove } from '../../../content/checks/evidence.ts';
import { factsOf } from '../../../content/checks/facts.ts';
import { Evidence } from '../../../content/model/standardentry.ts';
import type { Kind } from '../../../content/model/record.ts';
import type { RecordMap } from '../../../content/records.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { bareItem, fullItem } from '../../support/items.ts';
import { DAY, MORNING } from '../../support/world.ts';

const asked: Partial<Asked> = {
  names: [{ placeKind: 'town', level: 'town' }],
  windows: [
    { level: 'town', number: 1, name: '综合' },
    { level: 'town', number: 9, name: '代办' },
    { level: 'village', number: 7, name: '村' },
  ],
  areas: [{ key: 'waiting', label: '等候区', force: 'must' }],
  categories: [
    { key: 'insurance', label: '社会保险', fresh: 90 },
    { key: 'assistance', label: '社会救助', fresh: 90 },
  ],
  institutions: [
    { key: 'first-asked', label: '首问负责制', titles: ['首问负责制'], by: 'rule' },
    { key: 'pledge', label: '服务承诺制', titles: ['服务承诺'], by: 'pledge' },
  ],
  pledges: [
    { role: 'slogan', title: '服务理念', lines: [] },
    { role: 'pledge', title: '六零服务', lines: [] },
  ],
  slips: [
    { key: 'returned', title: '退回件通知书', when: ['returned'] },
    { key: 'accepted', title: '承诺件受理通知书', when: ['pledged'] },
    { key: 'duty', title: '值班记录' },
  ],
};
const by = { id: 'sun', name: '孙编辑' };
type Body = Record<string, unknown>;
const put = (records: RecordMap, kind: Kind, id: string, body: Body): void =>
  void records.apply([
    { ...kept(kind, id, { ...(records.get(kind, id) as object), ...body } as never), rev: 2 },
  ]);
const drop = (records: RecordMap, kind: Kind, id: string): void =>
  void records.apply([{ kind, id, rev: 3, body: null }]);
const item = (records: RecordMap, id: string, body: Body): void =>
  put(records, 'item', id, { savedBy: by, savedAt: 1, ...body });
const notice = (records: RecordMap, id: string, body: Body): void =>
  put(records, 'notice', id, { title: id, text: '文', postedBy: by, postedAt: 1, withdrawn: null, ...body });
const rating = (records: RecordMap, id: string, degree: number): void =>
  put(records, 'rating', id, {
    ...{ number: 'A001', day: '2026-11-18', service: 'social', window: 'w1', windowNumber: 1 },
    ...{ degree, origin: 'counter', at: MORNING - DAY },
  });
const step = (what: string) => ({ at: 1, by, what, text: '已办' });
const deal = (records: RecordMap, id: string, steps: object[], closed = false): void =>
  put(records, 'case', id, {
    ...{ rating: id, opened: 1, due: MORNING - 1, steps },
    closed: closed ? { at: MORNING, by } : null,
  });
const form = (records: RecordMap, id: string, kind: string, more: Body = {}): void =>
  put(records, 'sheet', id, {
    ...{ of: { is: 'form', form: kind }, size: 'A4', made: [], hash: '' },
    ...{ printedBy: by, printedAt: 1, ...more },
  });

/** What is shown of a sort of evidence, with its detail: the share, in words `done/of`, or that nothing is proved. */
type Shown = [records: (records: RecordMap) => void, share: string];
type Sort = Exclude<Evidence, 'tick'>;

/** Every sort of evidence, and what records make of it: from nothing, by what is wrong, to what is whole. */
const cases: Record<Sort, Record<string, Shown[]>> = {
  hall: {
    '': [
      [() => undefined, '1/1'],
      [(r) => drop(r, 'hall', 'hall'), '0/1'],
    ],
  },
  windows: {
    '': [
      [() => undefined, '4/4'],
      [(r) => put(r, 'window', 'w4', { business: [] }), '3/4'],
    ],
    all: [
      [() => undefined, '1/2'],
      [(r) => put(r, 'window', 'w4', { number: 9 }), '2/2'],
    ],
  },
  posts: {
    '': [
      [() => undefined, '0/4'],
      [(r) => put(r, 'window', 'w1', { posts: { a: 'gone', b: 'gone' } }), '0/4'],
      [
        (r) => {
          put(r, 'staff', 's1', { name: '李想', unit: '办', party: false, leader: false, order: 0 });
          put(r, 'window', 'w1', { posts: { a: 's1' } });
        },
        '0/4',
      ],
      [
        (r) => {
          put(r, 'staff', 's1', { name: '李想', unit: '办', party: false, leader: false, order: 0 });
          put(r, 'window', 'w1', { posts: { a: 's1', b: 's1' } });
        },
        '1/4',
      ],
    ],
  },
  staff: {
    leader: [
      [
        (r) => put(r, 'staff', 's1', { name: '李', unit: '办', party: false, leader: false, order: 0 }),
        '0/1',
      ],
      [(r) => put(r, 'staff', 's1', { name: '李', unit: '办', party: false, leader: true, order: 0 }), '1/1'],
    ],
    members: [
      [() => undefined, '0/1'],
      [
        (r) => put(r, 'staff', 's1', { name: '李', unit: '办', party: false, leader: false, order: 0 }),
        '1/1',
      ],
    ],
    duties: [
      [
        (r) => put(r, 'staff', 's1', { name: '李', unit: '办', party: false, leader: false, order: 0 }),
        '0/1',
      ],
      [(r) => put(r, 'staff', 's1', { name: '李', unit: '办', duties: ['低保'], order: 0 }), '1/1'],
    ],
    '': [
      [
        (r) => put(r, 'staff', 's1', { name: '李', unit: '办', post: '窗口', duties: ['低保'], order: 0 }),
        '0/1',
      ],
      [
        (r) => {
          put(r, 'medium', 'p1', { is: 'picture', name: '照', upload: 'a'.repeat(64), removed: null });
          put(r, 'staff', 's1', {
            ...{ name: '李', unit: '办', post: '窗口', duties: ['低保'], phone: '023-79000000' },
            ...{ photo: 'p1', order: 0 },
          });
        },
        '1/1',
      ],
    ],
  },
  areas: {
    '': [
      [() => undefined, '0/1'],
      [(r) => put(r, 'area', 'a1', { is: 'office', name: '办公区', windows: [], order: 0 }), '0/1'],
      [(r) => put(r, 'area', 'a1', { is: 'waiting', name: '等候区', windows: [], order: 0 }), '1/1'],
    ],
  },
  items: {
    '': [
      [() => undefined, '0/1'],
      [(r) => (item(r, 'i1', fullItem), item(r, 'i2', bareItem('空'))), '1/2'],
      [(r) => item(r, 'i1', fullItem), '1/1'],
      [(r) => item(r, 'i1', { ...fullItem, sample: true }), '0/1'],
    ],
    basis: [
      [(r) => (item(r, 'i1', fullItem), item(r, 'i2', bareItem('空'))), '0/1'],
      [(r) => item(r, 'i1', fullItem), '1/1'],
    ],
    wording: [
      [
        (r) => (item(r, 'i1', bareItem('空')), item(r, 'i2', bareItem('乙', { conditions: ['其他材料'] }))),
        '1/2',
      ],
      [(r) => item(r, 'i1', bareItem('空')), '1/1'],
    ],
    instant: [[(r) => item(r, 'i1', fullItem), 'tick']],
  },
  rules: {
    '': [
      [() => undefined, '0/1'],
      [(r) => put(r, 'rule', 'r1', { title: '首问负责制', blocks: [] }), '1/1'],
    ],
    'first-asked': [
      [(r) => put(r, 'rule', 'r1', { title: '值班制度', blocks: [] }), '0/1'],
      [(r) => put(r, 'rule', 'r1', { title: '首问负责制度', blocks: [] }), '1/1'],
    ],
    pledge: [[() => undefined, 'tick']],
  },
  pledges: {
    '': [
      [() => undefined, '1/2'],
      [(r) => put(r, 'pledge', 'p1', { role: 'pledge', title: '六零服务', lines: ['零推诿'] }), '2/2'],
    ],
    pledge: [
      [() => undefined, '0/1'],
      [(r) => put(r, 'pledge', 'p1', { role: 'pledge', title: '服务承诺', lines: ['限时'] }), '1/1'],
    ],
  },
  notices: {
    '': [
      [() => undefined, '1/1'],
      [(r) => put(r, 'notice', 'welcome', { until: MORNING }), '0/1'],
      [(r) => put(r, 'notice', 'welcome', { withdrawn: { by, at: 1 } }), '0/1'],
    ],
    assistance: [
      [() => undefined, '0/1'],
      [(r) => notice(r, 'old', { category: 'assistance', from: MORNING - 91 * DAY, until: MORNING }), '0/1'],
      [(r) => notice(r, 'new', { category: 'assistance', from: MORNING - DAY, until: MORNING }), '1/1'],
    ],
    all: [
      [() => undefined, '1/2'],
      [(r) => notice(r, 'new', { category: 'assistance', from: MORNING - DAY, until: MORNING }), '2/2'],
    ],
    nonsense: [[() => undefined, 'tick']],
  },
  contacts: {
    '': [
      [() => undefined, '2/2'],
      [(r) => drop(r, 'contact', 'complain'), '1/2'],
    ],
    owner: [
      [() => undefined, '0/1'],
      [(r) => put(r, 'contact', 'complain', { owner: '镇纪委' }), '1/1'],
    ],
  },
  sheets: {
    '': [
      [(r) => put(r, 'rule', 'r1', { title: '首问负责制', blocks: [] }), '0/1'],
      [
        (r) => {
          put(r, 'rule', 'r1', { title: '首问负责制', blocks: [] });
          const made = [{ kind: 'rule', id: 'r1', rev: 1 }];
          form(r, 'code', 'duty', { of: { is: 'rule', rule: 'r1' }, made });
        },
        '0/1',
      ],
      [
        (r) => {
          put(r, 'rule', 'r1', { title: '首问负责制', blocks: [] });
          const made = [{ kind: 'rule', id: 'r1', rev: 2 }];
          form(r, 'code', 'duty', { of: { is: 'rule', rule: 'r1' }, made });
        },
        '1/1',
      ],
    ],
    plate: [[() => undefined, 'tick']],
  },
  screens: {
    '': [
      [() => undefined, '0/1'],
      [(r) => put(r, 'screen', 'tv', { name: '大屏' }), '1/1'],
    ],
    online: [
      [
        (r) => (put(r, 'screen', 'tv', { name: '大屏' }), put(r, 'silence', 'tv', { since: 1, back: null })),
        '0/1',
      ],
      [
        (r) => (put(r, 'screen', 'tv', { name: '大屏' }), put(r, 'silence', 'tv', { since: 1, back: 2 })),
        '1/1',
      ],
    ],
  },
  opening: {
    '': [
      [() => undefined, '0/1'],
      [(r) => put(r, 'pace', 'pace', { day: '2026-11-18', before: {}, services: {} }), '1/1'],
      [
        (r) => {
          put(r, 'pace', 'pace', { day: '2026-11-18', before: {}, services: {} });
          put(r, 'hall', 'hall', { hours: { weekdays: [], spans: [] } });
        },
        '0/1',
      ],
    ],
  },
  tickets: {
    '': [
      [() => undefined, '0/1'],
      [(r) => put(r, 'ticket', 't1', { service: 'social' }), '1/1'],
    ],
  },
  slips: {
    '': [[(r) => form(r, 'f1', 'receipt'), 'tick']],
    cases: [
      [() => undefined, '0/2'],
      [(r) => form(r, 'f1', 'duty'), '0/2'],
      [(r) => form(r, 'f1', 'returned'), '1/2'],
      [(r) => form(r, 'f1', 'returned', { down: { by, at: 2 } }), '0/2'],
      [(r) => (form(r, 'f1', 'returned'), form(r, 'f2', 'pledged')), '2/2'],
    ],
  },
  ratings: {
    '': [
      [() => undefined, '0/1'],
      [(r) => rating(r, 't1', 1), '1/1'],
    ],
    bad: [
      [() => undefined, '0/1'],
      [(r) => rating(r, 't1', 5), '1/1'],
      [(r) => (rating(r, 't1', 1), deal(r, 't1', [])), '0/1'],
      [(r) => (rating(r, 't1', 1), deal(r, 't1', [step('mend')])), '0/1'],
      [(r) => (rating(r, 't1', 1), deal(r, 't1', [step('mend'), step('callback')])), '1/1'],
    ],
    'satisfied-98': [
      [() => undefined, '0/1'],
      [(r) => (rating(r, 't1', 5), rating(r, 't2', 2)), '0/1'],
      [(r) => (rating(r, 't1', 5), rating(r, 't2', 3)), '1/1'],
    ],
    nonsense: [[(r) => rating(r, 't1', 5), 'tick']],
  },
  complaints: {
    '': [
      [() => undefined, '1/1'],
      [(r) => deal(r, 'c1', []), '0/1'],
      [(r) => (deal(r, 'c1', []), deal(r, 'c2', [], true)), '1/2'],
    ],
  },
  appointments: {
    '': [
      [() => undefined, '0/1'],
      [(r) => put(r, 'hall', 'hall', { appointments: { page: 'asked' } }), '1/1'],
      [(r) => put(r, 'appointment', 'a1', { service: 'social' }), '1/1'],
    ],
  },
  calendar: {
    '': [
      [() => undefined, '0/1'],
      [(r) => put(r, 'calendar', 'calendar', { days: [], lines: [] }), '0/1'],
      [
        (r) =>
          put(r, 'calendar', 'calendar', {
            days: [{ day: '2026-10-01', is: 'off', note: '国庆' }],
            lines: [],
          }),
        '1/1',
      ],
    ],
  },
  reports: {
    '': [
      [() => undefined, '0/1'],
      [(r) => put(r, 'pace', 'pace', { day: '2026-11-18', before: {}, services: {} }), '1/1'],
    ],
  },
};

const sorts = Evidence.anyOf.map((one) => one.const).filter((sort) => sort !== 'tick');

test('[K20] [K23] every sort of evidence there is has its cases', () => {
  expect(Object.keys(cases).sort()).toEqual([...sorts].sort());
});

const rows = Object.entries(cases).flatMap(([sort, details]) =>
  Object.entries(details).flatMap(([detail, shown]) =>
    shown.map(([records, share], at) => ({
      name: `${sort} ${detail || '(all)'} ${at + 1}`,
      sort,
      detail,
      records,
      share,
    })),
  ),
);

test.each(rows)('[K20] [K23] $name proves $share', ({ sort, detail, records: make, share }) => {
  const records = smallHall();
  make(records);
  const proof = prove([sort], detail || undefined, records, factsOf(records, asked), MORNING);
  expect(proof ? `${proof.done}/${proof.of}` : 'tick').toBe(share);
});

test('[K20] the weakest of several is what a line has, and a tick beside them leaves it to a person', () => {
  const records = smallHall();
  drop(records, 'contact', 'complain');
  const facts = factsOf(records, asked);
  expect(prove(['hall', 'contacts', 'screens'], undefined, records, facts, MORNING)).toEqual({
    done: 0,
    of: 1,
  });
  expect(prove(['hall', 'contacts'], undefined, records, facts, MORNING)).toEqual({ done: 1, of: 2 });
  expect(prove(['hall', 'tick'], undefined, records, facts, MORNING)).toBeNull();
});
