export { findBrowser } from './browser.mjs';
export { covers, readCoverage } from './cmap.ts';
export type {
  PhoneCertificate,
  PhoneHall,
  PhoneHome,
  PhoneItem,
  PhoneItems,
  PhoneMissing,
  PhoneRule,
  PhoneSheet,
  PhoneStaff,
  PhoneTake,
  PhoneTicket,
} from './faces.ts';
export { renderFlow, wordFlow } from './flow.ts';
export { renderItem, renderItems, renderPackage, renderPackages } from './guide.ts';
export { PrintRefusal } from './refused.ts';
export { renderSheet, type SheetDress } from './render.ts';
export type { SheetDocument } from './sheetdocument.ts';
export {
  phoneStyles,
  renderPhoneCertificate,
  renderPhoneHome,
  renderPhoneMissing,
  renderPhoneRule,
  renderPhoneSheet,
  renderPhoneStaff,
} from './phone.ts';
export { rateStyles, renderRated, renderRatePage, type RateDraft } from './rate.ts';
export { bookStyles, renderBookedPage, renderBookPage, type BookDraft } from './book.ts';
export { createPrinter, type Printer, type PrinterOptions } from './printer.ts';
export { wordTicket } from './pages/ticketwords.ts';
export {
  renderBookGone,
  renderTakePage,
  renderTicketGone,
  renderTicketPage,
  renderVisitRefused,
  visitScript,
} from './visit.ts';
export { qrModules, renderSlip, slipPage, slipStyles, styleSlip } from './slip.ts';
export {
  renderPhoneNotice,
  renderPhoneNotices,
  type NoticeSeen,
  type PhoneNotice,
  type PhoneNotices,
} from './notices.ts';
