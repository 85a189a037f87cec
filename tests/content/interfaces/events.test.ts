import { describe, expect, it } from 'vitest';
import { afterCommit, eventsOf, isAfter, readPlace } from '../../../content/interfaces/events.ts';
import { Commands, type CommandName } from '../../../content/model/command.ts';
import { EventType } from '../../../content/model/interface.ts';
import type { Change, Commit } from '../../../content/model/record.ts';
import type { Ticket } from '../../../content/model/ticket.ts';
import { decide } from '../../../content/commands.ts';
import { isRefusal } from '../../../content/rule.ts';
import type { RecordMap } from '../../../content/records.ts';
import { smallHall } from '../../support/hall.ts';
import { revise, testWorld, type TestWorld } from '../../support/world.ts';

/** Gives commands and keeps the commits, as the hub does. */
class Journal {
  readonly commits: Commit[] = [];
  readonly records: RecordMap = smallHall();
  readonly world: TestWorld;

  constructor(world: TestWorld) {
    this.world = world;
  }

  /** The changes, or null when refused. */
  give(command: CommandName, input: unknown): Change[] | null {
    const outcome = decide(this.records, command, input as never, this.world);
    if (isRefusal(outcome) || outcome.changes.length === 0) return null;
    const changes = revise(this.records, outcome.changes);
    this.records.apply(changes);
    const seq = this.commits.length + 1;
    const { now: at, by } = this.world;
    this.commits.push({ hall: 'hall', seq, at, by, command, changes, hash: '0'.repeat(64) });
    return changes;
  }

  types(): string[] {
    return this.commits.flatMap((commit) => eventsOf(commit, this.records).map(({ type }) => type));
  }

  must(command: CommandName, input: unknown): void {
    if (!this.give(command, input)) throw new Error(`${command} was refused`);
  }
}

const w1 = { window: 'w1' };

function morning(): Journal {
  const journal = new Journal(testWorld().as('li'));
  journal.must('window:take', w1);
  for (let i = 0; i < 6; i++) journal.must('ticket:issue', { service: 'social', kind: 'normal' });
  return journal;
}
const issued = Array<string>(6).fill('ticket.issued');

