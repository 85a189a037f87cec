import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../content/model/draft.ts';
import type { StaffText } from '../../../content/model/staff.ts';
import { inWallOrder } from '../../../content/people/staff.ts';
import { releasePlan } from '../../../content/publishing/releasing.ts';
import { staffWallOf } from '../../../content/views/staff.ts';
import { must, mustRefuse } from '../../support/world.ts';
import { reviewHall } from '../publishing/reviewhall.ts';

const li: StaffText = { name: '李想', unit: '社会事务办', party: false, leader: false };
const wang: StaffText = { name: '王小明', unit: '党政办', party: true, leader: false };

/** The small hall with Li on the wall, a phone and a photo with her, which then asks for one review. */
function onTheWall() {
  const { records, world } = reviewHall(0);
  const shown = { ...li, phone: '023-79000011', duties: ['低保受理'] };
  const { id } = must(
    records,
    'staff:save',
    { ...shown, photo: 'p1', agreed: '2026-11-18' },
    world.as('sun'),
  );
  must(records, 'review:settings', { levels: 1 }, world.as('chen'));
  return { records, world: world.as('sun'), id, shown };
}

describe('people on show where the hall reviews', () => {
  it('[Z13] who is new and what shows more waits for a review', () => {
    const { records, world, id, shown } = onTheWall();
    const agreed = { photo: 'p1', agreed: '2026-11-18' };
    for (const words of [
      { ...wang },
      { id, ...shown, ...agreed, title: '主任' },
      { id, ...shown, ...agreed, party: true },
      { id, ...shown, ...agreed, phone: '023-79000022' },
      { id, ...shown, photo: 'p2', agreed: '2026-11-19' },
    ])
      expect(mustRefuse(records, 'staff:save', words, world).refused).toBe('review.needed');
  });

  it('[Z13] a draft of a person is public once another released it, with the consent its author recorded', () => {
    const { records, world } = onTheWall();
    const body = { ...wang, photo: 'p2', agreed: '2026-11-17' };
    const { id } = must(records, 'draft:save', { base: 0, of: { kind: 'staff', body } }, world);
    must(records, 'draft:submit', { id, rev: 1 }, world);
    const blocked = mustRefuse(records, 'draft:approve', { id, rev: 2 }, world.as('luo'));
    expect(blocked.refused).toBe('draft.blocked');
    const overrule = [{ code: 'media.missing', reason: '已当面核对' }];
    must(records, 'draft:approve', { id, rev: 2, overrule }, world);
    expect(staffWallOf(records, world.now).cards.map(({ name }) => name)).toEqual(['李想']);
    must(records, 'draft:release', { id, rev: 3 }, world.as('sun'));
    expect(staffWallOf(records, world.now).cards.map(({ name }) => name)).toEqual(['李想', '王小明']);
    const [, put] = inWallOrder(records.all('staff'));
    expect(put?.body.consent).toMatchObject({ on: '2026-11-17', by: { id: 'sun' } });
    expect(releasePlan(records, world.now).due).toEqual([]);
  });

  it('[Z13] what is only taken away, the order and who leads take effect at once', () => {
    const { records, world, id, shown } = onTheWall();
    must(records, 'staff:save', { id, ...li, duties: shown.duties, leader: true }, world);
    expect(records.get('staff', id)).not.toHaveProperty('photo');
    expect(records.get('staff', id)?.leader).toBe(true);
    must(records, 'staff:order', { ids: [id] }, world);
    must(records, 'staff:remove', { id }, world);
    expect(records.count('staff')).toBe(0);
  });

  it('[Z13] the duty roster is the day’s business', () => {
    const { records, world, id } = onTheWall();
    const days = [{ date: '2026-11-19', role: 'leader' as const, staff: [id] }];
    must(records, 'roster:save', { month: '2026-11', days }, world);
    expect(
      staffWallOf(records, world.now).duties.flatMap(({ people }) => people.map(({ name }) => name)),
    ).toEqual(['李想']);
  });

  it('[Z13] [Z5] an imported table makes drafts of all that would show more, or nothing', () => {
    const { records, world, id, shown } = onTheWall();
    const agreed = { photo: 'p1', agreed: '2026-11-18' };
    const table = { staff: [{ ...wang }, { id, ...shown, ...agreed, title: '主任' }] };
    const before = records.get('staff', id);
    expect(must(records, 'staff:put', table, world).drafts).toBe(2);
    expect(records.get('staff', id)).toBe(before);
    expect(records.count('staff')).toBe(1);
    const drafts = [...records.all('draft')].map(({ body }): Draft => body);
    expect(drafts.map(({ of }) => of.id)).toEqual([undefined, id]);
    expect(mustRefuse(records, 'staff:put', table, world).refused).toBe('draft.exists');
    expect(records.count('draft')).toBe(2);
  });

  it('[Z13] [D9] another place on the wall is no other word', () => {
    const { records, world, id, shown } = onTheWall();
    const body = { ...shown, photo: 'p1', agreed: '2026-11-18', title: '主任' };
    const base = records.rev('staff', id);
    const draft = must(records, 'draft:save', { base, of: { kind: 'staff', id, body } }, world).id;
    records.apply([{ kind: 'staff', id, rev: base + 1, body: { ...records.get('staff', id)!, order: 9 } }]);
    must(records, 'draft:submit', { id: draft, rev: 1 }, world);
  });
});
