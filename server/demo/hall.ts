import type { Role } from '../../content/model/account.ts';
import type { NoticeCategory } from '../../content/model/notice.ts';
import type { Place } from '../../content/model/hall.ts';
import type { WalkInKind } from '../../content/model/ticket.ts';

/** The demo's hall: a town, people and phones that do not exist. */
export const place: Place = { county: '青溪县', town: '白石镇' };
export const phones = { complaint: '023-79000001', consult: '023-79000000' };

/** Who signs in, and at which window they sit. */
export const people: { name: string; displayName: string; roles: Role[]; window?: number }[] = [
  { name: 'admin', displayName: '周明远', roles: ['admin'] },
  { name: 'bianji', displayName: '林秀英', roles: ['editor'] },
  { name: 'shenhe', displayName: '罗文静', roles: ['reviewer'] },
  { name: 'chuang1', displayName: '何小雨', roles: ['clerk'], window: 1 },
  { name: 'chuang2', displayName: '陈建华', roles: ['clerk'], window: 2 },
  { name: 'chuang4', displayName: '吴桂芳', roles: ['clerk'], window: 4 },
  { name: 'chuang7', displayName: '罗德勇', roles: ['clerk'], window: 7 },
];

const day = 24 * 3600_000;

/** `from` and `until` count from the first start of the demo, in ms. */
export const notices: {
  title: string;
  text: string;
  category: NoticeCategory;
  from: number;
  until: number;
}[] = [
  {
    title: '2027年度城乡居民医保开始缴费',
    category: 'insurance',
    text: '缴费时间为即日起至12月31日，个人缴费标准以医保部门公布为准。\n本人或家人可在2号窗口办理，也可在手机上办理。\n请带身份证或户口簿。行动不便的老人，可打咨询电话预约上门代办。',
    from: 0,
    until: 40 * day,
  },
  {
    title: '耕地地力保护补贴面积公示',
    category: 'subsidy',
    text: '白石镇12个村的补贴面积已核定，名册张贴在各村公示栏，公示7天。\n对面积有疑问的，请在公示期内到7号窗口核对，或拨打监督举报电话。',
    from: 0,
    until: 7 * day,
  },
  {
    title: '赶场日延时服务通知',
    category: 'general',
    text: '每逢农历二、五、八赶场日，社会保障、民生事务、涉农事务三个窗口中午不休息，下午延长到18:00。',
    from: 0,
    until: 90 * day,
  },
];

/** What happened this morning, window by window, in order. */
export const visits: { window: number; does: 'issue' | 'next' | 'start' | 'pass'; kind?: WalkInKind }[] = [
  ...Array.from({ length: 9 }, () => ({ window: 2, does: 'issue' as const })),
  ...Array.from({ length: 5 }, () => ({ window: 4, does: 'issue' as const })),
  { window: 7, does: 'issue' },
  { window: 7, does: 'issue' },
  { window: 7, does: 'issue' },
  { window: 4, does: 'issue', kind: 'priority' },
  { window: 2, does: 'next' },
  { window: 2, does: 'start' },
  { window: 7, does: 'next' },
  { window: 7, does: 'start' },
  { window: 2, does: 'next' },
  { window: 2, does: 'start' },
  { window: 4, does: 'next' },
  { window: 4, does: 'pass' },
  { window: 4, does: 'next' },
  { window: 4, does: 'start' },
  { window: 2, does: 'next' },
];
