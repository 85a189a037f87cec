import type { Account } from './model/account.ts';
import type { Appointment } from './model/appointment.ts';
import type { Key, Webhook } from './model/interface.ts';
import type { Medium } from './model/medium.ts';
import type { Pace } from './model/pace.ts';
import type { Item, ItemText } from './model/item.ts';
import type { Change, Kind } from './model/record.ts';
import type { Rule } from './model/rule.ts';
import type { Schedule } from './model/playlist.ts';
import type { Printer } from './model/printer.ts';
import type { Case } from './model/rating.ts';
import type { Screen } from './model/screen.ts';
import type { Staff } from './model/staff.ts';
import type { Ticket } from './model/ticket.ts';
import type { Window } from './model/window.ts';
import { isPublic, textOf } from './publishing/items.ts';

/** Kinds of viewer. All viewers of one kind in a hall get the same bytes. */
export type Viewer = 'screen' | 'staff' | 'admin';
export const viewers: readonly Viewer[] = ['screen', 'staff', 'admin'];

export type ScheduleView = Omit<Schedule, 'by'>;
export type ScreenView = Omit<Screen, 'tokenHash'>;
export type AccountView = Omit<Account, 'password'>;

export type KeyView = Omit<Key, 'hash'>;
export type WebhookView = Omit<Webhook, 'secret'>;

/** What screens see of a medium. */
export type MediumView = Omit<Medium, 'by' | 'checked' | 'removed'>;

/** What screens see of a person: who agreed to what is the hall's own business. */
export type StaffView = Omit<Staff, 'consent'>;

/** A body as it is seen; null: this one is not seen, like one that is gone. */
type Sight = 'whole' | 'hidden' | ((body: never) => object | null);

const withoutToken = ({ tokenHash: _, ...seen }: Screen): ScreenView => seen;
const withoutPassword = ({ password: _, ...seen }: Account): AccountView => seen;

const withoutHash = ({ hash: _, ...seen }: Key): KeyView => seen;
const withoutSecret = ({ secret: _, ...seen }: Webhook): WebhookView => seen;

/** A called number goes to every screen at once; what takes it back, and why a clerk left (Q36), is for the staff. */
const publicWindow = ({ undo: _, ...seen }: Window): Window => {
  if (seen.state.is === 'closed') return { ...seen, state: { is: 'closed' } };
  if (seen.state.is !== 'open' || seen.state.why === undefined) return seen;
  const state = { ...seen.state };
  delete state.why;
  return { ...seen, state };
};

/** W7: a ticket's page belongs to whoever holds the slip. */
const publicTicket = ({ code: _, phone: __, clerk: ___, ...seen }: Ticket): Ticket => seen;
const withoutPhone = ({ phone: _, ...seen }: Ticket): Ticket => seen;

/** What the day began with is for the hub, which counts the day anew. */
const withoutBefore = ({ before: _, ...seen }: Pace): Omit<Pace, 'before'> => seen;

/** A kiosk knows whether slips come out; where the printer stands in the network is nobody's business there. */
const withoutHost = ({ host: _, port: __, ...seen }: Printer): Omit<Printer, 'host' | 'port'> => seen;

/** E15: the number at which a visitor wants to be called is for whoever calls. */
const withoutContact = ({ contact: _, ...seen }: Case): Case => seen;

/** B16: who asked is for the staff; by which phone, for nobody. */
const withoutVisitor = ({ visitor: _, ...seen }: Appointment): Appointment => seen;

/** N8: a picture is shown without the names of who gave it and who looked at it. */
const publicMedium = ({ by: _, checked: __, removed: ___, ...seen }: Medium): MediumView => seen;

/** Z10: the account's id stands in the window's state anyway; a screen finds by it who is at which window. */
const publicStaff = ({ consent: _, ...seen }: Staff): StaffView => seen;

/** Screens play by an entry; who made it is the staff's business. */
const withoutMaker = ({ by: _, ...seen }: Schedule): ScheduleView => seen;

/** Who adopted a wording is for the staff. */
const publicRule = ({ adoptedBy: _, adoptedAt: __, ...seen }: Rule): Omit<Rule, 'adoptedBy' | 'adoptedAt'> =>
  seen;

