import Type, { type Static } from 'typebox';
import { Label, Moment, Person, Strict } from './base.ts';

/**
 * One paragraph of a rule, word for word. `number` is the article number as printed, with its
 * punctuation ("一、", "（二）", "3."), empty for running text. `depth` 0 is 一、, 1 is （一）, 2 is 1.
 * `number + text` is exactly the paragraph of the source.
 */
export const Block = Type.Object(
  {
    number: Type.String({ maxLength: 12 }),
    depth: Type.Integer({ minimum: 0, maximum: 3 }),
    text: Type.String({ maxLength: 4000 }),
  },
  Strict,
);
export type Block = Static<typeof Block>;

/** Where the official wording comes from: shown at the foot of the sheet. */
export const Source = Type.Object(
  {
    /** Title of the notice. */
    title: Type.String({ minLength: 1, maxLength: 200 }),
    issuer: Type.Optional(Type.String({ maxLength: 100 })),
    /** As printed, "2020年9月21日". */
    date: Type.Optional(Type.String({ maxLength: 30 })),
    /** As printed, "附件1". */
    annex: Type.Optional(Type.String({ maxLength: 30 })),
    file: Type.Optional(Type.String({ maxLength: 200 })),
  },
  Strict,
);
export type Source = Static<typeof Source>;

/** A text that hangs on the wall and runs on a screen (制度、规范). */
export const Rule = Type.Object(
  {
    title: Label,
    blocks: Type.Array(Block, { minItems: 1, maxItems: 400 }),
    source: Source,
    /**
     * `standard`: our own words with the standard's figures. `imported`: the official wording to the letter.
     * `own`: the hall's words, written here or changed from official ones (writing.md O1).
     */
    wording: Type.Union([Type.Literal('standard'), Type.Literal('imported'), Type.Literal('own')]),
    adoptedBy: Person,
    adoptedAt: Moment,
  },
  Strict,
);
export type Rule = Static<typeof Rule>;

/** Slogan, pledge lines, 三清 四亮 五个一样 六零. `role` says what it is for. */
export const Pledge = Type.Object(
  {
    role: Type.Union([
      Type.Literal('slogan'), // 服务理念
      Type.Literal('pledge'), // 服务承诺
      Type.Literal('conduct'), // 三清 四亮 五个一样 六零服务
    ]),
    title: Label,
    lines: Type.Array(Type.String({ minLength: 1, maxLength: 120 }), { minItems: 1, maxItems: 40 }),
    source: Type.Optional(Type.String({ maxLength: 200 })),
  },
  Strict,
);
export type Pledge = Static<typeof Pledge>;

/** 咨询、监督、投诉电话, address, box. `value` is what a visitor dials or where one goes. */
export const Contact = Type.Object(
  {
    role: Type.Union([
      Type.Literal('consult'), // 咨询电话
      Type.Literal('complain'), // 监督举报投诉电话
      Type.Literal('hotline'), // 12345
      Type.Literal('address'), // 地址
    ]),
    label: Label,
    value: Type.String({ minLength: 1, maxLength: 100 }),
    /** Whose phone it is: QJ 三(三)5 asks for the 纪委 of the town. */
    owner: Type.Optional(Type.String({ maxLength: 60 })),
  },
  Strict,
);
export type Contact = Static<typeof Contact>;
