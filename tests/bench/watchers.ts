import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import type { Patch } from '../../content/protocol.ts';
import { clock } from './figures.ts';

/** What all screens saw: when the last of them got each commit, and how often one missed or repeated a patch. */
export interface Seen {
  last: [seq: number, at: number][];
  faults: number;
}

type Ask = { do: 'open'; url: string; count: number; hello: object } | { do: 'close'; seq: number };

/** Screens in a process of their own that check every patch they get. */
export class Watchers {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async open(url: string, count: number, hello: object): Promise<Watchers> {
    const child = fork(fileURLToPath(import.meta.url), ['watchers']);
    child.send({ do: 'open', url, count, hello } satisfies Ask);
    await once(child, 'message');
    return new Watchers(child);
  }

  /** Waits until every screen has commit `seq`, then ends them. */
  async close(seq: number): Promise<Seen> {
    this.#child.send({ do: 'close', seq } satisfies Ask);
    const [seen] = (await once(this.#child, 'message')) as [Seen];
    this.#child.kill();
    return seen;
  }
}

function watch(): void {
  const last = new Map<number, number>();
  const held: number[] = [];
  let faults = 0;
  let until = Infinity;
  const done = () => {
    if (held.every((seq) => seq >= until)) process.send!({ last: [...last], faults } satisfies Seen);
  };
  const open = ({ url, count, hello }: Extract<Ask, { do: 'open' }>) => {
    let ready = 0;
    for (let at = 0; at < count; at++) {
      const socket = new WebSocket(url, { perMessageDeflate: false });
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        if (text.startsWith('0{')) socket.send(`40${JSON.stringify(hello)}`);
        else if (text === '2') socket.send('3');
        else if (text.startsWith('42["state:replaced"')) {
          held[at] = (JSON.parse(text.slice(2)) as [string, { mark: { seq: number } }])[1].mark.seq;
          if (++ready === count) process.send!('ready');
        } else if (text.startsWith('42["state:changed"')) {
          const { after, mark } = (JSON.parse(text.slice(2)) as [string, Patch])[1];
          if (after !== held[at]) faults++;
          held[at] = mark.seq;
          last.set(mark.seq, clock());
          if (mark.seq >= until) done();
        }
      });
    }
  };
  process.on('message', (ask: Ask) => {
    if (ask.do === 'open') return open(ask);
    until = ask.seq;
    done();
  });
}

if (process.argv[2] === 'watchers') watch();
