import type { CommandInput, CommandName, CommandResult } from './model/command.ts';
import type { Records } from './records.ts';
import type { Outcome, RuleOf, World } from './rule.ts';
import {
  answerAppointment,
  cancelAppointment,
  changeAppointment,
  withdrawAppointment,
} from './appointments/answering.ts';
import { arriveByAppointment } from './appointments/arriving.ts';
import { askAppointment, bookAppointment } from './appointments/asking.ts';
import { setAppointments } from './appointments/settings.ts';
import { sweepAppointments } from './appointments/sweeping.ts';
import { keepScore, setTick } from './checks/ticks.ts';
import { adoptBundle } from './bundle/bundle.ts';
import { learnPace } from './history/pace.ts';
import { tellsWait } from './history/telling.ts';
import { takeAlert } from './interrupts/alerts.ts';
import {
  beginInterrupt,
  blockScreen,
  confirmInterrupt,
  dueInterrupt,
  endInterrupt,
  placeScreen,
  setInterrupts,
  stopInterrupt,
} from './interrupts/begin.ts';
import { noteSilence } from './interrupts/silence.ts';
import { makeKey, revokeKey, saveKey } from './interfaces/keys.ts';
import { dropLetters, keepLetters, removeWebhook, saveWebhook } from './interfaces/webhooks.ts';
import { addMedium, checkMedia, removeMedia, renameMedium, restoreMedia, sweepMedia } from './media/media.ts';
import { lockAccount, saveAccount } from './people/accounts.ts';
import { saveRoster } from './people/roster.ts';
import { closeSession, openSession } from './people/sessions.ts';
import { orderStaff, removeStaff, restoreStaff, saveStaff } from './people/staff.ts';
import { orderAreas, removeArea, removePlan, saveArea, savePlan } from './premises/areas.ts';
import { saveCalendar } from './premises/calendar.ts';
import { updateHall } from './premises/hall.ts';
import { keepLook } from './premises/look.ts';
import { addSign, pairScreen, revokeScreen, saveScreen } from './premises/screens.ts';
import { removeService, saveService } from './premises/services.ts';
import { addToStandard, overrideStandard, restoreStandard, withOwnStandard } from './premises/standard.ts';
import { giveStartKey } from './startscripts/keys.ts';
import {
  addSheetPrinter,
  noteOutput,
  removeSheetPrinter,
  reportSheetPrinter,
} from './sheets/printers/printers.ts';
import { addFont, removeFont } from './sheets/fonts/fonts.ts';
import { hangSheet, printSheet, takeSheetDown } from './sheets/register.ts';
import { removeWindow, saveWindow } from './premises/windows.ts';
import { listPages } from './premises/pages.ts';
import { setWording } from './premises/wording.ts';
import { keepCertificate, keepShowing, noteAstray, sweepShowings } from './proof/keeping.ts';
import { unblocked } from './publishing/blocking.ts';
import { endAssessment, saveAssessment, sweepAssessments } from './publishing/assessments.ts';
import { removeContact, saveContact } from './publishing/contacts.ts';
import { removePackage, savePackage } from './publishing/packages.ts';
import { checkItems, removeItems, restoreItems, saveItem } from './publishing/items.ts';
import { proposeItems } from './publishing/revieweditems.ts';
import { discardDraft, saveDraft, submitDraft, withdrawDraft } from './publishing/drafts.ts';
import { saveNotice, withdrawNotice } from './publishing/notices.ts';
import { releaseDraft, releaseDue, releaseEmergency } from './publishing/releasing.ts';
import { removedByAdmin, reviewed, reviewedItems, setReview } from './publishing/review.ts';
import { proposeStaff, reviewedStaff } from './publishing/reviewedstaff.ts';
import { approveDraft, returnDraft } from './publishing/reviewing.ts';
import { removePledge, savePledge } from './publishing/pledges.ts';
import { adoptRules, removeRule, saveRule } from './publishing/rules.ts';
import { keepScan } from './publishing/scans.ts';
import { callChosen, callNext, finishTicket, recallTicket, startTicket } from './queue/calling.ts';
import { moveTicket, returnTicket, setKind } from './queue/desk.ts';
import { cancelTicket, dropTicket, holdTicket, transferTicket } from './queue/moving.ts';
import { callPaper } from './queue/paper.ts';
import { passTicket } from './queue/passing.ts';
import { leaveQueue, takeTicket } from './queue/phone.ts';
import { sees } from './queue/seen.ts';
import { setQueue } from './queue/settings.ts';
import { issueTicket } from './queue/tickets.ts';
import { undoable, undoTicket } from './queue/undoing.ts';
import { leaveWindow, pauseWindow, resumeWindow, takeOver, takeWindow } from './queue/windows.ts';
import { removePlaylist, removeSchedule, saveCare, savePlaylist, saveSchedule } from './schedule/keeping.ts';
import { removePrinter, reportPrinter, savePrinter } from './slips/printers.ts';
import { closeCase, noteCase } from './ratings/cases.ts';
import { countPublicRates } from './ratings/public.ts';
import { giveRating } from './ratings/rating.ts';
import { setRatings } from './ratings/settings.ts';
import { setUpHall } from './setup.ts';
import { keepUpload, removeUpload, setClip, setVoice } from './voice/settings.ts';

