import type Type from 'typebox';
import { Commands, type CommandInput, type PanelCommand } from '../../content/model/command.ts';
import type { Actor } from '../../content/model/record.ts';
import type { Viewer } from '../../content/projection.ts';
import type { Piece } from '../../content/model/showing.ts';
import type {
  Mark,
  Patch,
  ProofPicture,
  ScreenReport,
  SlipAsk,
  Snapshot,
  You,
} from '../../content/protocol.ts';
import type { Language } from '../../content/refusals.ts';
import { refuse } from '../../content/rule.ts';
import { actorOf, mayDo, valueOf, type Access } from '../access.ts';
import type { Addresses } from '../addresses.ts';
import type { Budget } from './budget.ts';
import { forbidden, invalid, Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import { findFault } from '../input.ts';
import type { Slips } from '../printers/slips.ts';
import type { Proof } from '../proof/proof.ts';
import { AskBody, HandBody, ProofPictureBody, ReportBody, SentBody, SlipBody } from './wire.ts';

/** What a connected page is to the hub, with only the fields that this state has. */
export type Seat =
  | { is: 'leaving' }
  | { is: 'unpaired' }
  | { is: 'screen'; id: string }
  | { is: 'staff'; session: string; account: string; viewer: Viewer };

/** A connected page. */
export interface Guest {
  seat: Seat;
  language: Language;
  /** Host header of its handshake: how this page reached the hub. */
  host: string | undefined;
  budget: Budget;
}

export interface DeskOptions {
  hall: Hall;
  access: Access;
  addresses: Addresses;
  now: () => number;
  /** What pages compare with the version they were built as. */
  version: string;
  slips: Slips;
  proof: Proof;
  engine: boolean;
  /** Hears what a screen says of itself. */
  reported: (screen: string, report: ScreenReport) => void;
}

/** Answers what pages ask (wire.md). Knows no sockets. */
export class Desk {
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** The changes after `since`, or everything that this page may see. */
  stateFor(guest: Guest, viewer: Viewer, since?: Mark): Patch | Snapshot {
    const { hall, now } = this.#options;
    const patch = since && !this.#changedSelf(guest, since) ? hall.patchSince(viewer, since) : null;
    if (patch) return { ...patch, now: now() };
    return { mark: hall.mark, now: now(), you: this.youOf(guest), records: hall.recordsFor(viewer) };
  }

  /** W2: a page whose own account or screen has changed since then may see other records now. */
  #changedSelf({ seat }: Guest, since: Mark): boolean {
    const { hall } = this.#options;
    if (seat.is === 'staff') return hall.touchedSince(since, `account ${seat.account}`);
    return seat.is === 'screen' && hall.touchedSince(since, `screen ${seat.id}`);
  }

  /** Who the hub takes the page for. Throws `session.missing`. */
  youOf({ seat, host }: Guest): You {
    const { addresses, version, hall, engine } = this.#options;
    const common = { hubUrl: addresses.forPhones(host), version };
    if (seat.is === 'screen') return { is: 'screen', id: seat.id, ...common, ...(engine ? { engine } : {}) };
    const account = seat.is === 'staff' ? hall.records.get('account', seat.account) : undefined;
    if (seat.is !== 'staff' || !account) throw new Refused(refuse('session.missing'));
    const { name, displayName, roles, interrupts } = account;
    const may = interrupts ? { interrupts: true as const } : {};
    return { is: 'staff', id: seat.account, name, displayName, roles, ...may, ...common };
  }

  /**
   * Answers one request, at once or later. Throws Refused: `request.too-many`, `request.unknown`,
   * `request.invalid`, `session.missing`, `session.forbidden`, and whatever the rule refuses.
   */
  answer(guest: Guest, event: string, word: unknown): unknown {
    const { seat } = guest;
    switch (event) {
      case 'clock:read':
        return { now: this.#options.now() };
      case 'state:ask': {
        const { since } = checked<{ since?: Mark }>(AskBody, word);
        if (seat.is === 'staff') return this.stateFor(guest, seat.viewer, since);
        if (seat.is === 'screen') return this.stateFor(guest, 'screen', since);
        throw new Refused(refuse('session.missing'));
      }
      case 'screen:report':
        if (seat.is !== 'screen') throw new Refused(refuse('screen.revoked'));
        this.#options.reported(seat.id, checked<ScreenReport>(ReportBody, word));
        return null;
      case 'proof:hand':
        if (seat.is !== 'screen') throw new Refused(refuse('screen.revoked'));
        return this.#options.proof
          .hand(seat.id, checked<{ pieces: Piece[] }>(HandBody, word).pieces)
          .then(() => null);
      case 'proof:picture': {
        if (seat.is !== 'screen') throw new Refused(refuse('screen.revoked'));
        const { notice, picture } = checked<ProofPicture>(ProofPictureBody, word);
        const bytes = Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64');
        return this.#options.proof.picture(seat.id, notice, bytes).then(() => null);
      }
      case 'slip:print': {
        if (seat.is !== 'screen') throw new Refused(refuse('screen.revoked'));
        const { ticket } = checked<SlipAsk>(SlipBody, word);
        return this.#options.slips.printAt(seat.id, ticket, this.#options.addresses.forPhones(guest.host));
      }
      default:
        return this.#giveCommand(seat, event, word);
    }
  }

  /** W6: name, rights and input are checked anew for every event; only then the rule is asked. */
  async #giveCommand(seat: Seat, event: string, word: unknown): Promise<unknown> {
    if (!isPanelCommand(event)) throw new Refused(refuse('request.unknown', { what: event.slice(0, 60) }));
    const { access } = this.#options;
    if (seat.is === 'screen') return this.#obeyScreen(seat.id, event, word);
    const who = seat.is === 'staff' ? access.whoHolds(seat.session) : null;
    if (!who) throw new Refused(refuse('session.missing'));
    const { roles } = Commands[event];
    if (!mayDo(who.account, roles)) throw forbidden(roles);
    return this.#execute(event, word, actorOf(who.id, who.account));
  }

  /** W6: a screen gives the commands of its scene, nothing else; it has no account. */
  async #obeyScreen(id: string, event: PanelCommand, word: unknown): Promise<unknown> {
    const screen = this.#options.hall.records.get('screen', id);
    const scenes: readonly string[] = Commands[event].screens;
    if (!screen || !scenes.includes(screen.scene.is)) throw new Refused(refuse('session.missing'));
    return this.#execute(event, word, { is: 'screen', id, name: screen.name });
  }

  async #execute(event: PanelCommand, word: unknown, by: Actor): Promise<unknown> {
    const sent = checked<{ request: string; input: unknown }>(SentBody, word);
    const given = checked<CommandInput<typeof event>>(Commands[event].input, sent.input);
    return valueOf(await this.#options.hall.execute(event, given, by, sent.request));
  }
}

function isPanelCommand(name: string): name is PanelCommand {
  return Object.hasOwn(Commands, name) && Commands[name as keyof typeof Commands].roles !== 'internal';
}

/** The value if it fits its schema. Throws `request.invalid`. */
export function checked<T>(schema: Type.TSchema, value: unknown): T {
  const fault = findFault(schema, value);
  if (fault) throw invalid(fault);
  return value as T;
}
