import type { IncomingMessage, Server as HttpServer } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import { Server, type DefaultEventsMap, type Socket } from 'socket.io';
import type Type from 'typebox';
import { Commands, type CommandInput, type PanelCommand } from '../content/model/command.ts';
import type { Actor, Commit } from '../content/model/record.ts';
import { project, viewers, type Viewer } from '../content/projection.ts';
import {
  BEACON_MS,
  PROTOCOL,
  type Facts,
  type Hello,
  type Mark,
  type Patch,
  type Reply,
  type Snapshot,
  type You,
} from '../content/protocol.ts';
import type { Language } from '../content/refusals.ts';
import { refuse } from '../content/rule.ts';
import { actorOf, COOKIE, hashToken, mayDo, newToken, valueOf, type Access, type Who } from './access.ts';
import type { Addresses } from './addresses.ts';
import { Budget } from './budget.ts';
import { forbidden, invalid, Refused, toFailure } from './errors.ts';
import type { Hall } from './hall.ts';
import { findFault } from './input.ts';
import type { Log } from './log.ts';
import { Offers, type Offer } from './pairing.ts';
import { Presence } from './presence.ts';
import { AskBody, HelloBody, ReportBody, SentBody } from './wire.ts';

/** What a socket is to the hub, with only the fields that this state has. */
type Seat =
  | { is: 'outdated' }
  | { is: 'unpaired' }
  | { is: 'screen'; id: string }
  | { is: 'staff'; session: string; account: string; viewer: Viewer };

interface Guest {
  seat: Seat;
  language: Language;
  host: string | undefined;
  budget: Budget;
}

type Hub = Server<DefaultEventsMap, Facts, DefaultEventsMap, Guest>;
type Line = Socket<DefaultEventsMap, Facts, DefaultEventsMap, Guest>;

/** A reader that does not read costs memory: 212 MB for one in a trial. */
const WAITING_PACKETS = 256;
/** How often the waiting packets of all sockets are counted, in commits. */
const COUNT_EVERY = 16;
/** A code is renewed on the screen this long before it ends, so that one read out still works. */
const RENEW_MS = 30_000;

export interface LiveOptions {
  hall: Hall;
  access: Access;
  addresses: Addresses;
  now: () => number;
  log: Log;
  /** What pages compare with the version they were built as. */
  version: string;
}

/** The live line to screens and panels: content/protocol.ts by the rules of wire.md. The only user of socket.io. */
export class Live {
  readonly #options: LiveOptions;
  readonly #io: Hub;
  readonly #offers: Offers;
  readonly #presence: Presence;
  readonly #stopFeed: () => void;
  #timer: NodeJS.Timeout | null = null;
  #closed: Promise<void> | null = null;

