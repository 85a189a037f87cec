import Type, { type Static } from 'typebox';
import { Spot, Way } from './area.ts';
import { Day, Id, Label, Strict } from './base.ts';

/** Signs whose picture and colours a public standard fixes (GB 2894, GB/T 10001), and a few of the hall's own use. */
export const PublicSign = Type.Union([
  // way out and help: white on green
  Type.Literal('exit'), // 安全出口
  Type.Literal('exit-left'),
  Type.Literal('exit-right'),
  Type.Literal('first-aid'), // 急救箱
  // fire: white on red
  Type.Literal('extinguisher'), // 灭火器
  Type.Literal('fire-alarm'), // 火警报警按钮
  // forbidden: red ring
  Type.Literal('no-smoking'), // 禁止吸烟
  Type.Literal('no-noise'), // 请勿喧哗
  // care: black on yellow
  Type.Literal('slippery'), // 小心地滑
  Type.Literal('step'), // 当心台阶
  Type.Literal('electric'), // 当心触电
  // information
  Type.Literal('toilet'), // 卫生间
  Type.Literal('accessible'), // 无障碍设施
  Type.Literal('lift'), // 电梯
  Type.Literal('stairs'), // 楼梯
  Type.Literal('water'), // 饮水处
  Type.Literal('kiosk'), // 自助取号
  Type.Literal('charger'), // 手机充电
  Type.Literal('baby'), // 母婴室
  Type.Literal('glasses'), // 老花镜
  Type.Literal('copy'), // 复印
  Type.Literal('box'), // 意见箱
  Type.Literal('camera'), // 监控区域
  Type.Literal('one-metre'), // 请在一米线外等候
]);
export type PublicSign = Static<typeof PublicSign>;

/** Pages of the hub that a card's code may open. */
export const CodeTo = Type.Union([
  Type.Object({ is: Type.Literal('home') }, Strict),
  Type.Object({ is: Type.Literal('guide'), item: Id }, Strict),
  Type.Object({ is: Type.Literal('guides') }, Strict),
  Type.Object({ is: Type.Literal('notices') }, Strict),
  /** Taking a number, and how many wait (排队情况). */
  Type.Object({ is: Type.Literal('take') }, Strict),
  Type.Object({ is: Type.Literal('book') }, Strict),
  /** Rating a window (好差评). */
  Type.Object({ is: Type.Literal('rate'), window: Id }, Strict),
]);
export type CodeTo = Static<typeof CodeTo>;

/** Sheets that are a sign, a board, a plate or a card: members of `SheetOf`. */
export const signSheets = [
  /** 服务理念: a strip in the standard's face and colour; without `pledge` the hall's slogan. */
  Type.Object({ is: Type.Literal('slogan'), pledge: Type.Optional(Id) }, Strict),
  /** 三清、四亮、五个一样、六零. */
  Type.Object({ is: Type.Literal('conduct') }, Strict),
  /** 名称牌: the official name, as the standard wants it. */
  Type.Object({ is: Type.Literal('name') }, Strict),
  /** 指示牌: areas of the hall with arrows, of one floor or all. */
  Type.Object({ is: Type.Literal('directions'), floor: Type.Optional(Label) }, Strict),
  /** 交通指引牌: the name, an arrow and how far. */
  Type.Object(
    {
      is: Type.Literal('road'),
      way: Way,
      metres: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999 })),
    },
    Strict,
  ),
  /** 窗口标牌. */
  Type.Object({ is: Type.Literal('window'), window: Id }, Strict),
  /** 功能区标牌. */
  Type.Object({ is: Type.Literal('area'), area: Id }, Strict),
  /** 公共标志: from no record at all. */
  Type.Object({ is: Type.Literal('sign'), sign: PublicSign }, Strict),
  /** 办公时间牌; `from` is the first day of which holidays stand on it. */
  Type.Object({ is: Type.Literal('hours'), from: Type.Optional(Day) }, Strict),
  /** 平面图, with where its reader stands. */
  Type.Object({ is: Type.Literal('plan'), plan: Id, here: Type.Optional(Spot) }, Strict),
  /** 工作人员公示墙; with `day` who leads on that day. */
  Type.Object({ is: Type.Literal('wall'), day: Type.Optional(Day) }, Strict),
  /** 座牌: a folded tent for the desk. */
  Type.Object({ is: Type.Literal('desk'), staff: Id }, Strict),
  /** 工作牌: of one person, of several, or of all, a card each. */
  Type.Object(
    {
      is: Type.Literal('badge'),
      staff: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true })),
    },
    Strict,
  ),
  /** 岗位牌: who stands at a window and who stands in. */
  Type.Object({ is: Type.Literal('post'), window: Id }, Strict),
  /**
   * “暂停服务” with 去向留言 to fill in, for one window or any. `fault`: 系统故障 instead; `goto`: 请到 and the number of
   * the window `to`, or a gap to write it in.
   */
  Type.Object(
    {
      is: Type.Literal('pause'),
      window: Type.Optional(Id),
      says: Type.Optional(Type.Union([Type.Literal('fault'), Type.Literal('goto')])),
      to: Type.Optional(Id),
    },
    Strict,
  ),
  /** 二维码卡. */
  Type.Object({ is: Type.Literal('code'), to: CodeTo }, Strict),
  /** 无线网络卡: typed for the sheet, and never registered (S14). */
  Type.Object(
    {
      is: Type.Literal('wifi'),
      network: Type.String({ minLength: 1, maxLength: 32, pattern: '^[^\\r\\n\\t]*\\S[^\\r\\n\\t]*$' }),
      password: Type.Optional(Type.String({ minLength: 8, maxLength: 63, pattern: '^[ -~]+$' })),
    },
    Strict,
  ),
] as const;
