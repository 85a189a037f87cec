import { PROTOCOL } from '../../content/protocol.ts';
import { clock, median, printTable, quantile, short } from './figures.ts';
import { openBenchHall, type BenchHall } from './hall.ts';
import { Troublemaker, type Nuisance } from './nuisance.ts';
import { Receivers } from './receivers.ts';

const cases = ['quiet', 'flapping', 'flooding'] as const;
type Case = (typeof cases)[number];
/** The cases take turns this often, so that noise of the computer falls on all of them. */
const TURNS = 4;

/** Calls on N well-behaved screens while one more comes and goes without a pause, or floods the hub with questions. */
export async function benchFlood(screens: number, calls: number): Promise<void> {
  const hall = await openBenchHall();
  const url = `ws://127.0.0.1:${hall.hub.port}/socket.io/?EIO=4&transport=websocket`;
  const hello = { protocol: PROTOCOL, page: 'display', language: 'zh-CN', token: hall.token };
  const good = await Receivers.open(url, screens, hello);
  const took: Record<Case, number[]> = { quiet: [], flapping: [], flooding: [] };
  const done: Record<Nuisance, { came: number; sent: number; ms: number }> = {
    flapping: { came: 0, sent: 0, ms: 0 },
    flooding: { came: 0, sent: 0, ms: 0 },
  };
  /** What this process computed meanwhile, in ms: the hub runs in it, and little else. */
  const busy: Record<Case, number> = { quiet: 0, flapping: 0, flooding: 0 };
  try {
    await callAll(hall, good, 10);
    for (let turn = 0; turn < TURNS; turn++)
      for (const how of cases) {
        const began = clock();
        const bad = how === 'quiet' ? null : await Troublemaker.start({ how, url, hello });
        const used = process.cpuUsage();
        took[how].push(...(await callAll(hall, good, Math.ceil(calls / TURNS))));
        const { user, system } = process.cpuUsage(used);
        busy[how] += (user + system) / 1000;
        if (how === 'quiet' || !bad) continue;
        const { came, sent } = await bad.stop();
        const before = done[how];
        done[how] = { came: before.came + came, sent: before.sent + sent, ms: before.ms + clock() - began };
      }
  } finally {
    good.close();
    await hall.close();
  }
  const quiet = quantile(took.quiet, 0.99);
  const rate = (count: number, ms: number) => short(count / (ms / 1000));
  printTable(
    `A call on ${screens} screens while one more misbehaves, ms from the command to the last screen`,
    ['the other screen', 'comes a second', 'events a second', 'CPU a call', 'median', 'p99', 'p99 ratio'],
    cases.map((how) => {
      const { came, sent, ms } = how === 'quiet' ? { came: 0, sent: 0, ms: 1 } : done[how];
      const p99 = quantile(took[how], 0.99);
      const cpu = short(busy[how] / took[how].length);
      const [half, last] = [short(median(took[how])), short(p99)];
      return [how, rate(came, ms), rate(sent, ms), cpu, half, last, short(p99 / quiet)];
    }),
  );
}

/** Calls one after another; each is waited for until the last screen has it. */
async function callAll({ give, window }: BenchHall, good: Receivers, calls: number): Promise<number[]> {
  const took: number[] = [];
  for (let call = 0; call < calls; call++) {
    const began = clock();
    const shown = good.received();
    await give('ticket:recall', { window });
    took.push((await shown) - began);
  }
  return took;
}
