import { describe, expect, test } from 'vitest';
import type { Screen } from '../../../content/model/screen.ts';
import { RecordMap } from '../../../content/records.ts';
import { speaksHere } from '../../../content/voice/zone.ts';

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
const speakers = (records: RecordMap) =>
  [...records.all('screen')].filter(({ id }) => speaksHere(records, id)).map(({ id }) => id);

describe('[V12] one screen of a zone speaks', () => {
  test('the one paired first, of those with a board and sound', () => {
    const records = screensOf({
      late: { voice: east, pairedAt: 9 },
      early: { voice: { volume: 0.5, zone: ' 东厅 ' }, pairedAt: 3 },
      silent: { voice: east, pairedAt: 1, sound: false },
      sign: { voice: east, pairedAt: 2, scene: { is: 'sign', window: 'w1', width: 192, height: 32 } },
    });
    expect(speakers(records)).toEqual(['early']);
  });

  test('screens without a zone speak for themselves', () => {
    expect(speakers(screensOf({ one: {}, two: { voice: { volume: 1 } }, three: { voice: east } }))).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  test('screens paired in the same millisecond agree on one', () => {
    expect(speakers(screensOf({ b: { voice: east }, a: { voice: east } }))).toEqual(['a']);
  });

  test('a screen that is not there does not speak', () => {
    expect(speaksHere(screensOf({}), 'gone')).toBe(false);
  });
});
