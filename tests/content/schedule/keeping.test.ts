import { describe, expect, test } from 'vitest';
import { kept } from '../../support/hall.ts';
import { DAY, MORNING, must, mustRefuse, testWorld } from '../../support/world.ts';
import { entry, item, list, programHall } from './program.ts';

const films = { name: '宣传片', items: [item('a')] };
const daily = {
  name: '每天',
  playlist: 'films',
  to: { is: 'all' as const },
  priority: 0,
  enabled: true,
};

describe('[L1] a playlist', () => {
  test('is saved, changed and saved unchanged without a new revision', () => {
    const records = programHall([]);
    const world = testWorld().as('sun');
    const { id } = must(records, 'playlist:save', films, world);
    expect(records.get('playlist', id)).toEqual(films);
    must(records, 'playlist:save', { id, rev: 1, ...films }, world);
    expect(records.rev('playlist', id)).toBe(1);
    must(records, 'playlist:save', { id, rev: 1, ...films, name: '新' }, world);
    expect(mustRefuse(records, 'playlist:save', { id, rev: 1, ...films }, world).refused).toBe(
      'record.changed',
    );
  });

  test('names what is there; what stood there before may stay', () => {
    const gone = item('x', { scene: { is: 'media', medium: 'none', fit: 'whole' } });
    const records = programHall([list('old', [gone])]);
    const world = testWorld().as('sun');
    expect(
      mustRefuse(records, 'playlist:save', { name: '新', items: [item('a'), gone] }, world),
    ).toMatchObject({ refused: 'playlist.scene', params: { place: 2 } });
    must(records, 'playlist:save', { id: 'old', name: '旧', items: [gone, item('b')] }, world);
  });

  test('has each item once, and hours and moments that go forward', () => {
    const records = programHall([]);
    const world = testWorld().as('sun');
    const refused = (items: typeof films.items) =>
      mustRefuse(records, 'playlist:save', { name: '单', items }, world).refused;
    expect(refused([item('a'), item('a')])).toBe('playlist.item-twice');
    expect(refused([item('a', { hours: [{ from: '10:00', to: '09:00' }] })])).toBe('schedule.hours');
    expect(refused([item('a', { from: MORNING, until: MORNING })])).toBe('schedule.moments');
  });

  test('[L2] is not removed while an entry or a zone plays it', () => {
    const used = programHall([list('films', [item('a')]), entry('e', { playlist: 'films' })]);
    expect(mustRefuse(used, 'playlist:remove', { id: 'films' }, testWorld())).toMatchObject({
      refused: 'playlist.used',
      params: { name: '排期e' },
    });
    must(used, 'schedule:remove', { id: 'e' }, testWorld());
    const tv = used.get('screen', 'tv')!;
    const zones = [{ x: 0, y: 0, w: 1, h: 1, play: { playlist: 'films' } }];
    const mixed = { ...tv, scene: { is: 'mixed' as const, columns: 1, rows: 1, zones } };
    used.apply([{ kind: 'screen', id: 'tv', rev: 2, body: mixed }]);
    expect(mustRefuse(used, 'playlist:remove', { id: 'films' }, testWorld()).refused).toBe('playlist.zone');
    used.apply([{ kind: 'screen', id: 'tv', rev: 3, body: tv }]);
    must(used, 'playlist:remove', { id: 'films' }, testWorld());
    expect(used.count('playlist')).toBe(0);
  });
});

describe('[L3] an entry of the schedule', () => {
  test('keeps who made it and when', () => {
    const records = programHall([list('films', [item('a')])]);
    const world = testWorld().as('sun');
    const { id } = must(records, 'schedule:save', daily, world);
    must(records, 'schedule:save', { id, rev: 1, ...daily, priority: 5 }, world.as('chen').wait(DAY));
    expect(records.get('schedule', id)).toMatchObject({
      ...{ by: { id: 'sun', name: '孙编辑' }, at: MORNING, priority: 5 },
    });
  });

  test('names a playlist and a screen that are there, and days and hours that go forward', () => {
    const records = programHall([list('films', [item('a')])]);
    const refused = (more: object) =>
      mustRefuse(records, 'schedule:save', { ...daily, ...more }, testWorld().as('sun')).refused;
    expect(refused({ playlist: 'none' })).toBe('playlist.missing');
    expect(refused({ to: { is: 'screen', screen: 'none' } })).toBe('schedule.screen');
    expect(refused({ from: '2026-11-20', until: '2026-11-19' })).toBe('schedule.days');
    expect(refused({ hours: [{ from: '10:00', to: '09:00' }] })).toBe('schedule.hours');
  });
});

describe('[L20] care', () => {
  test('is saved whole for a screen or the hall, and taken away by an empty one', () => {
    const records = programHall([]);
    const world = testWorld().as('chen');
    must(records, 'care:save', { screen: 'tv', rev: 1, care: { lease: 24, shift: true } }, world);
    expect(records.get('screen', 'tv')?.care).toEqual({ lease: 24, shift: true });
    expect(mustRefuse(records, 'care:save', { screen: 'tv', rev: 1, care: {} }, world).refused).toBe(
      'record.changed',
    );
    must(records, 'care:save', { screen: 'tv', care: {} }, world);
    expect(records.get('screen', 'tv')).not.toHaveProperty('care');
    must(records, 'care:save', { care: { reloadAt: '03:00' } }, world);
    expect(records.get('hall', 'hall')?.care).toEqual({ reloadAt: '03:00' });
    const spans = [{ from: '10:00', to: '09:00' }];
    expect(mustRefuse(records, 'care:save', { care: { on: { is: 'hours', spans } } }, world).refused).toBe(
      'schedule.hours',
    );
  });

  test('keeps everything else of the screen', () => {
    const records = programHall([kept('playlist', 'p', films)]);
    const before = records.get('screen', 'tv');
    must(records, 'care:save', { screen: 'tv', care: { shift: true } }, testWorld().as('chen'));
    expect(records.get('screen', 'tv')).toEqual({ ...before, care: { shift: true } });
  });
});
