import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import type { Change } from '../../../content/model/record.ts';
import type { Patch, Snapshot } from '../../../content/protocol.ts';
import { RecordMap } from '../../../content/records.ts';
import { callsOf } from '../../../display/calls.ts';
import { clock } from '../figures.ts';
import { watchFetching, watchTurns, type Heard, type Patched, type Watched } from './glass.ts';
import type { Listed } from './others.ts';

/** How a page learns of a call. */
export const patterns = ['all', 'ten', 'poll', 'ours'] as const;
export type Pattern = (typeof patterns)[number];

export interface Ask {
  do: 'open';
  /** Ports of our hub and of the other one. */
  ours: number;
  other: number;
  count: number;
  hello: object;
  pollMs: number;
}
/** What one burst came to: the calls that were made, `[announcement id, number]`. */
interface Judge {
  do: 'judge';
  calls: [string, string][];
}
/** For one pattern, over all its screens. */
export interface Verdict {
  pattern: Pattern;
  /** Calls that a screen did not show for a second, and calls that it did not say. */
  unseen: number;
  unsaid: number;
  /** Sentences with another number than the event named, or with none of this burst. */
  wrong: number;
  bytes: number;
}

/** The same number of screens for each pattern, in a process of their own. */
export class Panels {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async open(ask: Omit<Ask, 'do'>): Promise<Panels> {
    const child = fork(fileURLToPath(import.meta.url), ['panels']);
    child.send({ do: 'open', ...ask } satisfies Ask);
    await once(child, 'message');
    return new Panels(child);
  }

  /** What the screens made of the burst since the last time. */
  async judge(calls: [string, string][]): Promise<Verdict[]> {
    this.#child.send({ do: 'judge', calls } satisfies Judge);
    const [verdicts] = (await once(this.#child, 'message')) as [Verdict[]];
    return verdicts;
  }

  close(): void {
    this.#child.kill();
  }
}

/** One screen: what reached it, and by how many bytes. */
abstract class Panel {
  readonly #sockets = new Set<Socket>();
  #counted = 0;
  abstract watched(): Watched;
  abstract readonly ready: Promise<void>;

  protected count(socket: Socket): void {
    this.#sockets.add(socket);
  }

  /** Bytes since the last time. */
  bytes(): number {
    const all = [...this.#sockets].reduce((sum, { bytesRead }) => sum + bytesRead, 0);
    const fresh = all - this.#counted;
    this.#counted = all;
    return fresh;
  }
}

const socketOf = (socket: WebSocket): Socket => (socket as unknown as { _socket: Socket })._socket;

/** Hears an event, or the clock, and fetches a list. */
class Fetching extends Panel {
  readonly ready: Promise<void>;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #url: string;
  #heard: Heard[] = [];
  #newest: Listed | null = null;

  constructor(pattern: Exclude<Pattern, 'ours'>, port: number, pollMs: number) {
    super();
    this.#url = `http://127.0.0.1:${port}/${pattern === 'all' ? 'all' : 'ten'}`;
    if (pattern === 'poll') {
      // Pages are not opened in one moment: they poll at any time of the period.
      setTimeout(() => setInterval(() => void this.#fetch(null), pollMs), Math.random() * pollMs);
      this.ready = Promise.resolve();
      return;
    }
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
    this.ready = new Promise((resolve) => {
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        if (text.startsWith('0{')) socket.send('40');
        else if (text === '2') socket.send('3');
        else if (text.startsWith('40')) {
          this.count(socketOf(socket));
          resolve();
        } else if (pattern === 'all' && text.startsWith('42["changed"')) void this.#fetch(null);
        else if (pattern === 'ten' && text.startsWith('42["called"'))
          void this.#fetch((JSON.parse(text.slice(2)) as [string, { id: string }])[1].id);
      });
    });
  }

  async #fetch(meant: string | null): Promise<void> {
    const newest = newestOf(await this.#get());
    if (meant === null && newest?.id === this.#newest?.id) return;
    this.#newest = newest;
    this.#heard.push({ at: clock(), meant, newest });
  }

  #get(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const request = get(this.#url, { agent: this.#agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString())));
      });
      request.on('socket', (socket) => this.count(socket));
      request.on('error', reject);
    });
  }

  watched(): Watched {
    const heard = this.#heard;
    this.#heard = [];
    return watchFetching(heard, Infinity);
  }
}

/** The newest call of a list of calls, or of all tickets. */
function newestOf(answer: unknown): Listed | null {
  const list = answer as (Listed | Change<'ticket'>)[];
  let newest: Listed | null = null;
  for (const one of list) {
    let call: Listed | null = 'kind' in one ? null : one;
    if ('kind' in one && one.body?.call)
      call = { id: one.body.call.id, number: one.body.number, at: one.body.call.at };
    if (call && call.at >= (newest?.at ?? 0)) newest = call;
  }
  return newest;
}

/** Our display's own code over the patches that reach it. */
class Ours extends Panel {
  readonly ready: Promise<void>;
  readonly #records = new RecordMap();
  #patched: Patched[] = [];
  #known: string[] = [];

  constructor(port: number, hello: object) {
    super();
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
    this.ready = new Promise((resolve) => {
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        if (text.startsWith('0{')) socket.send(`40${JSON.stringify(hello)}`);
        else if (text === '2') socket.send('3');
        else if (text.startsWith('42["state:replaced"')) {
          this.#records.apply((JSON.parse(text.slice(2)) as [string, Snapshot])[1].records);
          this.#known = [...callsOf(this.#records)].map(({ id }) => id);
          this.count(socketOf(socket));
          resolve();
        } else if (text.startsWith('42["state:changed"')) {
          this.#records.apply((JSON.parse(text.slice(2)) as [string, Patch])[1].changes);
          this.#patched.push({ at: clock(), now: Date.now(), calls: [...callsOf(this.#records)] });
        }
      });
    });
  }

  watched(): Watched {
    const watched = watchTurns(this.#patched, this.#known);
    this.#known = [...callsOf(this.#records)].map(({ id }) => id);
    this.#patched = [];
    return watched;
  }
}

function judge(pattern: Pattern, panels: readonly Panel[], calls: [string, string][]): Verdict {
  const verdict: Verdict = { pattern, unseen: 0, unsaid: 0, wrong: 0, bytes: 0 };
  const numbers = new Map(calls);
  for (const panel of panels) {
    const { seen, said } = panel.watched();
    const heard = new Set(said.map(({ number }) => number));
    for (const [id, number] of calls) {
      if (!seen.has(id)) verdict.unseen++;
      if (!heard.has(number)) verdict.unsaid++;
    }
    verdict.wrong += said.filter(
      ({ meant, number }) => meant !== null && numbers.get(meant) !== number,
    ).length;
    verdict.bytes += panel.bytes();
  }
  return verdict;
}

function serve(): void {
  const panels = new Map<Pattern, Panel[]>();
  process.on('message', (ask: Ask | Judge) => {
    if (ask.do === 'judge')
      return process.send!(patterns.map((pattern) => judge(pattern, panels.get(pattern) ?? [], ask.calls)));
    for (const pattern of patterns)
      panels.set(
        pattern,
        Array.from({ length: ask.count }, () =>
          pattern === 'ours' ? new Ours(ask.ours, ask.hello) : new Fetching(pattern, ask.other, ask.pollMs),
        ),
      );
    void Promise.all([...panels.values()].flat().map(({ ready }) => ready)).then(() => {
      for (const panel of [...panels.values()].flat()) panel.bytes();
      process.send!('ready');
    });
  });
}

if (process.argv[2] === 'panels') serve();
