import { describe, expect, test } from 'vitest';
import { CHINA } from '../../../content/calendar.ts';
import { checkVoice, volumeAt } from '../../../content/voice/volume.ts';

const span = (from: string, to: string, volume = 0.2) => ({ from, to, volume });
const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 21, hour - 8, minute);

describe('[V16] the volume of a screen', () => {
  const voice = { volume: 0.8, spans: [span('12:00', '14:00'), span('16:30', '24:00', 0)] };

  test.each([
    [at(11, 59), 0.8],
    [at(12), 0.2],
    [at(13, 59), 0.2],
    [at(14), 0.8],
    [at(23, 59), 0],
  ])('at %i it is %f', (now, volume) => expect(volumeAt(voice, now, CHINA)).toBe(volume));

  test("goes by the hall's own time, and is full where nothing is set", () => {
    expect(volumeAt(voice, at(12), 'Asia/Tokyo')).toBe(0.2);
    expect(volumeAt(voice, at(14), 'Asia/Tokyo')).toBe(0.8);
    expect(volumeAt(undefined, at(12), CHINA)).toBe(1);
  });

  test('spans end after they start and do not overlap; they may touch', () => {
    expect(checkVoice(voice)).toBeUndefined();
    expect(
      checkVoice({ volume: 1, spans: [span('12:00', '14:00'), span('14:00', '15:00')] }),
    ).toBeUndefined();
    for (const spans of [[span('14:00', '12:00')], [span('12:00', '14:00'), span('13:00', '15:00')]])
      expect(checkVoice({ volume: 1, spans })).toEqual({ refused: 'voice.spans' });
  });
});
