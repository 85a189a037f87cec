import type { Standard, StandardPart } from '../content/model/standard.ts';
import type { AnyEntry } from '../content/standards.ts';
import type { Shape, FieldName } from './standardshapes.ts';
import { say } from './words.ts';

type Key = Parameters<typeof say>[0];

/** Words that stand elsewhere in the panel for the choices of a field; all others are `standards.choice.FIELD.VALUE`. */
const elsewhere: Partial<Record<FieldName, (part: StandardPart, value: string) => string>> = {
  role: (part, value) => `${part === 'pledges' ? 'pledge.role' : 'contact'}.${value}`,
  level: (_, value) => `standards.${value}`,
  on: (_, value) => `standards.on.${value}`,
  every: (_, value) => `standards.every.${value}`,
};

/** What can be chosen for a field, with its words; entries of another part by their names. */
export function choicesOf(
  part: StandardPart,
  { name, shape }: { name: FieldName; shape: Shape },
  entry: AnyEntry,
  standard: Pick<Standard, 'services' | 'caseTypes'>,
): { value: string; words: string }[] {
  if (shape === 'weekdays')
    return ['1', '2', '3', '4', '5', '6', '7'].map((value) => ({
      value,
      words: say(`weekday.${value}` as Key),
    }));
  if (typeof shape === 'string') return [];
  if ('keysOf' in shape) {
    const { level } = entry as { level?: string };
    return shape.keysOf === 'services'
      ? standard.services
          .filter((one) => one.level === level)
          .map((one) => ({ value: one.key, words: one.name }))
      : standard.caseTypes.map((one) => ({ value: one.key, words: one.label }));
  }
  const values = 'one' in shape ? shape.one : shape.some;
  return values.map((value) => ({
    value,
    words: say((elsewhere[name]?.(part, value) ?? `standards.choice.${name}.${value}`) as Key),
  }));
}
