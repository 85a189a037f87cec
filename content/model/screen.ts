import Type, { type Static } from 'typebox';
import { Spot } from './area.ts';
import { Id, Label, Moment, Person, Strict } from './base.ts';
import { GroupName, WayOut } from './interrupt.ts';
import { Care } from './care.ts';
import { Span } from './hall.ts';
import { Scene } from './scene.ts';

export { BoardGroup, BoardGroups, Scene, SlipWay } from './scene.ts';

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

/** Where the picture lies on the device's own screen, in its pixels: LED controllers mirror a part of a PC's screen, old TVs cut their edges. */
export const Picture = Type.Object(
  {
    x: Type.Integer({ minimum: 0, maximum: 8000 }),
    y: Type.Integer({ minimum: 0, maximum: 8000 }),
    width: Type.Integer({ minimum: 64, maximum: 8000 }),
    height: Type.Integer({ minimum: 16, maximum: 8000 }),
  },
  Strict,
);
export type Picture = Static<typeof Picture>;

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
    /** Absent: the whole of the device's screen. */
    picture: Type.Optional(Picture),
    /** How fast its readers read. Absent: as most do; `slow` gives old people twice the time. */
    pace: Type.Optional(Type.Literal('slow')),
    /** Letters on a light ground, for a hall full of daylight (R26). Absent: on a dark one. */
    theme: Type.Optional(Type.Literal('bright')),
    /** How calls are spoken, if sound is on (content/voice/voice.md). Absent: at full volume, for itself. */
    voice: Type.Optional(Voice),
    /** What of the hall's care (schedule.md L20) is another here. */
    care: Type.Optional(Care),
    /** Names that it shares with others (分组): playlists and interrupts go to them. */
    groups: Type.Optional(Type.Array(GroupName, { maxItems: 20, uniqueItems: true })),
    /** What people call it by: 3 号屏. Shown large when somebody asks which one it is. */
    number: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
    /** Where it hangs, in words (位置). */
    spot: Type.Optional(Label),
    /** Where it hangs on a plan (R27). */
    onPlan: Type.Optional(Type.Object({ plan: Id, at: Spot }, Strict)),
    /** The way out from where its readers stand; alarms name it (Z7). */
    wayOut: Type.Optional(WayOut),
    /** Digits that stop an interrupt at the glass (Z9). Known to the hall's screens, which check them without the hub. */
    stopPin: Type.Optional(Type.String({ pattern: '^\\d{4,8}$' })),
    /** 停用: it shows the hall's name and nothing else, except alarms (Z11). */
    blocked: Type.Optional(Type.Object({ by: Person, at: Moment }, Strict)),
    /** It has no page and was never paired (R25): its controller fetches pictures or is fed them. */
    pageless: Type.Optional(Type.Literal(true)),
    /** SHA-256 of the screen's token, hex. Never leaves the hub. */
    tokenHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    pairedBy: Person,
    pairedAt: Moment,
  },
  Strict,
);
export type Screen = Static<typeof Screen>;
