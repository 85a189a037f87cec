import { expect, it, describe } from 'vitest';
import { PULSE_MS } from '../../../content/views/board.ts';
import { signOf } from '../../../content/views/sign.ts';
import { CALL_FRESH_MS } from '../../../content/protocol.ts';
import { office, smallHall } from '../../support/hall.ts';
import { MINUTE, MORNING, must, testWorld } from '../../support/world.ts';

const w1 = { window: 'w1' };
/** A time of the day of `MORNING`, which is nine o'clock. */
function atClock(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return MORNING + ((hours - 9) * 60 + minutes) * MINUTE;
}

const plate = { window: 1, name: '综合服务', business: ['综合服务业务'] };

describe('the window sign', () => {
  it('follows the window through its day', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    const sign = () => signOf(records, 'w1', world.now);
    expect(sign()).toEqual({ is: 'closed', ...plate, until: null });
    must(records, 'window:take', w1, world);
    expect(sign()).toEqual({ is: 'idle', ...plate, clerk: '李窗口', until: null });
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    must(records, 'ticket:next', w1, world);
    expect(sign()).toMatchObject({ is: 'called', number: 'A001', since: world.now, count: 1, fresh: true });
    must(records, 'ticket:start', w1, world);
    expect(sign()).toMatchObject({ is: 'serving', number: 'A001', ...plate });
    must(records, 'ticket:finish', w1, world);
    expect(sign().is).toBe('idle');
    must(records, 'window:remove', { id: 'w2' }, world.as('chen'));
    expect(signOf(records, 'w2', world.now)).toEqual({ is: 'missing', until: null });
  });

  it('blinks at a call and at each recall, then stands still until started', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    must(records, 'ticket:next', w1, world);
    const at = world.now;
    const first = signOf(records, 'w1', at);
    expect(first).toMatchObject({ blinkUntil: at + PULSE_MS, until: at + PULSE_MS });
    expect(signOf(records, 'w1', at + PULSE_MS)).toMatchObject({ until: at + CALL_FRESH_MS });
    const midnight = MORNING + 15 * 60 * MINUTE;
    expect(signOf(records, 'w1', at + CALL_FRESH_MS)).toMatchObject({ fresh: false, until: midnight });
    expect(signOf(records, 'w1', midnight)).toMatchObject({ is: 'idle' });
    must(records, 'ticket:recall', w1, world.wait(MINUTE));
    const second = signOf(records, 'w1', world.now);
    expect(second).toMatchObject({ is: 'called', count: 2, blinkUntil: world.now + PULSE_MS });
    expect('call' in first && 'call' in second && first.call !== second.call).toBe(true);
  });

  it('says why and until when it is paused, and drops a return time that is past', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    must(records, 'window:take', { window: 'w2' }, world.as('wang'));
    world.as('li');
    const back = world.now + 10 * MINUTE;
    must(records, 'window:pause', { ...w1, reason: 'meeting', until: back, goTo: 2 }, world);
    const paused = { is: 'paused', ...plate, clerk: '李窗口', reason: 'meeting', goTo: 2 };
    expect(signOf(records, 'w1', world.now)).toEqual({ ...paused, back, until: back });
    expect(signOf(records, 'w1', back)).toEqual({ ...paused, back: null, until: null });
  });

  it('[S7] sends nobody to a window that is closed or sends on in a circle, but to the one that stands in', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    must(records, 'window:pause', { ...w1, reason: 'away', goTo: 2 }, world);
    const goTo = () => {
      const sign = signOf(records, 'w1', world.now);
      return sign.is === 'paused' ? sign.goTo : undefined;
    };
    expect(goTo()).toBeNull();
    must(records, 'window:take', { window: 'w2' }, world.as('wang'));
    expect(goTo()).toBe(2);
    expect(signOf(records, 'w2', world.now)).toMatchObject({ is: 'idle', standsFor: [1] });
    must(records, 'window:pause', { window: 'w2', reason: 'meal', goTo: 1 }, world);
    expect(goTo()).toBeNull();
    must(records, 'window:resume', { window: 'w2' }, world);
    must(records, 'window:resume', w1, world.as('li'));
    expect(signOf(records, 'w2', world.now)).not.toHaveProperty('standsFor');
  });

  it('names who stands in for the clerk of an open window', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    expect(signOf(records, 'w1', world.now)).not.toHaveProperty('standIn');
    must(records, 'window:takeover', w1, world.as('wang'));
    expect(signOf(records, 'w1', world.now)).toMatchObject({
      is: 'idle',
      clerk: '王窗口',
      standIn: '王窗口',
    });
  });

  it('[S8] says overtime from the closing on, and wakes for it; not at noon', () => {
    const records = smallHall(office);
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    const at = (clock: string) => signOf(records, 'w1', atClock(clock));
    expect(at('11:00')).not.toHaveProperty('overtime');
    expect(at('12:30')).not.toHaveProperty('overtime');
    expect(at('16:59')).toMatchObject({ until: atClock('17:00') });
    expect(at('17:00')).toMatchObject({ is: 'idle', overtime: true });
  });
});
