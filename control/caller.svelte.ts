import type { CommandInput, CommandResult, PanelCommand } from '../content/model/command.ts';
import { wordRefusal } from '../content/refusals.ts';
import type { RefusalCode, RefusalParams } from '../content/refusals.ts';
import { callerOf } from '../content/views/caller.ts';
import type { Caller as View } from '../content/views/caller.ts';
import { minutesBetween } from './dates.ts';
import type { Hall } from './hall.svelte.ts';
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
}

/** A clerk at a window: which it is, what is at it, who waits for it, and the one command under way. */
export class Caller {
  busy = $state(false);
  slow = $state(false);
  message = $state.raw<
    { is: 'done'; text: string } | { is: 'refused'; text: string; code: RefusalCode } | null
  >(null);
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

  /** What may still be taken back, and for how many seconds; null when it is too late. */
  undo = $derived.by(() => {
    const { undo } = this.view;
    const left = undo ? Math.ceil((undo.until - this.#world.clock.now) / 1000) : 0;
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
