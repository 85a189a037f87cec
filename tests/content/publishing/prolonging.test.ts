import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../content/calendar.ts';
import type { ExceptionalDay } from '../../../content/model/calendar.ts';
import { keptUntil, listsOn } from '../../../content/publishing/assessments.ts';
import { publicityEnd, publicityStanding } from '../../../content/publishing/publicity.ts';
import { smallHall } from '../../support/hall.ts';
import { DAY, must, mustRefuse, seeded, testWorld } from '../../support/world.ts';

const ZONE = 'Asia/Shanghai';

/** A list of assistance that stands seven working days from Thursday, 19 November, and a plain notice beside it. */
function standing() {
  const records = smallHall();
  const world = testWorld().as('sun');
  const list = { title: '低保公示', text: '名单', category: 'assistance' as const, publicity: { days: 7 } };
  const span = { from: world.now, until: world.now + DAY };
  const { id } = must(records, 'notice:save', { ...list, ...span }, world);
  const plain = must(
    records,
    'notice:save',
    { title: '停电', text: '正文', category: 'general', ...span },
    world,
  ).id;
  return { records, world, id, plain };
}

describe('a calendar that changes while a list stands', () => {
  it('[O19] lengthens it where it takes working days away, and says of how many', () => {
    const { records, world, id, plain } = standing();
    const before = records.get('notice', id)?.until ?? 0;
    expect(dayOf(before - 1, ZONE)).toBe('2026-11-30');
    const days = [{ day: '2026-11-24', is: 'off' as const, note: '临时闭馆' }];
    const saved = must(records, 'calendar:save', { days, lines: [] }, world.as('chen'));
    expect(saved.prolonged).toBe(1);
    expect(dayOf((records.get('notice', id)?.until ?? 0) - 1, ZONE)).toBe('2026-12-01');
    expect(records.rev('notice', plain)).toBe(1);
    const shown = publicityStanding(
      records.get('notice', id)!,
      records.get('calendar', 'calendar'),
      ZONE,
      world.now,
    );
    expect(shown?.left).toBe(7);
  });

  it('[O19] keeps the end that was promised where it adds working days, or is taken back', () => {
    const { records, world, id } = standing();
    const days = [{ day: '2026-11-24', is: 'off' as const, note: '临时闭馆' }];
    must(records, 'calendar:save', { days, lines: [] }, world.as('chen'));
    const promised = records.get('notice', id)?.until;
    expect(must(records, 'calendar:save', { days: [], lines: [] }, world).prolonged).toBe(0);
    const saturday = [{ day: '2026-11-21', is: 'work' as const, note: '调休上班' }];
    expect(must(records, 'calendar:save', { days: saturday, lines: [] }, world).prolonged).toBe(0);
    expect(records.get('notice', id)?.until).toBe(promised);
  });

  it('[O19] leaves what is over or withdrawn alone', () => {
    const { records, world, id } = standing();
    const days = [{ day: '2026-11-30', is: 'off' as const, note: '闭馆' }];
    must(records, 'notice:withdraw', { id }, world);
    expect(must(records, 'calendar:save', { days, lines: [] }, world).prolonged).toBe(0);
    const other = standing();
    other.world.wait(30 * DAY);
    expect(must(other.records, 'calendar:save', { days, lines: [] }, other.world).prolonged).toBe(0);
  });

  it('[O19] whatever days are set one after another, the end never comes earlier and is never too early', () => {
    const random = seeded(19);
    for (let round = 0; round < 40; round++) {
      const { records, world, id } = standing();
      const { from } = records.get('notice', id)!;
      let promised = records.get('notice', id)!.until;
      for (let step = 0; step < 6; step++) {
        const days = Array.from({ length: 20 }, (_, i) => addDays('2026-11-19', i)).flatMap(
          (day): ExceptionalDay[] => {
            const chance = random();
            if (chance < 0.15) return [{ day, is: 'off', note: '休' }];
            return chance < 0.25 ? [{ day, is: 'work', note: '班' }] : [];
          },
        );
        must(records, 'calendar:save', { days, lines: [] }, world);
        const { until } = records.get('notice', id)!;
        expect(until).toBeGreaterThanOrEqual(promised);
        expect(until).toBeGreaterThanOrEqual(publicityEnd(records, from, 7));
        promised = until;
      }
    }
  });
});

describe('the end of an impact assessment', () => {
  const words = {
    title: '低保对象公示名单',
    categories: ['assistance' as const],
    purpose: '接受监督',
    basis: '社会救助暂行办法',
    data: ['姓名（遮盖）'],
    necessity: '必要',
    risks: '低',
    measures: '遮盖',
  };

  it('[O18] a new one takes the place of an older in one commit; what rests on that stays', () => {
    const { records, world } = standing();
    const { id: old } = must(records, 'assessment:save', words, world);
    const list = { title: '名单', text: '名单', category: 'assistance' as const, assessment: old };
    must(records, 'notice:save', { ...list, from: world.now, until: world.now + 9 * DAY }, world);
    expect(listsOn(records, old, world.now)).toBe(1);
    const { id } = must(
      records,
      'assessment:save',
      { ...words, risks: '中', replaces: old },
      world.wait(DAY),
    );
    expect(id).not.toBe(old);
    expect(records.get('assessment', old)?.ended).toMatchObject({ at: world.now, by: { id: 'sun' } });
    expect(records.get('assessment', id)).toMatchObject({ risks: '中', ended: null });
    expect(listsOn(records, old, world.now)).toBe(1);
    expect(mustRefuse(records, 'assessment:save', { id: old, ...words }, world).refused).toBe(
      'assessment.ended',
    );
    const gone = { ...words, replaces: 'nobody' };
    expect(mustRefuse(records, 'assessment:save', gone, world).refused).toBe('record.missing');
  });

  it('[O14] [O18] it is kept three years from the last day of the last list, and nothing takes it away sooner', () => {
    const { records, world } = standing();
    const { id } = must(records, 'assessment:save', words, world);
    const list = { title: '名单', text: '名单', category: 'assistance' as const, assessment: id };
    const until = world.now + 9 * DAY;
    must(records, 'notice:save', { ...list, from: world.now, until }, world);
    must(records, 'assessment:end', { id }, world);
    const kept = keptUntil(records, id, records.get('assessment', id)!)!;
    expect(new Date(kept).getUTCFullYear()).toBe(new Date(until).getUTCFullYear() + 3);
    world.now = kept - 1;
    must(records, 'assessment:sweep', {}, world);
    expect(records.get('assessment', id)).toBeDefined();
    world.now = kept;
    must(records, 'assessment:sweep', {}, world);
    expect(records.get('assessment', id)).toBeUndefined();
  });
});
