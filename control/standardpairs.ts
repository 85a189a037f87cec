import pinyin from 'pinyin-match';
import type { Standard, StandardPart } from '../content/model/standard.ts';
import { entriesOf, keyOf } from '../content/standards.ts';
import type { AnyEntry } from '../content/standards.ts';
import { wordEntry } from './standardtext.ts';

/** An entry in two standards; null where one does not have it. */
export interface Pair {
  key: string;
  one: AnyEntry | null;
  other: AnyEntry | null;
}

/** Whether what somebody seeks stands in an entry or its source, or is the sound of its title. */
export function fits(part: StandardPart, entry: AnyEntry, sought: string): boolean {
  const word = sought.trim().toLowerCase();
  if (word === '') return true;
  const { title, detail } = wordEntry(part, entry);
  const text = [title, ...detail, entry.source].join(' ').toLowerCase();
  return text.includes(word) || pinyin.match(title, word) !== false;
}

/** The entries of a part in which two standards differ, in words or in how binding they are. */
export function pairsOf(part: StandardPart, one: Standard, other: Standard, sought: string): Pair[] {
  const left = new Map(entriesOf(one, part).map((entry) => [keyOf(part, entry), entry]));
  const right = new Map(entriesOf(other, part).map((entry) => [keyOf(part, entry), entry]));
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((key): Pair => ({ key, one: left.get(key) ?? null, other: right.get(key) ?? null }))
    .filter((pair) => differs(part, pair))
    .filter((pair) => [pair.one, pair.other].some((entry) => entry && fits(part, entry, sought)));
}

function differs(part: StandardPart, { one, other }: Pair): boolean {
  if (!one || !other) return true;
  const words = (entry: AnyEntry) => JSON.stringify([wordEntry(part, entry), entry.force]);
  return words(one) !== words(other);
}
