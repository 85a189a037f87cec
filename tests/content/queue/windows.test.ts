import { describe, expect, it } from 'vitest';
import { callerOf } from '../../../content/views/caller.ts';
import { signOf } from '../../../content/views/sign.ts';
import { project } from '../../../content/projection.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, mustRefuse, testWorld } from '../../support/world.ts';

const w1 = { window: 'w1' };

describe('windows (queue.md)', () => {
  it('[Q8] only the clerk who holds a window commands it, the admin included', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    for (const who of ['wang', 'chen']) {
      world.as(who);
      for (const name of [
        'ticket:next',
        'ticket:recall',
        'ticket:start',
        'ticket:pass',
        'ticket:finish',
        'window:resume',
      ] as const)
        expect(mustRefuse(records, name, w1, world)).toEqual({
          refused: 'window.not-yours',
          params: { number: 1 },
        });
    }
    world.as('li');
    expect(mustRefuse(records, 'ticket:next', { window: 'none' }, world).refused).toBe('window.missing');
    expect(mustRefuse(records, 'ticket:next', { window: 'w2' }, world).refused).toBe('window.not-yours');
  });

  it('[Q9] taking opens a closed window under the name that people know', () => {
    const records = smallHall();
    const world = testWorld().as('li', 'li');
    must(records, 'window:take', w1, world);
    expect(records.get('window', 'w1')?.state).toEqual({
      is: 'open',
      clerk: { id: 'li', name: '李窗口' },
      since: world.now,
    });
  });

  it('[Q9] two clerks cannot hold one window, and are told who does', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    expect(mustRefuse(records, 'window:take', w1, world.as('wang'))).toEqual({
      refused: 'window.taken',
      params: { number: 1, clerk: '李窗口' },
    });
  });

  it('[Q9] a clerk cannot hold two windows, and taking the own one again changes nothing', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    const rev = records.rev('window', 'w1');
    must(records, 'window:take', w1, world);
    expect(records.rev('window', 'w1')).toBe(rev);
    expect(mustRefuse(records, 'window:take', { window: 'w2' }, world)).toEqual({
      refused: 'window.other',
      params: { number: 1 },
    });
    must(records, 'window:pause', { ...w1, reason: 'meal' }, world);
    expect(mustRefuse(records, 'window:take', { window: 'w2' }, world).refused).toBe('window.other');
    must(records, 'window:take', w1, world);
    expect(records.get('window', 'w1')?.state.is).toBe('paused');
  });

  it('[Q10] leaving closes an open or paused window, but not with a ticket at it', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    must(records, 'ticket:next', w1, world);
    expect(mustRefuse(records, 'window:leave', w1, world)).toEqual({
      refused: 'window.busy',
      params: { ticket: 'A001', number: 1 },
    });
    must(records, 'ticket:finish', w1, world);
    must(records, 'window:leave', w1, world);
    expect(records.get('window', 'w1')?.state).toEqual({ is: 'closed' });
    expect(mustRefuse(records, 'window:leave', w1, world).refused).toBe('window.not-yours');
    must(records, 'window:take', w1, world);
    must(records, 'window:pause', { ...w1, reason: 'away' }, world);
    must(records, 'window:leave', w1, world);
    expect(records.get('window', 'w1')?.state).toEqual({ is: 'closed' });
  });

  it('[Q10] an admin releases another’s window: a called ticket is passed, a served one finished', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    for (let i = 0; i < 2; i++) must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    const first = must(records, 'ticket:next', w1, world);
    expect(mustRefuse(records, 'window:leave', w1, world.as('wang')).refused).toBe('window.not-yours');
    must(records, 'window:leave', w1, world.as('chen'));
    expect(records.get('ticket', first.id)?.state.is).toBe('passed');
    expect(records.get('window', 'w1')).toMatchObject({ state: { is: 'closed' }, ticket: null });
    world.as('li');
    must(records, 'window:take', w1, world);
    const second = must(records, 'ticket:next', w1, world);
    must(records, 'ticket:start', w1, world);
    must(records, 'window:leave', w1, world.as('chen'));
    expect(records.get('ticket', second.id)?.state.is).toBe('finished');
  });

  it('[Q37] another clerk takes a window over with the ticket at it, and both are named', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    const { id } = must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    must(records, 'ticket:next', w1, world);
    must(records, 'ticket:start', w1, world);
    const before = records.get('ticket', id);
    must(records, 'window:takeover', w1, world.wait(MINUTE).as('wang'));
    expect(records.get('window', 'w1')).toMatchObject({
      state: {
        is: 'open',
        clerk: { id: 'wang', name: '王窗口' },
        since: world.now,
        from: { id: 'li', name: '李窗口' },
      },
      ticket: id,
    });
    expect(records.get('ticket', id)).toBe(before);
    expect(signOf(records, 'w1', world.now)).toMatchObject({ is: 'serving', clerk: '王窗口' });
    expect(callerOf(records, 'wang', world.now)).toMatchObject({
      window: { id: 'w1' },
      from: '李窗口',
      ticket: { id },
    });
    expect(callerOf(records, 'li', world.now).window).toBeNull();
    expect(mustRefuse(records, 'ticket:finish', w1, world.as('li')).refused).toBe('window.not-yours');
    must(records, 'ticket:finish', w1, world.as('wang'));
  });

  it('[Q37] taking over opens a paused window, and wants somebody there and a free clerk', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    expect(mustRefuse(records, 'window:takeover', w1, world)).toEqual({
      refused: 'window.nobody',
      params: { number: 1 },
    });
    must(records, 'window:take', w1, world);
    const rev = records.rev('window', 'w1');
    must(records, 'window:takeover', w1, world);
    expect(records.rev('window', 'w1')).toBe(rev);
    must(records, 'window:pause', { ...w1, reason: 'away' }, world);
    must(records, 'window:take', { window: 'w2' }, world.as('wang'));
    expect(mustRefuse(records, 'window:takeover', w1, world)).toEqual({
      refused: 'window.other',
      params: { number: 2 },
    });
    must(records, 'window:leave', { window: 'w2' }, world);
    must(records, 'window:takeover', w1, world);
    expect(records.get('window', 'w1')?.state).toMatchObject({ is: 'open', clerk: { id: 'wang' } });
  });

  it('[Q60] the B post takes over without a word, others say why, and screens never hear it', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const person = (name: string, account?: string) =>
      must(
        records,
        'staff:save',
        { name, unit: '党政办', party: false, leader: false, ...(account && { account }) },
        world,
      ).id;
    const posts = { a: person('李想', 'li'), b: person('王小明', 'wang') };
    const settings = { id: 'w1', number: 1, name: '综合服务', business: [], services: ['social'] };
    must(records, 'window:save', { ...settings, posts }, world.as('chen'));
    must(records, 'window:take', w1, world.as('li'));
    expect(mustRefuse(records, 'window:takeover', w1, world.as('zhao'))).toEqual({
      refused: 'window.post-b',
      params: { number: 1, name: '王小明' },
    });
    must(records, 'window:takeover', { ...w1, reason: 'B 岗请假' }, world);
    expect(records.get('window', 'w1')?.state).toMatchObject({ clerk: { id: 'zhao' }, why: 'B 岗请假' });
    expect(JSON.stringify(project('screen', records.all('window')))).not.toContain('请假');
    must(records, 'window:takeover', w1, world.as('wang'));
    expect(records.get('window', 'w1')?.state).not.toHaveProperty('why');
    must(records, 'window:takeover', w1, world.as('li'));
    // A B post who cannot sign in holds nobody up.
    const unlinked = { a: posts.a, b: person('周周') };
    must(records, 'window:save', { ...settings, posts: unlinked }, world.as('chen'));
    must(records, 'window:takeover', w1, world.as('zhao'));
  });

  it('[Q61] a finished ticket names who held the window then, until the finish is taken back', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    const { id } = must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    must(records, 'ticket:next', w1, world);
    must(records, 'ticket:start', w1, world);
    must(records, 'window:takeover', w1, world.wait(MINUTE).as('wang'));
    expect(records.get('ticket', id)).not.toHaveProperty('clerk');
    must(records, 'ticket:finish', w1, world);
    expect(records.get('ticket', id)?.clerk).toEqual({ id: 'wang', name: '王窗口' });
    must(records, 'ticket:undo', w1, world);
    expect(records.get('ticket', id)).not.toHaveProperty('clerk');
    must(records, 'ticket:finish', w1, world);
    must(records, 'window:leave', w1, world);
    expect(JSON.stringify(project('screen', records.all('ticket')))).not.toContain('王窗口');
  });

  it('[Q11] pausing says why, until when and where to go instead', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    const until = world.now + 10 * MINUTE;
    must(records, 'window:pause', { ...w1, reason: 'meeting', until, goTo: 2 }, world);
    const since = world.now;
    expect(records.get('window', 'w1')?.state).toEqual({
      is: 'paused',
      clerk: { id: 'li', name: '李窗口' },
      since,
      reason: 'meeting',
      until,
      goTo: 2,
    });
    world.wait(5 * MINUTE);
    must(records, 'window:pause', { ...w1, reason: 'away' }, world);
    expect(records.get('window', 'w1')?.state).toEqual({
      is: 'paused',
      clerk: { id: 'li', name: '李窗口' },
      since,
      reason: 'away',
    });
  });

  it('[Q11] pausing is refused with a past return, an impossible stand-in, or a ticket at the window', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    const pause = (more: { until?: number; goTo?: number }) =>
      mustRefuse(records, 'window:pause', { ...w1, reason: 'away', ...more }, world).refused;
    expect(pause({ until: world.now })).toBe('window.until-past');
    expect(pause({ goTo: 1 })).toBe('window.go-to-self');
    expect(pause({ goTo: 9 })).toBe('window.go-to-self');
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    must(records, 'ticket:next', w1, world);
    expect(pause({})).toBe('window.busy');
    must(records, 'ticket:start', w1, world);
    expect(pause({})).toBe('window.busy');
    expect(records.get('window', 'w1')?.state.is).toBe('open');
  });

  it('[Q12] resuming opens a paused window for the same clerk', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', w1, world);
    expect(mustRefuse(records, 'window:resume', w1, world)).toEqual({
      refused: 'window.not-paused',
      params: { number: 1 },
    });
    must(records, 'window:pause', { ...w1, reason: 'fault' }, world);
    world.wait(MINUTE);
    must(records, 'window:resume', w1, world);
    expect(records.get('window', 'w1')?.state).toEqual({
      is: 'open',
      clerk: { id: 'li', name: '李窗口' },
      since: world.now,
    });
  });
});
