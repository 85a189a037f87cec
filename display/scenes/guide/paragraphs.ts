import { speaker } from '../../../content/messages/catalogue.ts';
import { itemEntries } from '../../../content/messages/items.ts';
import { say as sayScene } from '../../../content/messages/scenes.ts';
import type { ItemText, Material, Step } from '../../../content/model/item.ts';
import type { GuidePhone, ItemPage } from '../../../content/views/itempage.ts';
import type { Paragraph } from '../reading/cut.ts';

export const say = speaker(itemEntries, 'zh-CN');

/** 当场办结, 5 个工作日. */
export function wordDays(days: number): string {
  return days === 0 ? say('item.now') : say('item.days', { days });
}

export interface Figure {
  label: string;
  value: string;
}

/** The three figures at the head of a guide (look.md): limits and fee. */
export function figuresOf({ statutoryDays, promisedDays, type, fees }: ItemText): Figure[] {
  const promised =
    promisedDays !== undefined ? wordDays(promisedDays) : type === 'instant' ? say('item.now') : null;
  const fee = fees && say(fees.is === 'free' ? 'item.free' : 'item.charged');
  return [
    ...(statutoryDays === undefined
      ? []
      : [{ label: say('item.statutory'), value: wordDays(statutoryDays) }]),
    { label: say('item.promised'), value: promised ?? say('item.unwritten') },
    { label: say('item.fee'), value: fee ?? say('item.unwritten') },
  ];
}

/** 居民身份证（原件 1 份；可容缺后补）. */
export function wordMaterial({ name, form, count, need, when, note, licence, source }: Material): string {
  const demands = [
    `${say(`item.form.${form}`)} ${say('item.count', { count })}`,
    need === 'required' ? '' : need === 'conditional' && when ? when : say(`item.need.${need}`),
    note ?? '',
    licence ? say('item.licence') : '',
    source ? say('item.source', { source }) : '',
  ].filter(Boolean);
  return `${name}（${demands.join('；')}）`;
}

/** 受理（综合窗口，1 个工作日，出具受理通知书）. */
function wordStep({ name, who, days, result }: Step): string {
  const limit = days === undefined ? '' : days === 0 ? say('flow.now') : say('flow.days', { days });
  const told = [who, limit, result && say('flow.result', { result })].filter(Boolean);
  return told.length > 0 ? `${name}（${told.join('，')}）` : name;
}

function wordPhones(title: string, phones: readonly GuidePhone[]): Paragraph[] {
  if (phones.length === 0) return [];
  const numbers = phones.map(({ value, owner }) => (owner ? `${value}（${owner}）` : value));
  return [{ text: `${title} ${numbers.join(sayScene('guide.join'))}` }];
}

export const numbered = (texts: readonly string[]): Paragraph[] =>
  texts.length === 1
    ? [{ text: texts[0]! }]
    : texts.map((text, place) => ({ mark: sayScene('guide.mark', { place: place + 1 }), text }));

/**
 * The seven disclosures (法定依据 to 咨询投诉电话) and what a visitor asks besides, as they stand on a wall. What
 * nobody has written yet is said so; what an item need not have is left out.
 */
export function paragraphsOfItem({ text, windows, consult, complain }: ItemPage): Paragraph[] {
  const unwritten: Paragraph[] = [{ text: say('item.unwritten'), is: 'quiet' }];
  const { basis, conditions, materials, steps, fees } = text;
  const part = (title: string, lines: readonly Paragraph[]): Paragraph[] => [
    { text: title, is: 'heading' },
    ...(lines.length > 0 ? lines : unwritten),
  ];
  const places = [
    ...windows.map(({ number, name }) => `${say('item.window', { number })} ${name}`),
    ...(text.agent ? [text.agent.whom ? say('item.agent.whom', text.agent) : say('item.agent.all')] : []),
  ];
  const charged = fees?.is === 'charged' ? fees : null;
  return [
    ...(places.length > 0 ? part(say('item.where'), numbered([places.join('；')])) : []),
    ...part(say('item.conditions'), numbered(conditions)),
    ...part(
      say('item.materials'),
      text.noMaterials ? [{ text: say('item.zero') }] : numbered(materials.map(wordMaterial)),
    ),
    ...part(say('item.steps'), numbered(steps.map(wordStep))),
    ...(text.limitNote ? part(say('item.limits'), [{ text: text.limitNote }]) : []),
    ...part(
      say('item.fees'),
      charged
        ? [
            ...charged.lines.map(({ amount, basis }) => ({
              text: basis ? `${amount}（${say('item.fee-basis', { basis })}）` : amount,
            })),
            ...(charged.pay ? [{ text: say('item.pay', { pay: charged.pay }) }] : []),
          ]
        : fees
          ? [{ text: say('item.free') }]
          : [],
    ),
    ...(text.outcome ? part(say('item.outcome'), [{ text: text.outcome }]) : []),
    ...part(
      say('item.basis'),
      numbered(basis.map(({ law, article }) => say('item.law', { law }) + (article ?? ''))),
    ),
    ...(text.note
      ? part(
          say('item.note'),
          text.note
            .split('\n')
            .filter((one) => one.trim())
            .map((one) => ({ text: one })),
        )
      : []),
    ...part(say('item.phones'), [
      ...wordPhones(say('item.consult'), consult),
      ...wordPhones(say('item.complain'), complain),
    ]),
  ];
}
