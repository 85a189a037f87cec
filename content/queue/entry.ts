import { makeCode } from '../code.ts';
import { hallOf, today } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { settingsOf } from './settings.ts';

/** Signs of the code of the day: 20 bits, tried a few times a minute. */
const ENTRY_SIGNS = 4;

/** The code of the day that the hall's screens show (M2), or null where a phone needs none. */
export function entryCodeOf(records: Records, now: number): string | null {
  const key = hallOf(records)?.body.entryKey;
  if (settingsOf(records).phone !== 'hall' || key === undefined) return null;
  return makeCode(`${today(records, now)} ${key}`).slice(0, ENTRY_SIGNS);
}
