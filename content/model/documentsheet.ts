import Type, { type Static } from 'typebox';
import { Id, Strict } from './base.ts';

/** Forms that are given to people or kept of them (row 17). Words: messages `form.title.*`. */
export const FormKind = Type.Union([
  Type.Literal('tell-once'), // 一次性告知单
  Type.Literal('receipt'), // 收件回执单
  Type.Literal('accepted'), // 受理通知书
  Type.Literal('pledged'), // 承诺件受理通知书
  Type.Literal('supplement'), // 申请材料补正通知书
  Type.Literal('returned'), // 退回件通知书
  Type.Literal('refused'), // 不予办理通知书
  Type.Literal('extended'), // 延期告知书
  Type.Literal('appointment'), // 预约服务登记表
  Type.Literal('mandate'), // 全程代办委托书
  Type.Literal('agency'), // 代办承办单
  Type.Literal('complaint'), // 举报投诉登记表
  Type.Literal('enquiry'), // 来电来信来访登记表
  Type.Literal('opinion'), // 意见簿
  Type.Literal('duty'), // 值班记录
  Type.Literal('upward'), // 上报件告知单
  Type.Literal('joint'), // 联办件办理卡
  Type.Literal('delivery'), // 送达回证
  Type.Literal('entrusted'), // 代办受理单
  Type.Literal('handback'), // 代办回交单
  Type.Literal('reply'), // 举报投诉答复函
  Type.Literal('leave'), // 请假审批单
  Type.Literal('handover'), // A、B 岗工作移交单
  Type.Literal('asked'), // 首问登记表
  Type.Literal('cases'), // 办件登记簿
]);
export type FormKind = Static<typeof FormKind>;

/** Lists made from the items, and all of them. */
export const ItemsOn = Type.Union([
  Type.Literal('all'),
  Type.Literal('visits-0'), // 零跑腿
  Type.Literal('visits-1'), // 最多跑一次
  Type.Literal('zero'), // 零材料
  Type.Literal('agent'), // 代办
]);
export type ItemsOn = Static<typeof ItemsOn>;

/** Sheets that are a document: members of `SheetOf`. */
export const documentSheets = [
  /** A form to be written on, with what an item says of itself, or blank. */
  Type.Object({ is: Type.Literal('form'), form: FormKind, item: Type.Optional(Id) }, Strict),
  /** 办事指南汇编: guides with their contents before them; without `items` those that the public can read. */
  Type.Object(
    {
      is: Type.Literal('booklet'),
      items: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 300, uniqueItems: true })),
    },
    Strict,
  ),
  /** 一件事: several items handed in together. */
  Type.Object({ is: Type.Literal('package'), package: Id }, Strict),
  /** 办理流程图. */
  Type.Object({ is: Type.Literal('flow'), item: Id }, Strict),
  /** 事项清单: all, or those of one of the lists. */
  Type.Object({ is: Type.Literal('items'), on: ItemsOn }, Strict),
  /** 工作人员名册: a table, where the wall of photos has no room for duties. */
  Type.Object({ is: Type.Literal('staff') }, Strict),
  /** Several rules on one board. */
  Type.Object(
    {
      is: Type.Literal('rules'),
      rules: Type.Array(Id, { minItems: 2, maxItems: 12, uniqueItems: true }),
    },
    Strict,
  ),
] as const;
