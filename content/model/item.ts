import Type, { type Static } from 'typebox';
import { Id, Label, Moment, Person, Strict } from './base.ts';

/** Categories of service items as HN 服务事项 1.1–1.12 lists them. Words: messages `item.category.*`. */
export const ItemCategory = Type.Union([
  Type.Literal('household'), // 户籍管理
  Type.Literal('family'), // 人口和生育服务
  Type.Literal('assistance'), // 社会保障
  Type.Literal('employment'), // 劳动保障
  Type.Literal('pension'), // 养老保障
  Type.Literal('medical'), // 医疗保障
  Type.Literal('relief'), // 脱贫帮扶
  Type.Literal('farming'), // 农业农村管理和服务
  Type.Literal('building'), // 乡村建设管理和服务
  Type.Literal('business'), // 营商管理和服务
  Type.Literal('military'), // 服役退役服务
  Type.Literal('party'), // 党务管理服务
  Type.Literal('other'), // 其他
]);
export type ItemCategory = Static<typeof ItemCategory>;

/** How cases of the item are handled (HN 2.2 五件制, YJ 三(三)2). 补办件 and 退办件 are states of a case, not kinds of item. */
export const ItemType = Type.Union([
  Type.Literal('instant'), // 即办件
  Type.Literal('pledged'), // 承诺件
  Type.Literal('joint'), // 联办件
  Type.Literal('reported'), // 上报件、报批件
]);
export type ItemType = Static<typeof ItemType>;

/** One line of text without line breaks; what is longer than a label. */
const Line = Type.String({ minLength: 1, maxLength: 300, pattern: '^[^\\r\\n\\t]*\\S[^\\r\\n\\t]*$' });

/** One legal basis (法定依据、设立依据): the law or document by its name, and the article or wording in it. */
export const Basis = Type.Object(
  { law: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }), article: Type.Optional(Line) },
  Strict,
);
export type Basis = Static<typeof Basis>;

/** In which form a material is handed in. */
export const MaterialForm = Type.Union([
  Type.Literal('original'), // 原件
  Type.Literal('copy'), // 复印件
  Type.Literal('both'), // 原件和复印件
  Type.Literal('seen'), // 原件核验后退回
  Type.Literal('electronic'), // 电子件
]);
export type MaterialForm = Static<typeof MaterialForm>;

/** Whether it must be there. */
export const MaterialNeed = Type.Union([
  Type.Literal('required'), // 必须
  Type.Literal('deferrable'), // 可容缺后补
  Type.Literal('conditional'), // 符合情形时提交: `when` says which
]);
export type MaterialNeed = Static<typeof MaterialNeed>;

/**
 * Where a paper is to be had: an address that begins with http:// or https:// becomes a link, anything
 * else is shown as it stands ("窗口免费领取").
 */
const Where = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' });

/** One thing that a visitor brings (申报材料): HN 4.2.2.2 asks for name, count, demands and how it is got. */
export const Material = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
    form: MaterialForm,
    count: Type.Integer({ minimum: 1, maximum: 99 }),
    need: MaterialNeed,
    /** In which case a conditional one is asked for. */
    when: Type.Optional(Line),
    /** Who makes or issues it: 申请人自备, 村（居）民委员会. */
    source: Type.Optional(Type.String({ maxLength: 60 })),
    /** Demands on it, "近期免冠照片，白底". */
    note: Type.Optional(Line),
    /** A shared e-licence serves instead of the paper (电子证照免提交). */
    licence: Type.Optional(Type.Literal(true)),
    /** Blank form (空白表格). */
    blank: Type.Optional(Where),
    /** Filled sample (示范样表). */
    filled: Type.Optional(Where),
    /** The same as files of the library, for visitors to keep (U20). */
    blankFile: Type.Optional(Id),
    filledFile: Type.Optional(Id),
  },
  Strict,
);
export type Material = Static<typeof Material>;

/** Name of a step within its item, so that branches can point at it; never shown. */
export const StepKey = Type.String({ pattern: '^[a-z0-9]{1,12}$' });

/** What happens instead of going on (补正, 不予受理, another step). `when` stands at the arrow: 材料不齐. */
export const Branch = Type.Union([
  /** One is told once what is missing, and comes back to the step (补正). */
  Type.Object({ is: Type.Literal('supplement'), when: Label, text: Type.Optional(Label) }, Strict),
  /** The case ends here with a written reason (不予受理、不予办理). */
  Type.Object({ is: Type.Literal('refuse'), when: Label, text: Type.Optional(Label) }, Strict),
  /** The case goes on at another step. */
  Type.Object({ is: Type.Literal('step'), when: Label, to: StepKey }, Strict),
]);
export type Branch = Static<typeof Branch>;

