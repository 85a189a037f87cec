import type { Body, Kept, Kind } from '../../content/model/record.ts';
import type { TicketState } from '../../content/model/ticket.ts';
import { RecordMap } from '../../content/records.ts';

/** Saturday, 2026-11-21, 09:41 in China: the hall of these pictures is open on Saturdays. */
export const NOW = Date.UTC(2026, 10, 21, 1, 41, 0);
export const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const by = { id: 'chen', name: '陈晓' };
const longAgo = NOW - 3 * DAY;

function kept<K extends Kind>(kind: K, id: string, body: Body<K>): Kept<K> {
  return { kind, id, rev: 1, body };
}

const services = [
  ['social', '社会保障', '社保', 'A'],
  ['civil', '民政事务', '民政', 'B'],
  ['land', '自然资源和规划', '自然资源', 'C'],
  ['health', '卫生健康', '卫健', 'D'],
  ['farm', '农业农村', '农业', 'E'],
  ['general', '综合服务', '综合', 'F'],
] as const;

export interface Wishes {
  name?: string;
  /** Called tickets, newest first: number, window, minutes ago, state. */
  calls?: [
    number: string,
    window: number,
    ago: number,
    state: 'called' | 'serving' | 'passed' | 'held' | 'finished',
  ][];
  waiting?: string[];
  notices?: { title: string; text: string; category?: Body<'notice'>['category'] }[];
  pledges?: boolean;
  slogan?: string;
  windows?: boolean;
  /** Windows at which somebody serves: numbers. */
  open?: number[];
  /** Paused windows: number, window that stands in, minutes until the return. */
  paused?: [number: number, goTo?: number, back?: number][];
  /** How long a visit took lately, in minutes. */
  pace?: number;
  weekdays?: number[];
  contacts?: [Body<'contact'>['role'], string, string][];
}

export const farmNotice = {
  title: '2026年耕地地力保护补贴发放名单公示（第二批）',
  category: 'subsidy' as const,
  text: `根据青溪县农业农村委员会关于做好2026年耕地地力保护补贴发放工作的通知要求，现将白石镇第二批补贴发放名单予以公示。本批共涉及柳湾村、石桥村、上坝社区三个村（社区）二百一十六户，补贴面积一千三百四十二点六亩，补贴标准为每亩一百一十五元。
公示期间，如对补贴对象、补贴面积有异议，请向镇农业服务中心或镇纪委反映。反映情况应当实事求是，提倡实名反映，以便核实和答复。
名单张贴在各村（社区）便民服务站公示栏，也可以到本中心5号窗口查询。`,
};

export const healthNotice = {
  title: '城乡居民基本医疗保险集中缴费开始',
  category: 'insurance' as const,
  text: '2027年度城乡居民基本医疗保险集中缴费期为即日起至2026年12月31日，个人缴费标准为每人四百元。可以到本中心2号窗口办理，也可以通过手机缴费。',
};

function tickets({ calls = [], waiting = [] }: Wishes): Kept<'ticket'>[] {
  const serviceOf = (number: string) =>
    services.find(([, , , prefix]) => number.startsWith(prefix))?.[0] ?? 'social';
  const ticket = (number: string, state: TicketState, call: Body<'ticket'>['call']) =>
    kept('ticket', `t${number}`, {
      number,
      service: serviceOf(number),
      day: '2026-11-21',
      kind: 'normal',
      issuedAt: NOW - 60 * MINUTE,
      order: NOW - 60 * MINUTE,
      state,
      call,
    });
  return [
    ...calls.map(([number, window, ago, is]) => {
      const at = NOW - ago * MINUTE;
      const call = { id: `call${number}`, at, window: `w${window}`, windowNumber: window, count: 1 };
      return ticket(number, { is, window: `w${window}`, since: at }, call);
    }),
    ...waiting.map((number) => ticket(number, { is: 'waiting' }, null)),
  ];
}

