import { setTimeout } from 'node:timers/promises';
import { createServer, get, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { clock, printTable, spread } from './figures.ts';
import { openBenchHall } from './hall.ts';

/** So many pages come from one address; more would be refused (phone.md M12). */
const PER_ADDRESS = 100;

/** Open pages in this process, counting what they are told. */
class Pages {
  #told = 0;
  #wake: () => void = () => {};

  /** Opens one for each path and waits until each has heard its state. */
  async open(port: number, paths: readonly string[]): Promise<void> {
    const heard = this.told(paths.length);
    for (const [at, path] of paths.entries()) {
      const headers = { 'x-forwarded-for': `192.0.2.${Math.floor(at / PER_ADDRESS) + 1}` };
      get({ port, host: '127.0.0.1', path, headers, agent: false }, (response) =>
        response.setEncoding('utf8').on('data', (text: string) => this.#hear(text)),
      );
    }
    await heard;
  }

  #hear(text: string): void {
    this.#told += text.split('data: {').length - 1;
    this.#wake();
  }

  /** Resolves once `count` more states have come. */
  told(count: number): Promise<void> {
    const until = this.#told + count;
    return new Promise((resolve) => {
      this.#wake = () => this.#told >= until && resolve();
    });
  }
}

/** The same number of bare lines, and the time to write one state to all and have it read. */
async function bareMs(count: number, rounds: number): Promise<number[]> {
  const responses: ServerResponse[] = [];
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: {}\n\n');
    responses.push(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const pages = new Pages();
  await pages.open((server.address() as AddressInfo).port, Array<string>(count).fill('/'));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = clock();
    const told = pages.told(count);
    for (const response of responses) response.write(`data: {"headline":"${'等候中'.repeat(30)}"}\n\n`);
    await told;
    times.push(clock() - began);
  }
  server.closeAllConnections();
  server.close();
  return times;
}

/**
 * `count` phones wait in one line with their pages open, and one clerk calls: everybody's place changes at every
 * call, which is the most that a call can cost. Told: call to last page, with the 50 ms in which a burst is
 * gathered, against writing the same to as many bare lines; and what a call costs its clerk meanwhile.
 */
export async function benchPhones(count: number, rounds: number): Promise<void> {
  const hall = await openBenchHall();
  const { hub, window, service } = hall;
  await hall.give('queue:settings', { phone: 'anywhere' });
  for (let ticket = 0; ticket < count + rounds * 2; ticket++)
    await hall.give('ticket:issue', { service, kind: 'normal' });
  const alone: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = clock();
    await hall.give('ticket:next', { window });
    alone.push(clock() - began);
    // With pages open as long goes by between two calls; a rested disk and clock are slower.
    await setTimeout(60);
  }
  const waiting = [...hub.hall.records.all('ticket')].filter(({ body }) => body.state.is === 'waiting');
  const pages = new Pages();
  const last = waiting.slice(-count);
  await pages.open(
    hub.port,
    last.map(({ body }) => `/t/${body.code}/live`),
  );
  const acknowledged: number[] = [];
  const reached: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const told = pages.told(count);
    const used = process.cpuUsage();
    const began = clock();
    await hall.give('ticket:next', { window });
    acknowledged.push(clock() - began);
    await told;
    reached.push(clock() - began);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  const bare = await bareMs(count, rounds);
  await hall.close();
  printTable(
    `Pages of tickets: ${count} open, each changed by each call; median / p95, ms`,
    ['what', 'bare lines', 'ours'],
    [
      ['last page after a call, of which 50 are gathering', spread(bare), spread(reached)],
      ['CPU of a call, readers counted in', '', spread(cpu)],
      ['the clerk’s call, with no page open', '', spread(alone)],
      ['the clerk’s call, with all pages open', '', spread(acknowledged)],
    ],
  );
}
