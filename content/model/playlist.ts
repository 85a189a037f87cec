import Type, { type Static } from 'typebox';
import { Day, Id, Label, Moment, Person, Strict } from './base.ts';
import { Span } from './span.ts';
import { ContentScene } from './scene.ts';

/** 1 = Monday … 7 = Sunday. */
const Weekdays = Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
  minItems: 1,
  maxItems: 7,
  uniqueItems: true,
});

/** When within days something holds (schedule.md L4); what is absent does not narrow it. */
const When = {
  weekdays: Type.Optional(Weekdays),
  hours: Type.Optional(Type.Array(Span, { minItems: 1, maxItems: 6 })),
  /** By the hall's calendar, 放假 and 调休 counted. */
  only: Type.Optional(Type.Union([Type.Literal('workdays'), Type.Literal('restdays')])),
};
export type When = { [Name in keyof typeof When]?: Static<(typeof When)[Name]> };

/** One entry of a playlist: a scene, and for how long. */
export const PlaylistItem = Type.Object(
  {
    /** Its own within the playlist, so that it stays the same item when its place changes. */
    id: Id,
    scene: ContentScene,
    /** Absent: until it has been played once (L12). */
    seconds: Type.Optional(Type.Integer({ minimum: 3, maximum: 3_600 })),
    from: Type.Optional(Moment),
    /** From this moment on it is shown no more. */
    until: Type.Optional(Moment),
    ...When,
    /** So many times in each round; absent, once. */
    weight: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
  },
  Strict,
);
export type PlaylistItem = Static<typeof PlaylistItem>;

/** 节目单: scenes one after another, over and over. */
export const Playlist = Type.Object(
  {
    name: Label,
    items: Type.Array(PlaylistItem, { maxItems: 100 }),
    /** Each round in another order. */
    shuffle: Type.Optional(Type.Literal(true)),
  },
  Strict,
);
export type Playlist = Static<typeof Playlist>;

/** Which screens: all of the hall, those of a group, or one. */
export const ScreenTarget = Type.Union([
  Type.Object({ is: Type.Literal('all') }, Strict),
  Type.Object({ is: Type.Literal('group'), group: Label }, Strict),
  Type.Object({ is: Type.Literal('screen'), screen: Id }, Strict),
]);
export type ScreenTarget = Static<typeof ScreenTarget>;

/** 排期: which playlist runs where and when. Rules: content/schedule/schedule.md. */
export const Schedule = Type.Object(
  {
    name: Label,
    playlist: Id,
    to: ScreenTarget,
    /** The higher wins (L5). */
    priority: Type.Integer({ minimum: 0, maximum: 9 }),
    /** First and last day, both counted. */
    from: Type.Optional(Day),
    until: Type.Optional(Day),
    ...When,
    enabled: Type.Boolean(),
    by: Person,
    /** When it was made; of equals the later made wins. */
    at: Moment,
  },
  Strict,
);
export type Schedule = Static<typeof Schedule>;
