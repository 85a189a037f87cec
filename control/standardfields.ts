import type { StandardPart } from '../content/model/standard.ts';
import type { AnyEntry } from '../content/standards.ts';

const names = [
  'word',
  'title',
  'label',
  'name',
  'short',
  'prefix',
  'pattern',
  'limit',
  'fresh',
  'target',
  'points',
  'min',
  'max',
  'owner',
  'value',
  'place',
  'to',
  'group',
  'instead',
  'text',
] as const;
export type FieldName = (typeof names)[number];

/** Where the field is what the entry is known by, or a choice of few, it is not typed. */
const fixed: Partial<Record<StandardPart, readonly FieldName[]>> = {
  pledges: ['title'],
  banned: ['word'],
  taboo: ['text'],
  facilities: ['group'],
};

/** The words and figures of an entry that a hall may write anew, in the order of a form. */
export function changeable(
  part: StandardPart,
  entry: AnyEntry,
): { name: FieldName; value: string | number }[] {
  const held = entry as unknown as Record<string, unknown>;
  return names.flatMap((name) => {
    const value = held[name];
    if (fixed[part]?.includes(name)) return [];
    return typeof value === 'string' || typeof value === 'number' ? [{ name, value }] : [];
  });
}
