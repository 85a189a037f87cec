import { once } from 'node:events';
import { WebSocketServer } from 'ws';
import type { Patch } from '../../content/protocol.ts';
import { clock, quantile } from './figures.ts';
import { Watchers } from './watchers.ts';

/** A commit as a screen got it, and when it was given, in ms since the run began. */
export interface Sent {
  seq: number;
  at: number;
  text: string;
}

/**
 * Sends the same patches at the same moments to as many sockets of the same code from a bare `ws` server:
 * no commands, no disk, no rules. Answers the last screen's delay of each patch, in ms.
 */
export async function replayBare(sent: readonly Sent[], screens: number): Promise<number[]> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const first = (sent[0]?.seq ?? 1) - 1;
  server.on('connection', (socket) => {
    // What the watchers wait for before they count: the words of the wire, and nothing behind them.
    socket.send('0{}');
    socket.once('message', () => socket.send(`42["state:replaced",{"mark":{"seq":${first}}}]`));
  });
  const { port } = server.address() as { port: number };
  try {
    const watchers = await Watchers.open(`ws://127.0.0.1:${port}`, screens, {});
    const begun = new Map<number, number>();
    const start = clock();
    for (const { seq, at, text } of sent) {
      while (clock() < start + at)
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, start + at - clock())));
      begun.set(seq, clock());
      for (const socket of server.clients) socket.send(text);
    }
    const seen = await watchers.close(sent.at(-1)?.seq ?? 0);
    return seen.last.map(([seq, at]) => at - (begun.get(seq) ?? at));
  } finally {
    for (const socket of server.clients) socket.terminate();
    server.close();
  }
}

/** The words on the wire for a patch, as the hub sends them. */
export const wordPatch = (patch: Patch): string => `42${JSON.stringify(['state:changed', patch])}`;

/** The `at`-quantiles of both, and how many times the bare one ours is. */
export const beside = (ours: readonly number[], bare: readonly number[], at: number): number =>
  quantile([...ours], at) / quantile([...bare], at);
