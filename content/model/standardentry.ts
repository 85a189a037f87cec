import Type, { type Static, type TProperties } from 'typebox';
import { Label, Strict } from './base.ts';
import { Hours, PlaceKind, Span } from './hall.ts';
import { Contact, Pledge } from './rule.ts';

/**
 * How binding a value is: must 应, should 宜, ours 本系统补充, advice 参考 (another region's value, lent to a
 * standard that is silent; it never costs a point and is never set up by itself).
 */
export const Force = Type.Union([
  Type.Literal('must'),
  Type.Literal('should'),
  Type.Literal('ours'),
  Type.Literal('advice'),
]);
export type Force = Static<typeof Force>;

/** Where a value of a standard comes from, how binding it is, and whether a level below may change it. */
export const Sourced = {
  source: Type.String({ minLength: 1, maxLength: 200 }),
  force: Force,
  /** Absent: as the standard's `locks` says. */
  locked: Type.Optional(Type.Boolean()),
};

export const Level = Type.Union([Type.Literal('town'), Type.Literal('village')]);
export type Level = Static<typeof Level>;

const Key = Type.String({ pattern: '^[a-z0-9][a-z0-9.-]*$', maxLength: 40 });
const Text = Type.String({ minLength: 1, maxLength: 300 });
const Colour = Type.String({ pattern: '^#[0-9a-f]{6}$' });

const entry = <P extends TProperties>(properties: P) => Type.Object({ ...Sourced, ...properties }, Strict);
/** An entry that is found by a key of its own. */
const keyed = <P extends TProperties>(properties: P) => entry({ key: Key, ...properties });

/** What a checklist line is proved by: records of the hub, or `tick`, a person who looked. */
export const Evidence = Type.Union([
  Type.Literal('tick'),
  Type.Literal('hall'), // name, level, hours of the hall's own record
  Type.Literal('windows'), // windows and their lines; `detail` all: those of the standard
  Type.Literal('posts'), // A and B person of each window
  Type.Literal('staff'), // people and what is on their plates; `detail`: leader, members, duties
  Type.Literal('areas'), // functional areas that the standard asks for
  Type.Literal('items'), // service items and their disclosures; `detail` names one, or wording
  Type.Literal('rules'), // rules that the hall adopted; `detail` names an institution
  Type.Literal('pledges'),
  Type.Literal('notices'), // public notices; `detail` names a category, or all
  Type.Literal('contacts'), // phones; `detail` owner: whose the complaint phone is
  Type.Literal('sheets'), // printed sheets: boards, plates, badges, posters; `detail` names a kind
  Type.Literal('screens'), // `detail` online: none of them silent
  Type.Literal('opening'), // windows that were open in the published hours
  Type.Literal('tickets'),
  Type.Literal('slips'), // forms given to applicants; `detail` cases: those of the kinds of cases, as printed
  Type.Literal('ratings'), // `detail` bad: mended and called back; satisfied-98: so many percent
  Type.Literal('complaints'),
  Type.Literal('appointments'),
  Type.Literal('calendar'),
  Type.Literal('reports'),
]);
export type Evidence = Static<typeof Evidence>;

/** Typeface wishes, first first; the last is one that ships. `colour` is what the notice names. */
const Face = keyed({
  families: Type.Array(Type.String(), { minItems: 1 }),
  colour: Type.Optional(Colour),
  /** The ground, where the notice names it too (LED: 黑底红字). */
  ground: Type.Optional(Colour),
  /** Only across (横排), never upright. */
  across: Type.Optional(Type.Boolean()),
});

/**
 * The parts of a standard: every part is a list of entries, and lists of a chain merge by key
 * (`keyOf` in content/standards.ts). A new part is one line here.
 */
