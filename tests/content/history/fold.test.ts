import { describe, expect, it } from 'vitest';
import { decide } from '../../../content/commands.ts';
import { DayFold } from '../../../content/history/fold.ts';
import { servedMs, waitedMs } from '../../../content/history/visit.ts';
import type { CommandInput, CommandName } from '../../../content/model/command.ts';
import type { Visit } from '../../../content/history/visit.ts';
import type { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, revise, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const today = '2026-11-19';

/** A hall whose commits go into a fold as they do on the hub. */
class Told {
  readonly fold = new DayFold(today);
  readonly records: RecordMap = smallHall();
  readonly world: TestWorld;

  constructor(seed = 1) {
    this.world = testWorld(seed);
  }

  /** Whether it changed anything. */
  give<C extends CommandName>(name: C, input: CommandInput<C>): boolean {
    const outcome = decide(this.records, name, input, this.world);
    if (isRefusal(outcome) || outcome.changes.length === 0) return false;
    const changes = revise(this.records, outcome.changes);
    this.records.apply(changes);
    this.fold.add({ at: this.world.now, by: this.world.by, command: name, changes });
    return true;
  }

  visit(number: string): Visit {
    const found = this.fold.visits.find((visit) => visit.number === number);
    if (!found) throw new Error(`no visit ${number}`);
    return found;
  }
}

const w1 = { window: 'w1' };
const social = { service: 'social', kind: 'normal' } as const;

/** li holds w1, and A001 waits since three minutes. */
function begun(): Told {
  const told = new Told();
  told.world.as('li', '李窗口');
  told.give('window:take', w1);
  told.give('ticket:issue', social);
  told.world.wait(3 * MINUTE);
  return told;
}

describe('visits (history.md)', () => {
  it('[T1] [T2] [T6] a plain visit: wait, sitting, service, steps', () => {
    const told = begun();
    told.give('ticket:next', w1);
    told.world.wait(MINUTE);
    told.give('ticket:recall', w1);
    told.world.wait(MINUTE);
    told.give('ticket:start', w1);
    told.world.wait(8 * MINUTE);
    told.give('ticket:finish', w1);
    const visit = told.visit('A001');
    expect(waitedMs(visit)).toBe(3 * MINUTE);
    expect(visit.sittings).toHaveLength(1);
    expect(visit.sittings[0]).toMatchObject({ window: 'w1', windowNumber: 1, clerk: { id: 'li' } });
    expect(visit.sittings.map(servedMs)).toEqual([8 * MINUTE]);
    expect(visit.spent).toEqual({ waiting: 3 * MINUTE, aside: 0, window: 10 * MINUTE });
    expect(visit.recalls).toBe(1);
    expect(visit.steps.map(({ from, to }) => [from, to])).toEqual([
      [null, 'waiting'],
      ['waiting', 'called'],
      ['called', 'called'],
      ['called', 'serving'],
      ['serving', 'finished'],
    ]);
    expect(visit.steps.at(-1)).toMatchObject({ window: 'w1', by: { id: 'li' } });
  });

  it('[T2] [T6] transferred, passed and put on hold: each stay at a window is a sitting of its own', () => {
    const told = begun();
    told.give('ticket:next', w1);
    told.give('ticket:transfer', { ...w1, service: 'civil' });
    told.world.wait(MINUTE);
    told.give('ticket:next', w1);
    told.world.wait(MINUTE);
    told.give('ticket:pass', w1);
    told.world.wait(MINUTE);
    const { ticket } = told.visit('A001');
    told.give('ticket:call', { ...w1, ticket });
    told.give('ticket:hold', w1);
    told.world.wait(5 * MINUTE);
    told.give('ticket:call', { ...w1, ticket });
    told.world.wait(2 * MINUTE);
    told.give('ticket:finish', w1);
    const visit = told.visit('A001');
    expect(visit).toMatchObject({ transfers: 1, passes: 1, holds: 1, recalls: 0, state: 'finished' });
    expect(visit.sittings.map(({ service, to }) => [service, to])).toEqual([
      ['social', 'waiting'],
      ['civil', 'passed'],
      ['civil', 'held'],
      ['civil', 'finished'],
    ]);
    expect(visit.spent).toEqual({ waiting: 4 * MINUTE, aside: 6 * MINUTE, window: 3 * MINUTE });
    expect(waitedMs(visit)).toBe(3 * MINUTE);
  });

  it('[T3] a deed that was taken back leaves no trace', () => {
    const told = begun();
    const before = structuredClone(told.visit('A001'));
    told.give('ticket:next', w1);
    told.world.wait(5_000);
    told.give('ticket:undo', w1);
    expect(told.visit('A001')).toEqual(before);
    told.give('ticket:next', w1);
    const called = structuredClone(told.visit('A001'));
    told.give('ticket:finish', w1);
    told.give('ticket:undo', w1);
    expect(told.visit('A001')).toEqual(called);
  });

  it('[T3] a paper number that was typed by mistake and taken back was never there', () => {
    const told = begun();
    told.give('queue:settings', { paper: true });
    told.give('ticket:paper', { ...w1, number: '18' });
    expect(waitedMs(told.visit('18'))).toBeNull();
    told.give('ticket:undo', w1);
    expect(told.fold.visits.map(({ number }) => number)).toEqual(['A001']);
  });

  it('[T4] a clock that goes back makes no negative duration', () => {
    const told = begun();
    told.world.wait(-10 * MINUTE);
    told.give('ticket:next', w1);
    told.world.wait(2 * MINUTE);
    told.give('ticket:finish', w1);
    expect(told.visit('A001').spent).toEqual({ waiting: 0, aside: 0, window: 0 });
    expect(waitedMs(told.visit('A001'))).toBe(0);
  });

  it('[T5] the sweep of the next morning is no end, and its tickets belong to another day', () => {
    const told = begun();
    told.world.wait(24 * 60 * MINUTE);
    told.give('ticket:issue', social);
    expect(told.fold.visits).toHaveLength(1);
    expect(told.visit('A001')).toMatchObject({ state: 'waiting', ended: null });
  });

  it('[T7] the range that was told is kept as it was', () => {
    const told = begun();
    told.give('ticket:issue', social);
    expect(told.visit('A002').told).toEqual({ from: 5, to: 15 });
    told.give('ticket:issue', { service: 'land', kind: 'normal' });
    expect(told.visit('C01').told).toBeNull();
  });

  it('[T1]–[T4] whatever clerks do: visits agree with a plain count, sums hold, undo has no trace', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const told = new Told(seed);
      const { world, records } = told;
      const clerks = ['li', 'wang', 'zhao'];
      const settings = seed % 2 ? {} : { passBack: 1 };
      world.as('chen');
      told.give('queue:settings', settings);
      // Counted beside the fold, from what was given: [first call, calls, recalls, passes] of each number.
      const calls = new Map<string, number[]>();
      const recalls = new Map<string, number>();
      const count = { issued: 0, finished: 0 };
      const undone = new Map<string, () => void>();
      for (let step = 0; step < 150; step++) {
        world.wait(world.draw(90_000) - (world.draw(20) === 0 ? 120_000 : 0));
        const at = world.draw(3);
        const window = `w${at + 1}`;
        world.as(clerks[at] ?? '');
        const ticket = records.get('window', window)?.ticket ?? null;
        const before = structuredClone(told.fold.visits);
        const finish = () => {
          if (ticket === null) return;
          count.finished += 1;
        };
        const does = world.draw(9);
        if (does <= 1) {
          const service = ['social', 'civil', 'land'][at] ?? '';
          if (told.give('ticket:issue', { service, kind: world.draw(4) ? 'normal' : 'priority' }))
            count.issued += 1;
        } else if (does === 2) {
          told.give('window:take', { window });
        } else if (does === 3 || does === 4) {
          if (!told.give('ticket:next', { window })) continue;
          finish();
          const called = records.get('window', window)?.ticket ?? '';
          calls.set(called, [...(calls.get(called) ?? []), world.now]);
          undone.set(window, () => {
            if (ticket !== null) count.finished -= 1;
            calls.get(called)?.pop();
          });
        } else if (does === 5) {
          if (told.give('ticket:recall', { window }) && ticket)
            recalls.set(ticket, (recalls.get(ticket) ?? 0) + 1);
        } else if (does === 6) {
          told.give('ticket:start', { window });
        } else if (does === 7) {
          const deed = (['ticket:finish', 'ticket:pass', 'ticket:hold'] as const)[world.draw(3)];
          if (!deed || !told.give(deed, { window })) continue;
          if (deed === 'ticket:finish') finish();
          undone.set(window, () => {
            if (deed === 'ticket:finish') count.finished -= 1;
          });
        } else if (told.give('ticket:undo', { window })) {
          undone.get(window)?.();
        }
        if (world.draw(3) === 0 && does !== 8) {
          // Taken back at once, the visits are as they were.
          if ([3, 4, 7].includes(does) && told.give('ticket:undo', { window })) {
            expect(told.fold.visits).toEqual(before);
            undone.get(window)?.();
          }
        }
      }
      const { visits } = told.fold;
      expect(visits).toHaveLength(count.issued);
      expect(visits.filter(({ state }) => state === 'finished')).toHaveLength(count.finished);
      for (const visit of visits) {
        const { waiting, aside, window } = visit.spent;
        expect(waiting + aside + window).toBe(visit.at - visit.issued);
        expect(Math.min(waiting, aside, window)).toBeGreaterThanOrEqual(0);
        expect(visit.sittings).toHaveLength((calls.get(visit.ticket) ?? []).length);
        expect(visit.recalls).toBe(recalls.get(visit.ticket) ?? 0);
        const atWindows = visit.sittings.map(({ called, ended }) => (ended ?? visit.at) - called);
        expect(atWindows.reduce((sum, ms) => sum + ms, 0)).toBe(window);
        const kept = records.get('ticket', visit.ticket);
        expect(visit.state).toBe(kept?.state.is);
        expect([...visit.steps].sort((one, other) => one.at - other.at)).toEqual(visit.steps);
      }
    }
  });
});
