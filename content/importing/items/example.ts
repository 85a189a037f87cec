import type { ItemText } from '../../model/item.ts';
import { EXAMPLE } from './columns.ts';

/** The row of the template that shows how every column is filled in; a reading passes it over (U17). */
export const exampleItem: ItemText = {
  name: `${EXAMPLE}临时救助`,
  code: 'QX-0301',
  category: 'assistance',
  type: 'pledged',
  audience: ['person'],
  basis: [{ law: '社会救助暂行办法', article: '第九章 临时救助' }],
  conditions: ['因火灾、交通事故、重大疾病等，基本生活暂时出现严重困难的家庭或者个人。'],
  materials: [
    {
      name: '临时救助申请书',
      form: 'original',
      count: 1,
      need: 'required',
      source: '申请人自备',
      blank: '窗口免费领取',
    },
    { name: '居民身份证', form: 'seen', count: 1, need: 'required', licence: true },
    { name: '医疗费用票据', form: 'copy', count: 1, need: 'conditional', when: '因病申请的' },
  ],
  steps: [
    { key: 's1', name: '申请', who: '申请人', branches: [] },
    {
      key: 's2',
      name: '受理',
      who: '民政窗口',
      days: 1,
      result: '受理通知书',
      onward: '材料齐全',
      branches: [
        { is: 'supplement', when: '材料不齐', text: '一次性告知补正' },
        { is: 'refuse', when: '不符合条件', text: '书面告知理由' },
        { is: 'step', when: '情况紧急', to: 's4' },
      ],
    },
    { key: 's3', name: '调查审核', who: '乡镇人民政府', days: 7, branches: [] },
    { key: 's4', name: '发放', who: '县级民政部门', days: 2, result: '救助金', branches: [] },
  ],
  statutoryDays: 20,
  promisedDays: 10,
  limitNote: '公示时间不计入',
  fees: { is: 'free' },
  outcome: '临时救助金',
  windows: [],
  services: [],
  consult: [{ is: 'own', label: '民政窗口', value: '023-79000000' }],
  complain: [],
  visits: 1,
  agent: { whom: '行动不便的' },
  note: '情况紧急的，可以先行救助，再补办手续。',
};
