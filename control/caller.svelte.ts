import type { CommandInput, CommandResult, PanelCommand } from '../content/model/command.ts';
import { wordRefusal } from '../content/refusals.ts';
import type { RefusalCode, RefusalParams } from '../content/refusals.ts';
import { UNDO_MS } from '../content/queue/undoing.ts';
import { callerOf, countByService } from '../content/views/caller.ts';
import type { Caller as View } from '../content/views/caller.ts';
import { minutesBetween } from './dates.ts';
import { durationsOf } from '../content/history/pace.ts';
import { estimateWait } from '../content/queue/estimate.ts';
import type { Hall } from './hall.svelte.ts';
import type { Http } from './http.ts';
import type { Hub } from './hub.svelte.ts';
import { language, say } from './words.ts';

/** What a window's keys do, each a command about the window itself. */
export type Deed = 'next' | 'recall' | 'start' | 'finish' | 'pass' | 'hold' | 'drop' | 'undo';

/** Longer than this, and the clerk is told that the hub has not answered yet. */
const SLOW_MS = 1500;
const MINUTE = 60_000;

/** What calling and issuing need of the session. */
export interface CallerWorld {
  me: { id: string };
  hub: Hub;
  hall: Hall;
  clock: { now: number };
  panel?: {
    http: Pick<Http, 'standards'> & Partial<Pick<Http, 'asked'>>;
    /** People who wait for this clerk, shown before the page's title. */
    waiting: number;
  };
}

/** A clerk at a window: which it is, what is at it, who waits for it, and the one command under way. */
export class Caller {
  busy = $state(false);
  slow = $state(false);
  message = $state.raw<
    { is: 'done'; text: string } | { is: 'refused'; text: string; code: RefusalCode } | null
  >(null);
  /** The paper number that was called before today and waits to be confirmed, as it was given. */
  askedAgain = $state<string | null>(null);
  #world: CallerWorld;

  constructor(world: CallerWorld) {
    this.#world = world;
  }

