import { setTimeout as wait } from 'node:timers/promises';
import { PROTOCOL } from '../../../content/protocol.ts';
import { printTable, short } from '../figures.ts';
import { openBenchHall } from '../hall.ts';
import { staffWindows } from '../staff.ts';
import { calledIn, OtherHub } from './others.ts';
import { Panels, patterns, type Pattern, type Verdict } from './panels.ts';

const WINDOWS = 10;
/** Calls of a burst, and the time in ms over which they are spread. */
const bursts = [
  { calls: 2, within: 20 },
  { calls: 5, within: 20 },
  { calls: 10, within: 20 },
  { calls: 5, within: 12_000 },
];
const words: Record<Pattern, string> = {
  all: 'empty event, refetch all',
  ten: 'event with id, refetch the last ten',
  poll: 'polling',
  ours: 'ours: patches in order',
};

/**
 * The ways in which a page can learn of a call, all watching the same calls of the same hall. What they
 * show and say follows from what reached them and when; the sum is over all screens and rounds.
 */
export async function benchPatterns(screens: number, rounds: number, pollMs: number): Promise<void> {
  const hall = await openBenchHall();
  const other = await OtherHub.open(hall.hub.hall);
  const hello = { protocol: PROTOCOL, page: 'display', language: 'zh-CN', token: hall.token };
  let panels: Panels | null = null;
  try {
    const windows = await staffWindows(hall, WINDOWS);
    const tickets = rounds * bursts.reduce((sum, { calls }) => sum + calls, 0);
    for (let i = 0; i < tickets; i++)
      await hall.give('ticket:issue', { service: hall.service, kind: 'normal' });
    panels = await Panels.open({ ours: hall.hub.port, other: other.port, count: screens, hello, pollMs });
    const made: [string, string][] = [];
    hall.hub.hall.onCommit((commit) => {
      const call = calledIn(commit);
      if (call) made.push([call.id, call.number]);
    });
    const rows: string[][] = [];
    // The calls that are seconds apart are left out of a smoke run.
    for (const { calls, within } of bursts.filter((burst) => burst.within <= pollMs * 2)) {
      const sums = new Map<Pattern, Verdict>();
      for (let round = 0; round < rounds; round++) {
        made.length = 0;
        const answers = windows.slice(0, calls).map(async ({ window, by }, at) => {
          await wait((at * within) / calls);
          return hall.hub.hall.execute('ticket:next', { window }, by);
        });
        await Promise.all(answers);
        if (made.length !== calls) throw new Error(`${made.length} calls were made, not ${calls}`);
        await wait(pollMs + 500);
        for (const one of await panels.judge([...made]))
          sums.set(one.pattern, added(sums.get(one.pattern), one));
      }
      const shown = screens * rounds * calls;
      for (const pattern of patterns) rows.push(rowOf(sums.get(pattern)!, `${calls} in ${within} ms`, shown));
    }
    printTable(
      `How a page learns of a call: ${screens} screens each, ${rounds} rounds, polling every ${pollMs} ms`,
      [
        'calls',
        'pattern',
        'not shown for 1 s',
        'not spoken',
        'wrongly spoken',
        'bytes for a call and screen',
      ],
      rows,
    );
    const faults = rows.filter(
      ([, pattern, ...counts]) => pattern === words.ours && counts.slice(0, 3).some(isSome),
    );
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    panels?.close();
    await other.close();
    await hall.close();
  }
}

const isSome = (count: string): boolean => !count.startsWith('0');

function added(sum: Verdict | undefined, one: Verdict): Verdict {
  if (!sum) return one;
  const { unseen, unsaid, wrong, bytes } = sum;
  return {
    pattern: one.pattern,
    unseen: unseen + one.unseen,
    unsaid: unsaid + one.unsaid,
    wrong: wrong + one.wrong,
    bytes: bytes + one.bytes,
  };
}

function rowOf({ pattern, unseen, unsaid, wrong, bytes }: Verdict, burst: string, shown: number): string[] {
  const of = (count: number) => (count === 0 ? '0' : `${count} of ${shown}`);
  return [burst, words[pattern], of(unseen), of(unsaid), of(wrong), short(bytes / shown)];
}
