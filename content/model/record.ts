import Type, { type Static, type TSchema } from 'typebox';
import { Account, Session } from './account.ts';
import { Appointment } from './appointment.ts';
import { Assessment } from './assessment.ts';
import { Area, Plan } from './area.ts';
import { Id, Moment, Strict } from './base.ts';
import { Calendar } from './calendar.ts';
import { Draft } from './draft.ts';
import { Hall } from './hall.ts';
import { HallStandard } from './hallstandard.ts';
import { Interrupt } from './interrupt.ts';
import { Item } from './item.ts';
import { DeadLetter, Key, Webhook } from './interface.ts';
import { Look } from './look.ts';
import { Medium } from './medium.ts';
import { Notice } from './notice.ts';
import { Package } from './package.ts';
import { Pace } from './pace.ts';
import { Playlist, Schedule } from './playlist.ts';
import { Printer } from './printer.ts';
import { Case, PublicRates, Rating } from './rating.ts';
import { Roster } from './roster.ts';
import { Contact, Pledge, Rule } from './rule.ts';
import { Scan } from './scan.ts';
import { Screen } from './screen.ts';
import { Astray, Certificate, Showing } from './showing.ts';
import { Silence } from './silence.ts';
import { Sheet } from './sheet.ts';
import { SheetPrinter } from './sheetprinter.ts';
import { Staff } from './staff.ts';
import { StartKeys } from './startkeys.ts';
import { Series, Ticket } from './ticket.ts';
import { Font } from './font.ts';
import { Clip, Upload } from './upload.ts';
import { Score, Tick } from './tick.ts';
import { Service, Window } from './window.ts';

/** Every kind of record and its schema. A new kind is one line here. */
export const Bodies = {
  hall: Hall,
  hallstandard: HallStandard,
  calendar: Calendar,
  window: Window,
  service: Service,
  ticket: Ticket,
  series: Series,
  pace: Pace,
  appointment: Appointment,
  notice: Notice,
  assessment: Assessment,
  scan: Scan,
  rule: Rule,
  pledge: Pledge,
  contact: Contact,
  item: Item,
  package: Package,
  staff: Staff,
  roster: Roster,
  area: Area,
  plan: Plan,
  screen: Screen,
  startkeys: StartKeys,
  playlist: Playlist,
  schedule: Schedule,
  interrupt: Interrupt,
  silence: Silence,
  astray: Astray,
  showing: Showing,
  certificate: Certificate,
  sheet: Sheet,
  draft: Draft,
  printer: Printer,
  sheetprinter: SheetPrinter,
  account: Account,
  session: Session,
  key: Key,
  webhook: Webhook,
  deadletter: DeadLetter,
  rating: Rating,
  case: Case,
  rates: PublicRates,
  look: Look,
  upload: Upload,
  clip: Clip,
  medium: Medium,
  font: Font,
  tick: Tick,
  score: Score,
} as const satisfies Record<string, TSchema>;
export type Kind = keyof typeof Bodies;
export type Body<K extends Kind> = Static<(typeof Bodies)[K]>;

/** A record as the hall keeps it: `rev` counts its revisions from 1. */
export type Kept<K extends Kind = Kind> = { kind: K; id: Id; rev: number; body: Body<K> };

/** A change of one record: its whole new body, or `null` when it is gone. */
export type Change<K extends Kind = Kind> = { kind: K; id: Id; rev: number; body: Body<K> | null };

/** Who gave a command. */
export const Actor = Type.Union([
  Type.Object({ is: Type.Literal('account'), id: Id, name: Type.String() }, Strict),
  /** A paired screen that visitors or staff touch: a kiosk, a counter screen. */
  Type.Object({ is: Type.Literal('screen'), id: Id, name: Type.String() }, Strict),
  /** Another system, by its API key. */
  Type.Object({ is: Type.Literal('key'), id: Id, name: Type.String() }, Strict),
  /** A visitor's phone, known by the hash of a cookie of its own and by nothing else. */
  Type.Object({ is: Type.Literal('visitor'), id: Id, name: Type.String() }, Strict),
  Type.Object({ is: Type.Literal('system'), name: Type.String() }, Strict),
]);
export type Actor = Static<typeof Actor>;

/**
 * One entry of a hall's journal. `seq` counts up by one from 1; `hash` is the SHA-256 over the previous
 * commit's hash and this commit without it, so that the journal is also the audit trail.
 */
export const Commit = Type.Object(
  {
    hall: Id,
    seq: Type.Integer({ minimum: 1 }),
    at: Moment,
    by: Actor,
    command: Type.String(),
    /** Idempotency key of the request, if the sender gave one. */
    request: Type.Optional(Type.String({ maxLength: 64 })),
    /** What the sender was answered, so that a repeated request gets the same answer. */
    result: Type.Optional(Type.Unknown()),
    changes: Type.Array(
      Type.Object(
        {
          kind: Type.Union((Object.keys(Bodies) as Kind[]).map((kind) => Type.Literal(kind))),
          id: Id,
          rev: Type.Integer({ minimum: 1 }),
          body: Type.Unknown(),
        },
        Strict,
      ),
    ),
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  Strict,
);
export type Commit = Omit<Static<typeof Commit>, 'changes'> & { changes: Change[] };
