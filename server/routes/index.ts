import { accountRoutes } from './accounts.ts';
import { certificateRoutes } from './certificates.ts';
import { checkRoutes } from './checks.ts';
import { holidayRoutes } from './holidays.ts';
import { bookRoutes } from './book.ts';
import { bundleRoutes } from './bundle.ts';
import { draftRoutes } from './drafts.ts';
import { healthRoutes } from './health.ts';
import { importRoutes } from './importing.ts';
import { interfaceRoutes } from './interfaces.ts';
import { itemRoutes } from './items.ts';
import { itemTableRoutes } from './itemtables.ts';
import { journalRoutes } from './journal.ts';
import { operatorRoutes } from './operator.ts';
import { ledRoutes } from './led.ts';
import { pageRoutes } from './pages.ts';
import { fontRoutes } from './fonts.ts';
import { mediaRoutes } from './media.ts';
import { noticePageRoutes } from './noticepages.ts';
import { noticeRoutes } from './notices.ts';
import type { Plugin } from './parts.ts';
import { phoneRoutes } from './phone.ts';
import { proofRoutes } from './proof.ts';
import { rateRoutes } from './rate.ts';
import { reportRoutes } from './reports.ts';
import { revisionRoutes } from './revisions.ts';
import { screenRoutes } from './screens.ts';
import { sessionRoutes } from './session.ts';
import { setupRoutes } from './setup.ts';
import { printJobRoutes } from './printjobs.ts';
import { sheetPageRoutes } from './sheetpages.ts';
import { sheetPrinterRoutes } from './sheetprinters.ts';
import { sheetRoutes } from './sheets.ts';
import { slipRoutes } from './slips.ts';
import { speechRoutes } from './speech.ts';
import { standardRoutes } from './standards.ts';
import { uploadRoutes } from './uploads.ts';
import { apiRoutes } from './v1/index.ts';
import { takeRoutes } from './take.ts';
import { ticketRoutes } from './tickets.ts';

/** Every route, one plugin for each noun. */
export const routes: readonly Plugin[] = [
  healthRoutes,
  standardRoutes,
  checkRoutes,
  holidayRoutes,
  setupRoutes,
  sessionRoutes,
  accountRoutes,
  screenRoutes,
  importRoutes,
  bundleRoutes,
  sheetRoutes,
  printJobRoutes,
  sheetPrinterRoutes,
  slipRoutes,
  journalRoutes,
  revisionRoutes,
  draftRoutes,
  noticeRoutes,
  noticePageRoutes,
  reportRoutes,
  operatorRoutes,
  phoneRoutes,
  sheetPageRoutes,
  itemRoutes,
  itemTableRoutes,
  interfaceRoutes,
  apiRoutes,
  takeRoutes,
  bookRoutes,
  ticketRoutes,
  proofRoutes,
  certificateRoutes,
  rateRoutes,
  uploadRoutes,
  mediaRoutes,
  fontRoutes,
  speechRoutes,
  ledRoutes,
  pageRoutes,
];
