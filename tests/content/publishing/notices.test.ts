import { describe, expect, it } from 'vitest';
import { showing } from '../../../content/publishing/notices.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, MORNING, must, mustRefuse, testWorld } from '../../support/world.ts';

const text = { title: '涉农补贴公示', text: '名单如下。', category: 'subsidy' as const };

describe('notices (publishing.md)', () => {
  it('[P1] a notice that ends before it begins, or is over, is refused', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const save = (from: number, until: number) =>
      mustRefuse(records, 'notice:save', { ...text, from, until }, world).refused;
    expect(save(MORNING + 2, MORNING + 1)).toBe('notice.ends-early');
    expect(save(MORNING + 2, MORNING + 2)).toBe('notice.ends-early');
    expect(save(MORNING - 2, MORNING)).toBe('notice.over');
    expect(records.count('notice')).toBe(1);
  });

  it('[P2] a change keeps who posted it and when', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const span = { from: MORNING, until: MORNING + MINUTE };
    const { id } = must(records, 'notice:save', { ...text, ...span }, world);
    const posted = { postedBy: { id: 'sun', name: '孙编辑' }, postedAt: MORNING, withdrawn: null };
    expect(records.get('notice', id)).toEqual({ ...text, ...span, ...posted });
    must(records, 'notice:save', { id, rev: 1, ...text, ...span, title: '改' }, world.wait(1).as('chen'));
    expect(records.get('notice', id)).toEqual({ ...text, ...span, ...posted, title: '改' });
    expect(records.rev('notice', id)).toBe(2);
  });

  it('[P3] [P5] a withdrawn notice is kept, leaves the screens and cannot be changed', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    must(records, 'notice:withdraw', { id: 'welcome' }, world);
    const withdrawn = { by: { id: 'sun', name: '孙编辑' }, at: MORNING };
    expect(records.get('notice', 'welcome')?.withdrawn).toEqual(withdrawn);
    expect(showing(records.all('notice'), MORNING)).toEqual({ shown: [], until: null });
    must(records, 'notice:withdraw', { id: 'welcome' }, world.wait(1).as('chen'));
    expect(records.get('notice', 'welcome')?.withdrawn).toEqual(withdrawn);
    const again = { id: 'welcome', ...text, from: MORNING, until: MORNING + MINUTE };
    expect(mustRefuse(records, 'notice:save', again, world).refused).toBe('notice.withdrawn');
    expect(mustRefuse(records, 'notice:withdraw', { id: 'none' }, world).refused).toBe('record.missing');
  });

  it('[P4] a save against an older revision is refused, not lost', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const span = { from: MORNING, until: MORNING + MINUTE };
    must(records, 'notice:save', { id: 'welcome', rev: 1, ...text, ...span }, world);
    const late = { id: 'welcome', rev: 1, ...text, ...span, title: '晚了' };
    expect(mustRefuse(records, 'notice:save', late, world).refused).toBe('record.changed');
    expect(mustRefuse(records, 'notice:save', { ...late, id: 'none' }, world).refused).toBe('record.missing');
    expect(records.get('notice', 'welcome')?.title).toBe(text.title);
  });

  it('[P6] a notice shows from its beginning until its end, and showing says when that changes', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const hour = 60 * MINUTE;
    const soon = { from: MORNING + 10 * MINUTE, until: MORNING + 20 * MINUTE };
    const { id } = must(records, 'notice:save', { ...text, ...soon }, world);
    const at = (now: number) => {
      const { shown, until } = showing(records.all('notice'), now);
      return [shown.map((notice) => notice.id), until];
    };
    expect(at(MORNING)).toEqual([['welcome'], soon.from]);
    expect(at(soon.from - 1)).toEqual([['welcome'], soon.from]);
    expect(at(soon.from)).toEqual([[id, 'welcome'], soon.until]);
    expect(at(soon.until)).toEqual([['welcome'], MORNING + hour]);
    expect(at(MORNING + hour)).toEqual([[], null]);
  });
});
