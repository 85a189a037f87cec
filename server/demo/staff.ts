import { createReadStream } from 'node:fs';
import type { AreaKind, PlaceSign, Way } from '../../content/model/area.ts';
import type { CommandInput } from '../../content/model/command.ts';
import { addDays, dayOf } from '../../content/calendar.ts';
import type { DutyRole } from '../../content/model/roster.ts';
import type { Records } from '../../content/records.ts';

interface Person {
  name: string;
  unit: string;
  title: string;
  post: string;
  duties: string[];
  number: string;
  /** Sign-in name of the demo's account. */
  account?: string;
  party?: true;
  leader?: true;
  /** Numbers of the windows whose A and B post they have. */
  a?: number[];
  b?: number[];
}

const office = '023-79000000';
const social = '社会事务办';

/** The demo's people, who do not exist. None has a photo: a drawn figure stands in. */
const people: Person[] = [
  {
    name: '周明远',
    unit: '党政办',
    title: '主任',
    post: '中心主任',
    duties: ['主持中心工作', '审批授权范围内的事项'],
    number: '001',
    account: 'admin',
    party: true,
    leader: true,
  },
  {
    name: '唐雅琴',
    unit: '镇人民政府',
    title: '副镇长',
    post: '分管领导',
    duties: ['分管政务服务'],
    number: '002',
    party: true,
    leader: true,
  },
  {
    name: '林秀英',
    unit: '党政办',
    title: '科员',
    post: '咨询导办台',
    duties: ['咨询、引导、代办', '信息公开'],
    number: '003',
    account: 'bianji',
    b: [1],
  },
  {
    name: '何小雨',
    unit: '信访办',
    title: '科员',
    post: '群众咨询接访',
    duties: ['接待来访', '受理投诉'],
    number: '011',
    account: 'chuang1',
    party: true,
    a: [1],
    b: [2],
  },
  {
    name: '陈建华',
    unit: '社会保障服务所',
    title: '办事员',
    post: '社会保障',
    duties: ['养老、医疗保险参保登记', '待遇资格认证'],
    number: '012',
    account: 'chuang2',
    party: true,
    a: [2],
    b: [3, 4],
  },
  {
    name: '向美玲',
    unit: '卫生健康办',
    title: '办事员',
    post: '卫生健康',
    duties: ['生育登记', '计划生育奖励扶助'],
    number: '013',
    a: [3],
    b: [5],
  },
  {
    name: '吴桂芳',
    unit: social,
    title: '办事员',
    post: '民生事务',
    duties: ['低保、特困、临时救助', '残疾人、老年人福利'],
    number: '014',
    account: 'chuang4',
    a: [4],
    b: [7],
  },
  {
    name: '冉启亮',
    unit: '规划建设管理环保办',
    title: '技术员',
    post: '城乡建设',
    duties: ['农村建房受理', '规划咨询'],
    number: '015',
    a: [6],
    b: [8],
  },
  {
    name: '谭小波',
    unit: '市政管理办',
    title: '科员',
    post: '市政公用',
    duties: ['供水、燃气报装咨询', '占道、环卫事项受理'],
    number: '016',
    party: true,
    a: [8],
    b: [6],
  },
  {
    name: '罗德勇',
    unit: '农业服务中心',
    title: '农艺师',
    post: '涉农事务',
    duties: ['耕地地力保护补贴', '农机购置补贴'],
    number: '017',
    account: 'chuang7',
    party: true,
    a: [7],
  },
  {
    name: '石海燕',
    unit: '市场监督管理所',
    title: '科员',
    post: '市场监管',
    duties: ['个体工商户登记', '食品经营备案'],
    number: '018',
    a: [5],
  },
];

/** The people, with the accounts of this hall. */
export function demoStaff(accounts: ReadonlyMap<string, string>): CommandInput<'staff:put'> {
  return {
    staff: people.map(({ a: _, b: __, account, party, leader, ...one }) => {
      const linked = account === undefined ? undefined : accounts.get(account);
      return {
        ...one,
        phone: office,
        party: party === true,
        leader: leader === true,
        ...(linked !== undefined && { account: linked }),
      };
    }),
  };
}

/** A and B posts of the windows, for people with these ids, in the order of `demoStaff`. */
export function demoPosts(records: Records, ids: readonly string[]): CommandInput<'window:save'>[] {
  const holder = (post: 'a' | 'b', number: number): string | undefined => {
    const index = people.findIndex((one) => one[post]?.includes(number));
    return index < 0 ? undefined : ids[index];
  };
  return [...records.all('window')].map(({ id, body }) => {
    const { number, name, business, services, place } = body;
    const [a, b] = [holder('a', number), holder('b', number)];
    return {
      id,
      number,
      name,
      business,
      services,
      ...(place !== undefined && { place }),
      posts: { ...(a !== undefined && { a }), ...(b !== undefined && { b }) },
      party: number === 4,
    };
  });
}