describe('events', () => {
  it('[X8] tell a day at a window in its order', () => {
    const journal = morning();
    const deeds: [CommandName, object][] = [
      ['ticket:next', w1],
      ['ticket:recall', w1],
      ['ticket:start', w1],
      ['ticket:next', w1],
      ['ticket:pass', w1],
      ['ticket:undo', w1],
      ['ticket:hold', w1],
      ['ticket:next', w1],
      ['ticket:drop', w1],
      ['ticket:next', w1],
      ['ticket:transfer', { window: 'w1', service: 'civil' }],
      ['window:pause', { window: 'w1', reason: 'meal' }],
      ['window:resume', w1],
      ['window:leave', { window: 'w1', reason: '下班' }],
    ];
    for (const [command, input] of deeds) journal.must(command, input);
    expect(journal.types()).toEqual([
      'window.opened',
      ...issued,
      'ticket.called',
      'ticket.called',
      'ticket.started',
      'ticket.finished',
      'ticket.called',
      'ticket.passed',
      'ticket.restored',
      'ticket.held',
      'ticket.called',
      'ticket.dropped',
      'ticket.called',
      'ticket.transferred',
      'window.paused',
      'window.opened',
      'window.closed',
    ]);
  });

  it('[X6] [X8] follow every change of a ticket’s state, whatever the commands, and tell no change twice', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const world = testWorld(seed);
      const journal = new Journal(world);
      const known = new Map<string, Ticket>();
      for (let step = 0; step < 250; step++) {
        const [command, input] = draw(world, journal.records);
        const changes = journal.give(command, input);
        if (!changes) continue;
        const events = eventsOf(journal.commits.at(-1)!, journal.records);
        for (const { kind, id, body } of changes) {
          if (kind !== 'ticket') continue;
          const before = known.get(id);
          const after = body as Ticket | null;
          if (after) known.set(id, after);
          else known.delete(id);
          const told = events.filter((event) => event.ticket?.id === id);
          const changed =
            after !== null && (before?.state.is !== after.state.is || before.call?.id !== after.call?.id);
          // A transfer of a called ticket changes its state too; only moving a waiting one does not.
          if (changed) expect([command, told.length]).toEqual([command, before ? 1 : told.length || 1]);
          else if (after !== null && !['ticket:undo', 'ticket:move'].includes(command))
            expect([command, told]).toEqual([command, []]);
          if (after && told.length) expect(told.at(-1)!.ticket!.state).toBe(after.state.is);
        }
      }
      const ids = journal.commits.flatMap((commit) => eventsOf(commit, journal.records).map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('[X7] hold nothing that is private, whichever command they come from', () => {
    const journal = morning();
    for (const [command, input] of [
      ['ticket:next', w1],
      ['ticket:start', w1],
      ['ticket:finish', w1],
    ] as const)
      journal.must(command, input);
    const called = [...journal.records.all('ticket')].find(({ body }) => body.state.is === 'finished')!;
    journal.world.by = { is: 'visitor', id: 'x'.repeat(32), name: '手机' };
    journal.must('rating:give', {
      ticket: called.id,
      degree: 1,
      words: '等了太久',
      contact: '13900000000',
      by: 'slip',
    });
    const told = journal.commits.flatMap((commit) => eventsOf(commit, journal.records));
    expect(told.at(-1)).toMatchObject({
      type: 'rating.given',
      rating: { ticket: called.id, degree: 1, window: 1 },
    });
    const text = JSON.stringify(told);
    for (const secret of ['李窗口', '等了太久', '13900000000', called.body.code!])
      expect(text).not.toContain(secret);
  });

  it('have the types that are documented', () => {
    const known: readonly string[] = EventType.anyOf.map((one) => one.const);
    for (const type of morning().types()) expect(known).toContain(type);
  });

  it('[X9] know their place', () => {
    expect(readPlace('12.1')).toEqual({ seq: 12, index: 1 });
    expect(readPlace(' 12 ')).toEqual(afterCommit(12));
    for (const wrong of ['', 'x', '-1', '1.', '1.2.3', '9'.repeat(16)]) expect(readPlace(wrong)).toBeNull();
    expect([isAfter('12.1', { seq: 12, index: 0 }), isAfter('12.1', { seq: 12, index: 1 })]).toEqual([
      true,
      false,
    ]);
    expect([isAfter('12.1', afterCommit(12)), isAfter('13.0', afterCommit(12))]).toEqual([false, true]);
  });
});

/** A command at random: all that touch tickets and windows. */
function draw(world: TestWorld, records: RecordMap): [CommandName, unknown] {
  const pick = <T>(list: readonly T[]): T => list[world.draw(list.length)]!;
  const commands = (Object.keys(Commands) as CommandName[]).filter((name) => /^(ticket|window):/.test(name));
  const window = pick(['w1', 'w2', 'w3']);
  world.as(pick(['li', 'wang', 'zhao'])).wait(world.draw(3) === 0 ? 0 : world.draw(60_000));
  const service = pick(['social', 'civil', 'land']);
  const ticket = pick([...records.all('ticket')].map(({ id }) => id).concat('none'));
  const command = world.draw(3) === 0 ? 'ticket:issue' : pick(commands);
  switch (command) {
    case 'ticket:issue':
      return [command, { service, kind: pick(['normal', 'priority']) }];
    case 'ticket:call':
      return [command, { window, ticket }];
    case 'ticket:transfer':
      return [command, { window, service }];
    case 'ticket:cancel':
    case 'ticket:return':
      return [command, { ticket }];
    case 'ticket:move':
      return [command, { ticket, service }];
    case 'ticket:kind':
      return [command, { ticket, kind: pick(['normal', 'priority']) }];
    case 'window:pause':
      return [command, { window, reason: 'away' }];
    case 'window:leave':
      return [command, { window, reason: '下班' }];
    case 'ticket:next':
    case 'ticket:recall':
    case 'ticket:start':
    case 'ticket:pass':
    case 'ticket:finish':
    case 'ticket:hold':
    case 'ticket:drop':
    case 'ticket:undo':
    case 'window:take':
    case 'window:takeover':
    case 'window:resume':
      return [command, { window }];
    default:
      return ['ticket:issue', { service, kind: 'normal' }];
  }
}