export const StandardEntries = {
  faces: Face,
  /** One word for one thing, as the region says it: 首问首接 or 首问负责. `also`: other words for it in the notice. */
  words: keyed({ word: Label, also: Type.Optional(Type.Array(Label)) }),
  /** Name patterns with the parts {county} {town} {former} {village}. */
  names: entry({ placeKind: PlaceKind, level: Level, label: Label, pattern: Type.String() }),
  /** Only one entry, `weekly`: what set-up proposes. */
  hours: keyed({ ...Hours.properties }),
  /** What happens outside the plain hours, or beside the queue: weekends, lunch, overtime, market days. */
  arrangements: keyed({
    label: Label,
    text: Text,
    level: Type.Optional(Level),
    weekdays: Type.Optional(Hours.properties.weekdays),
    spans: Type.Optional(Type.Array(Span)),
  }),
  services: keyed({
    level: Level,
    name: Label,
    short: Type.String(),
    prefix: Type.String({ pattern: '^[A-Z]$' }),
  }),
  /** Only one entry a level: by line of business, one for all, or both; `more` windows may be added. */
  windowing: keyed({
    level: Level,
    model: Type.Union([Type.Literal('by-line'), Type.Literal('comprehensive'), Type.Literal('mixed')]),
    label: Label,
    text: Text,
    more: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
  }),
  windows: entry({
    level: Level,
    number: Type.Integer({ minimum: 1 }),
    name: Label,
    business: Type.Array(Label),
    /** Keys of `services` of the same level. */
    services: Type.Array(Type.String()),
    place: Type.Optional(Label),
  }),
  pledges: entry({ ...Pledge.properties, source: Sourced.source }),
  /** What is said to a visitor who is called, served, and leaves (三声服务). */
  prompts: entry({
    when: Type.Union([Type.Literal('called'), Type.Literal('serving'), Type.Literal('finished')]),
    text: Label,
  }),
  /** `text` is split into articles at line starts as an imported notice is. */
  rules: keyed({ title: Label, text: Type.String({ minLength: 1 }) }),
  contacts: keyed({
    role: Contact.properties.role,
    label: Label,
    value: Type.Optional(Type.String()),
    owner: Type.Optional(Type.String()),
  }),
  /** Case types (办件类型): what the region calls it and what it is. */
  caseTypes: keyed({ label: Label, text: Text }),
  /** Slips and forms: title, who keeps each copy, and what must stand on it. */
  slips: keyed({
    title: Label,
    copies: Type.Optional(Type.Array(Label)),
    fields: Type.Optional(Type.Array(Label)),
    text: Type.Optional(Text),
    /** Keys of `caseTypes` at which it is given. */
    when: Type.Optional(Type.Array(Key)),
  }),
  /** A limit that the clock can watch. */
  deadlines: keyed({
    label: Label,
    limit: Type.Integer({ minimum: 0 }),
    unit: Type.Union([Type.Literal('workday'), Type.Literal('day'), Type.Literal('minute')]),
    text: Type.Optional(Text),
  }),
  areas: keyed({ label: Label, text: Type.Optional(Text), level: Type.Optional(Level) }),
  facilities: keyed({
    label: Label,
    group: Type.Union([
      Type.Literal('sign'),
      Type.Literal('office'),
      Type.Literal('visitor'),
      Type.Literal('safety'),
      Type.Literal('access'),
    ]),
    text: Type.Optional(Text),
  }),
  /** Sizes, counts and years with their bounds. */
  measures: keyed({
    label: Label,
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    unit: Label,
    level: Type.Optional(Level),
    text: Type.Optional(Text),
  }),
  /** Fields of a plate (座牌、岗位牌) and of the badge. */
  plate: keyed({ label: Label, text: Type.Optional(Text) }),
  /**
   * What must be told of a service item. Canonical keys: name basis conditions materials procedure limit
   * statutory fees fee-basis phones consult complain flow material-copies material-form material-source
   * sample blank. `on`: in the guide, on the wall, on the scrolling screen.
   */
  disclosures: keyed({
    label: Label,
    on: Type.Array(Type.Union([Type.Literal('guide'), Type.Literal('wall'), Type.Literal('screen')]), {
      minItems: 1,
    }),
    text: Type.Optional(Text),
  }),
  /** What the hall itself must show: its duties, its workflow, its phones … */
  shown: keyed({ label: Label, text: Type.Optional(Text) }),
  /** Categories of notices; after `fresh` days without a new one, the category counts as stale. */
  categories: keyed({ label: Label, fresh: Type.Integer({ minimum: 1 }) }),
  /** Rules that must be there and hang. `titles`: names under which a hall's own rule or pledge counts. */
  institutions: keyed({
    label: Label,
    titles: Type.Array(Label, { minItems: 1 }),
    by: Type.Union([Type.Literal('rule'), Type.Literal('pledge')]),
    text: Type.Optional(Text),
  }),
  /** Wording that a guide or notice may not have (`block`) or should be looked at (`warn`). */
  banned: entry({
    word: Label,
    level: Type.Union([Type.Literal('block'), Type.Literal('warn')]),
    instead: Type.Optional(Text),
  }),
  /** 服务忌语, word for word. */
  taboo: entry({ text: Label }),
  /** Ratings: from the best down; `bad` ones are settled and called back. */
  grades: keyed({ label: Label, bad: Type.Boolean() }),
  /** Figures that are reported: at least, or at most, `target`. */
  indicators: keyed({
    label: Label,
    target: Type.Number(),
    bound: Type.Union([Type.Literal('at-least'), Type.Literal('at-most')]),
    unit: Label,
    text: Type.Optional(Text),
  }),
  /** Lines of a check. `points`: of the full score; lines of a check without points are yes or no. */
  checklist: keyed({
    group: Label,
    label: Text,
    points: Type.Optional(Type.Number({ minimum: 0 })),
    evidence: Type.Array(Evidence, { minItems: 1 }),
    detail: Type.Optional(Key),
    level: Type.Optional(Level),
  }),
  /** What is added to or taken from a score, with the choices of points; a negative figure is a deduction. */
  extras: keyed({
    label: Text,
    least: Type.Number(),
    most: Type.Number(),
    /** Points that may be given each time, where the notice names them. */
    steps: Type.Optional(Type.Array(Type.Number())),
    evidence: Type.Array(Evidence, { minItems: 1 }),
  }),
  /** Only one entry, `total`: full score, and the most that extras add or deductions take (absent: no cap). */
  score: keyed({
    full: Type.Number(),
    extra: Type.Optional(Type.Number()),
    deduction: Type.Optional(Type.Number()),
    text: Type.Optional(Text),
  }),
  /** Reports and registers that are due. */
  reports: keyed({
    label: Label,
    every: Type.Union([
      Type.Literal('month'),
      Type.Literal('quarter'),
      Type.Literal('half-year'),
      Type.Literal('year'),
      Type.Literal('demand'),
    ]),
    to: Type.Optional(Label),
    text: Type.Optional(Text),
  }),
  /** Flows that a visitor sees, such as 全程代办: its steps in order. */
  flows: keyed({ label: Label, steps: Type.Array(Text, { minItems: 1 }) }),
  /**
   * Only one entry, `levels`: how many people review what is to be published (初审、复审、终审). A must holds in
   * the hall whatever it sets (D15); anything else is asked for, and told where the hall has fewer.
   */
  reviews: keyed({
    levels: Type.Integer({ minimum: 0, maximum: 3 }),
    label: Label,
    text: Type.Optional(Text),
  }),
  /** Doubts and contradictions in the notice itself, told openly. */
  cautions: keyed({ text: Text }),
} as const;
