import type { Fees, ItemText, Material, Step } from '../content/model/item.ts';
import { say } from './words.ts';

const joined = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' · ');
const days = (count: number | undefined): string | false =>
  count !== undefined && (count === 0 ? say('item.now') : say('item.days', { days: count }));

function materialLine(material: Material): string {
  const { name, form, count, need, when, source, note, blank, filled, blankFile, filledFile } = material;
  const paper = `${say(`item.form.${form}`)} ${say('item.count', { count })}`;
  return joined(
    name,
    paper,
    say(`item.need.${need}`),
    when,
    source,
    note,
    blank,
    filled,
    blankFile,
    filledFile,
  );
}

function stepLine({ name, who, days: limit, result, branches }: Step): string {
  const turns = branches.map((one) => joined(one.when, 'text' in one && one.text));
  return joined(name, who, days(limit), result, ...turns);
}

const feeLines = (fees: Fees): string[] =>
  fees.is === 'free' ? [say('item.free')] : fees.lines.map(({ amount, basis }) => joined(amount, basis));

/** An item's words as lines that people compare: papers, steps and fees in words, never as their keys. Ids are names by then. */
export function itemLines(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const text: Partial<ItemText> = body;
  return {
    ...body,
    ...(text.materials && { materials: text.materials.map(materialLine) }),
    ...(text.steps && { steps: text.steps.map(stepLine) }),
    ...(text.fees && { fees: feeLines(text.fees) }),
    ...(text.audience && { audience: text.audience.map((one) => say(`item.audience.${one}`)) }),
    ...(text.agent && { agent: text.agent.whom || say('item.agent') }),
  };
}
