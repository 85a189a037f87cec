import Type, { type Static } from 'typebox';
import { Id, Label, Strict } from './base.ts';

/** Functional areas (功能区) by the keys of the standards; `other` for what none of them names. */
export const AreaKind = Type.Union([
  Type.Literal('service'), // 窗口服务区
  Type.Literal('consult'), // 咨询（导办）区
  Type.Literal('complaints'), // 投诉受理区
  Type.Literal('self-service'), // 自助服务区
  Type.Literal('waiting'), // 等候区
  Type.Literal('writing'), // 填写区
  Type.Literal('samples'), // 办事指南和格式文本展示台
  Type.Literal('party-post'), // 党员服务岗
  Type.Literal('villages'), // 村级事务集中办理区
  Type.Literal('office'), // 日常办公区
  Type.Literal('other'),
]);
export type AreaKind = Static<typeof AreaKind>;

const Short = Type.String({ minLength: 1, maxLength: 20, pattern: '^[^\\r\\n\\t]*\\S[^\\r\\n\\t]*$' });

/** Which way one goes from the entrance: an arrow on the list that stands in for a plan. */
export const Way = Type.Union([
  Type.Literal('ahead'),
  Type.Literal('left'),
  Type.Literal('right'),
  Type.Literal('up'),
  Type.Literal('down'),
  Type.Literal('here'),
]);
export type Way = Static<typeof Way>;

/** An area of the hall. `order` is its place in lists, from 0. */
export const Area = Type.Object(
  {
    name: Short,
    is: AreaKind,
    /** "1 楼"; absent: the only one. */
    floor: Type.Optional(Short),
    way: Type.Optional(Way),
    /** What one does there, in a line. */
    text: Type.Optional(Label),
    windows: Type.Array(Id, { maxItems: 100, uniqueItems: true }),
    order: Type.Integer({ minimum: 0, maximum: 1000 }),
  },
  Strict,
);
export type Area = Static<typeof Area>;

/** From the left upper corner of the picture, 0 to 1. */
export const Spot = Type.Tuple([
  Type.Number({ minimum: 0, maximum: 1 }),
  Type.Number({ minimum: 0, maximum: 1 }),
]);
export type Spot = Static<typeof Spot>;

/** Things of a building that a plan names. `exit` and `fire` are safety signs: never animated, never recoloured. */
export const PlaceSign = Type.Union([
  Type.Literal('exit'), // 安全出口
  Type.Literal('fire'), // 消防器材
  Type.Literal('entrance'), // 入口
  Type.Literal('toilet'), // 卫生间
  Type.Literal('accessible'), // 无障碍
  Type.Literal('stairs'), // 楼梯
  Type.Literal('lift'), // 电梯
  Type.Literal('kiosk'), // 取号机
  Type.Literal('water'), // 饮水处
  Type.Literal('box'), // 意见箱
  Type.Literal('other'),
]);
export type PlaceSign = Static<typeof PlaceSign>;

/** What is placed on a plan. */
export const Mark = Type.Union([
  Type.Object({ is: Type.Literal('window'), window: Id, at: Spot }, Strict),
  Type.Object({ is: Type.Literal('area'), area: Id, at: Spot }, Strict),
  Type.Object({ is: Type.Literal('sign'), sign: PlaceSign, label: Type.Optional(Short), at: Spot }, Strict),
]);
export type Mark = Static<typeof Mark>;

/** A floor plan (平面图): a picture of the media library with marks. Without a picture the areas of its floor are listed. */
export const Plan = Type.Object(
  {
    name: Label,
    floor: Type.Optional(Short),
    medium: Type.Optional(Id),
    marks: Type.Array(Mark, { maxItems: 200 }),
  },
  Strict,
);
export type Plan = Static<typeof Plan>;
