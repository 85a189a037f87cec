import Type, { type Static } from 'typebox';
import { Label, Moment, Strict } from './base.ts';
import { NamedSize } from './sheet.ts';

/** Why nothing can be printed there now, by its own word or its silence. */
export const SheetPrinterTrouble = Type.Union([
  Type.Literal('offline'), // 连不上
  Type.Literal('paper'), // 缺纸
  Type.Literal('cover'), // 盖子没盖好
  Type.Literal('jam'), // 卡纸
  Type.Literal('ink'), // 没有墨粉或墨水
  Type.Literal('fault'), // 其他故障
  Type.Literal('format'), // 不收 PDF
  Type.Literal('strange'), // 不是打印机
]);
export type SheetPrinterTrouble = Static<typeof SheetPrinterTrouble>;

/** Where a printer that speaks IPP (RFC 8010, 8011) is reached. */
export const IppAddress = Type.Object(
  {
    /** Literal private IP address (IP2). */
    host: Type.String({ minLength: 2, maxLength: 45 }),
    port: Type.Integer({ minimum: 1, maximum: 65535 }),
    /** `/ipp/print` on nearly every printer, `/printers/NAME` on a CUPS. */
    path: Type.String({ maxLength: 200, pattern: '^/[!-~]*$' }),
  },
  Strict,
);
export type IppAddress = Static<typeof IppAddress>;

/** What a printer says of itself. */
export const SheetPrinterAbility = Type.Object(
  {
    /** Maker and type. */
    model: Type.Optional(Label),
    /** Papers that it takes, small first. */
    papers: Type.Array(NamedSize, { maxItems: 6, uniqueItems: true }),
    /** Papers in its trays now; absent where it does not say. */
    loaded: Type.Optional(Type.Array(NamedSize, { maxItems: 6, uniqueItems: true })),
    colour: Type.Boolean(),
    twoSided: Type.Boolean(),
  },
  Strict,
);
export type SheetPrinterAbility = Static<typeof SheetPrinterAbility>;

/** A printer of the hall for sheets (文件打印机), as it said of itself. Rules: content/sheets/printers/printers.md. */
export const SheetPrinter = Type.Object(
  {
    name: Label,
    ...IppAddress.properties,
    ...SheetPrinterAbility.properties,
    trouble: Type.Optional(Type.Object({ is: SheetPrinterTrouble, since: Moment }, Strict)),
  },
  Strict,
);
export type SheetPrinter = Static<typeof SheetPrinter>;
