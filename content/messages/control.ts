import type { Entries } from './catalogue.ts';
import { appointmentEntries } from './control-appointments.ts';
import { callerEntries } from './control-caller.ts';
import { calendarEntries } from './control-calendar.ts';
import { checksEntries } from './checks.ts';
import { designerEntries } from './control-designer.ts';
import { deskEntries } from './control-desk.ts';
import { controlItemEntries } from './control-items.ts';
import { premisesEntries } from './control-hall.ts';
import { interfacesEntries } from './control-interfaces.ts';
import { fieldEntries } from './control-fields.ts';
import { importPageEntries } from './control-import.ts';
import { interruptEntries } from './control-interrupts.ts';
import { journalEntries } from './control-journal.ts';
import { ledPanelEntries } from './control-led.ts';
import { mediaEntries } from './control-media.ts';
import { noticeEntries } from './control-notices.ts';
import { peopleEntries } from './control-people.ts';
import { proofEntries } from './control-proof.ts';
import { publishingEntries } from './control-publishing.ts';
import { formEntries } from './control-forms.ts';
import { printDeskEntries } from './control-print.ts';
import { queueEntries } from './control-queue.ts';
import { ratingsEntries } from './control-ratings.ts';
import { sheetPrintersEntries } from './control-sheetprinters.ts';
import { fontEntries } from './control-fonts.ts';
import { slipsEntries } from './control-slips.ts';
import { reportEntries } from './control-reports.ts';
import { reviewEntries } from './control-review.ts';
import { writingEntries } from './control-writing.ts';
import { itemEntries } from './items.ts';
import { itemTableEntries } from './itemtable.ts';
import { scheduleEntries } from './control-schedule.ts';
import { sceneEntries } from './control-scenes.ts';
import { shellEntries } from './control-shell.ts';
import { standardsEntries } from './control-standards.ts';
import { voiceEntries } from './voice.ts';

/** Everything that the panel says: key → [中文, English]. */
export const control = {
  ...shellEntries,
  ...queueEntries,
  ...callerEntries,
  ...publishingEntries,
  ...formEntries,
  ...printDeskEntries,
  ...proofEntries,
  ...noticeEntries,
  ...importPageEntries,
  ...itemEntries,
  ...controlItemEntries,
  ...itemTableEntries,
  ...premisesEntries,
  ...peopleEntries,
  ...sceneEntries,
  ...interfacesEntries,
  ...interruptEntries,
  ...journalEntries,
  ...deskEntries,
  ...sheetPrintersEntries,
  ...fontEntries,
  ...slipsEntries,
  ...ratingsEntries,
  ...reportEntries,
  ...reviewEntries,
  ...fieldEntries,
  ...writingEntries,
  ...calendarEntries,
  ...standardsEntries,
  ...checksEntries,
  ...appointmentEntries,
  ...voiceEntries,
  ...ledPanelEntries,
  ...mediaEntries,
  ...scheduleEntries,
  ...designerEntries,
} as const satisfies Entries;
