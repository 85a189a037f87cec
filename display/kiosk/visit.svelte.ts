import type { Reply, SlipPrinted } from '../../content/protocol.ts';
import type { SlipWay } from '../../content/model/screen.ts';
import type { TicketKind, WalkInKind } from '../../content/model/ticket.ts';
import type { Hub } from '../hub.svelte.ts';

/** Nobody touched the glass for so long: the visitor is gone. */
export const IDLE_MS = 60_000;
/** A number stands so long; longer where it has to be remembered. */
export const DONE_S = 15;
export const REMEMBER_S = 30;
/** The hub has not answered: the visitor is told to wait, so that nobody walks off or takes another. */
export const SLOW_MS = 3_000;
/** A hiccup of the line shorter than this is nobody's business. */
export const CALM_MS = 2_000;

export interface Taken {
  id: string;
  number: string;
  ahead: number;
  code: string | undefined;
  service: string;
  kind: TicketKind;
}

/** `unsure`: the printer does not tell. `none`: this kiosk has no slips. */
export type Slip = 'none' | 'printing' | 'printed' | 'unsure' | 'failed';

export type Step =
  | { is: 'start'; group: string | null }
  | { is: 'search'; letters: string }
  | { is: 'kind'; service: string }
  | { is: 'taking'; slow: boolean }
  | { is: 'checkin'; by: 'phone' | 'code'; typed: string }
  | { is: 'refused'; service: string; code: string; message: string; arrival?: Arrival }
  | { is: 'done'; ticket: Taken; slip: Slip; left: number };

/** How an appointment was named at the check-in (B10). */
export type Arrival = { code: string } | { phone: string; time: string };

/** Signs of a code, and of four figures and a time. */
const SIGNS = 8;

export interface VisitOptions {
  hub: Pick<Hub, 'give' | 'ask'>;
  /** How this kiosk hands out slips now; `none` while its printer is missing. */
  slip: () => SlipWay['is'];
  /** Has the browser print the page of the slip; false if it could not. */
  printPage: (code: string) => Promise<boolean>;
}

const START: Step = { is: 'start', group: null };

/** One visitor after another before a kiosk (K11–K15). */
export class Visit {
  step = $state.raw<Step>(START);
  language = $state<'zh-CN' | 'en'>('zh-CN');
  /** Everything to touch stands low, for a wheelchair. */
  low = $state(false);
  /** No line to the hub. */
  away = $state(false);
  #options: VisitOptions;
  #connected = false;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #calm: ReturnType<typeof setTimeout> | undefined;
  #second: ReturnType<typeof setInterval> | undefined;

  constructor(options: VisitOptions) {
    this.#options = options;
  }

