import { describe, expect, it } from 'vitest';
import type { CommandName } from '../../../content/model/command.ts';
import type { OrderPolicy } from '../../../content/model/hall.ts';
import type { Kept } from '../../../content/model/record.ts';
import { today } from '../../../content/premises/hall.ts';
import { CREDIT, creditMs } from '../../../content/queue/order.ts';
import { waitingOn } from '../../../content/queue/tickets.ts';
import type { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import { smallHall } from '../../support/hall.ts';
import { DAY, MINUTE, MORNING, run, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const DAYS = 300;
const COMMANDS_A_DAY = 110;

const people = ['li', 'wang', 'zhao', 'chen'];
const windows = ['w1', 'w2', 'w3', 'w4'];
const policies: OrderPolicy[] = [CREDIT, { is: 'strict' }, { is: 'ratio', priority: 2, normal: 1 }];
const services = ['social', 'civil', 'land'];

type Step = { name: CommandName; outcome: ReturnType<typeof run> };

function pick<T>(world: TestWorld, from: readonly T[]): T {
  return from[world.draw(from.length)] as T;
}

/** Takes back the last deed at one of the windows, mostly in time. */
function undoSoon(records: RecordMap, world: TestWorld): Step | null {
  const open = [...records.all('window')].filter(({ body }) => body.undo && body.undo.until >= world.now);
  if (open.length === 0) return null;
  const { id, body } = pick(world, open);
  if (body.state.is === 'closed') throw new Error('a closed window has nothing to take back');
  world.wait(world.draw(12_000)).as(body.state.clerk.id);
  return { name: 'ticket:undo', outcome: run(records, 'ticket:undo', { window: id }, world) };
}

/** One random command by a random person, most often at the window that the person holds. */
function step(records: RecordMap, world: TestWorld): Step {
  const undone = world.draw(12) === 0 && undoSoon(records, world);
  if (undone) return undone;
  world.wait(world.draw(3 * MINUTE)).as(pick(world, people));
  const mine = [...records.all('window')].find(
    ({ body }) =>
      body.state.is !== 'closed' && world.by.is === 'account' && body.state.clerk.id === world.by.id,
  );
  const window = mine && world.draw(10) > 0 ? mine.id : pick(world, windows);
  const give = <C extends CommandName>(name: C, input: Parameters<typeof run<C>>[2]): Step => ({
    name,
    outcome: run(records, name, input, world),
  });
  const dice = world.draw(100);
  if (dice < 28)
    return give('ticket:issue', {
      service: pick(world, services),
      kind: world.draw(3) === 0 ? 'priority' : 'normal',
    });
  if (dice < 45) return give('ticket:next', { window });
  if (dice < 48) {
    const service = world.draw(3) > 0 ? { service: pick(world, services) } : {};
    const toWindow = world.draw(3) > 0 ? { toWindow: pick(world, windows) } : {};
    return give('ticket:transfer', { window, ...service, ...toWindow });
  }
  if (dice < 50) return give('ticket:hold', { window });
  if (dice < 52) return give('ticket:drop', { window });
  if (dice < 54) {
    const tickets = [...records.all('ticket')].map(({ id }) => id);
    return give('ticket:cancel', { ticket: pick(world, [...tickets, 'none']) });
  }
  if (dice < 60) {
    const tickets = [...records.all('ticket')].map(({ id }) => id);
    return give('ticket:call', { window, ticket: pick(world, [...tickets, 'none']) });
  }
  if (dice < 64) return give('ticket:recall', { window });
  if (dice < 72) return give('ticket:start', { window });
  if (dice < 76) return give('ticket:pass', { window });
  if (dice < 82) return give('ticket:finish', { window });
  if (dice < 87) return give('window:take', { window });
  if (dice < 91) return give('window:takeover', { window });
  if (dice < 94) return give('window:leave', world.draw(2) > 0 ? { window, reason: '下班' } : { window });
  if (dice < 97)
    return give('window:pause', { window, reason: 'away', until: world.now + world.draw(10) * MINUTE });
  return give('window:resume', { window });
}

/** [Q21] both ways: every window's ticket of today is at it, and every ticket at a window is that window's. */
function checkWindows(records: RecordMap, day: string): void {
  const held = new Map<string, string>();
  const clerks = new Set<string>();
  for (const { id, body } of records.all('window')) {
    if (body.state.is !== 'closed') {
      expect(clerks.has(body.state.clerk.id)).toBe(false);
      clerks.add(body.state.clerk.id);
    }
    if (body.ticket === null || records.get('ticket', body.ticket)?.day !== day) continue;
    expect(body.state.is).toBe('open');
    expect(held.has(body.ticket)).toBe(false);
    held.set(body.ticket, id);
  }
  let atWindows = 0;
  for (const { id, body } of records.all('ticket')) {
    if (body.day !== day || (body.state.is !== 'called' && body.state.is !== 'serving')) continue;
    atWindows += 1;
    expect(held.get(id)).toBe(body.state.window);
  }
  expect(atWindows).toBe(held.size);
}

const numbersOf = (tickets: Kept<'ticket'>[]) => tickets.map(({ body }) => body.number);

describe('the queue over many days (queue.md)', () => {
  it.each([1, 2, 3])('[Q2 Q4 Q14 Q17 Q21 Q22 Q34] random days, seed %i', (seed) => {
    const records = smallHall();
    const world = testWorld(seed);
    const announced = new Set<string>();
    const done = new Map<CommandName, number>();
    for (let date = 0; date < DAYS / 3; date++) {
      world.now = MORNING + date * DAY;
      const issued = new Set<string>();
      const passBack = pick(world, [1, 3, 'end', 'list'] as const);
      run(
        records,
        'queue:settings',
        { passBack, passLimit: 2, order: pick(world, policies) },
        world.as('chen'),
      );
      for (let i = 0; i < COMMANDS_A_DAY; i++) {
        const day = today(records, world.now);
        const before = [...records.everything()];
        const line = waitingOn(records, day);
        const { name, outcome } = step(records, world);
        if (isRefusal(outcome)) {
          expect([...records.everything()].every((kept, at) => kept === before[at])).toBe(true);
          expect(records.count('ticket')).toBe(before.filter(({ kind }) => kind === 'ticket').length);
          continue;
        }
        done.set(name, (done.get(name) ?? 0) + 1);
        for (const change of outcome.changes) {
          if (change.kind !== 'ticket' || !change.body) continue;
          if (name === 'ticket:issue') {
            expect(issued.has(change.body.number)).toBe(false);
            issued.add(change.body.number);
          }
          const earlier = before.find(({ kind, id }) => kind === 'ticket' && id === change.id);
          const call = change.body.call;
          if (name === 'ticket:undo') expect(call === null || announced.has(call.id)).toBe(true);
          else if (call && call.id !== (earlier as Kept<'ticket'> | undefined)?.body.call?.id) {
            expect(announced.has(call.id)).toBe(false);
            announced.add(call.id);
          }
        }
        checkWindows(records, day);
        const now = [...records.all('ticket')].filter(({ body }) => body.day === day);
        expect(numbersOf(now).sort()).toEqual([...issued].sort());
        const after = waitingOn(records, day);
        const stayed = new Set(numbersOf(after));
        const left = numbersOf(line).filter((number) => stayed.has(number));
        const older = new Set(left);
        expect(numbersOf(after).filter((number) => older.has(number))).toEqual(left);
      }
    }
    const tried: CommandName[] = [
      'ticket:next',
      'ticket:call',
      'ticket:recall',
      'ticket:pass',
      'ticket:transfer',
      'ticket:hold',
      'ticket:undo',
      'ticket:drop',
      'ticket:cancel',
      'window:leave',
      'window:takeover',
    ];
    for (const name of tried) expect(done.get(name) ?? 0).toBeGreaterThan(20);
  });

  it('[Q4] nobody is overtaken by a ticket issued more than 15 minutes later', () => {
    const records = smallHall();
    const world = testWorld(4);
    for (let i = 0; i < 300; i++) {
      const kind = world.draw(2) === 0 ? 'priority' : 'normal';
      run(records, 'ticket:issue', { service: 'social', kind }, world.wait(world.draw(2 * MINUTE)));
    }
    const line = waitingOn(records, today(records, world.now));
    expect(line).toHaveLength(300);
    line.forEach((ticket, at) => {
      for (const ahead of line.slice(0, at))
        expect(ahead.body.issuedAt - ticket.body.issuedAt).toBeLessThanOrEqual(creditMs(CREDIT, 'priority'));
    });
  });
});
