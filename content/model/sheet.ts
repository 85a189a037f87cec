import Type, { type Static } from 'typebox';
import { Spot } from './area.ts';
import { Id, Label, Moment, Person, Strict } from './base.ts';
import { documentSheets } from './documentsheet.ts';
import { signSheets } from './signsheet.ts';

/** Sizes with a name; upright, unless the layout says otherwise. */
export const NamedSize = Type.Union([
  Type.Literal('A5'),
  Type.Literal('A4'),
  Type.Literal('A3'),
  Type.Literal('A2'),
  Type.Literal('A1'),
  Type.Literal('A0'),
]);
export type NamedSize = Static<typeof NamedSize>;

/** Width and height in millimetres: `600x900`, `800x1200` are boards as shops sell them, `90x54` a card. */
const FreeSize = Type.Unsafe<`${number}x${number}`>(
  Type.String({ pattern: '^[1-9]\\d{1,3}x[1-9]\\d{1,3}$' }),
);

export const SheetSize = Type.Union([NamedSize, FreeSize]);
export type SheetSize = Static<typeof SheetSize>;

/** What a sheet shows. A new kind of sheet is one member here, one line in content/sheets/kinds.ts and one in templates/sheets/registry.ts. */
export const SheetOf = Type.Union([
  ...signSheets,
  ...documentSheets,
  /** One rule on the wall (制度上墙). */
  Type.Object({ is: Type.Literal('rule'), rule: Id }, Strict),
  /** One notice or 公示, over as many pages as it takes. */
  Type.Object({ is: Type.Literal('notice'), notice: Id }, Strict),
  /** The guide of one item to take along (办事指南). */
  Type.Object({ is: Type.Literal('guide'), item: Id }, Strict),
  /** Phones, address and hours (咨询、监督、投诉电话牌). */
  Type.Object({ is: Type.Literal('contacts') }, Strict),
  /** Pledges; without `pledges` all of the hall (服务承诺牌). */
  Type.Object(
    { is: Type.Literal('pledges'), pledges: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 20 })) },
    Strict,
  ),
]);
export type SheetOf = Static<typeof SheetOf>;
export type SheetKind = SheetOf['is'];
export type SheetOfKind<K extends SheetKind> = Extract<SheetOf, { is: K }>;

/** A small printer's paper: tiles and cards are put on it. */
export const SmallPaper = Type.Union([Type.Literal('A4'), Type.Literal('A3')]);
export type SmallPaper = Static<typeof SmallPaper>;

/** How a sheet is laid out and handed to the printer. */
const layout = {
  size: SheetSize,
  orientation: Type.Optional(Type.Union([Type.Literal('upright'), Type.Literal('wide')])),
  /** Key of one of the designs of its kind; absent is the first. */
  design: Type.Optional(Type.String({ pattern: '^[a-z]{1,20}$' })),
  /** Millimetres of colour beyond the trimmed edge, with crop marks, for a print shop. */
  bleed: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  /** In pieces on small paper that overlap by so many millimetres and are glued together. */
  tiles: Type.Optional(
    Type.Object({ on: SmallPaper, overlap: Type.Integer({ minimum: 5, maximum: 40 }) }, Strict),
  ),
  /** As many copies as one small paper holds, with cutting marks: cards. */
  nup: Type.Optional(SmallPaper),
} as const;
export const SheetLayout = Type.Object(layout, Strict);
export type SheetLayout = Static<typeof SheetLayout>;

/** A record that a sheet was made from, at its revision of that moment. */
export const Made = Type.Object(
  { kind: Type.String({ maxLength: 20 }), id: Id, rev: Type.Integer({ minimum: 1 }) },
  Strict,
);
export type Made = Static<typeof Made>;

/**
 * One printed sheet (印刷件). Its id is the code printed at its foot; `/s/ID` says whether it is still current.
 * The same words on the same paper for the same place are one sheet, however often the file is fetched.
 */
export const Sheet = Type.Object(
  {
    of: SheetOf,
    ...layout,
    /** Every record that gave a word to it; the first is the one that it is about, if there is one. */
    made: Type.Array(Made, { maxItems: 500 }),
    /** Fingerprint of its words; a sheet is current as long as the records give the same again. */
    hash: Type.String({ maxLength: 64 }),
    /** Where it is to hang: 二楼大厅左墙. */
    place: Type.Optional(Label),
    printedBy: Person,
    printedAt: Moment,
    /** Somebody stood before it and confirmed that it hangs. */
    hung: Type.Optional(
      Type.Object(
        {
          by: Person,
          at: Moment,
          place: Type.Optional(Label),
          /** Where on which plan of the hall. */
          spot: Type.Optional(Type.Object({ plan: Id, at: Spot }, Strict)),
          /** A picture of the library. */
          photo: Type.Optional(Id),
        },
        Strict,
      ),
    ),
    /** When a printer of the hall brought it out last, for whom, and how often. */
    output: Type.Optional(
      Type.Object({ printer: Label, copies: Type.Integer({ minimum: 1 }), by: Person, at: Moment }, Strict),
    ),
    /** Taken off the wall; it no longer counts. */
    down: Type.Optional(Type.Object({ by: Person, at: Moment }, Strict)),
  },
  Strict,
);
export type Sheet = Static<typeof Sheet>;

/** A sheet as halls registered it before there were other kinds than rules; read through `asSheet`. */
export interface OldSheet {
  kind: 'rule';
  record: Id;
  revision: number;
  size: 'A4' | 'A3' | 'A2' | 'A1';
  printedBy: Person;
  printedAt: Moment;
}
