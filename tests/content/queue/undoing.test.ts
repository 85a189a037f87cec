import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandName } from '../../../content/model/command.ts';
import { project } from '../../../content/projection.ts';
import type { RecordMap } from '../../../content/records.ts';
import { boardOf } from '../../../content/views/board.ts';
import { callerOf } from '../../../content/views/caller.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, mustRefuse, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const w1 = { window: 'w1' };
let records: RecordMap;
let world: TestWorld;

beforeEach(() => {
  records = smallHall();
  world = testWorld().as('li');
  must(records, 'window:take', w1, world);
});

const issue = () =>
  must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.wait(MINUTE)).id;
const next = () => must(records, 'ticket:next', w1, world).id;
const undo = () => must(records, 'ticket:undo', w1, world);
const refused = () => mustRefuse(records, 'ticket:undo', w1, world).refused;

/** Everything of the queue but what takes back the last deed. */
function stand() {
  const windows = [...records.all('window')].map(({ id, body: { undo: _, ...body } }) => ({ id, body }));
  return { windows, tickets: [...records.all('ticket')].map(({ id, body }) => ({ id, body })) };
}

describe('taking back (queue.md)', () => {
  const deeds: Extract<
    CommandName,
    'ticket:next' | 'ticket:finish' | 'ticket:pass' | 'ticket:hold' | 'ticket:drop'
  >[] = ['ticket:next', 'ticket:finish', 'ticket:pass', 'ticket:hold', 'ticket:drop'];
  it.each(deeds)('[Q32] %s is taken back within ten seconds, once', (deed) => {
    issue();
    issue();
    next();
    const before = stand();
    must(records, deed, w1, world.wait(MINUTE));
    expect(stand()).not.toEqual(before);
    expect(callerOf(records, 'li', world.now).undo).toEqual({
      deed: deed.slice('ticket:'.length),
      until: world.now + 10_000,
    });
    world.wait(10_000);
    expect(undo()).toEqual({ id: 'w1', undone: deed.slice('ticket:'.length) });
    expect(stand()).toEqual(before);
    expect(refused()).toBe('undo.nothing');
  });

  it('[Q32] choosing and transferring are taken back as well', () => {
    issue();
    const second = issue();
    const before = stand();
    must(records, 'ticket:call', { ...w1, ticket: second }, world);
    undo();
    expect(stand()).toEqual(before);
    next();
    const called = stand();
    must(records, 'ticket:transfer', { ...w1, service: 'land', toWindow: 'w3' }, world);
    undo();
    expect(stand()).toEqual(called);
  });

  it('[Q32] after ten seconds it is too late, and another clerk takes nothing back', () => {
    issue();
    next();
    expect(mustRefuse(records, 'ticket:undo', w1, world.as('wang')).refused).toBe('window.not-yours');
    world.as('li').wait(10_001);
    expect(refused()).toBe('undo.late');
    expect(callerOf(records, 'li', world.now).undo).toBeNull();
  });

  it('[Q33] not once anything else has touched the ticket', () => {
    const id = issue();
    next();
    must(records, 'ticket:recall', w1, world);
    expect(refused()).toBe('undo.changed');
    must(records, 'ticket:pass', w1, world);
    must(records, 'ticket:cancel', { ticket: id }, world);
    expect(refused()).toBe('undo.changed');
  });

  it('[Q33] not once the window was paused, left or taken again', () => {
    issue();
    next();
    must(records, 'ticket:finish', w1, world);
    must(records, 'window:pause', { ...w1, reason: 'away' }, world);
    expect(refused()).toBe('undo.nothing');
    must(records, 'window:resume', w1, world);
    must(records, 'window:leave', w1, world);
    must(records, 'window:take', w1, world);
    expect(refused()).toBe('undo.nothing');
  });

  it('[Q33] not over the end of a day', () => {
    world.wait(15 * 60 * MINUTE - MINUTE - 5000);
    issue();
    next();
    world.wait(6000);
    expect(refused()).toBe('undo.changed');
  });

  it('[Q34] a call that was taken back is never announced again', () => {
    const id = issue();
    next();
    const gone = records.get('ticket', id)?.call?.id;
    undo();
    expect(boardOf(records, world.now)).toMatchObject({ current: null, last: [], waitingTotal: 1 });
    next();
    const call = records.get('ticket', id)?.call;
    expect(call?.id).not.toBe(gone);
    expect(call?.count).toBe(1);
  });

  it('[Q32] screens are not sent what takes a deed back', () => {
    issue();
    next();
    const changes = [...records.all('window')];
    const [seen] = project('screen', changes).filter(({ id }) => id === 'w1');
    expect(seen?.body).not.toHaveProperty('undo');
    expect(project('staff', changes).find(({ id }) => id === 'w1')?.body).toHaveProperty('undo');
  });
});
