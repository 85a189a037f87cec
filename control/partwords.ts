import { fieldEntries } from '../content/messages/control-fields.ts';
import { say } from './words.ts';

/** What a field of a record is called; without a word of its own, its name. */
export function partWord(field: string): string {
  const key = `part.${field}`;
  return key in fieldEntries ? say(key as keyof typeof fieldEntries) : field;
}
