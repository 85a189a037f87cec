import Type, { type Static } from 'typebox';
import { Id, Label, Moment, Person, Strict } from './base.ts';
import { Span } from './hall.ts';
import { PaperWidth } from './printer.ts';

/** How a kiosk hands out slips: over a printer of the network (the hall's own if none is named), by the kiosk's browser, or not at all. */
export const SlipWay = Type.Union([
  Type.Object({ is: Type.Literal('printer'), printer: Type.Optional(Id) }, Strict),
  Type.Object({ is: Type.Literal('browser'), width: PaperWidth }, Strict),
  Type.Object({ is: Type.Literal('none') }, Strict),
]);
export type SlipWay = Static<typeof SlipWay>;

/** Ten characters stand beside the state of a call. */
const GroupTitle = Type.String({ minLength: 1, maxLength: 10, pattern: '^[^\\r\\n\\t]*\\S[^\\r\\n\\t]*$' });

/** Windows whose calls stand together on a board (S1), under a title or their numbers. */
export const BoardGroup = Type.Object(
  { title: Type.Optional(GroupTitle), windows: Type.Array(Id, { maxItems: 200, uniqueItems: true }) },
  Strict,
);
export type BoardGroup = Static<typeof BoardGroup>;

/** Two or four: three would leave a quarter of a board empty. */
export const BoardGroups = Type.Union([
  Type.Tuple([BoardGroup, BoardGroup]),
  Type.Tuple([BoardGroup, BoardGroup, BoardGroup, BoardGroup]),
]);
export type BoardGroups = Static<typeof BoardGroups>;

/** What a screen shows. A sign names its window and its exact LED pixels. */
export const Scene = Type.Union([
  Type.Object(
    {
      is: Type.Literal('board'),
      /** Absent: one group with every window. */
      groups: Type.Optional(BoardGroups),
    },
    Strict,
  ),
  Type.Object(
    {
      is: Type.Literal('sign'),
      window: Id,
      width: Type.Integer({ minimum: 64, maximum: 1920 }),
      height: Type.Integer({ minimum: 16, maximum: 256 }),
    },
    Strict,
  ),
  Type.Object({ is: Type.Literal('kiosk'), slip: SlipWay }, Strict), // 取号机
  /** 窗口评价屏: stands at the window and faces the visitor. Without touch it shows a code for the phone. */
  Type.Object({ is: Type.Literal('counter'), window: Id, touch: Type.Boolean() }, Strict),
]);
export type Scene = Static<typeof Scene>;

/** From 0 to 1. */
const Volume = Type.Number({ minimum: 0, maximum: 1 });

/** Volume, and another one at hours of the day (V16). Screens of one `zone` stand within one earshot: only one of them speaks. */
export const Voice = Type.Object(
  {
    volume: Volume,
    spans: Type.Optional(
      Type.Array(Type.Object({ ...Span.properties, volume: Volume }, Strict), { maxItems: 6 }),
    ),
    zone: Type.Optional(Type.String({ maxLength: 30, pattern: '^[^\\r\\n\\t]*$' })),
  },
  Strict,
);
export type Voice = Static<typeof Voice>;

/** A paired device (屏幕). Size and distance drive the type: 7 mm of base for each metre. */
export const Screen = Type.Object(
  {
    name: Label,
    scene: Scene,
    /** Diagonal of the picture in inches. */
    diagonal: Type.Number({ minimum: 3, maximum: 300 }),
    /** Distance of the farthest reader in metres. */
    distance: Type.Number({ minimum: 0.5, maximum: 60 }),
    sound: Type.Boolean(),
    /** How calls are spoken, if sound is on (content/voice/voice.md). Absent: at full volume, for itself. */
    voice: Type.Optional(Voice),
    /** SHA-256 of the screen's token, hex. Never leaves the hub. */
    tokenHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    pairedBy: Person,
    pairedAt: Moment,
  },
  Strict,
);
export type Screen = Static<typeof Screen>;
