import { describe, expect, test } from 'vitest';
import { ASK_BUSY_MS, ASK_MS, counterOf } from '../../../content/views/counter.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, testWorld } from '../../support/world.ts';

function served() {
  const records = smallHall();
  const world = testWorld().as('li');
  must(records, 'window:take', { window: 'w1' }, world);
  const { id } = must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
  must(records, 'ticket:next', { window: 'w1' }, world.wait(MINUTE));
  must(records, 'ticket:finish', { window: 'w1' }, world.wait(MINUTE));
  return { records, world, id, view: (later = 0) => counterOf(records, 'w1', world.now + later) };
}

describe('the counter screen', () => {
  test('[E18] asks for a minute after the visit and wakes when that ends', () => {
    const { world, id, view } = served();
    expect(view()).toMatchObject({ ask: { ticket: id, number: 'A001' }, until: world.now + ASK_MS });
    expect(view(ASK_MS - 1).ask).not.toBeNull();
    expect(view(ASK_MS)).toMatchObject({ ask: null, until: null });
  });

  test('[E18] for 20 s once the next number is called', () => {
    const { records, world, id, view } = served();
    const finished = world.now;
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    must(records, 'ticket:next', { window: 'w1' }, world.wait(5000));
    expect(view()).toMatchObject({ sign: { is: 'called', number: 'A002' }, ask: { ticket: id } });
    expect(counterOf(records, 'w1', finished + ASK_BUSY_MS - 1).ask).not.toBeNull();
    expect(counterOf(records, 'w1', finished + ASK_BUSY_MS).ask).toBeNull();
  });

  test('[E18] not for what is rated, taken back, or was served elsewhere', () => {
    const { records, world, id, view } = served();
    expect(counterOf(records, 'w2', world.now).ask).toBeNull();
    must(records, 'ticket:undo', { window: 'w1' }, world.wait(1000));
    expect(view().ask).toBeNull();
    must(records, 'ticket:finish', { window: 'w1' }, world);
    expect(view().ask).toMatchObject({ ticket: id });
    world.by = { is: 'visitor', id: 'a', name: '手机' };
    must(records, 'rating:give', { ticket: id, degree: 5 }, world);
    expect(view().ask).toBeNull();
  });

  test('[E17] names the clerk and who stands in, or nobody, as the hall sets', () => {
    const { records, world, view } = served();
    expect(view().clerk).toEqual({ name: '李窗口', post: null, card: null });
    const { id: a } = must(
      records,
      'staff:save',
      { name: '李芳', unit: '便民服务中心', party: false, leader: false, account: 'li' },
      world.as('chen'),
    ) as { id: string };
    const { number, name, business, services } = records.get('window', 'w1')!;
    must(
      records,
      'window:save',
      { id: 'w1', number, name, business, services, posts: { a } },
      world.as('chen'),
    );
    expect(view().clerk).toMatchObject({ name: '李芳', post: 'a' });
    must(records, 'window:takeover', { window: 'w1', reason: '临时外出' }, world.as('wang'));
    expect(view().clerk).toMatchObject({ post: 'b' });
    must(records, 'rating:settings', { names: 'none' }, world.as('chen'));
    expect(view().clerk).toBeNull();
    must(records, 'window:leave', { window: 'w1' }, world.as('wang'));
    expect(view()).toMatchObject({ sign: { is: 'closed' }, clerk: null });
  });
});
