import { speaker } from '../../content/messages/catalogue.ts';
import { itemEntries } from '../../content/messages/items.ts';
import type { TypeWords } from '../../content/views/casewords.ts';
import type { ItemText, ItemType, Material, Step } from '../../content/model/item.ts';

export const say = speaker(itemEntries, 'zh-CN');

/** 当场办结, 5 个工作日. */
export function wordDays(days: number): string {
  return days === 0 ? say('item.now') : say('item.days', { days });
}

/** 承诺件, or what the hall's standard calls it. */
export function wordType(type: ItemType, types: TypeWords | undefined): string {
  return types?.[type] ?? say(`item.type.${type}`);
}

/** The promise in short for a list: 当场办结, 3 个工作日; empty if nothing is promised. */
export function wordPromise({ promisedDays, type }: Pick<ItemText, 'promisedDays' | 'type'>): string {
  if (promisedDays !== undefined) return wordDays(promisedDays);
  return type === 'instant' ? say('item.now') : '';
}

/** 原件 1 份 · 可容缺后补. */
export function wordMaterial({ form, count, need, when }: Material): string {
  const paper = `${say(`item.form.${form}`)} ${say('item.count', { count })}`;
  if (need === 'required') return paper;
  return `${paper} · ${need === 'conditional' && when ? when : say(`item.need.${need}`)}`;
}

/** 综合窗口 · 1 个工作日 · 出具 受理通知书. */
export function wordStep({ who, days, result }: Step): string {
  const limit = days === undefined ? '' : days === 0 ? say('flow.now') : say('flow.days', { days });
  return [who, limit, result && say('flow.result', { result })].filter(Boolean).join(' · ');
}

/** Marks of an item: how often one comes, no papers, agents. */
export function marksOf({ visits, noMaterials, agent }: ItemText): string[] {
  return [
    visits === undefined ? '' : visits <= 1 ? say(`item.visits.${visits as 0 | 1}`) : '',
    noMaterials ? say('item.zero') : '',
    agent ? say('item.agent') : '',
  ].filter(Boolean);
}

/** An address that opens, or null for words that say where. */
export function linkOf(where: string): string | null {
  return /^https?:\/\/\S+$/.test(where) ? where : null;
}
