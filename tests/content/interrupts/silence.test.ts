import { describe, expect, it } from 'vitest';
import { SILENT_MS, silences, silenceToNote } from '../../../content/interrupts/silence.ts';
import { always, kept, office, smallHall } from '../../support/hall.ts';
import { MORNING, must, testWorld } from '../../support/world.ts';

function hall(hours = always) {
  const records = smallHall(hours);
  const by = { id: 'chen', name: '陈管理' };
  const look = { scene: { is: 'board' as const }, diagonal: 43, distance: 6, sound: false };
  const screen = { name: '大厅', ...look, tokenHash: 'ab'.repeat(32), pairedBy: by, pairedAt: MORNING };
  records.apply([kept('screen', 's1', screen)]);
  return records;
}

describe('silent screens (interrupts.md)', () => {
  it('[Z17] a minute without a word in opening hours is noted once, and so is the coming back', () => {
    const records = hall();
    const world = testWorld();
    const gone = { connected: false, heardAt: MORNING };
    expect(silenceToNote(records, MORNING + SILENT_MS - 1, () => gone)).toEqual([]);
    const noted = silenceToNote(records, MORNING + SILENT_MS, () => gone);
    expect(noted).toEqual([{ id: 's1', since: MORNING, back: null }]);
    must(records, 'screen:silence', noted[0]!, world);
    expect(silences(records)).toEqual([
      { is: 'screen-silent', screen: { id: 's1', name: '大厅' }, since: MORNING },
    ]);
    expect(silenceToNote(records, MORNING + 2 * SILENT_MS, () => gone)).toEqual([]);
    const now = MORNING + 3 * SILENT_MS;
    const back = silenceToNote(records, now, () => ({ connected: true, heardAt: now }));
    must(records, 'screen:silence', back[0]!, world);
    expect(records.get('silence', 's1')).toEqual({ since: MORNING, back: now });
    expect(silences(records)).toEqual([]);
    expect(silenceToNote(records, now, () => ({ connected: true, heardAt: now }))).toEqual([]);
  });

  it('[Z17] nothing is said of a screen that was never heard of, nor outside opening hours', () => {
    expect(silenceToNote(hall(), MORNING + 1e6, () => undefined)).toEqual([]);
    const night = MORNING + 12 * 3_600_000;
    expect(silenceToNote(hall(office), night, () => ({ connected: false, heardAt: MORNING }))).toEqual([]);
  });
});
