import type { IncomingMessage, Server as HttpServer } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import { Server, type DefaultEventsMap, type Socket } from 'socket.io';
import type { Actor, Commit } from '../../content/model/record.ts';
import { project, viewers, type Viewer } from '../../content/projection.ts';
import {
  BEACON_MS,
  PROTOCOL,
  type Facts,
  type Hello,
  type Mark,
  type Reply,
} from '../../content/protocol.ts';
import { refuse } from '../../content/rule.ts';
import { screenOfHash } from '../../content/startscripts/keys.ts';
import { COOKIE, hashToken, type Access, type Who } from '../access.ts';
import type { Addresses } from '../addresses.ts';
import { Budget } from './budget.ts';
import { watchClock } from '../clockwatch.ts';
import { checked, Desk, type Guest, type Seat } from './desk.ts';
import { Refused, toFailure } from '../errors.ts';
import type { Hall } from '../hall.ts';
import type { Interrupts } from '../interrupts.ts';
import type { Log } from '../log.ts';
import { Offers, pairScreen, type PairedScreen } from './pairing.ts';
import type { Slips } from '../printers/slips.ts';
import type { Proof } from '../proof/proof.ts';
import { ScreenAsks, type AskLine } from './screenasks.ts';
import { Screens } from './screens.ts';
import { closeStalled, hold } from './stall.ts';
import { HelloBody } from './wire.ts';

type Line = Socket<DefaultEventsMap, Facts, DefaultEventsMap, Guest>;
type StaffSeat = Extract<Seat, { is: 'staff' }>;

/** How often the waiting packets of all sockets are counted, in commits. */
const COUNT_EVERY = 16;
/** A code is renewed on the screen this long before it ends, so that one read out still works. */
const RENEW_MS = 30_000;
/** A state costs the hub more than a call does. */
const ASK_COST = 5;

export interface LiveOptions {
  hall: Hall;
  access: Access;
  addresses: Addresses;
  now: () => number;
  log: Log;
  version: string;
  slips: Slips;
  proof: Proof;
  /** Whether an engine of the hub speaks calls. */
  engine: boolean;
  interrupts: Interrupts;
  /** How long a socket that misbehaves is held, in ms; absent, ten seconds. */
  heldMs?: number | undefined;
}

/** The live line to screens and panels: content/protocol.ts by the rules of wire.md. The only user of socket.io. */
export class Live {
  /** Tests of the voice, pictures, who is who. */
  readonly asks: ScreenAsks;
  /** Who is there, who speaks, what was heard. */
  readonly screens: Screens;
  readonly #options: LiveOptions;
  readonly #io: Server<DefaultEventsMap, Facts, DefaultEventsMap, Guest>;
  readonly #desk: Desk;
  readonly #offers: Offers;
  readonly #stopFeed: () => void;
  readonly #timer: NodeJS.Timeout;
  readonly #stopWatch: () => void;
  #closed: Promise<void> | null = null;

