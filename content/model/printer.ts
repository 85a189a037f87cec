import Type, { type Static } from 'typebox';
import { Label, Moment, Strict } from './base.ts';

/** Width of the paper in millimetres; 203 dots an inch print 384 and 576 dots on it. */
export const PaperWidth = Type.Union([Type.Literal(58), Type.Literal(80)]);
export type PaperWidth = Static<typeof PaperWidth>;

/** Why a printer gives no slips, by its own status bytes, or by not answering. */
export const PrinterTrouble = Type.Union([
  Type.Literal('offline'), // 连不上或未联机
  Type.Literal('paper'), // 缺纸
  Type.Literal('cover'), // 盖子没盖好
  Type.Literal('fault'), // 切刀等故障
  Type.Literal('strange'), // 不像是小票打印机
]);
export type PrinterTrouble = Static<typeof PrinterTrouble>;

/** A slip printer in the hall's network (小票打印机), spoken to in ESC/POS by the hub. Rules: content/slips/slips.md. */
export const Printer = Type.Object(
  {
    name: Label,
    /** Private IP address; names and public addresses are refused (K2). */
    host: Type.String({ minLength: 2, maxLength: 45 }),
    port: Type.Integer({ minimum: 1024, maximum: 65535 }),
    width: PaperWidth,
    /** Whether it knows Chinese (GB18030), or is sent the slip as a picture of dots. */
    letters: Type.Union([Type.Literal('gb18030'), Type.Literal('picture')]),
    cut: Type.Boolean(),
    /** The printer of the guide desk, and of kiosks that name none. */
    main: Type.Boolean(),
    /** Maker and type, for whoever orders paper. */
    model: Type.Optional(Label),
    trouble: Type.Optional(Type.Object({ is: PrinterTrouble, since: Moment }, Strict)),
    /** The roll will soon be at its end. */
    paperLow: Type.Optional(Type.Boolean()),
    /** Revision at which an admin last saved the settings: what the printer says of itself raises the record's own. */
    settings: Type.Integer({ minimum: 1 }),
  },
  Strict,
);
export type Printer = Static<typeof Printer>;
