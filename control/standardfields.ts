import type { StandardPart } from '../content/model/standard.ts';
import type { AnyEntry } from '../content/standards.ts';
import { shapes, type FieldName, type Shape } from './standardshapes.ts';

/** A field of an entry as a form asks for it; `value` is undefined where the entry says nothing. */
export interface EntryField {
  name: FieldName;
  shape: Shape;
  value: unknown;
}
/** What a form holds of a field: text, a tick, or what is chosen of several. */
export type Typed = string | boolean | string[];

/** What cannot be read, or was emptied although the standard says something. */
export const WRONG = Symbol('wrong');

/** Every field of an entry that a hall may write anew, also those that it is silent on. */
export function fieldsOf(part: StandardPart, entry: AnyEntry): EntryField[] {
  const held = entry as unknown as Record<string, unknown>;
  return (Object.entries(shapes[part]) as [FieldName, Shape][]).map(([name, shape]) => ({
    name,
    shape,
    value: held[name],
  }));
}

/** A value as it is typed: a line each; figures and spans of hours in their own way. */
export function typedOf({ shape, value }: EntryField): Typed {
  if (shape === 'tick') return value === true;
  if (shape === 'weekdays' || several(shape)) return ((value ?? []) as unknown[]).map(String);
  if (value === undefined) return '';
  if (shape === 'spans')
    return (value as { from: string; to: string }[]).map(({ from, to }) => `${from}-${to}`).join('\n');
  return Array.isArray(value) ? value.join('\n') : String(value);
}

export function several(shape: Shape): shape is Exclude<Shape, string | { one: readonly string[] }> {
  return typeof shape === 'object' && !('one' in shape);
}

/** What was typed as a value; undefined for what says as little as the entry, `WRONG` for what cannot be read. */
export function readField({ shape, value }: EntryField, typed: Typed): unknown {
  if (typeof typed === 'boolean') return typed === (value === true) ? undefined : typed;
  const read = Array.isArray(typed) ? readSome(shape, typed, value) : readText(shape, typed);
  if (read === WRONG) return WRONG;
  const nothing = read === '' || (Array.isArray(read) && read.length === 0);
  // A level below can say something else, but not nothing (Y8).
  if (nothing) return value === undefined || (Array.isArray(value) && value.length === 0) ? undefined : WRONG;
  return JSON.stringify(read) === JSON.stringify(value) ? undefined : read;
}

/** What is chosen keeps the order of the standard; the same in another order is no change. */
function readSome(shape: Shape, chosen: readonly string[], value: unknown): unknown[] {
  const read = shape === 'weekdays' ? chosen.map(Number).sort() : [...chosen];
  const before = (value ?? []) as unknown[];
  const same = read.length === before.length && read.every((one) => before.includes(one));
  return same ? before : read;
}

function readText(shape: Shape, typed: string): unknown {
  const text = typed.trim();
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  switch (shape) {
    case 'words':
      return lines;
    case 'figures': {
      const figures = lines.flatMap((line) => line.split(/[\s,，、]+/)).map(Number);
      return figures.every(Number.isFinite) ? figures : WRONG;
    }
    case 'spans': {
      const spans = lines.map((line) => /^(\d{1,2}:\d{2})\s*[-–—至~]\s*(\d{1,2}:\d{2})$/.exec(line));
      if (spans.some((span) => span === null)) return WRONG;
      return spans.map((span) => ({ from: span![1]!.padStart(5, '0'), to: span![2]!.padStart(5, '0') }));
    }
    case 'figure': {
      const figure = Number(text.normalize('NFKC'));
      return text === '' ? '' : Number.isFinite(figure) ? figure : WRONG;
    }
    case 'colour':
      return text === '' || /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : WRONG;
    case 'text':
      // Line starts part the articles of a rule; the last line may end as it did.
      return typed.trim() === '' ? '' : typed;
    default:
      return text;
  }
}
