export { findBrowser } from './browser.mjs';
export type { PhoneHall, PhoneHome, PhoneMissing, PhoneRule, RuleSheet } from './faces.ts';
export { PrintRefusal } from './refused.ts';
export { renderRuleSheet } from './render.ts';
export { phoneStyles, renderPhoneHome, renderPhoneMissing, renderPhoneRule } from './phone.ts';
export { createPrinter, type Printer, type PrinterOptions } from './printer.ts';
