import Type, { type Static } from 'typebox';
import { Day, Id, Label, Moment, Strict } from './base.ts';
import { Made } from './sheet.ts';
import { Digest } from './upload.ts';

/** A scene on the glass, or one zone of a mixed one. */
export const ShownPart = Type.Object(
  {
    scene: Type.String({ maxLength: 20, pattern: '^[a-z]+$' }),
    /** Where it comes from a playlist. */
    playlist: Type.Optional(Id),
    item: Type.Optional(Id),
    /** Records whose words stood there, at their revisions. */
    records: Type.Optional(Type.Array(Made, { minItems: 1, maxItems: 20 })),
  },
  Strict,
);
export type ShownPart = Static<typeof ShownPart>;

/** What a page finds on its own glass at a moment. */
export const Show = Type.Object(
  {
    is: Type.Union([
      Type.Literal('shown'),
      Type.Literal('dim'), // shown, with less light
      Type.Literal('dark'), // black by the hours of its care
      Type.Literal('over'), // an interrupt stands over it
      Type.Literal('blocked'),
      Type.Literal('hidden'), // another window or tab lies over the page
      Type.Literal('starting'), // nothing drawn yet
    ]),
    interrupt: Type.Optional(Id),
    parts: Type.Array(ShownPart, { maxItems: 16 }),
  },
  Strict,
);
export type Show = Static<typeof Show>;

/** Which show (its place in `shows`), and for how many ms. */
export const Run = Type.Tuple([
  Type.Integer({ minimum: 0, maximum: 99 }),
  Type.Integer({ minimum: 1, maximum: 3_600_000 }),
]);
export type Run = Static<typeof Run>;

/** A stretch without a hole of what a screen showed, as the screen hands it in. Runs follow each other from `from` on. */
export const Piece = Type.Object(
  {
    from: Moment,
    shows: Type.Array(Show, { minItems: 1, maxItems: 60 }),
    runs: Type.Array(Run, { minItems: 1, maxItems: 400 }),
  },
  Strict,
);
export type Piece = Static<typeof Piece>;

/** Why nobody knows, or nothing was to be seen. */
export const GapWhy = Type.Union([
  Type.Literal('silent'), // the hub ran and heard nothing, then or later
  Type.Literal('hub'), // the hub was away, and the screen has nothing of that time
  Type.Literal('hidden'),
  Type.Literal('starting'),
  Type.Literal('blocked'),
  Type.Literal('interrupt'), // an interrupt in its place
  Type.Literal('unpaired'), // not yet a screen of the hall
]);
export type GapWhy = Static<typeof GapWhy>;

const Ms = Type.Integer({ minimum: 0 });

/** How long a content stood on a screen on a day. */
export const ShownContent = Type.Object(
  {
    /** `notice`, `rule`, `medium`, … or `scene` for one that shows no single record; then the id is the scene's. */
    kind: Type.String({ maxLength: 20 }),
    id: Id,
    ms: Ms,
    turns: Type.Integer({ minimum: 1 }),
    /** Revisions that were seen; none for a scene. */
    revs: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 50 }),
  },
  Strict,
);
export type ShownContent = Static<typeof ShownContent>;

export const ScreenShowing = Type.Object(
  {
    screen: Id,
    name: Label,
    /** Something was to be seen; an interrupt or the black of its hours; nobody knows or nothing was. Together the day. */
    shown: Ms,
    off: Ms,
    gap: Ms,
    contents: Type.Array(ShownContent, { maxItems: 200 }),
  },
  Strict,
);
export type ScreenShowing = Static<typeof ScreenShowing>;

/** 播放日结: what the screens of a hall showed on a day (its id), with the seal of the day's log. Rules: content/proof/proof.md. */
export const Showing = Type.Object(
  {
    /** Hash of the last line of the day's log, and how many lines it has. */
    chain: Digest,
    lines: Type.Integer({ minimum: 0 }),
    /** Days long past keep the seal alone; what they held stands in the log and in the journal. */
    screens: Type.Array(ScreenShowing, { maxItems: 500 }),
    at: Moment,
  },
  Strict,
);
export type Showing = Static<typeof Showing>;

