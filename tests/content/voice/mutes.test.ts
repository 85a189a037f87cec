import { describe, expect, test } from 'vitest';
import type { ScreenPresence, ScreenReport } from '../../../content/protocol.ts';
import { RecordMap } from '../../../content/records.ts';
import { mutes } from '../../../content/voice/mutes.ts';
import { boardIn, NOW } from '../../display/speaking.ts';

const report: ScreenReport = {
  showing: 'board',
  mark: 1,
  call: null,
  sound: 'ready',
  clockError: 0,
  width: 1920,
  height: 1080,
  version: '1',
  trouble: null,
};
const seen = (
  screen: string,
  sound: ScreenReport['sound'] | 'away',
  muteSince: number | null,
): ScreenPresence => ({
  screen,
  connected: sound !== 'away',
  heardAt: NOW,
  report: sound === 'away' ? report : { ...report, sound },
  muteSince,
});
const told = (records: RecordMap, ...screens: ScreenPresence[]) =>
  mutes(records, NOW, new Map(screens.map((one) => [one.screen, one])));
const LONG = NOW - 60_000;

describe('[V25] warnings of screens that should speak and cannot', () => {
  const voice = { volume: 1, zone: '东厅' };
  const zone = new RecordMap([boardIn('a', { voice }), boardIn('b', { voice })]);

  test('a blocked screen is told by its name, after a while, unless it is to be silent', () => {
    const records = new RecordMap([boardIn('a'), boardIn('b', { sound: false })]);
    const alert = { is: 'voice-blocked', screen: { id: 'a', name: 'a' }, since: LONG };
    expect(told(records, seen('a', 'blocked', LONG), seen('b', 'blocked', LONG))).toEqual([alert]);
    expect(told(records, seen('a', 'blocked', NOW - 5_000))).toEqual([]);
    expect(told(records, seen('a', 'ready', null))).toEqual([]);
    // One that is away shows so in the list of screens.
    expect(told(records, seen('a', 'away', LONG))).toEqual([]);
  });

  test('a zone is told since the last of its screens fell silent; one that can be heard is enough', () => {
    const later = LONG + 9_000;
    expect(told(zone, seen('a', 'away', LONG), seen('b', 'away', later))).toEqual([
      { is: 'zone-mute', zone: '东厅', since: later },
    ]);
    expect(told(zone, seen('a', 'away', LONG), seen('b', 'ready', null))).toEqual([]);
  });

  test('what was never heard of is not told', () => expect(told(zone)).toEqual([]));
});
