import { formMessages } from '../../messages/forms.ts';
import type { FormField } from './fields.ts';

type Words = keyof typeof formMessages;
type After<P extends string> = Words extends infer W ? (W extends `${P}${infer Rest}` ? Rest : never) : never;
export type FormText = After<'form.text.'>;
export type FormSign = After<'form.sign.'>;
export type FormWay = After<'form.way.'>;

/** A cell of a form's grid: its label and the box for what is written. */
export interface FormCell {
  field: FormField;
  /** Lines that its box has room for at least. */
  lines?: number;
  /** Choices to tick in place of a blank. */
  way?: FormWay;
}

/** What a form is made of, from top to bottom. */
export type FormPart =
  /** Whom a letter is to. */
  | { is: 'to'; field: FormField }
  /** A paragraph with fields in its line. */
  | { is: 'text'; text: FormText }
  | { is: 'grid'; rows: FormCell[][] }
  /** Papers of the item, or empty rows. */
  | { is: 'materials'; as: 'told' | 'received' | 'missing'; rows: number }
  /** A table to be filled line by line. */
  | { is: 'register'; columns: FormField[]; rows: number }
  | { is: 'note'; text: FormText }
  /** Who signs; the day below. `seal`: the hall's own signature with the seal, at the right. */
  | { is: 'signs'; signs: FormSign[]; seal?: true };

/** One form: how it is named, who keeps each copy, and what stands on it. */
export interface Form {
  /**
   * Its names, the usual one first; a standard that names a slip by one of them gives title and copies (S23).
   * Their words are what the notices say, so they are no messages.
   */
  titles: readonly [string, ...string[]];
  /** Who keeps each copy (HN 3.2 to 3.4), in their order; none: there is one, without a name. */
  copies: readonly string[];
  /** Whether it is about an item. */
  item: boolean;
  /** A letter to somebody; else a table. */
  letter?: true;
  /** Lies in the hall to be written on by hand: nothing is typed into it. */
  byHand?: true;
  parts: readonly FormPart[];
}

/** Pieces of a text: words, and fields to be written in. */
export function piecesOf(text: FormText): ({ words: string } | { field: FormField })[] {
  return formMessages[`form.text.${text}`][0]
    .split(/(\{[a-z]+\})/)
    .filter(Boolean)
    .map((piece) => (piece.startsWith('{') ? { field: piece.slice(1, -1) as FormField } : { words: piece }));
}

/** Fields of a part, in the order in which they stand. */
export function fieldsOfPart(part: FormPart): FormField[] {
  switch (part.is) {
    case 'to':
      return [part.field];
    case 'text':
      return piecesOf(part.text).flatMap((piece) => ('field' in piece ? piece.field : []));
    case 'grid':
      return part.rows.flatMap((row) => row.filter(({ way }) => !way).map(({ field }) => field));
    case 'materials':
      return part.as === 'missing' ? ['missing'] : [];
    case 'register':
    case 'note':
    case 'signs':
      return [];
  }
}