type Rules = { [C in CommandName]: RuleOf<CommandInput<C>, CommandResult<C>> };

/** The rule of every command. A command without one does not compile. */
const rules: Rules = {
  'ticket:issue': tellsWait(issueTicket),
  'ticket:next': sees(undoable('next', callNext)),
  'ticket:call': sees(undoable('call', callChosen)),
  'ticket:paper': sees(undoable('paper', callPaper)),
  'ticket:recall': sees(recallTicket),
  'ticket:start': sees(startTicket),
  'ticket:pass': sees(undoable('pass', passTicket)),
  'ticket:finish': sees(undoable('finish', finishTicket)),
  'ticket:transfer': undoable('transfer', transferTicket),
  'ticket:hold': sees(undoable('hold', holdTicket)),
  'ticket:drop': sees(undoable('drop', dropTicket)),
  'ticket:undo': undoTicket,
  'ticket:cancel': cancelTicket,
  'ticket:move': moveTicket,
  'ticket:kind': setKind,
  'ticket:return': returnTicket,
  'ticket:take': tellsWait(takeTicket),
  'ticket:leave': leaveQueue,
  'window:take': takeWindow,
  'window:takeover': takeOver,
  'window:leave': leaveWindow,
  'window:pause': pauseWindow,
  'window:resume': resumeWindow,
  'window:save': saveWindow,
  'window:remove': removeWindow,
  'service:save': saveService,
  'service:remove': removeService,
  'notice:save': reviewed(unblocked(saveNotice)),
  'notice:withdraw': withdrawNotice,
  'assessment:save': saveAssessment,
  'assessment:end': endAssessment,
  'assessment:sweep': sweepAssessments,
  'scan:keep': keepScan,
  'package:save': reviewed(savePackage),
  'package:remove': removedByAdmin(removePackage),
  'item:save': reviewedItems(saveItem),
  'item:put': proposeItems,
  'item:remove': removedByAdmin(removeItems),
  'item:restore': reviewedItems(restoreItems),
  'item:check': reviewedItems(checkItems),
  'rule:adopt': reviewed(adoptRules),
  'rule:save': reviewed(saveRule),
  'rule:remove': removedByAdmin(removeRule),
  'pledge:save': reviewed(savePledge),
  'pledge:remove': removedByAdmin(removePledge),
  'contact:save': reviewed(saveContact),
  'contact:remove': removedByAdmin(removeContact),
  'draft:save': saveDraft,
  'draft:submit': submitDraft,
  'draft:withdraw': withdrawDraft,
  'draft:discard': discardDraft,
  'draft:return': returnDraft,
  'draft:approve': approveDraft,
  'draft:release': releaseDraft,
  'draft:emergency': releaseEmergency,
  'draft:due': releaseDue,
  'review:settings': setReview,
  'bundle:adopt': adoptBundle,
  'hall:update': updateHall,
  'hall:wording': setWording,
  'hall:pages': listPages,
  'hall:voice': setVoice,
  'voice:clip': setClip,
  'upload:keep': keepUpload,
  'upload:remove': removeUpload,
  'calendar:save': saveCalendar,
  'queue:settings': setQueue,
  'hall:setup': setUpHall,
  'staff:save': reviewedStaff(saveStaff),
  'staff:put': proposeStaff,
  'staff:order': orderStaff,
  'staff:remove': removeStaff,
  'staff:restore': reviewedStaff(restoreStaff),
  'roster:save': saveRoster,
  'area:save': saveArea,
  'area:order': orderAreas,
  'area:remove': removeArea,
  'plan:save': savePlan,
  'plan:remove': removePlan,
  'screen:save': saveScreen,
  'screen:add': addSign,
  'screen:revoke': revokeScreen,
  'screen:pair': pairScreen,
  'screen:key': giveStartKey,
  'screen:block': blockScreen,
  'screen:place': placeScreen,
  'screen:silence': noteSilence,
  'screen:astray': noteAstray,
  'showing:keep': keepShowing,
  'showing:sweep': sweepShowings,
  'certificate:keep': keepCertificate,
  'interrupt:begin': beginInterrupt,
  'interrupt:confirm': confirmInterrupt,
  'interrupt:end': endInterrupt,
  'interrupt:settings': setInterrupts,
  'interrupt:stop': stopInterrupt,
  'interrupt:due': dueInterrupt,
  'interrupt:alert': takeAlert,
  'playlist:save': savePlaylist,
  'playlist:remove': removePlaylist,
  'schedule:save': saveSchedule,
  'schedule:remove': removeSchedule,
  'care:save': saveCare,
  'account:save': saveAccount,
  'account:lock': lockAccount,
  'session:open': openSession,
  'session:close': closeSession,
  'sheet:print': printSheet,
  'sheet:hang': hangSheet,
  'sheet:takedown': takeSheetDown,
  'key:make': makeKey,
  'key:save': saveKey,
  'key:revoke': revokeKey,
  'webhook:save': saveWebhook,
  'webhook:remove': removeWebhook,
  'letter:keep': keepLetters,
  'letter:settle': dropLetters,
  'letter:discard': dropLetters,
  'pace:learn': learnPace,
  'rating:give': giveRating,
  'case:note': noteCase,
  'case:close': closeCase,
  'rating:settings': setRatings,
  'standard:override': overrideStandard,
  'standard:add': addToStandard,
  'standard:restore': restoreStandard,
  'appointment:ask': askAppointment,
  'appointment:answer': answerAppointment,
  'appointment:change': changeAppointment,
  'appointment:cancel': cancelAppointment,
  'appointment:arrive': tellsWait(arriveByAppointment),
  'appointment:settings': setAppointments,
  'appointment:book': bookAppointment,
  'appointment:withdraw': withdrawAppointment,
  'appointment:sweep': sweepAppointments,
  'rates:count': countPublicRates,
  'look:keep': keepLook,
  'tick:set': setTick,
  'score:keep': keepScore,
  'font:add': addFont,
  'font:remove': removeFont,
  'medium:add': addMedium,
  'medium:rename': renameMedium,
  'medium:check': checkMedia,
  'medium:remove': removeMedia,
  'medium:restore': restoreMedia,
  'medium:sweep': sweepMedia,
  'printer:save': savePrinter,
  'printer:remove': removePrinter,
  'printer:report': reportPrinter,
  'sheetprinter:add': addSheetPrinter,
  'sheetprinter:remove': removeSheetPrinter,
  'sheetprinter:report': reportSheetPrinter,
  'sheet:output': noteOutput,
};

/**
 * Decides a command: the changes it makes to the hall's records, or why it is refused. Changes nothing
 * itself. The input must have been checked against its schema, and the actor's right to give the command.
 */
export function decide<C extends CommandName>(
  records: Records,
  name: C,
  input: CommandInput<C>,
  world: World,
): Outcome<CommandResult<C>> {
  const rule: Rules[C] = rules[name];
  return rule(records, input, withOwnStandard(records, world));
}