  /** The minute is fine enough for what is drawn, and spares the view 59 of 60 computations. */
  minute = $derived.by(() => this.#world.clock.now - (this.#world.clock.now % MINUTE));
  view: View = $derived.by(() => {
    const { hub, me } = this.#world;
    return callerOf(hub.records, me.id, this.minute);
  });
  /** Who this window's "next" may call, first in line first. */
  waiting = $derived.by(() => this.view.waiting.filter(({ mine }) => mine));
  /** Who waits for other windows; one of them may be chosen all the same. */
  elsewhere = $derived.by(() => this.view.waiting.filter(({ mine }) => !mine));
  /** Why the next is next, in words. */
  reason = $derived.by(() => {
    const next = this.view.next;
    if (!next) return '';
    const minutes = minutesBetween(next.ticket.since, this.#world.clock.now);
    const { order } = next;
    return say(`caller.reason.${next.why}`, {
      minutes,
      ...(next.ticket.standsInFor !== undefined && { window: next.ticket.standsInFor }),
      ...(order.is === 'credit' && { credit: order.minutes }),
      ...(order.is === 'ratio' && { priority: order.priority, normal: order.normal }),
    });
  });

  /** How many wait of each service that this window calls, most first. */
  byService = $derived.by(() =>
    countByService(this.waiting).map((one) => ({
      ...one,
      name: this.#world.hall.serviceName(one.service),
    })),
  );
  /** Who has waited longest here, and how much longer it will be in minutes (Q45); null while nobody waits. */
  longest = $derived.by(() => {
    const first = this.waiting.reduce<(typeof this.waiting)[number] | undefined>(
      (oldest, one) => (oldest && oldest.since <= one.since ? oldest : one),
      undefined,
    );
    if (!first) return null;
    const { hub } = this.#world;
    const estimate = estimateWait(hub.records, { ticket: first.id }, this.minute, durationsOf(hub.records));
    return { number: first.number, since: first.since, minutes: estimate?.minutes ?? null };
  });
  /** Whether the deed of a key makes sense now; its button is shown pale otherwise. */
  mayPress(deed: Deed | 'transfer'): boolean {
    const { ticket } = this.view;
    if (this.busy || !ticket) return false;
    return ticket.state === 'called' || !(deed === 'start' || deed === 'pass' || deed === 'drop');
  }

  /** What may still be taken back, and for how many seconds; null when it is too late. */
  undo = $derived.by(() => {
    const { undo } = this.view;
    // The page's clock moves by the second, and may be just behind the hub's.
    const left = undo ? Math.min(Math.ceil((undo.until - this.#world.clock.now) / 1000), UNDO_MS / 1000) : 0;
    return undo && left > 0 ? { deed: say(`command.ticket:${undo.deed}`), seconds: left } : null;
  });

  /** One of the window's keys. Does nothing while a command is under way or without a window. */
  press(deed: Deed): Promise<void> {
    const window = this.view.window;
    if (!window) return Promise.resolve();
    // Q48: another panel of this clerk may have been faster.
    const at = { window: window.id, seen: window.body.ticket };
    if (deed === 'next')
      return this.give('ticket:next', at, ({ number }) => say('caller.did.next', { number }));
    return this.give(`ticket:${deed}`, at, () => say(`caller.did.${deed}`));
  }

  /** The huge key: the next of the roll where numbers are of paper, else the next in line. */
  main(): Promise<void> {
    return this.view.paper ? this.callPaper() : this.press('next');
  }

  /**
   * 叫纸质号: a typed number, or the next of the roll. The same number given again right after the hub said that
   * it was called today confirms it (Q53).
   */
  callPaper(number?: string): Promise<void> {
    const window = this.view.window;
    if (!window) return Promise.resolve();
    const again = this.askedAgain !== null && this.askedAgain === (number ?? this.view.paper?.after);
    const given = again ? (this.askedAgain ?? undefined) : number;
    const input = {
      window: window.id,
      seen: window.body.ticket,
      ...(given !== undefined && { number: given }),
    };
    return this.give(
      'ticket:paper',
      { ...input, ...(again && { again: true as const }) },
      ({ number: called }) => say('caller.did.next', { number: called }),
    ).then(() => {
      const asked = this.message?.is === 'refused' && this.message.code === 'paper.again';
      this.askedAgain = asked ? (number ?? this.view.paper?.after ?? null) : null;
    });
  }

  resume(): Promise<void> {
    const window = this.view.window;
    if (!window) return Promise.resolve();
    return this.give('window:resume', { window: window.id }, () => say('caller.did.resume'));
  }

  /** 接替 (Q37); with the reason where the window has a B post who is somebody else (Q60). */
  takeOver(id: string, number: number, reason?: string): Promise<void> {
    return this.give('window:takeover', { window: id, ...(reason && { reason }) }, () =>
      say('caller.did.takeover', { number }),
    );
  }

  /** 选呼 */
  call(ticket: string): Promise<void> {
    const window = this.view.window;
    if (!window) return Promise.resolve();
    return this.give('ticket:call', { window: window.id, seen: window.body.ticket, ticket }, ({ number }) =>
      say('caller.did.next', { number }),
    );
  }

  /** 离岗; with the reason once the hub has said that people wait for this window only (Q36). */
  leave(reason?: string): Promise<void> {
    const window = this.view.window;
    if (!window) return Promise.resolve();
    const input = { window: window.id, ...(reason && { reason }) };
    return this.give('window:leave', input, () => say('caller.did.leave', { number: window.body.number }));
  }

  /** Says something of the page itself in the line that is read out. */
  tell(text: string): void {
    this.message = { is: 'done', text };
  }

  /** Tells what the hub would refuse, without asking it. */
  refuse(code: RefusalCode, params: RefusalParams): void {
    this.message = { is: 'refused', text: wordRefusal(code, params, language), code };
  }

  /** Gives a command unless one is under way, and keeps what came of it as the message. */
  async give<C extends PanelCommand>(
    command: C,
    input: CommandInput<C>,
    word: (result: CommandResult<C>) => string,
  ): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.message = null;
    const slow = setTimeout(() => (this.slow = true), SLOW_MS);
    const reply = await this.#world.hub.give(command, input);
    clearTimeout(slow);
    this.slow = false;
    this.busy = false;
    this.message = reply.ok
      ? { is: 'done', text: word(reply.value) }
      : { is: 'refused', text: reply.message, code: reply.code };
  }
}