/** One step of the procedure (办理程序): steps follow each other unless one ends or branches. */
export const Step = Type.Object(
  {
    key: StepKey,
    name: Type.String({ minLength: 1, maxLength: 30, pattern: '\\S' }),
    /** Who does it: 申请人, 综合窗口, 县民政局. */
    who: Type.Optional(Type.String({ maxLength: 40 })),
    /** Limit in working days; 0 is at once (当场). */
    days: Type.Optional(Type.Integer({ minimum: 0, maximum: 999 })),
    /** What comes out of it: 受理通知书. */
    result: Type.Optional(Type.String({ maxLength: 60 })),
    /** Words at the arrow to the next step: 材料齐全. */
    onward: Type.Optional(Type.String({ maxLength: 20 })),
    /** The procedure ends after this step even if others follow in the list. */
    ends: Type.Optional(Type.Literal(true)),
    branches: Type.Array(Branch, { maxItems: 4 }),
  },
  Strict,
);
export type Step = Static<typeof Step>;

/** Fees (收费依据及标准): free, or what is charged and by which basis. */
export const Fees = Type.Union([
  Type.Object({ is: Type.Literal('free') }, Strict),
  Type.Object(
    {
      is: Type.Literal('charged'),
      lines: Type.Array(
        Type.Object(
          {
            /** "工本费 20 元/证". */
            amount: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
            basis: Type.String({ maxLength: 200 }),
          },
          Strict,
        ),
        { minItems: 1, maxItems: 20 },
      ),
      /** How one pays (HN 3.2 统一缴款方式). */
      pay: Type.Optional(Line),
    },
    Strict,
  ),
]);
export type Fees = Static<typeof Fees>;

/** A phone of an item: one of the hall's contacts, or its own. */
export const ItemPhone = Type.Union([
  Type.Object({ is: Type.Literal('contact'), id: Id }, Strict),
  Type.Object({ is: Type.Literal('own'), label: Label, value: Type.String({ maxLength: 30 }) }, Strict),
]);
export type ItemPhone = Static<typeof ItemPhone>;

/** Kinds of visitor that the item is for. */
export const Audience = Type.Union([
  Type.Literal('person'), // 个人
  Type.Literal('business'), // 企业、个体工商户
  Type.Literal('organisation'), // 社会组织、村集体
]);
export type Audience = Static<typeof Audience>;

/** A working-day limit; 0 is at once (当场办结). */
const Days = Type.Integer({ minimum: 0, maximum: 999 });

/**
 * What an editor writes of an item: the seven disclosures (QJ 四(三)7) and what HN 1.2 adds. Everything but
 * name, category and type may be missing while it is being written; checks tell what is missing.
 */
export const ItemText = Type.Object(
  {
    name: Label,
    /** The item's number in the platform's catalogue. */
    code: Type.Optional(Type.String({ minLength: 1, maxLength: 60, pattern: '^[!-~]+$' })),
    category: ItemCategory,
    type: ItemType,
    audience: Type.Array(Audience, { maxItems: 3, uniqueItems: true }),
    /** 法定依据（设立依据）. */
    basis: Type.Array(Basis, { maxItems: 30 }),
    /** 申请条件, one a line. */
    conditions: Type.Array(Line, { maxItems: 30 }),
    /** 申报材料. */
    materials: Type.Array(Material, { maxItems: 60 }),
    /** Nothing has to be brought (零材料); an empty list alone says that it is not written yet. */
    noMaterials: Type.Optional(Type.Literal(true)),
    /** 办理程序. */
    steps: Type.Array(Step, { maxItems: 30 }),
    /** 法定时限; absent: no law sets one, or it is not written yet. */
    statutoryDays: Type.Optional(Days),
    /** 承诺时限. */
    promisedDays: Type.Optional(Days),
    /** What does not count: "公示、现场核查不计入". */
    limitNote: Type.Optional(Line),
    fees: Type.Optional(Fees),
    /** What the visitor holds in the end: 居住证. */
    outcome: Type.Optional(Type.String({ maxLength: 60 })),
    /** Windows where it is done, and lines of the queue in which a number is taken for it. */
    windows: Type.Array(Id, { maxItems: 20, uniqueItems: true }),
    services: Type.Array(Id, { maxItems: 10, uniqueItems: true }),
    /** 咨询电话, 投诉电话; an empty list stands for the hall's own. */
    consult: Type.Array(ItemPhone, { maxItems: 5 }),
    complain: Type.Array(ItemPhone, { maxItems: 5 }),
    /** Where it is done online. */
    online: Type.Optional(Type.String({ maxLength: 300, pattern: '^https?://[^\\s]+$' })),
    /** How often one has to come: 0 零跑腿, 1 最多跑一次. */
    visits: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
    /** Agents do it for people who ask (代办); for whom, if not for all. */
    agent: Type.Optional(Type.Object({ whom: Type.String({ maxLength: 120 }) }, Strict)),
    /** 注意事项. */
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  Strict,
);
export type ItemText = Static<typeof ItemText>;

/**
 * A service item and its guide (服务事项、办事指南). A live record is what the public reads, unless it is a
 * sample (U5): our own words, which nobody outside the hall sees until somebody of the hall has checked them.
 */
export const Item = Type.Object(
  {
    ...ItemText.properties,
    sample: Type.Optional(Type.Literal(true)),
    /** Who of the hall checked it when it was a sample. */
    checked: Type.Optional(Type.Object({ by: Person, at: Moment }, Strict)),
    savedBy: Person,
    savedAt: Moment,
  },
  Strict,
);
export type Item = Static<typeof Item>;
