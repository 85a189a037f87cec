import { describe, expect, test } from 'vitest';
import type { Screen } from '../../../content/model/screen.ts';
import { RecordMap } from '../../../content/records.ts';
import { chooseSpeakers, speaksHere, zonesOf } from '../../../content/voice/zone.ts';
import type { Ability, Speakers } from '../../../content/voice/zone.ts';

function screensOf(screens: Record<string, Partial<Screen>>): RecordMap {
  const records = new RecordMap();
  for (const [id, more] of Object.entries(screens))
    records.apply([
      {
        kind: 'screen',
        id,
        rev: 1,
        body: {
          name: id,
          scene: { is: 'board' },
          diagonal: 43,
          distance: 6,
          sound: true,
          tokenHash: '0'.repeat(64),
          pairedBy: { id: 'chen', name: '陈晓' },
          pairedAt: 1,
          ...more,
        },
      },
    ]);
  return records;
}
const east = { volume: 1, zone: '东厅' };
const there = { connected: true, ready: true };
const speakers = (records: RecordMap, named: string[] | null = null) =>
  [...records.all('screen')].filter(({ id }) => speaksHere(records, id, named)).map(({ id }) => id);

describe('[V12] one screen of a zone speaks', () => {
  test('at first the one paired first, of those with a board and sound', () => {
    const records = screensOf({
      late: { voice: east, pairedAt: 9 },
      early: { voice: { volume: 0.5, zone: ' 东厅 ' }, pairedAt: 3 },
      silent: { voice: east, pairedAt: 1, sound: false },
      sign: { voice: east, pairedAt: 2, scene: { is: 'sign', window: 'w1', width: 192, height: 32 } },
    });
    const chosen = chooseSpeakers(records, () => there, new Map());
    expect([...chosen]).toEqual([['东厅', 'early']]);
    expect(speakers(records, [...chosen.values()])).toEqual(['early']);
  });

  test('screens without a zone speak for themselves; one of a zone waits until the hub has named it', () => {
    const records = screensOf({ one: {}, two: { voice: { volume: 1 } }, three: { voice: east } });
    expect(speakers(records)).toEqual(['one', 'two']);
    expect(speakers(records, ['three'])).toEqual(['one', 'two', 'three']);
  });

  test('screens paired in the same millisecond are asked in one order', () => {
    const records = screensOf({ b: { voice: east }, a: { voice: east } });
    expect([...chooseSpeakers(records, () => there, new Map()).values()]).toEqual(['a']);
  });

  test('a screen that is not there does not speak', () => {
    expect(speaksHere(screensOf({}), 'gone', ['gone'])).toBe(false);
  });
});

describe('[V19] when the speaker of a zone cannot be heard, the next one takes over', () => {
  const records = screensOf({
    a: { voice: east, pairedAt: 1 },
    b: { voice: east, pairedAt: 2 },
    c: { voice: east, pairedAt: 3 },
    w: { voice: { volume: 1, zone: '西厅' }, pairedAt: 4 },
  });
  const choose = (able: Record<string, Ability>, before: Speakers = new Map()) =>
    chooseSpeakers(records, (id) => able[id] ?? { connected: false, ready: false }, before);

  test('gone, or blocked: the first that can be heard speaks, and keeps the part when the old one returns', () => {
    const first = choose({ a: there, b: there, c: there });
    expect(first.get('东厅')).toBe('a');
    const blocked = choose({ a: { connected: true, ready: false }, b: there, c: there }, first);
    expect(blocked.get('东厅')).toBe('b');
    expect(choose({ a: there, b: there, c: there }, blocked).get('东厅')).toBe('b');
    expect(choose({ c: there }, blocked).get('东厅')).toBe('c');
  });

  test('where none can be heard, one that is there tries; an empty zone has no speaker', () => {
    const some = choose({ b: { connected: true, ready: false }, c: { connected: true, ready: false } });
    expect([...some]).toEqual([['东厅', 'b']]);
    expect([...choose({}, some)]).toEqual([]);
  });

  test('in any order of comings, goings and blocked sound there is one speaker, able if any is, and kept while able', () => {
    let seed = 7;
    const chance = (of: number) => (seed = (seed * 48_271) % 2_147_483_647) % of;
    const able: Record<string, Ability> = {};
    let before: Speakers = new Map();
    for (let step = 0; step < 2_000; step++) {
      const connected = chance(4) > 0;
      able['abcw'[chance(4)]!] = { connected, ready: connected && chance(3) > 0 };
      const now = choose(able, before);
      for (const [zone, screens] of zonesOf(records)) {
        const speaker = now.get(zone);
        const ready = screens.filter((id) => able[id]?.ready);
        const present = screens.filter((id) => able[id]?.connected);
        expect(speaker === undefined).toBe(present.length === 0);
        if (present.length > 0) expect(present).toContain(speaker);
        if (ready.length > 0) expect(ready).toContain(speaker);
        const last = before.get(zone);
        if (last && able[last]?.ready) expect(speaker).toBe(last);
      }
      before = now;
    }
  });
});
