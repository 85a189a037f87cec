import { clock, printTable, quantile, short } from './figures.ts';
import { PROTOCOL } from '../../content/protocol.ts';
import { project } from '../../content/projection.ts';
import { beside, replayBare, wordPatch, type Sent } from './bare.ts';
import { openBenchHall, type BenchHall } from './hall.ts';
import { staffWindows } from './staff.ts';
import { Watchers } from './watchers.ts';

const WINDOWS = 30;
const DESKS = 8;

/** A clerk at a window, or a desk that only issues. Answers whether the command was carried out. */
type Worker = (command: 'ticket:issue' | 'ticket:next', request: string) => Promise<boolean>;

/**
 * 30 windows and 8 desks give `perSecond` commands a second for `seconds` while screens watch: every
 * acknowledged ticket must be there once, and every screen must have seen every commit once, in order.
 * Afterwards a bare `ws` server sends the same patches at the same pace to as many screens.
 */
export async function benchLoad(screens: number, perSecond: number, seconds: number): Promise<void> {
  const hall = await openBenchHall();
  try {
    const workers = await staff(hall);
    const watchers = await Watchers.open(
      `ws://127.0.0.1:${hall.hub.port}/socket.io/?EIO=4&transport=websocket`,
      screens,
      { protocol: PROTOCOL, page: 'display', language: 'zh-CN', token: hall.token },
    );
    const givenAt = new Map<string, number>();
    const begun = new Map<number, number>();
    const sent: Sent[] = [];
    const stop = hall.hub.hall.onCommit(({ seq, request = '', changes }) => {
      begun.set(seq, givenAt.get(request) ?? clock());
      const patch = { after: seq - 1, mark: hall.hub.hall.mark, changes: project('screen', changes) };
      sent.push({ seq, at: clock() - start, text: wordPatch(patch) });
    });
    let start = 0;
    let acknowledged = 0;
    let refused = 0;
    const total = perSecond * seconds;
    start = clock();
    const underWay: Promise<void>[] = [];
    for (let turn = 0; turn < total; turn++) {
      const due = start + (turn * 1000) / perSecond;
      while (clock() < due) await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - clock())));
      const at = turn % workers.length;
      const request = `load-${turn}`;
      givenAt.set(request, clock());
      const command = at >= WINDOWS || turn % 3 === 0 ? 'ticket:issue' : 'ticket:next';
      underWay.push(workers[at]!(command, request).then((ok) => void (ok ? acknowledged++ : refused++)));
    }
    await Promise.all(underWay);
    stop();
    const last = hall.hub.hall.mark.seq;
    const seen = await watchers.close(last);
    const delays = seen.last.map(([seq, at]) => at - (begun.get(seq) ?? at));
    const bare = await replayBare(sent, screens);
    const numbers = [...hall.hub.hall.records.all('ticket')].map(({ body }) => body.number);
    printTable(
      `${WINDOWS} windows and ${DESKS} desks, ${perSecond} commands a second for ${seconds} s, ${screens} screens`,
      [
        'commands',
        'acknowledged',
        'refused: nobody waits, numbers out',
        'numbers',
        'doubled',
        'patches lost or doubled',
        'last screen, ms, median / p99',
        'bare ws broadcast, median / p99',
        'ratio, median / p99',
      ],
      [
        [
          String(total),
          String(acknowledged),
          String(refused),
          String(numbers.length),
          String(numbers.length - new Set(numbers).size),
          String(seen.faults),
          `${short(quantile(delays, 0.5))} / ${short(quantile(delays, 0.99))}`,
          `${short(quantile(bare, 0.5))} / ${short(quantile(bare, 0.99))}`,
          `${short(beside(delays, bare, 0.5))} / ${short(beside(delays, bare, 0.99))}`,
        ],
      ],
    );
    if (seen.faults > 0 || numbers.length !== new Set(numbers).size) process.exitCode = 1;
  } finally {
    await hall.close();
  }
}

/** The clerks of the windows, and desks that issue as the first admin. */
async function staff(hall: BenchHall): Promise<Worker[]> {
  const { hub, service, by: admin } = hall;
  const workers: Worker[] = (await staffWindows(hall, WINDOWS)).map(
    ({ window, by }) =>
      async (command, request) => {
        const done =
          command === 'ticket:issue'
            ? hub.hall.execute(command, { service, kind: 'normal' }, by, request)
            : hub.hall.execute(command, { window }, by, request);
        return (await done).ok;
      },
  );
  for (let desk = 0; desk < DESKS; desk++)
    workers.push(async (_command, request) => {
      const kind = desk % 4 === 0 ? 'priority' : 'normal';
      return (await hub.hall.execute('ticket:issue', { service, kind }, admin, request)).ok;
    });
  return workers;
}
