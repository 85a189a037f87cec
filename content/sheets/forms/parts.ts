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
