import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { devNull } from 'node:os';
import { WebSocketServer } from 'ws';
import { PROTOCOL } from '../../content/protocol.ts';
import { clock, median, printTable, short, spread } from './figures.ts';
import { project } from '../../content/projection.ts';
import { openBenchHall, type BenchHall } from './hall.ts';
import { Receivers } from './receivers.ts';

interface Rounds {
  /** Command given → last screen has it. */
  whole: number[];
  /** Command given → acknowledged. */
  acknowledged: number[];
  /** Durable → last screen has it. */
  fanOut: number[];
}

/**
 * A recalled ticket on N screens, beside a bare `ws` server that sends the same bytes to as many
 * sockets of the same code in the same run. Rounds of both alternate, so that noise falls on both.
 */
export async function benchCall(sizes: readonly number[], rounds: number): Promise<void> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const { ours, bare, bytes } = await measure(size, rounds);
    rows.push([
      String(size),
      String(bytes),
      spread(bare),
      spread(ours.fanOut),
      short(median(ours.fanOut) / median(bare)),
      spread(ours.acknowledged),
      spread(ours.whole),
    ]);
  }
  printTable(
    'A call on every screen, ms, median / p95 of the last receiver',
    [
      'screens',
      'bytes',
      'bare ws broadcast',
      'our fan-out (durable → last screen)',
      'ratio',
      'acknowledged',
      'command → last screen',
    ],
    rows,
  );
}

async function measure(
  size: number,
  rounds: number,
): Promise<{ ours: Rounds; bare: number[]; bytes: number }> {
  const hall = await openBenchHall();
  const durable = await watchDisk();
  const address = `ws://127.0.0.1:${hall.hub.port}/socket.io/?EIO=4&transport=websocket`;
  const hello = { protocol: PROTOCOL, page: 'display', language: 'zh-CN', token: hall.token };
  const message = await patchText(hall);
  const screens = await Receivers.open(address, size, hello);
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const sockets = await Receivers.open(`ws://127.0.0.1:${port}`, size, null);
  const ours: Rounds = { whole: [], acknowledged: [], fanOut: [] };
  const bare: number[] = [];
  try {
    for (let round = -5; round < rounds; round++) {
      const sent = clock();
      const arrived = sockets.received();
      for (const socket of server.clients) socket.send(message);
      const bareMs = (await arrived) - sent;
      const shown = screens.received();
      const began = clock();
      await hall.give('ticket:recall', { window: hall.window });
      const answered = clock();
      const last = await shown;
      // The first rounds warm both sides up.
      if (round < 0) continue;
      bare.push(bareMs);
      ours.whole.push(last - began);
      ours.acknowledged.push(answered - began);
      ours.fanOut.push(last - durable.at);
    }
  } finally {
    sockets.close();
    screens.close();
    server.close();
    durable.stop();
    await hall.close();
  }
  return { ours, bare, bytes: Buffer.byteLength(message) };
}

/** The very bytes that a screen gets for one recall. */
async function patchText({ hub, give, window }: BenchHall): Promise<string> {
  let text = '';
  const stop = hub.hall.onCommit(({ seq, changes }) => {
    const patch = { after: seq - 1, mark: hub.hall.mark, changes: project('screen', changes) };
    text = `42${JSON.stringify(['state:changed', patch])}`;
  });
  await give('ticket:recall', { window });
  stop();
  return text;
}

/**
 * Remembers when the newest write or fdatasync of this process came back: from then on a commit is durable.
 * Where Linux writes durably in one call there is no fdatasync to wait for.
 */
async function watchDisk(): Promise<{ readonly at: number; stop: () => void }> {
  const handle = await open(devNull);
  const prototype = Object.getPrototypeOf(handle) as Pick<FileHandle, 'datasync' | 'write'>;
  await handle.close();
  const { datasync, write } = prototype;
  const watch = { at: 0, stop: () => void Object.assign(prototype, { datasync, write }) };
  const watched = (call: (...words: never[]) => Promise<unknown>) =>
    async function (this: FileHandle, ...words: never[]) {
      const result = await call.apply(this, words);
      watch.at = clock();
      return result;
    };
  Object.assign(prototype, { datasync: watched(datasync), write: watched(write as never) });
  return watch;
}
