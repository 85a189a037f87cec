export type { PhoneHall, PhoneHome, PhoneMissing, PhoneRule, RuleSheet } from './faces.ts';
export { PrintRefusal } from './refused.ts';
export { renderRuleSheet } from './render.ts';
export { createPrinter, type Printer, type PrinterOptions } from './printer.ts';
