import type { CommandInput, CommandResult, PanelCommand } from '../content/model/command.ts';
import type { CancelReason, TicketKind, WalkInKind } from '../content/model/ticket.ts';
import type { Reply, SlipPrinted } from '../content/protocol.ts';
import { deskOf } from '../content/views/desk.ts';
import type { Desk as View, DeskService, DeskTicket } from '../content/views/desk.ts';
import type { Hall } from './hall.svelte.ts';
import type { Http } from './http.ts';
import type { Hub } from './hub.svelte.ts';
import type { Flash } from './panel.svelte.ts';
import type { RefusalCode } from '../content/refusals.ts';
import { findServices, isNumber, readSought } from './search.ts';
import { Save } from './save.svelte.ts';
import { say } from './words.ts';

/** What the desk needs of the session. */
export interface DeskWorld {
  hub: Hub;
  hall: Hall;
  clock: { now: number };
  panel: {
    tell: (flash: Flash) => void;
    http: { printSlip: (ticket: string) => Promise<Reply<SlipPrinted>>; printOnce?: Http['printOnce'] };
  };
}

const MINUTE = 60_000;
/** Refusals that a person at the desk may go beyond. */
const hours: readonly RefusalCode[] = ['queue.closed', 'queue.closed-long', 'queue.last'];

/** The guide desk: what is sought, the kind of the next number, and the ticket that is looked at. */
export class Desk {
  sought = $state('');
  kind = $state<WalkInKind>('normal');
  /** Which of the services found is pressed by Enter. */
  at = $state(0);
  /** The ticket that is looked at; `fresh` right after it was issued. */
  chosen = $state.raw<{ id: string; fresh: boolean } | null>(null);
  /** What was refused only because of the hour. */
  closed = $state.raw<{ service: string; kind: WalkInKind } | null>(null);
  readonly save = new Save();
  #world: DeskWorld;

  constructor(world: DeskWorld) {
    this.#world = world;
  }

  #minute = $derived.by(() => this.#world.clock.now - (this.#world.clock.now % MINUTE));
  view: View = $derived.by(() => deskOf(this.#world.hub.records, this.#minute));
  reading = $derived(readSought(this.sought));
  /** The services that are offered: all, or those that were sought. */
  services: DeskService[] = $derived.by(() => {
    const { reading } = this;
    if (reading.is === 'nothing') return this.view.services;
    return reading.is === 'service' ? findServices(this.view.services, reading.word) : [];
  });
  /** The tickets that a typed number leads to; null while none is typed. */
  found: DeskTicket[] | null = $derived.by(() => {
    const { reading } = this;
    if (reading.is !== 'number') return null;
    const found = this.view.tickets.filter(({ kept }) => isNumber(kept.body.number, reading));
    // Whoever asks at the desk has a number that still waits, more often than not.
    return found.sort((one, other) => Number(one.ahead === null) - Number(other.ahead === null));
  });
  /** Whether the hall has a printer of its own for slips. */
  printer = $derived.by(() => [...this.#world.hub.records.all('printer')].some(({ body }) => body.main));
  ticket: DeskTicket | null = $derived.by(
    () => this.view.tickets.find(({ kept }) => kept.id === this.chosen?.id) ?? null,
  );

  /** What Enter does: looks up the number, or takes one for the service that is marked. */
  enter(): Promise<void> {
    const found = this.found?.[0];
    const alone = this.found?.length === 1;
    if (found) this.look(found.kept.id);
    // The only one it can be: the box is free for the next visitor. Of several, the list stays.
    if (alone) this.seek('');
    const service = this.reading.is === 'service' ? this.services[this.at] : undefined;
    return service && !service.refusal ? this.issue(service.id) : Promise.resolve();
  }

  step(by: number): void {
    const { length } = this.services;
    if (length > 0) this.at = (this.at + by + length) % length;
  }

  seek(typed: string): void {
    this.sought = typed;
    this.at = 0;
  }

  toggle(): void {
    this.kind = this.kind === 'normal' ? 'priority' : 'normal';
  }

  look(id: string): void {
    this.save.failure = null;
    this.chosen = { id, fresh: false };
  }

  /**
   * Takes a number. Outside the hours the hub says so; `confirmed` goes on all the same (Q58), for the service and
   * the kind that were refused.
   */
  async issue(service: string, kind = this.kind, confirmed = false): Promise<void> {
    this.closed = null;
    const sure = confirmed ? { confirmed: true as const } : {};
    const issued = await this.#give('ticket:issue', { service, kind, ...sure });
    if (this.save.failure && hours.includes(this.save.failure.code)) this.closed = { service, kind };
    // A refusal stands alone: no older number may be read out in its place.
    this.chosen = issued ? { id: issued.id, fresh: true } : null;
    if (!issued) return;
    this.seek('');
    // A priority ticket is the exception: the next visitor is an ordinary one again.
    this.kind = 'normal';
  }

  /** Prints the slip on the hall's own printer. */
  async print({ id, body }: DeskTicket['kept']): Promise<void> {
    const printed = await this.save.run(() => this.#world.panel.http.printSlip(id));
    if (printed) this.#tell(printed.unsure ? 'desk.did.print-unsure' : 'desk.did.print', body.number);
  }

  async move({ id, body }: DeskTicket['kept'], service: string): Promise<void> {
    if (!(await this.#give('ticket:move', { ticket: id, service }))) return;
    const { service: before, number } = body;
    this.#tell('desk.did.move', number, () => this.#give('ticket:move', { ticket: id, service: before }));
  }

  async setKind({ id, body }: DeskTicket['kept'], kind: TicketKind): Promise<void> {
    if (!(await this.#give('ticket:kind', { ticket: id, kind }))) return;
    this.#tell(`desk.did.kind-${kind}`, body.number, () =>
      this.#give('ticket:kind', { ticket: id, kind: body.kind }),
    );
  }

  async putBack({ id, body }: DeskTicket['kept']): Promise<void> {
    if (await this.#give('ticket:return', { ticket: id })) this.#tell('desk.did.return', body.number);
  }

  async cancel({ id, body }: DeskTicket['kept'], reason: CancelReason): Promise<boolean> {
    if (!(await this.#give('ticket:cancel', { ticket: id, reason }))) return false;
    this.#tell('desk.did.cancel', body.number, () => this.#give('ticket:return', { ticket: id }));
    return true;
  }

  #give<C extends PanelCommand>(name: C, input: CommandInput<C>): Promise<CommandResult<C> | undefined> {
    return this.save.run(() => this.#world.hub.give(name, input));
  }

  #tell(words: Parameters<typeof say>[0], number: string, back?: () => Promise<unknown>): void {
    this.#world.panel.tell({
      text: say(words, { number }),
      ...(back && { undo: { label: say('table.undo'), run: () => void back() } }),
    });
  }
}
