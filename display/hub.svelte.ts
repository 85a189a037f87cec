import type { CommandInput, CommandResult, ScreenCommand } from '../content/model/command.ts';
import { PROTOCOL } from '../content/protocol.ts';
import type {
  Facts,
  Heard,
  Hello,
  Mark,
  Patch,
  Reply,
  Requests,
  ScreenAnswer,
  ScreenAsk,
  ScreenReport,
  Snapshot,
  SpeakersNamed,
  You,
} from '../content/protocol.ts';
import { RecordMap } from '../content/records.ts';
import type { Last } from './cache.ts';
import { Errands } from './errands.ts';
import type { HubTime, Probe } from './hubtime.ts';
import { PROBES } from './hubtime.ts';
import { insist } from './insist.ts';

/** What the hub class needs of a socket; tests hand in one of their own. */
export interface Wire {
  /** Whether the socket will try again by itself. */
  readonly active: boolean;
  on(event: string, listener: (...words: never[]) => void): unknown;
  emit(event: string, ...words: unknown[]): unknown;
  connect(): unknown;
  disconnect(): unknown;
}
export type Dial = (hello: () => Hello) => Wire;

export interface Offer {
  code: string;
  /** Hub time. */
  expiresAt: number;
  url: string;
}

export interface HubEvents {
  /** New records, or the first ones. */
  changed(): void;
  granted(token: string): void;
  revoked(): void;
  /** The page is older than the hub. */
  outdated(): void;
  /** The time was measured anew. */
  timed(): void;
  /** Who speaks in zones is another now. */
  named(): void;
  /** Somebody at the panel asks something of this screen. */
  asked(ask: ScreenAsk, answer: (reply: ScreenAnswer) => void): void;
  /** Somebody wants to hear this screen. */
  tested(answer: (heard: Heard) => void): void;
}

/** First and longest pause before trying again; jitter keeps a hall of screens from coming as one. */
const FIRST_MS = 1_000;
const LONGEST_MS = 5_000;
/** A shorter loss of the line is nobody's business. */
const CALM_MS = 10_000;
/** The hub's clock is measured again this often, and when a beacon is this far off. */
const MEASURE_MS = 600_000;
const ASTRAY_MS = 2_000;

/** Loaded beside the memory, not before it: what the screen showed last is on the glass without any line. */
async function dialHub(): Promise<Dial> {
  const { io } = await insist(() => import('socket.io-client'));
  return (hello) =>
    io({
      transports: ['websocket'],
      autoConnect: false,
      reconnectionDelay: FIRST_MS,
      reconnectionDelayMax: LONGEST_MS,
      randomizationFactor: 0.5,
      auth: (give) => give(hello()),
    });
}

/** The live line of a screen: records as the hub sends them, in `seq` order. Reconnects for ever. */
export class Hub {
  /** Replaced whole with every change, so that whatever reads it is drawn again. */
  records = $state.raw(new RecordMap());
  mark = $state.raw<Mark | null>(null);
  you = $state.raw<Extract<You, { is: 'screen' }> | null>(null);
  connected = $state(false);
  /** The line has been lost for longer than a hiccup of the network. */
  lost = $state(false);
  /** Hub time up to which the records are known to be true, while the line is lost. */
  lostAt = $state.raw(0);
  /** The hub does not know this screen and offers a code. */
  offer = $state.raw<Offer | null>(null);
  /** Who speaks in zones, as the hub told last. */
  speakers: SpeakersNamed | null = null;
  token: string | undefined;

  /** Undefined until what opens it is loaded. */
  #wire: Wire | undefined;
  #opened = false;
  #time: HubTime;
  #events: HubEvents;
  #errands = new Errands((event, ...words) => this.#wire?.emit(event, ...words));
  #calm: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #measureTimer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #line = 0;