const pledges: Kept<'pledge'>[] = [
  kept('pledge', 'slogan', { role: 'slogan', title: '服务理念', lines: ['为群众办好事，让群众办好事'] }),
  kept('pledge', 'six', {
    role: 'conduct',
    title: '六零服务',
    lines: [
      '服务受理零推诿',
      '服务方式零距离',
      '服务质量零差错',
      '服务结果零投诉',
      '服务事项零积压',
      '服务对象零冷遇',
    ],
  }),
  kept('pledge', 'pledge', {
    role: 'pledge',
    title: '服务承诺',
    lines: [
      '即办件当场办结，承诺件按承诺时限办结，按时办结率百分之百。',
      '一次性告知办理条件、所需材料和办理程序，不让群众多跑一趟。',
      '工作时间不空岗，因事离开须留去向牌，并由B岗人员接替办理。',
    ],
  }),
];

const names = ['群众咨询接访', '社会保障', '民政事务', '自然资源和规划', '农业农村', '综合服务'];

/** Six windows, or as many as are open; each serves one of the services. */
function windowsOf({ open = [], paused = [] }: Wishes): Kept<'window'>[] {
  const stateOf = (number: number): Body<'window'>['state'] => {
    const pause = paused.find(([its]) => its === number);
    if (pause) {
      const [, goTo, back] = pause;
      return {
        ...{ is: 'paused', clerk: by, since: NOW, reason: 'away' },
        ...(goTo === undefined ? {} : { goTo }),
        ...(back === undefined ? {} : { until: NOW + back * MINUTE }),
      };
    }
    return open.includes(number) ? { is: 'open', clerk: by, since: longAgo } : { is: 'closed' };
  };
  return Array.from({ length: Math.max(6, ...open) }, (_, at) =>
    kept('window', `w${at + 1}`, {
      number: at + 1,
      name: names[at % names.length] ?? '',
      business: [names[at % names.length] ?? ''],
      services: [services[at % services.length]?.[0] ?? 'social'],
      state: stateOf(at + 1),
      ticket: null,
    }),
  );
}

function paceOf(minutes: number): Kept<'pace'> {
  const means = Object.fromEntries(services.map(([id]) => [id, { count: 20, mean: minutes * MINUTE }]));
  return kept('pace', 'pace', { day: '2026-11-21', before: {}, services: means });
}

/** The records of a made-up hall: 青溪县白石镇公共服务中心. */
export function hallOf(wishes: Wishes = {}): RecordMap {
  const contacts = wishes.contacts ?? [
    ['consult', '咨询', '023-7900 0000'],
    ['complain', '监督举报投诉', '023-7900 0001'],
    ['hotline', '政务服务热线', '12345'],
  ];
  return new RecordMap([
    kept('hall', 'hall', {
      name: wishes.name ?? '白石镇公共服务中心',
      standard: 'qianjiang',
      placeKind: 'town',
      place: { county: '青溪县', town: '白石镇' },
      timeZone: 'Asia/Shanghai',
      hours: {
        weekdays: wishes.weekdays ?? [1, 2, 3, 4, 5, 6],
        spans: [
          { from: '09:00', to: '12:00' },
          { from: '14:00', to: '17:00' },
        ],
      },
    }),
    ...services.map(([id, name, short, prefix]) => kept('service', id, { name, short, prefix, digits: 3 })),
    ...(wishes.windows === false ? [] : windowsOf(wishes)),
    ...(wishes.pace ? [paceOf(wishes.pace)] : []),
    ...(wishes.pledges === false ? [] : pledges),
    ...(wishes.slogan
      ? [kept('pledge', 'slogan', { role: 'slogan', title: '服务理念', lines: [wishes.slogan] })]
      : []),
    ...contacts.map(([role, label, value], index) => kept('contact', `c${index}`, { role, label, value })),
    ...(wishes.notices ?? []).map((notice, index) =>
      kept('notice', `n${index}`, {
        category: 'general',
        ...notice,
        from: longAgo - index * MINUTE,
        until: NOW + 5 * DAY,
        postedBy: by,
        postedAt: longAgo,
        withdrawn: null,
      }),
    ),
    ...tickets(wishes),
  ]);
}

