import Type, { type Static } from 'typebox';
import { Id, Strict } from './base.ts';
import { NoticeCategory } from './notice.ts';
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

/** The records named, in this order; absent, all there are. */
const Chosen = Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }));

/** A controller of the network that is fed frames (server/led/): ONBON's fifth generation over TCP. */
export const Controller = Type.Object(
  {
    is: Type.Literal('onbon'),
    /** Name or address in the hall's network. */
    host: Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9.:-]+$' }),
    /** 5005 unless somebody changed it. */
    port: Type.Integer({ minimum: 1, maximum: 65535 }),
    /** Number of the screen in the controller's own settings. */
    address: Type.Integer({ minimum: 1, maximum: 65534 }),
    model: Type.Union([
      Type.Literal('5E1'),
      Type.Literal('5E2'),
      Type.Literal('5E3'),
      Type.Literal('5Q0+'),
      Type.Literal('5Q1+'),
      Type.Literal('5Q2+'),
    ]),
    /** Whether its board has red and green dots; the 5E series asks. */
    double: Type.Boolean(),
  },
  Strict,
);
export type Controller = Static<typeof Controller>;

/** What a rolling line tells, in the order of the list. Words: messages `ticker.topic.*`. */
export const TickerTopic = Type.Union([
  Type.Literal('slogan'), // 服务理念
  Type.Literal('hours'), // 办公时间
  Type.Literal('notices'), // 政策、通知
  Type.Literal('items'), // 事项、时限、收费
  Type.Literal('pledges'), // 服务承诺
  Type.Literal('contacts'), // 咨询、投诉电话
]);
export type TickerTopic = Static<typeof TickerTopic>;

/** The colour of a rolling line's dots. */
export const TickerColour = Type.Union([Type.Literal('red'), Type.Literal('amber'), Type.Literal('white')]);
export type TickerColour = Static<typeof TickerColour>;

/** 滚动字幕: one line that rolls through the picture. */
export const Ticker = Type.Object(
  {
    is: Type.Literal('ticker'),
    topics: Type.Array(TickerTopic, { maxItems: 6, uniqueItems: true }),
    /** Lines of its own, which come first. */
    own: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), { maxItems: 10 }),
    ),
    /** Pixels of an LED strip, from the upper left corner of the picture. Absent: the whole picture. */
    dots: Type.Optional(
      Type.Object(
        {
          width: Type.Integer({ minimum: 64, maximum: 3840 }),
          height: Type.Integer({ minimum: 16, maximum: 256 }),
        },
        Strict,
      ),
    ),
    colour: TickerColour,
    /** With dots only. Absent: the strip mirrors a page, or fetches pictures. */
    controller: Type.Optional(Controller),
  },
  Strict,
);
export type Ticker = Static<typeof Ticker>;

/** What a playlist and a zone may show: what needs no hand and no window of its own. */
export const ContentScene = Type.Union([
  /** 办事指南: item by item. */
  Type.Object({ is: Type.Literal('guide'), items: Chosen }, Strict),
  /** 一件事: package by package. */
  Type.Object({ is: Type.Literal('packages'), packages: Chosen }, Strict),
  /** 规章制度: article by article. */
  Type.Object({ is: Type.Literal('rules'), rules: Chosen }, Strict),
  /** 服务承诺: slogan, pledges, 三清 四亮 五个一样 六零, figures kept. */
  Type.Object({ is: Type.Literal('pledges') }, Strict),
  /** 通知公告; without categories all of them. */
  Type.Object(
    {
      is: Type.Literal('notices'),
      categories: Type.Optional(Type.Array(NoticeCategory, { minItems: 1, maxItems: 20, uniqueItems: true })),
    },
    Strict,
  ),
  Type.Object({ is: Type.Literal('publicity') }, Strict), // 公示
  Type.Object({ is: Type.Literal('contacts') }, Strict), // 咨询投诉
  Type.Object({ is: Type.Literal('staff') }, Strict), // 人员公示
  Type.Object({ is: Type.Literal('hours') }, Strict), // 办公时间
  /** 平面图; `here` is where the screen hangs, in shares of the plan's width and height. */
  Type.Object(
    {
      is: Type.Literal('plan'),
      plan: Id,
      here: Type.Optional(
        Type.Tuple([Type.Number({ minimum: 0, maximum: 1 }), Type.Number({ minimum: 0, maximum: 1 })]),
      ),
    },
    Strict,
  ),
  Ticker,
  /** `fill` cuts what stands over; `whole` shows all of it. */
  Type.Object(
    {
      is: Type.Literal('media'),
      medium: Id,
      fit: Type.Union([Type.Literal('whole'), Type.Literal('fill')]),
    },
    Strict,
  ),
  /** A web page of the hall's list (premises.md R13). */
  Type.Object(
    { is: Type.Literal('page'), url: Type.String({ maxLength: 300, pattern: '^https?://[^\\s]+$' }) },
    Strict,
  ),
  Type.Object({ is: Type.Literal('slogan') }, Strict), // name, hours, phones, slogan: what is always true
  /** The calls in a zone of a mixed screen, without what stands around them on a board. */
  Type.Object({ is: Type.Literal('calls') }, Strict),
]);
export type ContentScene = Static<typeof ContentScene>;

/** Cells of a mixed screen's grid at most, each way. */
export const GRID_MOST = 24;
const Cell = Type.Integer({ minimum: 0, maximum: GRID_MOST - 1 });
const Cells = Type.Integer({ minimum: 1, maximum: GRID_MOST });

/** What a zone plays: one scene all the time, or a playlist. */
export const ZonePlay = Type.Union([
  Type.Object({ scene: ContentScene }, Strict),
  Type.Object({ playlist: Id }, Strict),
]);
export type ZonePlay = Static<typeof ZonePlay>;

/** A zone of a mixed screen: its cell at the upper left, how many cells it takes, what it plays. */
export const Zone = Type.Object({ x: Cell, y: Cell, w: Cells, h: Cells, play: ZonePlay }, Strict);
export type Zone = Static<typeof Zone>;

/** 分区屏: zones lie within the grid and not on each other (premises.md R14). */
export const Mixed = Type.Object(
  {
    is: Type.Literal('mixed'),
    columns: Cells,
    rows: Cells,
    zones: Type.Array(Zone, { minItems: 1, maxItems: 12 }),
  },
  Strict,
);
export type Mixed = Static<typeof Mixed>;

/** What colours the dots of a sign have. */
export const SignColour = Type.Union([Type.Literal('red'), Type.Literal('amber'), Type.Literal('full')]);
export type SignColour = Static<typeof SignColour>;

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
      height: Type.Integer({ minimum: 12, maximum: 256 }),
      /** Absent: red, as the standards ask. */
      colour: Type.Optional(SignColour),
      /** What becomes of a text that does not fit (L13). Absent: it turns pages. */
      long: Type.Optional(Type.Union([Type.Literal('pages'), Type.Literal('rolls')])),
      /** Absent: the sign mirrors a page, or fetches pictures. */
      controller: Type.Optional(Controller),
    },
    Strict,
  ),
  Type.Object({ is: Type.Literal('kiosk'), slip: SlipWay }, Strict), // 取号机
  /** 窗口评价屏: stands at the window and faces the visitor. Without touch it shows a code for the phone. */
  Type.Object({ is: Type.Literal('counter'), window: Id, touch: Type.Boolean() }, Strict),
  ...ContentScene.anyOf,
  Mixed,
  /** What the hall's schedule says (content/schedule/). */
  Type.Object({ is: Type.Literal('program') }, Strict),
]);
export type Scene = Static<typeof Scene>;