/** Who leads the days of this month and the next, in turn. */
export function demoRosters(ids: readonly string[], now: number): CommandInput<'roster:save'>[] {
  const [director, leader, desk, first, second, third] = ids as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const months = new Map<string, CommandInput<'roster:save'>>();
  const start = `${dayOf(now).slice(0, 7)}-01`;
  const last = addDays(start, 62).slice(0, 7);
  for (let n = 0; n < 62; n++) {
    const date = addDays(start, n);
    const month = date.slice(0, 7);
    if (month === last) break;
    const roster = months.get(month) ?? { month, days: [] };
    const turn = [first, second, third][n % 3] ?? first;
    const duties: [DutyRole, string][] = [
      ['leader', n % 2 === 0 ? leader : director],
      ['director', n % 2 === 0 ? director : turn],
      ['desk', desk],
    ];
    for (const [role, id] of duties) roster.days.push({ date, role, staff: [id] });
    months.set(month, roster);
  }
  return [...months.values()];
}

/** Areas, with the numbers of their windows and where they stand on the plan. */
export const areas: {
  name: string;
  is: AreaKind;
  way: Way;
  text: string;
  windows: number[];
  at: [number, number];
}[] = [
  {
    name: '窗口服务区',
    is: 'service',
    way: 'ahead',
    text: '在叫到的窗口办理',
    windows: [1, 2, 3, 4, 5, 6, 7, 8],
    at: [0.41, 0.17],
  },
  {
    name: '群众等候区',
    is: 'waiting',
    way: 'ahead',
    text: '取号后在这里等候叫号',
    windows: [],
    at: [0.425, 0.7],
  },
  {
    name: '导服区',
    is: 'consult',
    way: 'right',
    text: '咨询、引导、帮办代办',
    windows: [],
    at: [0.688, 0.83],
  },
  {
    name: '自助服务区',
    is: 'self-service',
    way: 'left',
    text: '取号、查询、自助打印',
    windows: [],
    at: [0.16, 0.53],
  },
  {
    name: '填写区',
    is: 'writing',
    way: 'left',
    text: '有笔、老花镜和填写样本',
    windows: [],
    at: [0.225, 0.85],
  },
  {
    name: '指南样表展示台',
    is: 'samples',
    way: 'left',
    text: '办事指南、空白表格自取',
    windows: [],
    at: [0.14, 0.66],
  },
  {
    name: '投诉受理区',
    is: 'complaints',
    way: 'right',
    text: '当面投诉、意见建议',
    windows: [],
    at: [0.89, 0.57],
  },
  {
    name: '村级事务集中办理区',
    is: 'villages',
    way: 'right',
    text: '各村代办员集中办理',
    windows: [],
    at: [0.89, 0.34],
  },
];

/** Signs of the building on the plan. */
const signs: [PlaceSign, number, number][] = [
  ['entrance', 0.5, 0.955],
  ['exit', 0.62, 0.955],
  ['exit', 0.945, 0.08],
  ['fire', 0.945, 0.72],
  ['fire', 0.06, 0.4],
  ['kiosk', 0.4, 0.86],
  ['toilet', 0.89, 0.8],
  ['accessible', 0.585, 0.88],
  ['water', 0.64, 0.45],
  ['box', 0.8, 0.87],
];

/** Our own drawing, rendered once from plan.svg. */
export const planPicture = () => createReadStream(new URL('plan.png', import.meta.url));

/** The plan with everything on it; `medium` is its picture, if one could be kept. */
export function demoPlan(
  records: Records,
  ids: readonly string[],
  medium: string | undefined,
): CommandInput<'plan:save'> {
  const windows = [...records.all('window')];
  return {
    name: '一楼平面图',
    ...(medium !== undefined && { medium }),
    marks: [
      ...windows.map(({ id, body }) => ({
        is: 'window' as const,
        window: id,
        at: [(110 + 137.5 * (body.number - 0.5)) / 1600, 0.27] as [number, number],
      })),
      ...areas.flatMap(({ at }, index) => {
        const area = ids[index];
        return area === undefined ? [] : [{ is: 'area' as const, area, at }];
      }),
      ...signs.map(([sign, x, y]) => ({ is: 'sign' as const, sign, at: [x, y] as [number, number] })),
    ],
  };
}
