import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordMap } from '../../../content/records.ts';
import { boardOf } from '../../../content/views/board.ts';
import { callerOf } from '../../../content/views/caller.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, mustRefuse, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const w1 = { window: 'w1' };
const w2 = { window: 'w2' };
const w3 = { window: 'w3' };
let records: RecordMap;
let world: TestWorld;

beforeEach(() => {
  records = smallHall();
  world = testWorld().as('wang');
  must(records, 'window:take', w3, world);
  must(records, 'window:take', w1, world.as('li'));
});

const issue = (service: string) =>
  must(records, 'ticket:issue', { service, kind: 'normal' }, world.wait(MINUTE));
const ticketOf = (id: string) => records.get('ticket', id);
const stateOf = (id: string) => ticketOf(id)?.state.is;
const nextAt = (window: string, clerk: string) =>
  must(records, 'ticket:next', { window }, world.as(clerk)).id;

/** Issues a ticket for social affairs and calls it to w1. */
function called(): string {
  const { id } = issue('social');
  must(records, 'ticket:next', w1, world.as('li'));
  return id;
}

describe('transferring (queue.md)', () => {
  it('[Q23] a transferred ticket keeps number, arrival and order, and is first where it came first', () => {
    const id = called();
    const before = ticketOf(id);
    const later = issue('land');
    must(records, 'ticket:transfer', { ...w1, service: 'land' }, world);
    expect(ticketOf(id)).toEqual({ ...before, service: 'land', state: { is: 'waiting' } });
    expect(records.get('window', 'w1')?.ticket).toBeNull();
    expect(nextAt('w3', 'wang')).toBe(id);
    expect(nextAt('w3', 'wang')).toBe(later.id);
  });

  it('[Q23] the board no longer shows it as called', () => {
    called();
    expect(boardOf(records, world.now).current?.number).toBe('A001');
    must(records, 'ticket:transfer', { ...w1, service: 'land' }, world);
    expect(boardOf(records, world.now)).toMatchObject({ current: null, last: [], waitingTotal: 1 });
  });

  it('[Q24] a transfer goes to another service or another window that exists', () => {
    expect(mustRefuse(records, 'ticket:transfer', { ...w1, service: 'land' }, world).refused).toBe(
      'window.no-ticket',
    );
    called();
    const refused = (input: { service?: string; toWindow?: string }) =>
      mustRefuse(records, 'ticket:transfer', { ...w1, ...input }, world).refused;
    expect(refused({})).toBe('transfer.nowhere');
    expect(refused({ service: 'social' })).toBe('transfer.nowhere');
    expect(refused({ service: 'land', toWindow: 'w1' })).toBe('transfer.nowhere');
    expect(refused({ service: 'none' })).toBe('service.missing');
    expect(refused({ toWindow: 'none' })).toBe('window.missing');
  });

  it('[Q25] a ticket sent to a window is called there in its turn, whatever its service', () => {
    const id = called();
    const land = issue('land');
    must(records, 'window:take', w2, world.as('zhao'));
    must(records, 'ticket:transfer', { ...w1, toWindow: 'w3' }, world.as('li'));
    expect(ticketOf(id)?.wanted).toBe('w3');
    expect(mustRefuse(records, 'ticket:next', w2, world.as('zhao')).refused).toBe('queue.empty');
    expect(callerOf(records, 'zhao', world.now).waiting.map(({ mine }) => mine)).toEqual([false, false]);
    expect(callerOf(records, 'wang', world.now).next?.ticket.id).toBe(id);
    expect(nextAt('w3', 'wang')).toBe(id);
    expect(ticketOf(id)).not.toHaveProperty('wanted');
    expect(nextAt('w3', 'wang')).toBe(land.id);
  });

  it('[Q25] once the window is closed, those that serve the service call the ticket', () => {
    const id = called();
    must(records, 'ticket:transfer', { ...w1, toWindow: 'w3' }, world);
    expect(mustRefuse(records, 'ticket:next', w1, world).refused).toBe('queue.empty');
    must(records, 'window:leave', w3, world.as('wang'));
    expect(nextAt('w1', 'li')).toBe(id);
  });
});

describe('holding, dropping, cancelling (queue.md)', () => {
  it('[Q26] a ticket on hold leaves the window, is in no line, and is called back by choice', () => {
    const id = called();
    must(records, 'ticket:start', w1, world);
    must(records, 'ticket:hold', w1, world.wait(MINUTE));
    expect(ticketOf(id)?.state).toEqual({ is: 'held', window: 'w1', since: world.now });
    expect(records.get('window', 'w1')?.ticket).toBeNull();
    expect(mustRefuse(records, 'ticket:next', w1, world).refused).toBe('queue.empty');
    const caller = callerOf(records, 'li', world.now);
    expect(caller.held).toMatchObject([{ id, number: 'A001', since: world.now }]);
    expect(caller.passed).toEqual([]);
    must(records, 'ticket:call', { ...w3, ticket: id }, world.as('wang'));
    expect(ticketOf(id)).toMatchObject({ state: { is: 'called', window: 'w3' }, call: { count: 2 } });
  });

  it('[Q27] a dropped ticket is over', () => {
    const id = called();
    must(records, 'ticket:drop', w1, world);
    expect(stateOf(id)).toBe('dropped');
    expect(records.get('window', 'w1')?.ticket).toBeNull();
    expect(mustRefuse(records, 'ticket:call', { ...w1, ticket: id }, world)).toEqual({
      refused: 'ticket.over',
      params: { number: 'A001' },
    });
  });

  it('[Q27] a ticket being served is not dropped', () => {
    called();
    must(records, 'ticket:start', w1, world);
    expect(mustRefuse(records, 'ticket:drop', w1, world).refused).toBe('ticket.being-served');
  });

  it('[Q28] waiting, passed and held tickets are cancelled without a window', () => {
    const passed = called();
    must(records, 'ticket:pass', w1, world);
    const held = called();
    must(records, 'ticket:hold', w1, world);
    const waiting = issue('social').id;
    for (const ticket of [passed, held, waiting]) {
      must(records, 'ticket:cancel', { ticket }, world.as('zhao'));
      expect(stateOf(ticket)).toBe('cancelled');
      expect(mustRefuse(records, 'ticket:cancel', { ticket }, world).refused).toBe('ticket.cancel-over');
      expect(mustRefuse(records, 'ticket:call', { ...w1, ticket }, world.as('li')).refused).toBe(
        'ticket.over',
      );
    }
    must(records, 'service:remove', { id: 'social' }, world.as('chen'));
  });

  it('[Q28] a ticket at a window, finished or unknown is not cancelled', () => {
    const id = called();
    expect(mustRefuse(records, 'ticket:cancel', { ticket: id }, world)).toEqual({
      refused: 'ticket.cancel-at-window',
      params: { number: 'A001', window: 1 },
    });
    must(records, 'ticket:finish', w1, world);
    expect(mustRefuse(records, 'ticket:cancel', { ticket: id }, world).refused).toBe('ticket.cancel-over');
    expect(mustRefuse(records, 'ticket:cancel', { ticket: 'none' }, world).refused).toBe('ticket.missing');
  });
});
