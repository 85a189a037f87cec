import { describe, expect, test } from 'vitest';
import { addDays, momentAt } from '../../../content/calendar.ts';
import type { Schedule } from '../../../content/model/playlist.ts';
import type { Kept } from '../../../content/model/record.ts';
import type { RecordMap } from '../../../content/records.ts';
import { coveredEntries, dayPlan } from '../../../content/schedule/day.ts';
import { AHEAD_DAYS, playing, showing } from '../../../content/schedule/showing.ts';
import type { Showing } from '../../../content/schedule/showing.ts';
import { kept } from '../../support/hall.ts';
import { DAY, MINUTE, MORNING, seeded } from '../../support/world.ts';
import { entry, item, list, programHall, without } from './program.ts';

const at = (day: string, clock: string): number => momentAt(day, clock);
const answer = (records: RecordMap, now: number): string => worded(showing(records, 'tv', now));
const worded = (shown: Showing): string =>
  shown.is === 'list' ? `${shown.entry}:${shown.items.map(({ id }) => id).join('+')}` : shown.is;

describe('what a screen shows', () => {
  test('[L7] the safe loop when nothing is due', () => {
    const records = programHall([]);
    expect(showing(records, 'tv', MORNING)).toMatchObject({ is: 'safe', empty: [] });
    expect(showing(records, 'nobody', MORNING).is).toBe('safe');
  });

  test('its own scene if it takes no part in the schedule', () => {
    const records = programHall([list('films', [item('a')]), entry('all', { playlist: 'films' })]);
    const tv = records.get('screen', 'tv')!;
    records.apply([{ kind: 'screen', id: 'tv', rev: 2, body: { ...tv, scene: { is: 'board' } } }]);
    expect(showing(records, 'tv', MORNING)).toMatchObject({ is: 'own', scene: { is: 'board' } });
  });

  test('[L4] an entry holds from its first moment on and no longer at its last', () => {
    const hours = [{ from: '09:00', to: '10:00' }];
    const records = programHall([list('films', [item('a')]), entry('e', { playlist: 'films', hours })]);
    expect(answer(records, MORNING - 1)).toBe('safe');
    expect(answer(records, MORNING)).toBe('e:a');
    expect(showing(records, 'tv', MORNING).until).toBe(MORNING + 60 * MINUTE);
    expect(answer(records, MORNING + 60 * MINUTE - 1)).toBe('e:a');
    expect(answer(records, MORNING + 60 * MINUTE)).toBe('safe');
  });

  test('[L3] first and last day count, in the hall’s time zone', () => {
    const records = programHall([
      list('films', [item('a')]),
      entry('e', { playlist: 'films', from: '2026-11-20', until: '2026-11-21' }),
    ]);
    expect(showing(records, 'tv', MORNING)).toMatchObject({ is: 'safe', until: at('2026-11-20', '00:00') });
    expect(showing(records, 'tv', at('2026-11-20', '00:00'))).toMatchObject({
      is: 'list',
      until: at('2026-11-22', '00:00'),
    });
    expect(answer(records, at('2026-11-22', '00:00'))).toBe('safe');
  });

  test('[L4] working days are those of the calendar: 调休 works, 放假 rests', () => {
    const records = programHall([
      list('work', [item('a')]),
      list('rest', [item('b')]),
      entry('on', { playlist: 'work', only: 'workdays' }),
      entry('off', { playlist: 'rest', only: 'restdays' }),
      kept('calendar', 'calendar', {
        days: [
          { day: '2026-11-20', is: 'off', note: '放假' },
          { day: '2026-11-21', is: 'work', note: '调休上班' },
        ],
        lines: [],
      }),
    ]);
    const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
    expect(days.map((day) => answer(records, at(day, '12:00')))).toEqual([
      'on:a',
      'off:b',
      'on:a',
      'off:b',
      'on:a',
    ]);
  });

  test('[L5] priority, then the nearer target, then the later made, then the id', () => {
    const base = { playlist: 'films' };
    const all: Kept[] = [
      list('films', [item('a')]),
      entry('low', { ...base, to: { is: 'screen', screen: 'tv' }, priority: 1, at: 9 }),
      entry('wide', { ...base, priority: 5, at: 8 }),
      entry('group', { ...base, to: { is: 'group', group: '大厅' }, priority: 5, at: 1 }),
      entry('here', { ...base, to: { is: 'screen', screen: 'tv' }, priority: 5, at: 1 }),
      entry('later', { ...base, to: { is: 'screen', screen: 'tv' }, priority: 5, at: 2 }),
      entry('later2', { ...base, to: { is: 'screen', screen: 'tv' }, priority: 5, at: 2 }),
      entry('else', { ...base, to: { is: 'screen', screen: 'other' }, priority: 9 }),
      entry('off', { ...base, priority: 9, enabled: false }),
    ];
    const order: string[] = [];
    let left = all;
    for (;;) {
      const shown = showing(programHall(left), 'tv', MORNING);
      if (shown.is !== 'list') break;
      if (order.length === 0)
        expect(shown.beaten).toEqual([
          { entry: 'later', by: 'later' },
          { entry: 'here', by: 'later' },
          { entry: 'group', by: 'target' },
          { entry: 'wide', by: 'target' },
          { entry: 'low', by: 'priority' },
        ]);
      order.push(shown.entry);
      left = without(left, shown.entry);
    }
    expect(order).toEqual(['later2', 'later', 'here', 'group', 'wide', 'low']);
  });

  test('[L6] [L7] a list with nothing to show is passed over', () => {
    const records = programHall([
      list('past', [item('a', { until: MORNING }), item('b', { hours: [{ from: '20:00', to: '21:00' }] })]),
      list('films', [item('c'), item('d', { from: MORNING + 5 })]),
      entry('first', { playlist: 'past', priority: 9 }),
      entry('next', { playlist: 'films' }),
    ]);
    expect(showing(records, 'tv', MORNING)).toMatchObject({
      ...{ is: 'list', entry: 'next', empty: ['first'], until: MORNING + 5 },
    });
    expect(answer(records, MORNING - 1)).toBe('first:a');
    expect(answer(records, MORNING + 5)).toBe('next:c+d');
    expect(answer(records, at('2026-11-19', '20:30'))).toBe('first:b');
    expect(playing(records, 'films', MORNING)).toMatchObject({ is: 'list', until: MORNING + 5 });
    expect(playing(records, 'nothing', MORNING).is).toBe('safe');
  });

  test('[L10] the panel learns which entries never get their turn', () => {
    const records = programHall([
      list('films', [item('a')]),
      entry('over', { playlist: 'films', priority: 9 }),
      entry('under', { playlist: 'films' }),
      entry('night', {
        playlist: 'films',
        hours: [{ from: '00:00', to: '01:00' }],
        priority: 9,
        at: MORNING + 1,
      }),
    ]);
    expect(coveredEntries(records, 'tv', '2026-11-19')).toEqual(['under']);
  });
});

