import type { Item, ItemText } from '../model/item.ts';
import type { Facts } from './facts.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';

/** The seven disclosures of QJ 四(三)7, where the standard names none. */
const SEVEN: readonly { key: string; label: string }[] = [
  { key: 'basis', label: '法定依据' },
  { key: 'conditions', label: '申请条件' },
  { key: 'materials', label: '申报材料' },
  { key: 'procedure', label: '办理程序' },
  { key: 'limit', label: '承诺时限' },
  { key: 'fees', label: '收费依据及标准' },
  { key: 'phones', label: '咨询服务和投诉电话' },
];

type Part = Exclude<keyof Item, number>;
interface Disclosure {
  /** The field of the guide in which it is mended. */
  path: Part;
  has: (item: ItemText, facts: Facts) => boolean;
}

/** What is written in the guide itself, whatever else the hall has. */
const written = {
  basis: ({ basis }) => basis.length > 0,
  conditions: ({ conditions }) => conditions.length > 0,
  materials: ({ materials, noMaterials }) => noMaterials === true || materials.length > 0,
  steps: ({ steps }) => steps.length > 0,
  promised: ({ promisedDays }) => promisedDays !== undefined,
  // No law sets a limit for many an item, and the guide then says so by leaving it out.
  fees: ({ fees }) => fees !== undefined,
} as const satisfies Record<string, (item: ItemText) => boolean>;

/** Disclosures that a guide must have (QJ 四(三)7); phones are always there, since the hall's own fill in. */
export type ItemGap = keyof typeof written;
export const itemGaps = Object.keys(written) as ItemGap[];

/** Which of the seven disclosures are not written yet. Wording and what a standard adds is for `lacksOfItem`. */
export function gapsOf(text: ItemText): ItemGap[] {
  return itemGaps.filter((gap) => !written[gap](text));
}

const phoneOf = (role: 'consult' | 'complain', item: ItemText, facts: Facts): boolean =>
  item[role].length > 0 || facts.phones.some((one) => one.role === role);

/** How each disclosure of the standards shows in an item; those that no field answers for are not asked of it. */
const disclosures: Record<string, Disclosure> = {
  name: { path: 'name', has: ({ name }) => name.trim() !== '' },
  basis: { path: 'basis', has: written.basis },
  conditions: { path: 'conditions', has: written.conditions },
  materials: { path: 'materials', has: written.materials },
  procedure: { path: 'steps', has: written.steps },
  flow: { path: 'steps', has: written.steps },
  limit: { path: 'promisedDays', has: written.promised },
  fees: { path: 'fees', has: written.fees },
  'fee-basis': {
    path: 'fees',
    has: ({ fees }) =>
      fees?.is === 'free' || (fees?.lines.every(({ basis }) => basis.trim() !== '') ?? false),
  },
  phones: {
    path: 'consult',
    has: (item, facts) => phoneOf('consult', item, facts) && phoneOf('complain', item, facts),
  },
  consult: { path: 'consult', has: (item, facts) => phoneOf('consult', item, facts) },
  complain: { path: 'complain', has: (item, facts) => phoneOf('complain', item, facts) },
  'material-copies': { path: 'materials', has: () => true },
  'material-form': { path: 'materials', has: () => true },
  'material-source': {
    path: 'materials',
    has: ({ materials }) => materials.every(({ source }) => source !== undefined && source !== ''),
  },
};

/** The disclosures that an item's guide still lacks, one finding each (K17). `key` names it for a score. */
export function lacksOfItem(item: Item, id: string, facts: Facts): Finding[] {
  const asked = facts.asked.disclosures.length
    ? facts.asked.disclosures.filter(({ on, force }) => on.includes('guide') && force !== 'advice')
    : SEVEN;
  return asked.flatMap(({ key, label }) => {
    const disclosure = disclosures[key];
    if (!disclosure || disclosure.has(item, facts)) return [];
    const params = { item: item.name, label, key };
    return [finding('lack.disclosure', { kind: 'item', id }, { path: disclosure.path }, params)];
  });
}

/** Whether every item tells of `key`: 全部公开 is all or nothing (YJ 附件3 三(一)). Null without items. */
export function allDisclose(key: string, items: readonly Item[], facts: Facts): boolean | null {
  const disclosure = disclosures[key];
  if (!disclosure || items.length === 0) return null;
  return items.every((item) => disclosure.has(item, facts));
}
