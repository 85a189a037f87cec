import Type, { type Static } from 'typebox';
import { Label, Strict } from './base.ts';
import { StandardEntries } from './standardentry.ts';

export type { Evidence, Force, Level } from './standardentry.ts';

/** Parts of a standard: names of its lists. */
export type StandardPart = keyof typeof StandardEntries;
type EntryIn<P extends StandardPart> = Static<(typeof StandardEntries)[P]>;

/** What stands at the head of a standard. */
const Head = {
  id: Type.String({ pattern: '^[a-z-]+$' }),
  title: Label,
  /** Whom it is for, in a line. */
  purpose: Type.String({ minLength: 1, maxLength: 100 }),
  /** The standard that it adds to; what it does not say itself comes from there. */
  extends: Type.Optional(Type.String()),
  /** A neighbour whose values are lent where this one is silent, as advice (参考) only. */
  refers: Type.Optional(Type.String()),
  /** Notice(s) it is made from. */
  from: Type.String({ minLength: 1, maxLength: 200 }),
  /** Who issued it, and when, as printed; they stand at the foot of a rule's sheet. */
  issuer: Type.Optional(Type.String({ maxLength: 100 })),
  date: Type.Optional(Type.String({ maxLength: 30 })),
  effective: Type.String({ maxLength: 30 }),
  /** What a level below may not change unless an entry says otherwise: what is a must, or nothing. */
  locks: Type.Union([Type.Literal('must'), Type.Literal('none')]),
  /** The colour of its sheets and pages; inherited where absent. */
  accent: Type.Optional(Type.String({ pattern: '^#[0-9a-f]{6}$' })),
  /**
   * Allowed endings of each part of a name, for a helpful refusal: {town} of a 乡镇 ends with 乡 or 镇. The key is
   * the part, or `KIND.PART` where it differs by kind of place: `street.town`.
   */
  endings: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String(), { minItems: 1 }))),
  /** Keys of standards above that do not hold here, `PART/KEY`, such as windows of another model. */
  drops: Type.Optional(Type.Array(Type.String({ pattern: '^[a-zA-Z]+/.+$' }))),
};

const PackHead = Type.Object(Head, Strict);

const lists = Object.fromEntries(
  Object.entries(StandardEntries).map(([part, entry]) => [part, Type.Optional(Type.Array(entry))]),
);

/**
 * What a region's notices ask of a hall (标准包) beyond what it extends, as data: content/standards/NAME/*.yaml,
 * each part in one of the files. Rules and pledges in our own words, mandated phrases exactly; official
 * wording comes by import.
 */
export const StandardPack = Type.Object({ ...PackHead.properties, ...lists }, Strict);
export type StandardPack = Static<typeof PackHead> & { [P in StandardPart]?: EntryIn<P>[] };

/** An entry of a resolved standard: `of` is the standard it comes from, or `hall` for the hall's own; locked is decided. */
export type StandardEntry<P extends StandardPart> = Omit<EntryIn<P>, 'locked'> & {
  of: string;
  locked: boolean;
};

/** A standard of the chain, as cited. */
export type StandardSource = Pick<
  StandardPack,
  'id' | 'title' | 'purpose' | 'from' | 'issuer' | 'date' | 'effective'
>;

/** A standard with everything that it inherits; what the rest of the program reads. */
export type Standard = StandardSource & {
  accent: string;
  endings: Record<string, string[]>;
  /** From the base to this one; `lent` ones are advice. */
  chain: (StandardSource & { lent: boolean })[];
  /** Values that a nearer standard or the hall took the place of, or dropped: nothing is lost. */
  replaced: Replaced[];
} & { [P in StandardPart]: StandardEntry<P>[] };

/** A value that no longer holds. `by` is the standard whose entry (or `drops`) took its place, `hall` for the hall. */
export interface Replaced {
  part: StandardPart;
  key: string;
  of: string;
  by: string;
  /** `locked`: the nearer one wanted to change it and could not. */
  why: 'changed' | 'dropped' | 'locked';
  /** The entry that gave way; for `locked`, the one that was not taken. */
  entry: object;
}