  constructor(server: HttpServer, options: LiveOptions) {
    this.#options = options;
    this.#offers = new Offers(options.now);
    this.#io = new Server(server, {
      transports: ['websocket'],
      serveClient: false,
      pingInterval: 10_000,
      pingTimeout: 5_000,
      maxHttpBufferSize: 64 * 1024,
      allowRequest: (request, answer) => answer(null, this.#isOurs(request)),
    });
    this.#presence = new Presence(options.now, (screens) => {
      this.#io.to([this.#room('staff'), this.#room('admin')]).emit('screens:reported', screens);
    });
    this.#stopFeed = options.hall.onCommit((commit) => this.#feed(commit));
    this.#io.on('connection', (line) => this.#admit(line));
    this.#timer = setInterval(() => this.tick(), BEACON_MS).unref();
  }

  #isOurs({ headers }: IncomingMessage): boolean {
    // Programs that are no browser send no Origin and carry no cookie that they do not own.
    return headers.origin === undefined || this.#options.addresses.isOurs(headers.origin, headers.host);
  }

  #room(viewer: Viewer): string {
    return `${this.#options.hall.id}:${viewer}`;
  }

  #admit(line: Line): void {
    const { headers, auth } = line.handshake;
    const cookie = headers.cookie ? fastifyCookie.parse(headers.cookie)[COOKIE] : undefined;
    const host = headers.host;
    // The request behind the handshake is a third of what a connection costs in memory.
    line.handshake.headers = {};
    (line.conn as { request: unknown }).request = null;
    line.data = { seat: { is: 'unpaired' }, language: 'zh-CN', host, budget: new Budget(this.#options.now) };
    line.on('disconnect', () => this.#leave(line));
    try {
      // Before all else: what else a page of another protocol says may not fit our schema.
      if (Number.isInteger(auth['protocol']) && auth['protocol'] !== PROTOCOL) {
        line.data.seat = { is: 'outdated' };
        line.emit('page:outdated', { protocol: PROTOCOL });
        return;
      }
      const hello = checked<Hello>(HelloBody, auth);
      line.data.language = hello.language;
      line.onAny((event: string, ...words: unknown[]) => void this.#handle(line, event, words));
      this.#greet(line, hello, cookie);
    } catch (error) {
      this.#options.log.warn(`socket refused: ${String((error as Error).message)}`);
      line.disconnect(true);
    }
  }

  #greet(line: Line, hello: Hello, cookie: string | undefined): void {
    const since =
      hello.version === undefined || hello.version === this.#options.version ? hello.since : undefined;
    if (hello.page === 'control') {
      const who = this.#options.access.whoIs(cookie);
      if (who) this.#seatStaff(line, who, since);
      else this.#end(line);
      return;
    }
    const screen = hello.token === undefined ? undefined : this.#screenOf(hello.token);
    if (screen) this.#seatScreen(line, screen, since);
    else this.#offer(line);
  }

  #screenOf(token: string): string | undefined {
    const hashed = hashToken(token);
    for (const { id, body } of this.#options.hall.records.all('screen'))
      if (body.tokenHash === hashed) return id;
    return undefined;
  }

  #seatScreen(line: Line, id: string, since?: Mark): void {
    line.data.seat = { is: 'screen', id };
    this.#join(line, 'screen', since);
    this.#presence.connect(id, line.id);
  }

  #seatStaff(line: Line, { session, id, account }: Who, since?: Mark): void {
    const viewer = account.roles.includes('admin') ? 'admin' : 'staff';
    line.data.seat = { is: 'staff', session, account: id, viewer };
    this.#join(line, viewer, since);
    line.emit('screens:reported', this.#presence.all());
  }

  /** W3: joining the room and sending the state happen in one turn, so no patch is missed and none comes twice. */
  #join(line: Line, viewer: Viewer, since?: Mark): void {
    for (const room of line.rooms) if (room !== line.id) void line.leave(room);
    void line.join(this.#room(viewer));
    const state = this.#stateFor(line, viewer, since);
    if ('records' in state) line.emit('state:replaced', state);
    else line.emit('state:changed', state);
  }

  #stateFor(line: Line, viewer: Viewer, since?: Mark): Patch | Snapshot {
    const { hall, now } = this.#options;
    // A page whose own account or screen has changed meanwhile may see other records now.
    const { seat } = line.data;
    const own =
      seat.is === 'staff' ? `account ${seat.account}` : seat.is === 'screen' ? `screen ${seat.id}` : '';
    const patch = since && !hall.touchedSince(since, own) ? hall.patchSince(viewer, since) : null;
    return patch ?? { mark: hall.mark, now: now(), you: this.#youOf(line), records: hall.recordsFor(viewer) };
  }

  #youOf(line: Line): You {
    const { addresses, version, hall } = this.#options;
    const { seat, host } = line.data;
    const common = { hubUrl: addresses.forPhones(host), version };
    if (seat.is === 'screen') return { is: 'screen', id: seat.id, ...common };
    const account = seat.is === 'staff' ? hall.records.get('account', seat.account) : undefined;
    if (seat.is !== 'staff' || !account) throw new Refused(refuse('session.missing'));
    const { name, displayName, roles } = account;
    return { is: 'staff', id: seat.account, name, displayName, roles, ...common };
  }

  #offer(line: Line): void {
    line.data.seat = { is: 'unpaired' };
    for (const room of line.rooms) if (room !== line.id) void line.leave(room);
    const offer = this.#offers.make(line.id);
    if (!offer) return void line.disconnect(true);
    const url = `${this.#options.addresses.forPhones(line.data.host)}/control/pair?code=${offer.code}`;
    line.emit('pairing:offered', {
      code: offer.code,
      expiresAt: offer.expiresAt,
      now: this.#options.now(),
      url,
    });
  }

  #leave(line: Line): void {
    this.#offers.drop(line.id);
    if (line.data.seat.is === 'screen') this.#presence.disconnect(line.data.seat.id, line.id);
  }

  /** The person is signed out: the page says so and does not come back by itself. */
  #end(line: Line): void {
    line.data.seat = { is: 'outdated' };
    line.emit('session:ended');
    line.disconnect(true);
  }

  /** W4: every commit goes to every viewer, with nothing in it if nothing of it is for them, so that `seq` has no holes. */
  #feed(commit: Commit): void {
    const { hall } = this.#options;
    for (const viewer of viewers) {
      const room = this.#room(viewer);
      if (!this.#io.sockets.adapter.rooms.has(room)) continue;
      const changes = project(viewer, commit.changes);
      this.#io.to(room).emit('state:changed', { after: commit.seq - 1, mark: hall.mark, changes });
    }
    for (const { kind, id, body } of commit.changes) {
      if (kind === 'screen' && body === null) this.#dropScreen(id);
      if (kind === 'session' && body === null) this.#endWhere((seat) => seat.session === id);
      if (kind === 'account') this.#reseat(id);
    }
    if (commit.seq % COUNT_EVERY === 0) this.#closeStalled();
  }

  #lines(): Iterable<Line> {
    return this.#io.sockets.sockets.values();
  }

  #dropScreen(id: string): void {
    for (const line of [...this.#lines()]) {
      if (line.data.seat.is !== 'screen' || line.data.seat.id !== id) continue;
      line.emit('screen:revoked');
      this.#offer(line);
    }
    this.#presence.forget(id);
  }

  #endWhere(matches: (seat: Extract<Seat, { is: 'staff' }>) => boolean): void {
    for (const line of [...this.#lines()])
      if (line.data.seat.is === 'staff' && matches(line.data.seat)) this.#end(line);
  }

  /** Rights or names of an account changed: its pages get the state as they may see it now. */
  #reseat(account: string): void {
    for (const line of [...this.#lines()]) {
      const { seat } = line.data;
      if (seat.is !== 'staff' || seat.account !== account) continue;
      const who = this.#options.access.whoHolds(seat.session);
      if (who) this.#seatStaff(line, who);
      else this.#end(line);
    }
  }

  #closeStalled(): void {
    for (const line of [...this.#lines()]) {
      const { writeBuffer, transport } = line.conn as unknown as {
        writeBuffer: unknown[];
        transport: { socket?: { terminate(): void } };
      };
      if (writeBuffer.length <= WAITING_PACKETS) continue;
      this.#options.log.warn(`closed a socket with ${writeBuffer.length} packets waiting`);
      // A polite close would wait behind the packets that nobody reads.
      transport.socket?.terminate();
    }
  }

  /** Every BEACON_MS: names the newest commit, renews codes, ends sessions that are over. */
  tick(): void {
    const { hall, access, now } = this.#options;
    this.#io
      .to(viewers.map((viewer) => this.#room(viewer)))
      .emit('state:beaconed', { seq: hall.mark.seq, now: now() });
    for (const socket of this.#offers.ending(RENEW_MS)) {
      const line = this.#io.sockets.sockets.get(socket);
      if (line) this.#offer(line);
      else this.#offers.drop(socket);
    }
    this.#endWhere(({ session }) => access.whoHolds(session) === null);
    this.#closeStalled();
  }

  /** W6: the one catch around everything that a page asks; a handler that throws would end the process. */
  async #handle(line: Line, event: string, words: unknown[]): Promise<void> {
    const answer =
      typeof words.at(-1) === 'function' ? (words.pop() as (reply: Reply<unknown>) => void) : null;
    let reply: Reply<unknown>;
    try {
      const wait = line.data.budget.spend(event === 'state:ask' ? 5 : 1);
      if (wait === 'flood') return void line.disconnect(true);
      if (wait > 0) throw new Refused(refuse('request.too-many', { seconds: wait }));
      reply = { ok: true, value: await this.#answer(line, event, words[0]) };
    } catch (error) {
      const failure = toFailure(error, line.data.language);
      if (failure.code === 'hub.failed') this.#options.log.error(`${event} failed`, error);
      reply = failure;
    }
    answer?.(reply);
  }

  #answer(line: Line, event: string, word: unknown): unknown {
    switch (event) {
      case 'clock:read':
        return { now: this.#options.now() };
      case 'state:ask':
        return this.#answerState(line, checked<{ since?: Mark }>(AskBody, word));
      case 'screen:report':
        return this.#takeReport(line, word);
      default:
        return this.#giveCommand(line, event, word);
    }
  }

  #answerState(line: Line, { since }: { since?: Mark }): Patch | Snapshot {
    const { seat } = line.data;
    if (seat.is === 'staff') return this.#stateFor(line, seat.viewer, since);
    if (seat.is === 'screen') return this.#stateFor(line, 'screen', since);
    throw new Refused(refuse('session.missing'));
  }

  #takeReport(line: Line, word: unknown): null {
    if (line.data.seat.is !== 'screen') throw new Refused(refuse('screen.revoked'));
    this.#presence.report(line.data.seat.id, checked(ReportBody, word));
    return null;
  }

  /** W6, W9: name, rights and input are checked anew for every event; only then the rule is asked. */
  async #giveCommand(line: Line, event: string, word: unknown): Promise<unknown> {
    if (!isPanelCommand(event)) throw new Refused(refuse('request.unknown', { what: event.slice(0, 60) }));
    const { access, hall } = this.#options;
    const { seat } = line.data;
    const who = seat.is === 'staff' ? access.whoHolds(seat.session) : null;
    if (!who) throw new Refused(refuse('session.missing'));
    const { roles, input } = Commands[event];
    if (!mayDo(who.account, roles)) throw forbidden(roles);
    const sent = checked<{ request: string; input: unknown }>(SentBody, word);
    const given = checked<CommandInput<typeof event>>(input, sent.input);
    return valueOf(await hall.execute(event, given, actorOf(who.id, who.account), sent.request));
  }

  /**
   * Turns the screen that shows `code` into a paired one. Throws `pairing.unknown`, or what the rule
   * refuses; then the code stays good.
   */
  async pair(
    code: string,
    screen: Omit<CommandInput<'screen:pair'>, 'tokenHash'>,
    by: Actor,
  ): Promise<{ id: string }> {
    const offer: Offer | null = this.#offers.take(code);
    if (!offer) throw new Refused(refuse('pairing.unknown'));
    const token = newToken();
    const answer = await this.#options.hall.execute(
      'screen:pair',
      { ...screen, tokenHash: hashToken(token) },
      by,
    );
    const line = this.#io.sockets.sockets.get(offer.socket);
    if (!answer.ok) {
      if (line) this.#offers.giveBack(offer);
      throw new Refused(answer);
    }
    if (!line) {
      // The screen went away in this very moment and will never know its token.
      await this.#options.hall.execute('screen:revoke', { id: answer.value.id }, by);
      throw new Refused(refuse('pairing.unknown'));
    }
    line.emit('pairing:granted', { token });
    this.#seatScreen(line, answer.value.id);
    return answer.value;
  }

  /** Lets every page know that it may come back, then lets go. May be called twice. */
  close(): Promise<void> {
    this.#closed ??= (async () => {
      if (this.#timer) clearInterval(this.#timer);
      this.#presence.stop();
      this.#stopFeed();
      await this.#io.close();
    })();
    return this.#closed;
  }
}

function isPanelCommand(name: string): name is PanelCommand {
  return Object.hasOwn(Commands, name) && Commands[name as keyof typeof Commands].roles !== 'internal';
}

function checked<T>(schema: Type.TSchema, value: unknown): T {
  const fault = findFault(schema, value);
  if (fault) throw invalid(fault);
  return value as T;
}
