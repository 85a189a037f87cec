import { io } from 'socket.io-client';
import { SvelteMap } from 'svelte/reactivity';
import type { CommandInput, CommandResult, PanelCommand } from '../content/model/command.ts';
import { PROTOCOL } from '../content/protocol.ts';
import type {
  Facts,
  Failure,
  Hello,
  Mark,
  Patch,
  Reply,
  ScreenPresence,
  Snapshot,
  You,
} from '../content/protocol.ts';
import { RecordMap } from '../content/records.ts';
import type { Records } from '../content/records.ts';
import { wordRefusal } from '../content/refusals.ts';
import type { Language, RefusalCode } from '../content/refusals.ts';
import { Errands, sizeOf } from './errands.ts';
import type { Errand } from './errands.ts';

/** What the hub class needs of a socket; tests hand in one of their own. */
export interface Wire {
  readonly connected: boolean;
  /** Whether the socket will try again by itself. */
  readonly active: boolean;
  on(event: string, listener: (...words: never[]) => void): unknown;
  emit(event: string, ...words: unknown[]): unknown;
  connect(): unknown;
  disconnect(): unknown;
}
export type Dial = (hello: () => Hello) => Wire;

/** A loss shorter than this is not shown: a switch or an access point hiccups often. */
export const CALM_MS = 2000;
/** When the hub itself closed the socket, socket.io does not come back; the page does, after this long. */
const RETURN_MS = 3000;

/** The hub takes messages of up to 64 KB, this and the envelope. */
const LARGEST = 60 * 1024;

export type Staff = Extract<You, { is: 'staff' }>;

const dialHub: Dial = (hello) =>
  io({
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    auth: (give) => give(hello()),
  });

/** The same records under another identity. */
function viewOf(records: RecordMap): Records {
  return {
    get: (kind, id) => records.get(kind, id),
    rev: (kind, id) => records.rev(kind, id),
    all: (kind) => records.all(kind),
    count: (kind) => records.count(kind),
  };
}

/** The live line to the hub: its records as this person may see them, and the commands given to it. */
export class Hub {
  #records = new RecordMap();
  #view = $state.raw<Records>(viewOf(this.#records));
  you = $state.raw<Staff | null>(null);
  readonly presences = new SvelteMap<string, ScreenPresence>();
  connected = $state(false);
  /** Unconnected for longer than a hiccup. */
  lost = $state(false);
  /** Signed out elsewhere, expired or disabled. */
  ended = $state(false);
  /** Hub time less page time in ms. */
  offset = $state(0);

  #wire: Wire;
  #language: Language;
  #mark: Mark | undefined;
  #errands = new Errands();
  #calm: ReturnType<typeof setTimeout> | undefined;
  #return: ReturnType<typeof setTimeout> | undefined;

  constructor(language: Language, dial: Dial = dialHub, onOutdated: () => void = () => {}) {
    this.#language = language;
    this.#wire = dial(() => ({
      protocol: PROTOCOL,
      page: 'control',
      language,
      ...(this.#mark ? { since: this.#mark } : {}),
      ...(this.you ? { version: this.you.version } : {}),
    }));
    this.#listen(onOutdated);
  }

  /** The records: another object with every change, so that what is derived from them is derived anew. */
  get records(): Records {
    return this.#view;
  }

  open(): void {
    this.#startCalm();
    this.#wire.connect();
  }

  close(): void {
    clearTimeout(this.#calm);
    clearTimeout(this.#return);
    this.#wire.disconnect();
    this.#dropErrands('session.missing');
  }

  /** Hub time in ms. */
  now(): number {
    return Date.now() + this.offset;
  }

  /**
   * Gives a command. It is sent again with the same request id after every reconnect until the hub
   * has answered, so a lost answer never does anything twice.
   */
  give<C extends PanelCommand>(name: C, input: CommandInput<C>): Promise<Reply<CommandResult<C>>> {
    // The hub cuts the line at a message that is too large, and the errand would then come back for ever.
    if (sizeOf(input) > LARGEST) return Promise.resolve(this.#fail('request.too-large'));
    return new Promise((answer) => {
      const errand = this.#errands.add(name, input, answer);
      if (this.#wire.connected) this.#send(errand);
    });
  }

  #send(errand: Errand): void {
    this.#wire.emit(errand.name, errand.sent, (reply: Reply<never>) => {
      this.#errands.settle(errand, reply);
    });
  }

  #listen(onOutdated: () => void): void {
    const on = <E extends keyof Facts>(event: E, listener: Facts[E]): unknown =>
      this.#wire.on(event, listener as (...words: never[]) => void);
    on('state:replaced', (snapshot) => this.#replace(snapshot));
    on('state:changed', (patch) => this.#patch(patch));
    on('state:beaconed', ({ seq, now }) => {
      this.offset = now - Date.now();
      if (this.#mark && seq > this.#mark.seq) this.#askAgain();
    });
    on('screens:reported', (heard) => {
      for (const one of heard) this.presences.set(one.screen, one);
    });
    on('session:ended', () => this.#end());
    on('page:outdated', onOutdated);
    this.#wire.on('connect', () => this.#connect());
    this.#wire.on('disconnect', () => this.#lose());
    this.#wire.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      if (error.data?.code === 'session.missing') this.#end();
      else this.#lose();
    });
  }

  #connect(): void {
    clearTimeout(this.#calm);
    this.#calm = undefined;
    this.connected = true;
    this.lost = false;
    for (const errand of this.#errands.all()) this.#send(errand);
  }

  #lose(): void {
    this.connected = false;
    if (this.ended) return;
    this.#startCalm();
    if (this.#wire.active) return;
    clearTimeout(this.#return);
    this.#return = setTimeout(() => this.#wire.connect(), RETURN_MS);
  }

  #startCalm(): void {
    this.#calm ??= setTimeout(() => (this.lost = true), CALM_MS);
  }

  #end(): void {
    this.ended = true;
    this.close();
  }

  #dropErrands(code: RefusalCode): void {
    for (const errand of this.#errands.all()) this.#errands.settle(errand, this.#fail(code));
  }

  #fail(code: RefusalCode): Failure {
    const params = { limit: `${LARGEST / 1024} KB` };
    return { ok: false, code, message: wordRefusal(code, params, this.#language) };
  }

  #replace({ mark, now, you, records }: Snapshot): void {
    this.#records.apply([...this.#records.everything()].map((one) => ({ ...one, body: null })));
    this.#records.apply(records);
    this.#mark = mark;
    this.offset = now - Date.now();
    if (you.is === 'staff') this.you = you;
    this.#view = viewOf(this.#records);
  }

  #patch({ after, mark, changes }: Patch): void {
    if (!this.#mark || after > this.#mark.seq) return this.#askAgain();
    if (mark.seq <= this.#mark.seq) return;
    this.#records.apply(changes);
    this.#mark = mark;
    this.#view = viewOf(this.#records);
  }

  #askAgain(): void {
    const since = this.#mark;
    this.#wire.emit('state:ask', since ? { since } : {}, (reply: Reply<Patch | Snapshot>) => {
      // A refused ask is asked again at the next beacon.
      if (!reply.ok) return;
      if ('records' in reply.value) this.#replace(reply.value);
      else this.#patch(reply.value);
    });
  }
}