  /** Any touch: the visitor is still there. */
  touched(): void {
    clearTimeout(this.#idle);
    const { is } = this.step;
    const fresh = is === 'start' && this.step.group === null && this.language === 'zh-CN' && !this.low;
    if (is !== 'taking' && is !== 'done' && !fresh) this.#idle = setTimeout(() => this.restart(), IDLE_MS);
  }

  /** The line came or went. */
  line(connected: boolean): void {
    this.#connected = connected;
    clearTimeout(this.#calm);
    if (connected) this.away = false;
    else this.#calm = setTimeout(() => (this.away = true), CALM_MS);
  }

  go(step: Extract<Step, { is: 'start' | 'search' | 'kind' | 'checkin' }>): void {
    if (this.step.is === 'taking') return;
    this.#stopCount();
    this.step = step;
    this.touched();
  }

  /** Ready for the next visitor: in Chinese, at the usual height. */
  restart(): void {
    clearTimeout(this.#idle);
    this.#stopCount();
    this.language = 'zh-CN';
    this.low = false;
    this.step = START;
  }

  switchLanguage(): void {
    this.language = this.language === 'en' ? 'zh-CN' : 'en';
    this.touched();
  }

  switchHeight(): void {
    this.low = !this.low;
    this.touched();
  }

  type(letter: string): void {
    const { step } = this;
    if (step.is === 'checkin') this.go({ ...step, typed: (step.typed + letter).slice(0, SIGNS) });
    if (this.step.is !== 'search') return;
    this.go({ is: 'search', letters: (this.step.letters + letter).slice(0, 12) });
  }

  erase(): void {
    if (this.step.is === 'checkin') this.go({ ...this.step, typed: this.step.typed.slice(0, -1) });
    if (this.step.is === 'search') this.go({ is: 'search', letters: this.step.letters.slice(0, -1) });
  }

  /** Takes a number; a second touch while the hub is asked does nothing (K13). */
  async take(service: string, kind: WalkInKind): Promise<void> {
    const reply = await this.#ask(() => this.#options.hub.give('ticket:issue', { service, kind }));
    if (!reply) return;
    if (!reply.ok) {
      this.step = { is: 'refused', service, code: reply.code, message: reply.message };
      return this.touched();
    }
    const { id, number, ahead, code } = reply.value;
    this.#show({ id, number, ahead, code, service, kind });
  }

  /** What was typed at the check-in; null until all of it is there. */
  get arrival(): Arrival | null {
    const { step } = this;
    if (step.is !== 'checkin' || step.typed.length < SIGNS) return null;
    const { typed } = step;
    if (step.by === 'code') return { code: typed };
    return { phone: typed.slice(0, 4), time: `${typed.slice(4, 6)}:${typed.slice(6)}` };
  }

  /** 预约签到 (B10); `late` takes an ordinary number instead (B11). */
  async arrive(arrival: Arrival, late = false): Promise<void> {
    const input = { ...arrival, ...(late ? { late: true as const } : {}) };
    const reply = await this.#ask(() => this.#options.hub.give('appointment:arrive', input));
    if (!reply) return;
    if (!reply.ok) {
      this.step = { is: 'refused', service: '', code: reply.code, message: reply.message, arrival };
      return this.touched();
    }
    this.#show({ ...reply.value, code: reply.value.code });
  }

  /** One question to the hub at a time; undefined where none may be asked now (K13, K15). */
  async #ask<T>(give: () => Promise<Reply<T>>): Promise<Reply<T> | undefined> {
    if (this.step.is === 'taking') return undefined;
    // Kept until the hub is back, it would make a number for somebody who has long gone to the desk.
    if (!this.#connected) {
      this.away = true;
      return undefined;
    }
    clearTimeout(this.#idle);
    this.step = { is: 'taking', slow: false };
    const slow = setTimeout(() => (this.step = { is: 'taking', slow: true }), SLOW_MS);
    const reply = await give();
    clearTimeout(slow);
    return reply;
  }

  #show(ticket: Taken): void {
    const way = ticket.code === undefined ? 'none' : this.#options.slip();
    this.step = { is: 'done', ticket, slip: way === 'none' ? 'none' : 'printing', left: DONE_S };
    this.#second = setInterval(() => this.#count(), 1000);
    if (way === 'browser')
      void this.#options
        .printPage(ticket.code ?? '')
        .then((printed) => this.#printed(ticket, printed ? 'unsure' : 'failed'));
    if (way === 'printer')
      this.#options.hub.ask('slip:print', { ticket: ticket.id }, (reply: Reply<SlipPrinted>) =>
        this.#printed(ticket, !reply.ok ? 'failed' : reply.value.unsure ? 'unsure' : 'printed'),
      );
  }

  #printed(ticket: Taken, slip: Slip): void {
    const { step } = this;
    if (step.is !== 'done' || step.ticket.id !== ticket.id) return;
    this.step = { ...step, slip, left: slip === 'failed' ? REMEMBER_S : Math.max(step.left, 8) };
  }

  #count(): void {
    const { step } = this;
    if (step.is !== 'done') return this.#stopCount();
    if (step.left <= 1) return this.restart();
    // A printer that never answers (the line went meanwhile) has given no slip that anybody could promise.
    const slip = step.slip === 'printing' && step.left === 2 ? 'failed' : step.slip;
    this.step = { ...step, slip, left: slip === step.slip ? step.left - 1 : REMEMBER_S };
  }

  #stopCount(): void {
    clearInterval(this.#second);
    this.#second = undefined;
  }

  /** Ends all that waits. */
  close(): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#calm);
    this.#stopCount();
  }
}
