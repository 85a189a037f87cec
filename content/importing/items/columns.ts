/** Columns of a table of items, in the order of the template, as their headings say. `!` marks those that must be there. */
export const columns = {
  name: '事项名称',
  code: '事项编码',
  category: '类别',
  type: '办件类型',
  audience: '服务对象',
  basis: '法定依据',
  conditions: '申请条件',
  materials: '申报材料',
  steps: '办理程序',
  statutoryDays: '法定时限',
  promisedDays: '承诺时限',
  limitNote: '时限说明',
  fees: '收费',
  outcome: '办理结果',
  windows: '办理窗口',
  services: '取号业务',
  consult: '咨询电话',
  complain: '投诉电话',
  online: '网上办理',
  visits: '跑动次数',
  agent: '代办',
  note: '注意事项',
} as const;
export type Column = keyof typeof columns;
export const columnKeys = Object.keys(columns) as Column[];

/** With this a row's name begins that only shows how the template is filled in. */
export const EXAMPLE = '示例：';

/** A new item cannot do without these; an item that is there keeps what no column says. */
export const needed: readonly Column[] = ['name', 'category', 'type'];

/** The column that a heading means: without blanks, stars and what stands in brackets. */
export function columnOf(heading: string): Column | undefined {
  const plain = heading
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/[\s*:]/g, '');
  return columnKeys.find((key) => columns[key] === plain);
}
