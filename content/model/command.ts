import type { Static } from 'typebox';
import { appointments } from './commands/appointments.ts';
import { checks } from './commands/checks.ts';
import { bundle } from './commands/bundle.ts';
import { interfaces } from './commands/interfaces.ts';
import { fonts } from './commands/fonts.ts';
import { internal } from './commands/internal.ts';
import { interrupts } from './commands/interrupts.ts';
import { items } from './commands/items.ts';
import { media } from './commands/media.ts';
import { people } from './commands/people.ts';
import { phone } from './commands/phone.ts';
import { premises } from './commands/premises.ts';
import { printing } from './commands/printing.ts';
import { proof } from './commands/proof.ts';
import { publishing } from './commands/publishing.ts';
import { queue } from './commands/queue.ts';
import { ratings } from './commands/ratings.ts';
import { schedule } from './commands/schedule.ts';
import { sheets } from './commands/sheets.ts';
import { standards } from './commands/standards.ts';
import { voice } from './commands/voice.ts';
import { review } from './commands/review.ts';
import type { Interrupt } from './interrupt.ts';
import type { Rule } from './rule.ts';
import type { Scene } from './screen.ts';
import type { TicketKind } from './ticket.ts';
import type { Undo } from './window.ts';

/** Every command that changes a hall: its input and who may give it. One file for each field, in commands/. */
export const Commands = {
  ...queue,
  ...publishing,
  ...items,
  ...premises,
  ...people,
  ...printing,
  ...sheets,
  ...phone,
  ...interfaces,
  ...ratings,
  ...schedule,
  ...standards,
  ...review,
  ...appointments,
  ...voice,
  ...checks,
  ...bundle,
  ...interrupts,
  ...media,
  ...fonts,
  ...proof,
  ...internal,
} as const;

export type CommandName = keyof typeof Commands;
export type CommandInput<C extends CommandName> = Static<(typeof Commands)[C]['input']>;

/** Commands that a signed-in panel may send over its socket. */
export type PanelCommand = {
  [C in CommandName]: (typeof Commands)[C]['roles'] extends 'internal' ? never : C;
}[CommandName];

/** Commands that some screens may send too, with no person signed in. */
export type ScreenCommand = {
  [C in CommandName]: (typeof Commands)[C]['screens'] extends readonly [] ? never : C;
}[CommandName];

/** What each command answers when it succeeds; commands not named here answer `{ id }` of the record. */
export interface CommandResults {
  'ticket:issue': { id: string; number: string; ahead: number; code?: string };
  'ticket:take': CommandResult<'ticket:issue'>;
  'appointment:ask': { id: string; code: string };
  'appointment:book': { id: string; code: string };
  'appointment:arrive': CommandResult<'ticket:issue'> & { kind: TicketKind; service: string };
  'ticket:next': { id: string; number: string };
  'ticket:call': { id: string; number: string };
  'ticket:paper': { id: string; number: string };
  'ticket:undo': { id: string; undone: Undo['deed'] };
  'draft:save': { id: string; rev: number };
  'rule:adopt': { ids: string[] };
  'bundle:adopt': { ids: string[]; drafts: number };
  'item:put': { ids: string[]; drafts?: number };
  'item:remove': { ids: string[] };
  'item:restore': { ids: string[] };
  'item:check': { ids: string[] };
  'medium:check': { ids: string[] };
  'medium:remove': { ids: string[] };
  'medium:restore': { ids: string[] };
  'medium:sweep': { ids: string[] };
  'calendar:save': { id: string; prolonged: number };
  'staff:put': { ids: string[]; drafts: number };
  'staff:order': { ids: string[] };
  'area:order': { ids: string[] };
  'letter:keep': { ids: string[] };
  'letter:settle': { ids: string[] };
  'letter:discard': { ids: string[] };
  'interrupt:alert': { id: string; state: Interrupt['state'] };
  'sheet:print': { id: string; code: string };
}
export type CommandResult<C extends CommandName> = C extends keyof CommandResults
  ? CommandResults[C]
  : { id: string };

export type { Rule, Scene };
