import { beforeEach, describe, expect, it } from 'vitest';
import { project } from '../../../content/projection.ts';
import type { RecordMap } from '../../../content/records.ts';
import { hallAlerts } from '../../../content/views/alerts.ts';
import { callerOf } from '../../../content/views/caller.ts';
import { simulateCalls } from '../../../content/queue/estimate.ts';
import { office, smallHall } from '../../support/hall.ts';
import { MINUTE, must, mustRefuse, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const w1 = { window: 'w1' };
const w2 = { window: 'w2' };
const w3 = { window: 'w3' };
let records: RecordMap;
let world: TestWorld;

/** Li at window 1 (A, B), Wang at window 3 (B, C), Zhao at window 2 (A). */
beforeEach(() => {
  records = smallHall(office);
  world = testWorld().as('li');
  must(records, 'window:take', w1, world);
  must(records, 'window:take', w3, world.as('wang'));
  must(records, 'window:take', w2, world.as('zhao'));
});

const issue = (service: string) =>
  must(records, 'ticket:issue', { service, kind: 'normal' }, world.wait(MINUTE));
const pause = (window: { window: string }, clerk: string, goTo?: number) =>
  must(records, 'window:pause', { ...window, reason: 'away', ...(goTo && { goTo }) }, world.as(clerk));
const nextAt = (window: { window: string }, clerk: string) =>
  must(records, 'ticket:next', window, world.as(clerk)).number;
const whyAt = (clerk: string) => callerOf(records, clerk, world.now).next?.why;

describe('standing in for a paused window (queue.md)', () => {
  it('[Q51] its next takes both lines as one, by arrival, and the page says for whom', () => {
    issue('land');
    issue('social');
    issue('land');
    pause(w3, 'wang', 2);
    expect(
      callerOf(records, 'zhao', world.now).waiting.map(({ number, standsInFor }) => [number, standsInFor]),
    ).toEqual([
      ['C01', 3],
      ['A001', undefined],
      ['C02', 3],
    ]);
    expect(whyAt('zhao')).toBe('standin');
    expect(nextAt(w2, 'zhao')).toBe('C01');
    expect(whyAt('zhao')).toBe('arrival');
    expect([nextAt(w2, 'zhao'), nextAt(w2, 'zhao')]).toEqual(['A001', 'C02']);
  });

  it('[Q51] it ends with the pause, and a pause without a stand-in sends nobody anywhere', () => {
    issue('land');
    pause(w3, 'wang');
    expect(mustRefuse(records, 'ticket:next', w2, world.as('zhao')).refused).toBe('queue.empty');
    pause(w3, 'wang', 2);
    expect(whyAt('zhao')).toBe('standin');
    must(records, 'window:resume', w3, world.as('wang'));
    expect(whyAt('zhao')).toBeUndefined();
    expect(nextAt(w3, 'wang')).toBe('C01');
  });

  it('[Q51] [Q25] who was sent to the paused window is taken too, and by no other', () => {
    issue('social');
    nextAt(w1, 'li');
    must(records, 'ticket:transfer', { ...w1, toWindow: 'w3' }, world);
    pause(w3, 'wang', 2);
    expect(mustRefuse(records, 'ticket:next', w1, world.as('li')).refused).toBe('queue.empty');
    expect(callerOf(records, 'zhao', world.now).next).toMatchObject({
      why: 'standin',
      ticket: { number: 'A001' },
    });
    expect(nextAt(w2, 'zhao')).toBe('A001');
  });

  it('[Q51] a stand-in that pauses sends on; a circle and a closed window take nobody', () => {
    issue('land');
    pause(w3, 'wang', 2);
    pause(w2, 'zhao', 1);
    expect(whyAt('li')).toBe('standin');
    pause(w2, 'zhao', 3);
    expect(whyAt('li')).toBeUndefined();
    pause(w2, 'zhao', 4);
    expect(whyAt('li')).toBeUndefined();
  });

  it('[Q51] [Q36] the stand-in is not left without a reason while people wait for the paused window', () => {
    issue('land');
    pause(w3, 'wang', 2);
    expect(mustRefuse(records, 'window:leave', w2, world.as('zhao'))).toEqual({
      refused: 'window.people-waiting',
      params: { count: 1, number: 2 },
    });
    must(records, 'window:leave', { ...w2, reason: '身体不适' }, world);
    expect(records.get('window', 'w2')?.state).toEqual({
      is: 'closed',
      left: { by: { id: 'zhao', name: '赵窗口' }, at: world.now, reason: '身体不适', waiting: 1 },
    });
  });

  it('[Q43] [Q51] the estimate lets the stand-in call for the paused window', () => {
    const { id } = issue('land');
    pause(w3, 'wang');
    expect(simulateCalls(records, world.now, {}).has(id)).toBe(false);
    pause(w3, 'wang', 2);
    expect(simulateCalls(records, world.now, {}).get(id)).toBe(0);
  });

  it('[Q36] screens never hear who left and why', () => {
    issue('land');
    must(records, 'window:leave', { ...w3, reason: '身体不适' }, world.as('wang'));
    const body = records.get('window', 'w3')!;
    const change = { kind: 'window' as const, id: 'w3', rev: 2, body };
    expect(project('screen', [change])[0]?.body).toEqual({ ...body, state: { is: 'closed' } });
    expect(project('staff', [change])[0]?.body).toMatchObject({ state: { left: { reason: '身体不适' } } });
  });

  it('[Q36] a reason where nobody waits is not kept', () => {
    must(records, 'window:leave', { ...w2, reason: '下班' }, world.as('zhao'));
    expect(records.get('window', 'w2')?.state).toEqual({ is: 'closed' });
  });
});

describe('alerts (queue.md)', () => {
  const alerts = () => hallAlerts(records, world.now);

  it('[Q54] a pause without a stand-in is told after three minutes, and not a moment earlier', () => {
    pause(w1, 'li');
    world.wait(3 * MINUTE);
    expect(alerts()).toEqual([]);
    world.wait(1);
    expect(alerts()).toEqual([
      {
        is: 'pause-alone',
        window: { id: 'w1', number: 1, clerk: '李窗口' },
        since: world.now - 3 * MINUTE - 1,
      },
    ]);
  });

  it('[Q54] a stand-in, a takeover or a resume ends it; a stand-in that closes does not count', () => {
    pause(w1, 'li', 2);
    world.wait(4 * MINUTE);
    expect(alerts()).toEqual([]);
    must(records, 'window:leave', { ...w2, reason: '下班' }, world.as('zhao'));
    expect(alerts()).toMatchObject([{ is: 'pause-alone' }]);
    must(records, 'window:takeover', w1, world.as('zhao'));
    expect(alerts()).toEqual([]);
    pause(w3, 'wang');
    world.wait(4 * MINUTE);
    expect(alerts()).toHaveLength(1);
    must(records, 'window:resume', w3, world.as('wang'));
    expect(alerts()).toEqual([]);
  });

  it('[Q54] a return that was promised and is past is told, also with a stand-in', () => {
    must(
      records,
      'window:pause',
      { ...w1, reason: 'meeting', until: world.now + MINUTE, goTo: 2 },
      world.as('li'),
    );
    expect(alerts()).toEqual([]);
    world.wait(MINUTE + 1);
    expect(alerts()).toMatchObject([{ is: 'pause-overdue', since: world.now - 1 }]);
  });

  it('[Q54] nobody has to stand in while the hall is closed', () => {
    pause(w1, 'li');
    world.wait(4 * 60 * MINUTE);
    expect(alerts()).toEqual([]);
  });
});
