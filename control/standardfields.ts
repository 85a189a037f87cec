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

/** Lists, hours and ticks of an entry, which are typed a line each. */
const shaped = [
  'also',
  'lines',
  'business',
  'services',
  'titles',
  'copies',
  'fields',
  'steps',
  'families',
  'weekdays',
  'spans',
  'bad',
  'across',
] as const;
export type ShapedName = (typeof shaped)[number];

/** A value of an entry that is no word and no figure. */
export type Shaped =
  | { name: ShapedName; is: 'words'; value: readonly string[] }
  | { name: ShapedName; is: 'figures'; value: readonly number[] }
  | { name: ShapedName; is: 'spans'; value: readonly { from: string; to: string }[] }
  | { name: ShapedName; is: 'tick'; value: boolean };

/** The lists, hours and ticks of an entry that a hall may write anew. */
export function shapedFields(entry: AnyEntry): Shaped[] {
  const held = entry as unknown as Record<string, unknown>;
  return shaped.flatMap((name): Shaped[] => {
    const value = held[name];
    if (typeof value === 'boolean') return [{ name, is: 'tick', value }];
    if (!Array.isArray(value)) return [];
    const list: readonly unknown[] = value;
    if (list.length > 0 && list.every((one) => typeof one === 'number'))
      return [{ name, is: 'figures', value: list }];
    if (list.every((one) => typeof one === 'string')) return [{ name, is: 'words', value: list }];
    return list.every(isSpan) ? [{ name, is: 'spans', value: list }] : [];
  });
}

function isSpan(one: unknown): one is { from: string; to: string } {
  return typeof one === 'object' && one !== null && 'from' in one && 'to' in one;
}

/** A list as it is typed: a line each; figures and spans of hours in their own way. */
export function linesOf(field: Shaped): string {
  if (field.is === 'tick') return '';
  if (field.is === 'spans') return field.value.map(({ from, to }) => `${from}-${to}`).join('\n');
  return field.value.join('\n');
}

/** What was typed; null while a figure or a time in it cannot be read. */
export function readLines(is: 'words' | 'figures' | 'spans', typed: string): unknown[] | null {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (is === 'words') return lines;
  if (is === 'figures') {
    const figures = lines.flatMap((line) => line.split(/[\s,，、]+/)).map(Number);
    return figures.every(Number.isFinite) ? figures : null;
  }
  const spans = lines.map((line) => /^(\d{1,2}:\d{2})\s*[-–—至~]\s*(\d{1,2}:\d{2})$/.exec(line));
  if (spans.some((span) => span === null)) return null;
  return spans.map((span) => ({ from: span![1]!.padStart(5, '0'), to: span![2]!.padStart(5, '0') }));
}

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