/** A screen that shows something else than is planned (PS9): one record a screen, under the screen's id. */
export const Astray = Type.Object(
  {
    since: Moment,
    /** It shows again what is planned; null while it does not. */
    back: Type.Union([Moment, Type.Null()]),
    shown: Show,
  },
  Strict,
);
export type Astray = Static<typeof Astray>;

/** A picture that a page drew of itself (屏幕画面), as evidence beside the log. */
export const ShownPicture = Type.Object(
  { digest: Digest, screen: Id, name: Label, notice: Id, at: Moment },
  Strict,
);
export type ShownPicture = Static<typeof ShownPicture>;

/** By which a printed certificate is looked up: eight signs of content/code.ts. */
const CertificateCode = Type.String({ pattern: '^[2-9A-HJ-NP-Z]{8}$' });

export const CertificateDay = Type.Object(
  {
    day: Day,
    /**
     * `shown` long enough; `missing`; `rest`: the hall was closed and nothing was asked; `today` is not over, `ahead` has not
     * come.
     */
    is: Type.Union([
      Type.Literal('shown'),
      Type.Literal('missing'),
      Type.Literal('rest'),
      Type.Literal('today'),
      Type.Literal('ahead'),
    ]),
    /** In which at least one screen showed it. */
    ms: Ms,
    /** On each screen that showed it that day. */
    screens: Type.Array(Type.Object({ screen: Id, ms: Ms, turns: Type.Integer({ minimum: 1 }) }, Strict), {
      maxItems: 100,
    }),
    /** Seal of the day's log, and whether the log still fits the seal that the journal keeps; null: not sealed yet. */
    chain: Type.Union([Digest, Type.Null()]),
    sealed: Type.Union([Type.Boolean(), Type.Null()]),
  },
  Strict,
);
export type CertificateDay = Static<typeof CertificateDay>;

/**
 * 公示播放证明: that a 公示 was to be seen, day by day. Its id is the notice's; made anew on demand by the hub from the log of
 * what screens reported, never by hand. Moments are hub time, days are days of the hall.
 */
export const Certificate = Type.Object(
  {
    notice: Id,
    title: Label,
    number: Type.Optional(Type.String({ maxLength: 60 })),
    signer: Type.Optional(Type.String({ maxLength: 100 })),
    /** Revisions of the notice that were seen. */
    revs: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 50 }),
    /** The period of the 公示: its first and last day, and the working days that it has to stand. */
    first: Day,
    last: Day,
    working: Type.Integer({ minimum: 1 }),
    days: Type.Array(CertificateDay, { maxItems: 400 }),
    /** Screens that showed it, with name and place as they are now, and how long in all. */
    screens: Type.Array(
      Type.Object(
        { screen: Id, name: Label, spot: Type.Optional(Label), ms: Ms, days: Type.Integer({ minimum: 1 }) },
        Strict,
      ),
      { maxItems: 100 },
    ),
    /** Holes of five minutes and more in the hours of the hall, on screens that showed it in the period. */
    gaps: Type.Array(Type.Object({ screen: Id, from: Moment, until: Moment, why: GapWhy }, Strict), {
      maxItems: 200,
    }),
    /** Holes that the list has no room for. */
    moreGaps: Type.Integer({ minimum: 0 }),
    pictures: Type.Array(ShownPicture, { maxItems: 200 }),
    /** SHA-256 over the seals of its days in order, hex: one figure for all of it. */
    chain: Digest,
    /** `whole`: shown on every day that asks for it; `running`: so far, and the period is not over; `missing` names the days; `none`: never shown. */
    verdict: Type.Union([
      Type.Object({ is: Type.Literal('whole') }, Strict),
      Type.Object({ is: Type.Literal('running') }, Strict),
      Type.Object(
        { is: Type.Literal('missing'), days: Type.Array(Day, { minItems: 1, maxItems: 400 }) },
        Strict,
      ),
      Type.Object({ is: Type.Literal('none') }, Strict),
    ]),
    madeAt: Moment,
    /** Of what it says (PS15); absent on those made before there were codes. */
    code: Type.Optional(CertificateCode),
    /** Codes of those made before of the same 公示, the newest first. */
    earlier: Type.Optional(Type.Array(CertificateCode, { maxItems: 400 })),
  },
  Strict,
);
export type Certificate = Static<typeof Certificate>;
