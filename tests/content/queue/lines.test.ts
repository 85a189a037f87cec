import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordMap } from '../../../content/records.ts';
import { callerOf } from '../../../content/views/caller.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, mustRefuse, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const w1 = { window: 'w1' };
const w2 = { window: 'w2' };
let records: RecordMap;
let world: TestWorld;

beforeEach(() => {
  records = smallHall();
  world = testWorld().as('li');
});

const issue = (service: string, kind: 'normal' | 'priority' = 'normal') =>
  must(records, 'ticket:issue', { service, kind }, world.wait(MINUTE)).number;
const next = (clerk: string) => {
  const { next } = callerOf(records, clerk, world.now);
  return next && [next.ticket.number, next.why];
};

/** Gives w2, which serves social affairs, backup services. */
function backUp(backup: string[]): void {
  const { number, name, business, services } = records.get('window', 'w2') ?? {};
  if (number === undefined || !name || !business || !services) throw new Error('no w2');
  must(records, 'window:save', { id: 'w2', number, name, business, services, backup }, world.as('chen'));
}

describe('standing in (queue.md)', () => {
  it('[Q35] a window calls its own first, then those that it backs up, and the page says why', () => {
    backUp(['social', 'civil', 'land']);
    expect(records.get('window', 'w2')?.backup).toEqual(['civil', 'land']);
    must(records, 'window:take', w2, world.as('wang'));
    issue('land');
    issue('civil', 'priority');
    issue('social');
    expect(callerOf(records, 'wang', world.now).waiting.map(({ number, mine }) => [number, mine])).toEqual([
      ['A001', true],
      ['B001', true],
      ['C01', true],
    ]);
    for (const [number, why] of [
      ['A001', 'arrival'],
      ['B001', 'backup'],
      ['C01', 'backup'],
    ]) {
      expect(next('wang')).toEqual([number, why]);
      expect(must(records, 'ticket:next', w2, world).number).toBe(number);
    }
    expect(next('wang')).toBeNull();
  });

  it('[Q35] a form that does not know of backups keeps them; removed services are backed up no more', () => {
    backUp(['civil', 'land']);
    const { number, name, business, services } = records.get('window', 'w1') ?? {};
    if (number === undefined || !name || !business || !services) throw new Error('no w1');
    const form = { number: 2, name: '社保', business, services: ['social'] };
    must(records, 'window:save', { id: 'w2', ...form }, world);
    expect(records.get('window', 'w2')?.backup).toEqual(['civil', 'land']);
    must(records, 'service:remove', { id: 'land' }, world);
    expect(records.get('window', 'w2')?.backup).toEqual(['civil']);
    must(records, 'window:save', { id: 'w2', ...form, backup: [] }, world);
    expect(records.get('window', 'w2')).not.toHaveProperty('backup');
    const wrong = { id: 'w2', ...form, backup: ['none'] };
    expect(mustRefuse(records, 'window:save', wrong, world).refused).toBe('service.missing');
  });

  it('[Q25] a ticket sent to a window says so as the reason', () => {
    must(records, 'window:take', w1, world);
    must(records, 'window:take', w2, world.as('wang'));
    issue('civil');
    must(records, 'ticket:next', w1, world.as('li'));
    must(records, 'ticket:transfer', { ...w1, toWindow: 'w2' }, world);
    expect(next('wang')).toEqual(['B001', 'wanted']);
    expect(next('li')).toBeNull();
  });

  it('[Q36] a window that alone serves who waits is left only when that is confirmed', () => {
    must(records, 'window:take', w1, world);
    must(records, 'window:take', w2, world.as('wang'));
    issue('social');
    issue('civil');
    issue('civil');
    issue('land');
    const refused = { refused: 'window.people-waiting', params: { count: 2, number: 1 } };
    expect(mustRefuse(records, 'window:leave', w1, world.as('li'))).toEqual(refused);
    expect(records.get('window', 'w1')?.state.is).toBe('open');
    must(records, 'window:leave', w2, world.as('wang'));
    expect(mustRefuse(records, 'window:leave', w1, world.as('li')).params).toEqual({ count: 3, number: 1 });
    must(records, 'window:leave', { ...w1, reason: '身体不适' }, world);
    expect(records.get('window', 'w1')?.state.is).toBe('closed');
  });

  it('[Q36] a window that backs the service up counts, a paused one does not', () => {
    backUp(['civil']);
    must(records, 'window:take', w1, world.as('li'));
    must(records, 'window:take', w2, world.as('wang'));
    issue('civil');
    must(records, 'window:pause', { ...w2, reason: 'meal' }, world);
    expect(mustRefuse(records, 'window:leave', w1, world.as('li')).refused).toBe('window.people-waiting');
    must(records, 'window:resume', w2, world.as('wang'));
    must(records, 'window:leave', w1, world.as('li'));
  });

  it('[Q36] an admin who releases another’s window is not asked', () => {
    must(records, 'window:take', w1, world);
    issue('social');
    must(records, 'window:leave', w1, world.as('chen'));
    expect(records.get('window', 'w1')?.state.is).toBe('closed');
  });
});
