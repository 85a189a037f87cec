import { describe, expect, it } from 'vitest';
import type { StaffText } from '../../../content/model/staff.ts';
import { inWallOrder } from '../../../content/people/staff.ts';
import { onDuty } from '../../../content/people/roster.ts';
import { project } from '../../../content/projection.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, seeded, testWorld } from '../../support/world.ts';

const li: StaffText = { name: '李想', unit: '社会事务办', party: true, leader: false };
const wang: StaffText = { name: '王小明', unit: '党政办', party: false, leader: true };

function ready() {
  return { records: smallHall(), world: testWorld().as('sun') };
}

describe('people on show', () => {
  it('[Z1] [Z2] name and unit are enough, and a phone is one that can be dialled', () => {
    const { records, world } = ready();
    const { id } = must(records, 'staff:save', { ...li, phone: '０２３-７９００ ００１１' }, world);
    expect(records.get('staff', id)).toEqual({ ...li, phone: '023-7900 0011', order: 0 });
    expect(mustRefuse(records, 'staff:save', { ...wang, phone: '办公室' }, world).refused).toBe(
      'phone.wrong',
    );
  });

  it('[Z3] a photo needs the day of the consent, which goes with it', () => {
    const { records, world } = ready();
    expect(mustRefuse(records, 'staff:save', { ...li, photo: 'p1' }, world).refused).toBe(
      'staff.photo-consent',
    );
    const { id } = must(records, 'staff:save', { ...li, photo: 'p1', agreed: '2026-11-18' }, world);
    const consent = { on: '2026-11-18', by: { id: 'sun', name: '孙编辑' }, at: world.now };
    expect(records.get('staff', id)?.consent).toEqual(consent);
    must(records, 'staff:save', { id, ...li, photo: 'p1', title: '办事员' }, world.wait(1000).as('chen'));
    expect(records.get('staff', id)?.consent).toEqual(consent);
    expect(mustRefuse(records, 'staff:save', { id, ...li, photo: 'p2' }, world).refused).toBe(
      'staff.photo-consent',
    );
    must(records, 'staff:save', { id, ...li }, world);
    expect(records.get('staff', id)).not.toHaveProperty('consent');
  });

  it('[Z10] screens see a person, but not who recorded a consent', () => {
    const { records, world } = ready();
    must(records, 'staff:save', { ...li, photo: 'p1', agreed: '2026-11-18' }, world);
    const seen = (viewer: 'screen' | 'staff') => JSON.stringify(project(viewer, records.all('staff')));
    expect(seen('screen')).toContain('李想');
    expect(seen('screen')).not.toContain('consent');
    expect(seen('staff')).toContain('consent');
  });

  it('[Z4] a number and an account belong to one person', () => {
    const { records, world } = ready();
    const first = must(records, 'staff:save', { ...li, number: 'A01', account: 'li' }, world);
    expect(mustRefuse(records, 'staff:save', { ...wang, number: 'a01' }, world)).toEqual({
      refused: 'staff.number-taken',
      params: { number: 'a01', name: '李想' },
    });
    expect(mustRefuse(records, 'staff:save', { ...wang, account: 'li' }, world).refused).toBe(
      'staff.account-taken',
    );
    expect(mustRefuse(records, 'staff:save', { ...wang, account: 'nobody' }, world).refused).toBe(
      'staff.account-missing',
    );
    must(records, 'staff:save', { id: first.id, ...li, number: 'a01', account: 'li' }, world);
  });

  it('[Z5] an import saves all or none', () => {
    const { records, world } = ready();
    const twice = {
      staff: [
        { ...li, number: '7' },
        { ...wang, number: '7' },
      ],
    };
    expect(mustRefuse(records, 'staff:put', twice, world).refused).toBe('staff.number-taken');
    expect(records.count('staff')).toBe(0);
    const { ids } = must(records, 'staff:put', { staff: [li, wang] }, world);
    expect(inWallOrder(records.all('staff')).map(({ id }) => id)).toEqual(ids);
  });

  it('[Z6] the order holds everybody once, whoever was moved', () => {
    const random = seeded(7);
    for (let round = 0; round < 20; round++) {
      const { records, world } = ready();
      const many = Array.from({ length: 8 }, (_, n) => ({ ...li, name: `甲${n}` }));
      const { ids } = must(records, 'staff:put', { staff: many }, world);
      const moved = ids.filter(() => random() < 0.5).sort(() => random() - 0.5);
      if (moved.length === 0) continue;
      must(records, 'staff:order', { ids: moved }, world);
      const after = inWallOrder(records.all('staff')).map(({ id }) => id);
      expect(after).toEqual([...moved, ...ids.filter((id) => !moved.includes(id))]);
    }
  });

  it('[Z7] a removal leaves the posts, and is taken back with those that are still free', () => {
    const { records, world } = ready();
    const { ids } = must(records, 'staff:put', { staff: [li, wang] }, world);
    const [one, other] = ids as [string, string];
    const save = (number: number, posts: { a?: string; b?: string }) =>
      must(
        records,
        'window:save',
        { id: `w${number}`, number, name: `窗口${number}`, business: [], services: [], posts },
        world.as('chen'),
      );
    save(1, { a: one, b: other });
    save(2, { b: one });
    const body = records.get('staff', one)!;
    must(records, 'staff:remove', { id: one }, world);
    expect(records.get('window', 'w1')?.posts).toEqual({ b: other });
    expect(records.get('window', 'w2')).not.toHaveProperty('posts');
    save(1, { a: other });
    must(records, 'staff:restore', { id: one, body, a: ['w1'], b: ['w2'] }, world);
    expect(records.get('staff', one)).toEqual(body);
    expect(records.get('window', 'w1')?.posts).toEqual({ a: other });
    expect(records.get('window', 'w2')?.posts).toEqual({ b: one });
    const again = { id: one, body, a: [], b: [] };
    expect(mustRefuse(records, 'staff:restore', again, world).refused).toBe('staff.exists');
  });

  it('[R24] A and B post are two people who are there; a save that names none leaves them', () => {
    const { records, world } = ready();
    const { ids } = must(records, 'staff:put', { staff: [li, wang] }, world);
    const [a, b] = ids as [string, string];
    const w1 = { id: 'w1', number: 1, name: '综合服务', business: [], services: ['social'] };
    world.as('chen');
    must(records, 'window:save', { ...w1, posts: { a, b }, party: true }, world);
    must(records, 'window:save', { ...w1, name: '综合' }, world);
    expect(records.get('window', 'w1')).toMatchObject({ posts: { a, b }, party: true });
    expect(mustRefuse(records, 'window:save', { ...w1, posts: { a, b: a } }, world).refused).toBe(
      'window.one-post',
    );
    expect(mustRefuse(records, 'window:save', { ...w1, posts: { a: 'x' } }, world).refused).toBe(
      'staff.missing',
    );
    must(records, 'window:save', { ...w1, posts: {}, party: false }, world);
    expect(records.get('window', 'w1')).not.toHaveProperty('posts');
    expect(records.get('window', 'w1')).not.toHaveProperty('party');
  });
});

