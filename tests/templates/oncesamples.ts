import type { Figures, Report, Spread } from '../../content/history/report.ts';
import type { Certificate } from '../../content/model/showing.ts';
import type { OnceKind, OnceNow } from '../../content/sheets/once/kinds.ts';

const HALL = '清溪镇便民服务中心';
const MINUTE = 60_000;
const spread = (minutes: number): Spread => ({
  mean: minutes * MINUTE,
  median: minutes * 0.8 * MINUTE,
  p90: minutes * 2 * MINUTE,
  max: minutes * 3 * MINUTE,
});
const figures = (issued: number): Figures => ({
  issued,
  served: issued - 3,
  passed: 2,
  dropped: 1,
  cancelled: 0,
  left: 0,
  overtime: 1,
  wait: spread(6 + (issued % 5)),
  service: spread(8),
  estimate: { count: issued, error: 3 * MINUTE, inside: 0.8 },
  ratings: null,
});
const report = (by: Report['by'], rows: (readonly [string, string])[]): Report => ({
  from: '2026-11-01',
  to: '2026-11-14',
  by,
  rows: rows.map(([key, name], index) => ({ key, name, ...figures(20 + ((index * 7) % 23)) })),
  total: figures(412),
});

const seal = 'a1b2c3d4'.repeat(8);
const certificate: Certificate = {
  notice: 'n',
  title: '农业补贴发放公示',
  revs: [1, 2],
  first: '2026-11-10',
  last: '2026-11-16',
  working: 5,
  days: Array.from({ length: 7 }, (_, index) => ({
    day: `2026-11-${10 + index}`,
    is: index < 4 || index === 6 ? ('shown' as const) : ('rest' as const),
    ms: index < 4 || index === 6 ? 6 * 3_600_000 : 0,
    screens: index < 4 || index === 6 ? [{ screen: 'tv', ms: 6 * 3_600_000, turns: 240 }] : [],
    chain: seal,
    sealed: true,
  })),
  screens: [{ screen: 'tv', name: '大厅主屏', spot: '一楼大厅', ms: 30 * 3_600_000, days: 5 }],
  gaps: [],
  moreGaps: 0,
  pictures: [],
  chain: seal,
  verdict: { is: 'whole' },
  madeAt: Date.UTC(2026, 10, 17, 2),
  code: 'S7K2M9QX',
};

const frame = { title: '', made: [], single: false, hall: HALL, hash: '' };

/** One of each paper that is printed once, with made-up figures. */
export const oncePapers: { [K in OnceKind]: Extract<OnceNow, { is: K }> } = {
  report: {
    ...frame,
    is: 'report',
    data: {
      from: '2026-11-01',
      to: '2026-11-14',
      time: report(
        'day',
        Array.from({ length: 14 }, (_, index) => {
          const day = `2026-11-${String(index + 1).padStart(2, '0')}`;
          return [day, day] as const;
        }),
      ),
      windows: report('window', [
        ['w1', '1 号窗口 综合服务'],
        ['w2', '2 号窗口 社会保障'],
        ['w3', '3 号窗口 民政事务'],
      ]),
      services: report('service', [
        ['a', '社会保障'],
        ['b', '民政事务'],
      ]),
    },
  },
  ledger: {
    ...frame,
    is: 'ledger',
    data: {
      month: '2026-11',
      lines: [
        {
          opened: '2026-11-03',
          due: '2026-11-17',
          closed: '2026-11-06',
          number: 'A012',
          window: 2,
          degree: 2,
          reasons: ['waiting', 'unclear'],
          words: '排了四十分钟，第一次来没有说要带复印件。',
          steps: [
            {
              on: '2026-11-04',
              by: '吴秀兰',
              what: 'verify',
              text: '当天只开了一个窗口，情况属实。',
              result: 'founded',
            },
            { on: '2026-11-05', by: '周明', what: 'mend', text: '高峰时增开 3 号窗口，材料清单贴到窗口。' },
            {
              on: '2026-11-06',
              by: '吴秀兰',
              what: 'callback',
              text: '电话回访，表示满意。',
              result: 'content',
            },
          ],
        },
        {
          opened: '2026-11-12',
          due: '2026-11-26',
          closed: null,
          number: 'B007',
          window: 1,
          degree: 1,
          reasons: ['attitude'],
          words: '',
          steps: [],
        },
      ],
    },
  },
  scorecard: {
    ...frame,
    is: 'scorecard',
    data: {
      standard: '黔江区便民服务中心建设标准',
      lines: Array.from({ length: 12 }, (_, index) => ({
        group: ['场所建设', '队伍管理', '服务规范'][Math.floor(index / 4)]!,
        label: ['牌匾按标准悬挂', '窗口标识齐全', '人员信息公开', '一次性告知'][index % 4]!,
        full: 5,
        got: index === 5 ? null : 5 - (index % 3),
        proof: index % 2 ? { done: 8 + (index % 3), of: 10 } : null,
        note: index === 5 ? '等待实地查看' : '',
        by: index % 2 ? '' : '陈管理',
      })),
      extras: [{ label: '获评市级示范大厅', points: 2, note: '渝政务〔2026〕12 号' }],
      points: 47,
      full: 60,
      open: 1,
      months: Array.from({ length: 6 }, (_, index) => ({
        month: `2026-0${index + 4}`,
        points: 38 + index * 2,
        full: 60,
      })),
    },
  },
  certificate: { ...frame, is: 'certificate', title: '农业补贴发放公示', data: certificate },
};