/** A usual morning. */
export const morning: Wishes = {
  calls: [
    ['A012', 3, 0.1, 'called'],
    ['B007', 1, 1, 'serving'],
    ['A011', 3, 3, 'finished'],
    ['C003', 5, 5, 'serving'],
    ['A010', 2, 8, 'serving'],
    ['D002', 4, 12, 'finished'],
    ['A006', 3, 25, 'passed'],
    ['B002', 1, 31, 'passed'],
  ],
  open: [1, 2, 3, 4, 5, 6],
  pace: 8,
  waiting: ['A013', 'A014', 'A015', 'A016', 'B008', 'B009', 'C004', 'E001', 'F001', 'F002', 'F003'],
  notices: [farmNotice, healthNotice],
};

/** Everything as long as it may get. */
export const crowded: Wishes = {
  ...morning,
  name: '青溪县人民政府白石街道便民服务中心',
  calls: [
    ['A1012', 12, 0.1, 'called'],
    ['C0103', 11, 1, 'serving'],
    ...Array.from({ length: 9 }, (_, i): [string, number, number, 'passed'] => [
      `B${100 + i}`,
      10 + i,
      4 + i,
      'passed',
    ]),
  ],
  open: Array.from({ length: 24 }, (_, at) => at + 1).filter((number) => number % 5 > 0),
  paused: [[5, 6], [10, undefined, 25], [15, 16], [20]],
  waiting: services.flatMap(([, , , prefix]) => Array.from({ length: 14 }, (_, i) => `${prefix}${200 + i}`)),
  contacts: [
    ['consult', '业务咨询电话', '023-7900 0000'],
    ['consult', '导办台', '023-7900 0008'],
    ['complain', '白石街道纪工委监督举报投诉电话', '023-7900 0001'],
    ['hotline', '政务服务便民热线', '12345'],
    ['address', '地址', '白石街道滨河路18号'],
  ],
};

/** Calls in every part of a large hall. */
export const spread: Wishes = {
  ...crowded,
  calls: [
    ['A1012', 2, 0.1, 'called'],
    ['C0103', 12, 1, 'serving'],
    ['B007', 3, 2, 'serving'],
    ['D002', 9, 3, 'serving'],
    ['F009', 11, 4, 'serving'],
    ['A011', 1, 5, 'finished'],
    ['B006', 4, 6, 'passed'],
    ['C0102', 14, 7, 'finished'],
    ['A010', 6, 8, 'held'],
  ],
};

/** States of the board that the pictures and the layout tests go through. */
export const states: Record<string, Wishes> = {
  morning,
  crowded,
  empty: { waiting: ['A001', 'A002', 'B001'], notices: [healthNotice] },
  bare: { pledges: false, windows: false },
  windows: { pledges: false },
  closed: { weekdays: [1, 2, 3, 4, 5], notices: [farmNotice] },
  pledges: { calls: morning.calls, waiting: [] },
  paused: {
    ...morning,
    open: [1, 2, 4, 6],
    paused: [
      [3, 2],
      [5, undefined, 20],
    ],
  },
};

type BoardScene = Extract<Body<'screen'>['scene'], { is: 'board' }>;
const held = (...numbers: number[]) => numbers.map((number) => `w${number}`);
const run = (from: number, to: number) =>
  held(...Array.from({ length: to - from + 1 }, (_, at) => from + at));

/** Boards of one, two and four groups. */
export const scenes: Record<1 | 2 | 4, BoardScene> = {
  1: { is: 'board' },
  2: { is: 'board', groups: [{ title: '一楼东侧', windows: held(1, 2, 3) }, { windows: held(4, 5, 6) }] },
  4: {
    is: 'board',
    groups: [
      { title: '一楼东侧综合服务区', windows: run(1, 2) },
      { title: '一楼西侧', windows: run(3, 4) },
      { title: '二楼', windows: run(5, 9) },
      { windows: [...held(10, 12), ...run(14, 19), 'w22'] },
    ],
  },
};
