import type { Staff } from '../../content/model/staff.ts';
import type { RecordMap } from '../../content/records.ts';
import { kept } from '../support/hall.ts';
import { printedHall } from './hall.ts';

/** A picture that needs no file: a face on the blue of an identity photo, a plan of a room. */
const svg = (body: string, width: number, height: number) =>
  `data:image/svg+xml;base64,${Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`,
  ).toString('base64')}`;

export const pictures: Record<string, string> = {
  ['f'.repeat(64)]: svg(
    '<rect width="70" height="98" fill="#438edb"/><circle cx="35" cy="40" r="17" fill="#e8c3a0"/><path d="M18 38a17 19 0 0 1 34 0c-6-8-12-9-17-9s-11 1-17 9z" fill="#222"/><path d="M6 98c2-24 16-34 29-34s27 10 29 34z" fill="#1d2733"/>',
    70,
    98,
  ),
  ['e'.repeat(64)]: svg(
    '<rect width="1600" height="1000" fill="#fff"/><path d="M40 40h1520v920H900M700 960H40z" fill="none" stroke="#333" stroke-width="14"/><path d="M40 300h1200M1240 40v180" stroke="#333" stroke-width="8"/>',
    1600,
    1000,
  ),
};

function person(order: number, name: string, more: Partial<Staff> = {}): Staff {
  return { name, unit: '清溪镇社会事务办', party: false, leader: false, order, ...more };
}

const by = { id: 'chen', name: '陈管理' };
function picture(id: string, digest: string, width: number, height: number) {
  return kept('medium', id, {
    name: id,
    is: 'picture',
    upload: digest.repeat(64),
    type: 'image/png',
    size: 1000,
    width,
    height,
    checked: null,
    by,
    at: 0,
  });
}

/** The made-up hall with people, areas, a plan, a calendar and lists of conduct. */
export function signHall(): RecordMap {
  const records = printedHall();
  const windows = ['w1', 'w2', 'w3', 'w4'].map((id) => ({ id, body: records.get('window', id)! }));
  records.apply([
    picture('face', 'f', 700, 980),
    picture('drawing', 'e', 1600, 1000),
    ...windows.map(({ id, body }, index) =>
      kept('window', id, {
        ...body,
        business: [
          ['证明事项', '代办服务', '综合受理'],
          ['养老保险', '医疗保险', '就业登记'],
          ['低保', '特困供养', '优抚'],
          ['来访接待'],
        ][index]!,
        posts: { a: 'zhou', b: 'wu' },
      }),
    ),
    kept(
      'staff',
      'zhou',
      person(0, '周明', {
        title: '办事员',
        post: '社保窗口',
        phone: '023-79000011',
        number: 'QX-001',
        photo: 'face',
        party: true,
        duties: ['受理养老保险、医疗保险申请', '解答社会保障政策咨询', '一次性告知所需材料'],
      }),
    ),
    kept('staff', 'wu', person(1, '吴秀兰', { title: '主任', phone: '023-79000012', leader: true })),
    kept('staff', 'zhao', person(2, '赵国强', { post: '民政窗口', photo: 'face', duties: ['受理低保申请'] })),
    kept('staff', 'qian', person(3, '钱小燕', { title: '办事员', photo: 'face' })),
    kept('staff', 'sun', person(4, '孙德福', { title: '办事员', photo: 'face' })),
    kept('staff', 'li', person(5, '李春梅', { title: '办事员', photo: 'face', phone: '023-79000015' })),
    kept('area', 'service', {
      name: '窗口服务区',
      is: 'service',
      floor: '1 楼',
      way: 'ahead',
      windows: ['w1', 'w2', 'w3', 'w4'],
      order: 0,
    }),
    kept('area', 'waiting', {
      name: '群众等候区',
      is: 'waiting',
      floor: '1 楼',
      way: 'left',
      windows: [],
      order: 1,
    }),
    kept('area', 'consult', {
      name: '咨询导办区',
      is: 'consult',
      floor: '1 楼',
      way: 'right',
      text: '不知道到哪个窗口办，请先问这里',
      windows: [],
      order: 2,
    }),
    kept('area', 'office', {
      name: '日常办公区',
      is: 'office',
      floor: '2 楼',
      way: 'up',
      windows: [],
      order: 3,
    }),
    kept('plan', 'ground', {
      name: '一楼大厅平面图',
      floor: '1 楼',
      medium: 'drawing',
      marks: [
        { is: 'window', window: 'w1', at: [0.2, 0.22] },
        { is: 'window', window: 'w2', at: [0.4, 0.22] },
        { is: 'window', window: 'w3', at: [0.6, 0.22] },
        { is: 'area', area: 'waiting', at: [0.35, 0.6] },
        { is: 'area', area: 'consult', at: [0.75, 0.6] },
        { is: 'sign', sign: 'exit', at: [0.5, 0.97] },
        { is: 'sign', sign: 'fire', at: [0.05, 0.5] },
        { is: 'sign', sign: 'toilet', at: [0.92, 0.12] },
      ],
    }),
    kept('roster', '2026-11', { days: [{ date: '2026-11-23', role: 'leader', staff: ['wu'] }] }),
    kept('calendar', 'calendar', {
      days: [
        ...[1, 2, 3].map((day) => ({ day: `2027-01-0${day}`, is: 'off' as const, note: '元旦' })),
        { day: '2027-01-10', is: 'work', note: '调休' },
      ],
      market: { on: { by: 'figure', figures: [1, 4, 7], lunar: false } },
      lines: [
        { title: '午间服务', when: '12:00–14:00，1 号窗口' },
        { title: '双休日预约服务', when: '9:00–17:00' },
      ],
    }),
    ...(
      [
        ['三清', ['咨询服务一口清', '发放资料一手清', '受理审查一次清']],
        ['四亮', ['亮身份', '亮职责', '亮标准', '亮承诺']],
        [
          '五个一样',
          [
            '受理、咨询一样热情',
            '生人、熟人一样和气',
            '干部、群众一样尊重',
            '忙时、闲时一样耐心',
            '来早、来晚一样接待',
          ],
        ],
        [
          '六零服务',
          [
            '服务效果零投诉',
            '服务质量零差错',
            '服务事项零积压',
            '服务受理零推诿',
            '服务方式零距离',
            '服务时限零超时',
          ],
        ],
      ] as const
    ).map(([title, lines], index) =>
      kept('pledge', `conduct${index}`, { role: 'conduct', title, lines: [...lines] }),
    ),
  ]);
  return records;
}