  constructor(time: HubTime, events: HubEvents, dial?: Dial) {
    this.#time = time;
    this.#events = events;
    if (dial) this.#take(dial);
    else void dialHub().then((loaded) => this.#take(loaded));
  }

  #take(dial: Dial): void {
    this.#wire = dial(() => this.#hello());
    this.#listen(this.#wire);
    if (this.#opened) this.#wire.connect();
  }

  /** Takes up what the cache kept: it is on the glass before the hub answers. */
  restore(token: string | undefined, last: Last | undefined): void {
    this.token = token;
    if (!token || !last || last.you.is !== 'screen') return;
    this.records = new RecordMap(last.records);
    this.mark = last.mark;
    this.you = last.you;
    this.lostAt = last.now;
  }

  open(): void {
    this.#startCalm();
    this.#opened = true;
    this.#wire?.connect();
  }

  close(): void {
    this.#opened = false;
    for (const timer of [this.#again, this.#calm, this.#measureTimer]) clearTimeout(timer);
    this.#line++;
    this.#wire?.disconnect();
  }

  /** Drops the line and takes it up again, as when a promised code did not come. */
  reopen(): void {
    this.#wire?.disconnect();
    this.#wire?.connect();
  }

  report(report: ScreenReport): void {
    // A refused report is followed by the next one in seconds; nothing hangs on a single one.
    if (this.connected && this.you && !this.offer) this.#wire?.emit('screen:report', report, () => {});
  }

  /**
   * Gives a command of this screen's scene (W6). It is sent again with the same request id after every
   * reconnect until the hub has answered, so that a lost answer never does anything twice.
   */
  give<C extends ScreenCommand>(name: C, input: CommandInput<C>): Promise<Reply<CommandResult<C>>> {
    return this.#errands.give(name, input, this.connected);
  }

  /** Asks once and never again; `answer` may never come when the line is lost. */
  ask<E extends 'slip:print' | 'proof:hand' | 'proof:picture'>(
    event: E,
    ...words: Parameters<Requests[E]>
  ): void {
    this.#wire?.emit(event, ...words);
  }

  #hello(): Hello {
    return {
      protocol: PROTOCOL,
      page: 'display',
      language: 'zh-CN',
      ...(this.token ? { token: this.token } : {}),
      ...(this.token && this.mark ? { since: this.mark } : {}),
      ...(this.token && this.you ? { version: this.you.version } : {}),
    };
  }

  #listen(wire: Wire): void {
    const on = <E extends keyof Facts>(event: E, listener: Facts[E]): unknown =>
      wire.on(event, listener as (...words: never[]) => void);
    on('state:replaced', (snapshot) => this.#replace(snapshot));
    on('state:changed', (patch) => this.#patch(patch));
    on('state:beaconed', ({ seq, now }) => {
      if (Math.abs(now - this.#time.now()) > ASTRAY_MS) {
        this.#hint(now);
        void this.#measure();
      }
      if (this.mark && seq > this.mark.seq) this.#askAgain();
    });
    on('pairing:offered', ({ code, expiresAt, now, url }) => {
      this.#hint(now);
      this.offer = { code, expiresAt, url };
    });
    on('pairing:granted', ({ token }) => {
      this.token = token;
      this.#events.granted(token);
    });
    on('screen:revoked', () => {
      this.#forget();
      this.#events.revoked();
    });
    on('speakers:named', (named) => {
      this.speakers = named;
      this.#events.named();
    });
    on('screen:asked', (ask, answer) => this.#events.asked(ask, answer));
    on('voice:tested', (answer) => this.#events.tested(answer));
    on('page:outdated', () => this.#events.outdated());
    wire.on('connect', () => this.#connect());
    wire.on('disconnect', () => this.#lose());
    wire.on('connect_error', () => this.#lose());
  }

  #connect(): void {
    clearTimeout(this.#again);
    clearTimeout(this.#calm);
    this.#calm = undefined;
    this.connected = true;
    this.lost = false;
    this.#asking = false;
    this.#line++;
    this.#errands.resend();
    void this.#measure();
  }

  #lose(): void {
    this.#line++;
    if (this.connected) this.lostAt = this.#time.now();
    this.connected = false;
    this.speakers = null;
    this.#startCalm();
    clearTimeout(this.#measureTimer);
    // socket.io comes back by itself, except when the hub closed the line or refused it.
    if (this.#wire?.active) return;
    clearTimeout(this.#again);
    const pause = FIRST_MS + Math.random() * (LONGEST_MS - FIRST_MS);
    this.#again = setTimeout(() => this.#wire?.connect(), pause);
  }

  #startCalm(): void {
    this.#calm ??= setTimeout(() => (this.lost = true), CALM_MS);
  }

  #forget(): void {
    this.token = undefined;
    this.records = new RecordMap();
    this.mark = null;
    this.you = null;
  }

  #replace({ mark, now, you, records }: Snapshot): void {
    if (you.is !== 'screen') return;
    this.#hint(now);
    const next = new RecordMap();
    next.apply(records);
    this.records = next;
    this.mark = mark;
    this.you = you;
    this.offer = null;
    this.#events.changed();
  }

  #patch({ after, mark, changes, now }: Patch): void {
    if (now !== undefined) this.#hint(now);
    if (!this.mark || after > this.mark.seq) return this.#askAgain();
    this.offer = null;
    if (mark.seq <= this.mark.seq) return;
    this.mark = mark;
    if (changes.length > 0) {
      const next = new RecordMap(this.records.everything());
      next.apply(changes);
      this.records = next;
    }
    this.#events.changed();
  }

  #askAgain(): void {
    if (this.#asking) return;
    this.#asking = true;
    this.#wire?.emit('state:ask', this.mark ? { since: this.mark } : {}, (reply: Reply<Patch | Snapshot>) => {
      this.#asking = false;
      // A refused ask is asked again at the next beacon.
      if (!reply.ok) return;
      if ('records' in reply.value) this.#replace(reply.value);
      else this.#patch(reply.value);
    });
  }

  /** W14: until the time is measured anew, a page that slept would take an old call for a fresh one. */
  #hint(now: number): void {
    if (this.#time.measured && Math.abs(now - this.#time.now()) <= ASTRAY_MS) return;
    this.#time.hint(now);
    this.#events.timed();
  }

  /** Reads the hub's clock several times, one after another, and goes by the quickest answer. */
  async #measure(): Promise<void> {
    clearTimeout(this.#measureTimer);
    const line = this.#line;
    const probes: Probe[] = [];
    for (let count = 0; count < PROBES; count++) {
      const probe = await this.#probe();
      // The line was lost meanwhile; the next one measures anew.
      if (line !== this.#line) return;
      if (probe) probes.push(probe);
    }
    this.#time.measure(probes);
    this.#events.timed();
    this.#measureTimer = setTimeout(() => void this.#measure(), MEASURE_MS);
  }

  #probe(): Promise<Probe | null> {
    return new Promise((resolve) => {
      const sent = performance.now();
      this.#wire?.emit('clock:read', (reply: Reply<{ now: number }>) => {
        resolve(reply.ok ? { sent, received: performance.now(), hub: reply.value.now } : null);
      });
    });
  }
}