/** U5: a sample is seen once it was checked; by whom, and who wrote it, is for the staff. */
const publicItem = (item: Item): ItemText | null => (isPublic(item) ? textOf(item) : null);

/** Who sees what of each kind (wire.md W7). A new kind does not compile until it stands here. */
const sights: Record<Kind, Record<Viewer, Sight>> = {
  hall: { screen: 'whole', staff: 'whole', admin: 'whole' },
  hallstandard: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  calendar: { screen: 'whole', staff: 'whole', admin: 'whole' },
  window: { screen: publicWindow, staff: 'whole', admin: 'whole' },
  service: { screen: 'whole', staff: 'whole', admin: 'whole' },
  ticket: { screen: publicTicket, staff: withoutPhone, admin: withoutPhone },
  series: { screen: 'hidden', staff: 'hidden', admin: 'hidden' },
  pace: { screen: withoutBefore, staff: withoutBefore, admin: withoutBefore },
  appointment: { screen: 'hidden', staff: withoutVisitor, admin: withoutVisitor },
  notice: { screen: 'whole', staff: 'whole', admin: 'whole' },
  assessment: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  scan: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  rule: { screen: publicRule, staff: 'whole', admin: 'whole' },
  pledge: { screen: 'whole', staff: 'whole', admin: 'whole' },
  item: { screen: publicItem, staff: 'whole', admin: 'whole' },
  package: { screen: 'whole', staff: 'whole', admin: 'whole' },
  contact: { screen: 'whole', staff: 'whole', admin: 'whole' },
  staff: { screen: publicStaff, staff: 'whole', admin: 'whole' },
  roster: { screen: 'whole', staff: 'whole', admin: 'whole' },
  area: { screen: 'whole', staff: 'whole', admin: 'whole' },
  plan: { screen: 'whole', staff: 'whole', admin: 'whole' },
  playlist: { screen: 'whole', staff: 'whole', admin: 'whole' },
  schedule: { screen: withoutMaker, staff: 'whole', admin: 'whole' },
  startkeys: { screen: 'hidden', staff: 'hidden', admin: 'hidden' },
  screen: { screen: withoutToken, staff: withoutToken, admin: withoutToken },
  interrupt: { screen: 'whole', staff: 'whole', admin: 'whole' },
  silence: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  astray: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  showing: { screen: 'hidden', staff: 'hidden', admin: 'hidden' },
  certificate: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  sheet: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  draft: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  printer: { screen: withoutHost, staff: 'whole', admin: 'whole' },
  sheetprinter: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  account: { screen: 'hidden', staff: 'hidden', admin: withoutPassword },
  session: { screen: 'hidden', staff: 'hidden', admin: 'hidden' },
  key: { screen: 'hidden', staff: 'hidden', admin: withoutHash },
  webhook: { screen: 'hidden', staff: 'hidden', admin: withoutSecret },
  rating: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  rates: { screen: 'whole', staff: 'whole', admin: 'whole' },
  look: { screen: 'whole', staff: 'whole', admin: 'whole' },
  case: { screen: 'hidden', staff: withoutContact, admin: 'whole' },
  upload: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  clip: { screen: 'whole', staff: 'whole', admin: 'whole' },
  font: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  medium: { screen: publicMedium, staff: 'whole', admin: 'whole' },
  tick: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  score: { screen: 'hidden', staff: 'whole', admin: 'whole' },
  deadletter: { screen: 'hidden', staff: 'hidden', admin: 'whole' },
};

/** Every kind of record, for pages too: they may not take the schemas of content/model. */
export const kinds = Object.keys(sights) as Kind[];
/** Kinds that visitors see on screens. */
export const shownKinds: readonly Kind[] = kinds.filter((kind) => sights[kind].screen !== 'hidden');

/** The changes as `viewer` may see them; what it may not see is left out. */
export function project(viewer: Viewer, changes: Iterable<Change>): Change[] {
  const seen: Change[] = [];
  for (const change of changes) {
    const sight = sights[change.kind][viewer];
    if (sight === 'hidden') continue;
    if (sight === 'whole' || change.body === null) seen.push(change);
    else seen.push({ ...change, body: sight(change.body as never) as Change['body'] });
  }
  return seen;
}