/** A schedule made by chance, with everything that it may have. */
function chance(seed: number, zone = 'Asia/Shanghai'): Kept[] {
  const random = seeded(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const pick = <T>(...these: T[]): T => these[draw(these.length)]!;
  const clock = (): string => `${String(draw(24)).padStart(2, '0')}:${pick('00', '15', '30')}`;
  const hours = (): { from: string; to: string }[] | undefined => {
    const [from, to] = [clock(), pick(clock(), '24:00')].sort() as [string, string];
    return from === to ? undefined : [{ from, to }];
  };
  const when = () => ({
    ...(random() < 0.5 ? { hours: hours() } : {}),
    ...(random() < 0.4 ? { weekdays: [1 + draw(7), 1 + draw(7)] } : {}),
    ...(random() < 0.3 ? { only: pick<'workdays' | 'restdays'>('workdays', 'restdays') } : {}),
  });
  const defined = <T extends object>(value: T): T =>
    Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
  const lists = ['p', 'q', 'r'].map((id) =>
    list(
      id,
      Array.from({ length: draw(4) }, (_, i) =>
        item(
          `${id}${i}`,
          defined({
            ...when(),
            ...(random() < 0.3 ? { until: MORNING + draw(4 * DAY) } : {}),
            ...(random() < 0.2 ? { from: MORNING - draw(2 * DAY) } : {}),
          }),
        ),
      ),
    ),
  );
  const entries = Array.from({ length: 1 + draw(7) }, (_, i) =>
    entry(
      `e${i}`,
      defined({
        ...when(),
        playlist: pick('p', 'q', 'r', 'gone'),
        to: pick<Schedule['to']>(
          { is: 'all' },
          { is: 'group', group: '大厅' },
          { is: 'screen', screen: 'tv' },
        ),
        priority: draw(3),
        at: draw(3),
        enabled: random() < 0.9,
        ...(random() < 0.3 ? { from: addDays('2026-11-18', draw(4)) } : {}),
        ...(random() < 0.3 ? { until: addDays('2026-11-20', draw(4)) } : {}),
      }) as Partial<Schedule>,
    ),
  );
  const days = [
    { day: '2026-11-20', is: 'off' as const, note: '' },
    { day: '2026-11-21', is: 'work' as const, note: '' },
  ];
  return [...lists, ...entries, kept('calendar', 'calendar', { days, lines: [] }), zoneOf(zone)];
}
const zoneOf = (timeZone: string): Kept =>
  kept('hall', 'hall', { ...programHall([]).get('hall', 'hall')!, timeZone });

/** New York turns back on 1 November 2026, Cairo goes forward at midnight, Lord Howe moves by half an hour. */
const seasons: [string, number][] = [
  ['Asia/Shanghai', MORNING],
  ['America/New_York', Date.UTC(2026, 9, 31, 12)],
  ['America/New_York', Date.UTC(2027, 2, 13, 12)],
  ['Africa/Cairo', Date.UTC(2026, 3, 23, 12)],
  ['Australia/Lord_Howe', Date.UTC(2026, 9, 3, 3)],
  ['America/St_Johns', Date.UTC(2009, 9, 31, 12)],
];

describe('for schedules made by chance', () => {
  test('[L5] the order in which records came changes nothing', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const all = chance(seed);
      const turned = [...all].reverse();
      for (let hour = 0; hour < 48; hour += 3) {
        const now = MORNING + hour * 60 * MINUTE;
        expect(showing(programHall(turned), 'tv', now)).toEqual(showing(programHall(all), 'tv', now));
      }
    }
  });

  test.each(seasons)('[L8] every moment has one answer, and until is exact: %s', (zone, start) => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const records = programHall(chance(seed, zone));
      let now = start;
      for (let count = 0; count < 12; count += 1) {
        const shown = showing(records, 'tv', now);
        expect(shown.until).toBeGreaterThan(now);
        const said = answerOf(shown);
        const probes = [0.2, 0.5, 0.9].map((share) => Math.floor(now + (shown.until - now) * share));
        for (const probe of [...probes, shown.until - 1])
          expect(answerOf(showing(records, 'tv', probe))).toEqual(said);
        const after = showing(records, 'tv', shown.until);
        if (shown.until - now < (AHEAD_DAYS - 1) * DAY) expect(answerOf(after)).not.toEqual(said);
        now = shown.until;
      }
    }
  });

  test('[L9] the plan of a day has no gap and says what each moment says', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const records = programHall(chance(seed));
      const parts = dayPlan(records, 'tv', '2026-11-20');
      expect(parts[0]?.from).toBe(at('2026-11-20', '00:00'));
      expect(parts.at(-1)?.until).toBe(at('2026-11-21', '00:00'));
      parts.slice(1).forEach((part, i) => expect(part.from).toBe(parts[i]!.until));
      for (const { from, until, shown } of parts)
        expect(answerOf(showing(records, 'tv', Math.floor((from + until) / 2)))).toEqual(answerOf(shown));
    }
  });
});

/** The answer without its end, and without the bodies that never differ. */
function answerOf({ until: _, ...shown }: Showing): object {
  return shown;
}
