import type { ItemText, Material, Step } from '../../content/model/item.ts';
import { emptyItem } from '../../content/publishing/items.ts';

/** A made-up item with nothing but what it must have. */
export function bareItem(name: string, more: Partial<ItemText> = {}): ItemText {
  return { ...emptyItem, name, category: 'household', type: 'instant', audience: [], ...more };
}

export function material(name: string, more: Partial<Material> = {}): Material {
  return { name, form: 'original', count: 1, need: 'required', ...more };
}

export function step(key: string, name: string, more: Partial<Step> = {}): Step {
  return { key, name, branches: [], ...more };
}

/** A made-up item that discloses everything there is. */
export const fullItem: ItemText = bareItem('临时救助申请', {
  code: 'QX-0301',
  category: 'assistance',
  type: 'pledged',
  audience: ['person'],
  basis: [{ law: '社会救助暂行办法', article: '第九章 临时救助' }],
  conditions: ['家庭因火灾、交通事故等意外事件，基本生活暂时出现严重困难。', '家庭成员突发重大疾病。'],
  materials: [
    material('临时救助申请书', {
      source: '申请人自备',
      blank: '窗口免费领取',
      filled: 'https://example.org/sample',
    }),
    material('居民身份证', { form: 'both', count: 2, licence: true }),
    material('医疗费用票据', { need: 'conditional', when: '因病申请的', form: 'copy', source: '就诊的医院' }),
    material('收入证明', { need: 'deferrable', note: '近 12 个月' }),
  ],
  steps: [
    step('a', '申请', { who: '申请人', days: 0, result: '申请书' }),
    step('b', '受理', {
      who: '综合窗口',
      days: 1,
      result: '受理通知书',
      onward: '材料齐全',
      branches: [
        { is: 'supplement', when: '材料不齐', text: '一次性告知补正' },
        { is: 'refuse', when: '不符合条件', text: '不予受理通知书' },
      ],
    }),
    step('c', '调查核实', { who: '社会事务办', days: 7 }),
    step('d', '审核', {
      who: '镇人民政府',
      days: 3,
      onward: '通过',
      branches: [{ is: 'refuse', when: '不通过', text: '书面告知理由' }],
    }),
    step('e', '发放救助金', { who: '县财政局', days: 5, result: '救助金' }),
  ],
  statutoryDays: 20,
  promisedDays: 10,
  limitNote: '公示时间不计入',
  fees: { is: 'free' },
  outcome: '救助金',
  windows: ['w1'],
  services: ['civil'],
  consult: [{ is: 'own', label: '民政窗口', value: '023-79000003' }],
  online: 'https://example.org/apply',
  visits: 1,
  agent: { whom: '老年人、残疾人' },
  note: '情况紧急的可以先救助，后补手续。',
});