describe('the roster', () => {
  it('[Z8] is saved whole, in order, with each role of a day once', () => {
    const { records, world } = ready();
    const { ids } = must(records, 'staff:put', { staff: [li, wang] }, world);
    const [one, other] = ids as [string, string];
    const duty = (date: string, role: 'leader' | 'director', staff = [one]) => ({ date, role, staff });
    const days = [duty('2026-11-20', 'director'), duty('2026-11-19', 'leader', [other])];
    must(records, 'roster:save', { month: '2026-11', days }, world);
    expect(records.get('roster', '2026-11')?.days.map(({ date }) => date)).toEqual([
      '2026-11-19',
      '2026-11-20',
    ]);
    const wrong = (days: ReturnType<typeof duty>[]) =>
      mustRefuse(records, 'roster:save', { month: '2026-11', days }, world).refused;
    expect(wrong([duty('2026-12-01', 'leader')])).toBe('roster.day-wrong');
    expect(wrong([duty('2026-11-31', 'leader')])).toBe('roster.day-wrong');
    expect(wrong([duty('2026-11-03', 'leader'), duty('2026-11-03', 'leader')])).toBe('roster.twice');
    expect(wrong([duty('2026-11-03', 'leader', ['gone'])])).toBe('staff.missing');
    expect(mustRefuse(records, 'roster:save', { month: '2026-11', rev: 0, days: [] }, world).refused).toBe(
      'record.changed',
    );
    must(records, 'roster:save', { month: '2026-11', days: [] }, world);
    expect(records.count('roster')).toBe(0);
  });

  it('[Z9] tells who is on duty that day, without those who are gone', () => {
    const { records, world } = ready();
    const { ids } = must(records, 'staff:put', { staff: [li, wang] }, world);
    const [one, other] = ids as [string, string];
    const days = [
      { date: '2026-11-19', role: 'director' as const, staff: [one] },
      { date: '2026-11-19', role: 'leader' as const, staff: [other, one] },
    ];
    must(records, 'roster:save', { month: '2026-11', days }, world);
    const on = (known: string[]) =>
      onDuty(records.all('roster'), new Set(known), '2026-11-19').map(({ role, staff }) => [role, staff]);
    expect(on([one, other])).toEqual([
      ['leader', [other, one]],
      ['director', [one]],
    ]);
    expect(on([other])).toEqual([['leader', [other]]]);
    expect(onDuty(records.all('roster'), new Set([one]), '2026-11-18')).toEqual([]);
  });
});