  constructor(server: HttpServer, options: LiveOptions) {
    this.#options = options;
    this.#offers = new Offers(options.now);
    this.asks = new ScreenAsks(options.hall, (screen) => this.#askLine(screen));
    this.screens = new Screens({
      records: () => options.hall.records,
      now: options.now,
      reported: (screens) => {
        this.#io.to([this.#room('staff'), this.#room('admin')]).emit('screens:reported', screens);
      },
      named: (speakers) => this.#io.to(this.#room('screen')).emit('speakers:named', speakers),
    });
    this.#desk = new Desk({
      ...options,
      reported: (screen, report) => {
        this.screens.hear(screen, report);
        options.interrupts.hear(screen, report);
      },
    });
    this.#io = new Server(server, {
      transports: ['websocket'],
      serveClient: false,
      pingInterval: 10_000,
      pingTimeout: 5_000,
      maxHttpBufferSize: 64 * 1024,
      allowRequest: (request, answer) => answer(null, this.#isOurs(request)),
    });
    this.#io.on('connection', (line) => this.#admit(line));
    this.#stopFeed = options.hall.onCommit((commit) => this.#feed(commit));
    this.#timer = setInterval(() => this.tick(), BEACON_MS).unref();
    this.#stopWatch = watchClock(options.now, (by) => {
      options.log.warn(`the clock of this computer was set by ${Math.round(by / 1000)} s`);
      this.tick();
    });
  }

  /** W1: a foreign page may not open a socket. Programs that are no browser send no Origin and carry no cookie. */
  #isOurs({ headers }: IncomingMessage): boolean {
    return headers.origin === undefined || this.#options.addresses.isOurs(headers.origin, headers.host);
  }

  #room(viewer: Viewer): string {
    return `${this.#options.hall.id}:${viewer}`;
  }

  #admit(line: Line): void {
    const { headers, auth } = line.handshake;
    const cookie = headers.cookie ? fastifyCookie.parse(headers.cookie)[COOKIE] : undefined;
    const budget = new Budget(this.#options.now);
    line.data = { seat: { is: 'leaving' }, language: 'zh-CN', host: headers.host, budget };
    // The request behind the handshake is a third of what a connection costs in memory.
    line.handshake.headers = {};
    (line.conn as { request: unknown }).request = null;
    line.on('disconnect', (reason) => this.#leave(line, reason));
    // Before all else: what else a page of another protocol says may not fit our schema.
    if (Number.isInteger(auth['protocol']) && auth['protocol'] !== PROTOCOL)
      return void line.emit('page:outdated', { protocol: PROTOCOL });
    try {
      const hello = checked<Hello>(HelloBody, auth);
      line.data.language = hello.language;
      line.onAny((event: string, ...words: unknown[]) => void this.#handle(line, event, words));
      this.#greet(line, hello, cookie);
    } catch (error) {
      this.#options.log.warn(`socket refused: ${(error as Error).message}`);
      line.disconnect(true);
    }
  }

  #greet(line: Line, { page, token, since, version }: Hello, cookie: string | undefined): void {
    // After an update of the hub a patch alone would not tell the page of its new version.
    const from = version === undefined || version === this.#options.version ? since : undefined;
    if (page === 'control') {
      const who = this.#options.access.whoIs(cookie);
      if (who) this.#seatStaff(line, who, from);
      else this.#end(line);
      return;
    }
    const screen = token === undefined ? undefined : this.#screenOf(token);
    if (screen && this.screens.mustWait(screen)) hold(line.conn, this.#options.heldMs);
    else if (screen) this.#seatScreen(line, screen, from);
    else this.#offer(line);
  }

  #screenOf(token: string): string | undefined {
    return screenOfHash(this.#options.hall.records, hashToken(token));
  }

  #seatScreen(line: Line, id: string, since?: Mark): void {
    line.data.seat = { is: 'screen', id };
    this.#join(line, 'screen', since);
    this.screens.came(id, line.id);
    line.emit('speakers:named', this.screens.named);
  }

  #seatStaff(line: Line, { session, id, account }: Who, since?: Mark): void {
    const viewer = account.roles.includes('admin') ? 'admin' : 'staff';
    line.data.seat = { is: 'staff', session, account: id, viewer };
    this.#join(line, viewer, since);
    line.emit('screens:reported', this.screens.all());
  }

  /** W3: joining the room and sending the state happen in one turn, so no patch is missed and none comes twice. */
  #join(line: Line, viewer: Viewer, since?: Mark): void {
    this.#leaveRooms(line);
    void line.join(this.#room(viewer));
    const state = this.#desk.stateFor(line.data, viewer, since);
    if ('records' in state) line.emit('state:replaced', state);
    else line.emit('state:changed', state);
  }

  #leaveRooms(line: Line): void {
    for (const room of [...line.rooms]) if (room !== line.id) void line.leave(room);
  }

  #offer(line: Line): void {
    line.data.seat = { is: 'unpaired' };
    this.#leaveRooms(line);
    const offer = this.#offers.make(line.id);
    if (!offer) return void line.disconnect(true);
    const { code, expiresAt } = offer;
    const url = `${this.#options.addresses.forPhones(line.data.host)}/control/pair?code=${code}`;
    line.emit('pairing:offered', { code, expiresAt, now: this.#options.now(), url });
  }

  #leave(line: Line, reason: string): void {
    this.#offers.drop(line.id);
    if (line.data.seat.is !== 'screen') return;
    // A line that breaks is noticed by its silence (`ping timeout`); a page that goes says so or is closed by its system.
    const closed = reason === 'transport close' || reason === 'client namespace disconnect';
    this.screens.went(line.data.seat.id, line.id, closed);
  }

  /** W10: the person is signed out: the page is told, and does not come back by itself. */
  #end(line: Line): void {
    line.data.seat = { is: 'leaving' };
    line.emit('session:ended');
    line.disconnect(true);
  }

  /** W4: every commit goes to every viewer, empty if nothing of it is for them, so that `seq` has no holes. */
  #feed(commit: Commit): void {
    const { hall } = this.#options;
    for (const viewer of viewers) {
      const room = this.#room(viewer);
      if (!this.#io.sockets.adapter.rooms.has(room)) continue;
      const changes = project(viewer, commit.changes);
      this.#io.to(room).emit('state:changed', { after: commit.seq - 1, mark: hall.mark, changes });
    }
    this.screens.learn(commit);
    for (const { kind, id, body } of commit.changes) {
      if (kind === 'screen' && body === null) this.#dropScreen(id);
      if (kind === 'session' && body === null) this.#endWhere((seat) => seat.session === id);
      if (kind === 'account') this.#reseat(id);
    }
    if (commit.seq % COUNT_EVERY === 0) this.#closeStalled();
  }

  /** A copy, since seats change and lines end while it is walked. */
  #lines(): Line[] {
    return [...this.#io.sockets.sockets.values()];
  }

  #askLine(screen: string): AskLine | null {
    const line = this.#lines().find(({ data }) => data.seat.is === 'screen' && data.seat.id === screen);
    if (!line) return null;
    return {
      testVoice: (ms) => line.timeout(ms).emitWithAck('voice:tested'),
      ask: (ms, word) => line.timeout(ms).emitWithAck('screen:asked', word),
    };
  }

  #dropScreen(id: string): void {
    for (const line of this.#lines()) {
      if (line.data.seat.is !== 'screen' || line.data.seat.id !== id) continue;
      line.emit('screen:revoked');
      this.#offer(line);
    }
    this.screens.forget(id);
  }

  #endWhere(matches: (seat: StaffSeat) => boolean): void {
    for (const line of this.#lines())
      if (line.data.seat.is === 'staff' && matches(line.data.seat)) this.#end(line);
  }

  /** Rights or names of an account changed: its pages get the state as they may see it now. */
  #reseat(account: string): void {
    for (const line of this.#lines()) {
      const { seat } = line.data;
      if (seat.is !== 'staff' || seat.account !== account) continue;
      const who = this.#options.access.whoHolds(seat.session);
      if (who) this.#seatStaff(line, who);
      else this.#end(line);
    }
  }

  /** W11 */
  #closeStalled(): void {
    for (const line of this.#lines())
      if (closeStalled(line.conn)) this.#options.log.warn('closed a socket that does not read');
  }

  /** Every BEACON_MS: names the newest commit, renews codes, ends sessions that are over. */
  tick(): void {
    const { hall, access, now } = this.#options;
    const rooms = viewers.map((viewer) => this.#room(viewer));
    this.#io.to(rooms).emit('state:beaconed', { seq: hall.mark.seq, now: now() });
    for (const socket of this.#offers.ending(RENEW_MS)) {
      const line = this.#io.sockets.sockets.get(socket);
      if (line) this.#offer(line);
      else this.#offers.drop(socket);
    }
    this.#endWhere(({ session }) => access.whoHolds(session) === null);
    this.#closeStalled();
  }

  /** W11: it asks without end, whatever it is told. */
  #cutOff(line: Line): void {
    const { seat } = line.data;
    if (seat.is === 'screen') this.screens.flooded(seat.id);
    hold(line.conn, this.#options.heldMs);
  }

  /** W9: the one catch around everything that a page asks; a handler that throws would end the process. */
  async #handle(line: Line, event: string, words: unknown[]): Promise<void> {
    const answer =
      typeof words.at(-1) === 'function' ? (words.pop() as (reply: Reply<unknown>) => void) : null;
    let reply: Reply<unknown>;
    try {
      const wait = line.data.budget.spend(event === 'state:ask' ? ASK_COST : 1);
      if (wait === 'flood') return this.#cutOff(line);
      if (wait > 0) throw new Refused(refuse('request.too-many', { seconds: wait }));
      reply = { ok: true, value: await this.#desk.answer(line.data, event, words[0]) };
    } catch (error) {
      reply = toFailure(error, line.data.language);
      if (reply.code === 'hub.failed') this.#options.log.error(`${event.slice(0, 60)} failed`, error);
    }
    answer?.(reply);
  }

  /** Turns the screen that shows `code` into a paired one (W8). Throws `pairing.unknown`, or what the rule refuses. */
  pair(code: string, screen: PairedScreen, by: Actor): Promise<{ id: string }> {
    return pairScreen(this.#offers, this.#options.hall, code, screen, by, (socket) => {
      const line = this.#io.sockets.sockets.get(socket);
      if (!line) return null;
      return (id, token) => {
        line.emit('pairing:granted', { token });
        this.#seatScreen(line, id);
      };
    });
  }

  /** Lets every page know that it may come back, then lets go. May be called twice. */
  close(): Promise<void> {
    this.#closed ??= (async () => {
      clearInterval(this.#timer);
      this.#stopWatch();
      this.screens.stop();
      this.#stopFeed();
      await this.#io.close();
    })();
    return this.#closed;
  }
}
