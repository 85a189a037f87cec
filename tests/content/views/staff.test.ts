import { describe, expect, it } from 'vitest';
import { counterOf } from '../../../content/views/counter.ts';
import { cardOf, personAt, staffWallOf } from '../../../content/views/staff.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { must, testWorld } from '../../support/world.ts';

const person = { unit: '社会事务办', party: false, leader: false };

/** Li signs in as `li` and is on the wall with a photo; Wang holds a window and nobody is linked to that account. */
function atWork() {
  const records = smallHall();
  const picture = {
    name: '李想',
    is: 'picture',
    upload: 'b'.repeat(64),
    type: 'image/jpeg',
    size: 9,
  } as never;
  records.apply([kept('medium', 'p1', picture)]);
  const world = testWorld().as('sun');
  const words = { ...person, name: '李想', account: 'li', photo: 'p1', agreed: '2026-11-18' };
  const { id } = must(records, 'staff:save', words, world);
  must(records, 'window:take', { window: 'w1' }, world.as('li', '李窗口'));
  must(records, 'window:take', { window: 'w2' }, world.as('wang', '王窗口'));
  const at = (window: string) => personAt(records, records.get('window', window)!);
  return { records, world, id, at };
}

describe('who is at a window', () => {
  it('[Z11] is the person of the account that holds it, with name and photo', () => {
    const { records, world, id, at } = atWork();
    expect(at('w1')).toMatchObject({ id, name: '李想', photo: 'b'.repeat(64) });
    expect(counterOf(records, 'w1', world.now).clerk).toMatchObject({ name: '李想' });
    const [card] = staffWallOf(records, world.now).cards;
    expect(card?.at).toEqual({ window: 1, paused: false });
  });

  it('[Z11] is the account’s name and no photo where nobody is linked to it', () => {
    const { records, world, at } = atWork();
    expect(at('w2')).toBeNull();
    expect(counterOf(records, 'w2', world.now).clerk).toMatchObject({ name: '王窗口', card: null });
  });

  it('[Z11] goes with the account: another at the window, a break, a closed window', () => {
    const { records, world, id, at } = atWork();
    const card = () => cardOf(records, { kind: 'staff', id, rev: 1, body: records.get('staff', id)! });
    must(records, 'window:pause', { window: 'w1', reason: 'meal' }, world.as('li'));
    expect(card().at).toEqual({ window: 1, paused: true });
    must(records, 'window:leave', { window: 'w1' }, world);
    expect(at('w1')).toBeNull();
    expect(card().at).toBeNull();
    must(records, 'window:take', { window: 'w3' }, world);
    expect(at('w3')?.id).toBe(id);
  });
});
