import type { Day } from './model/base.ts';

/** The first day of the table: the first of the first lunar month of 2025. */
const FIRST = Date.UTC(2025, 0, 29);
const DAY_MS = 86_400_000;

/**
 * The length of every lunar month from then to the end of 2060, a bit each: 1 has 30 days, 0 has 29. As the Purple
 * Mountain Observatory reckons them (GB/T 33661-2017). Intl's Chinese calendar is off by a day where the new moon comes
 * minutes before midnight, as in February 2027, and differs from browser to browser. tests/content/lunar.test.ts
 * compares each day with chinese-days.
 */
const MONTHS =
  'a57527693749b54d6a9ad52da95d4ada4dd25e92ea96d52d695b52b6937497a4baa5b52b6956d2ada4dd25e92ec96d4aea56b2ab65575176';

/** The day of the lunar month, 1 to 30; null outside the table. */
export function lunarDayOf(day: Day): number | null {
  let left = Math.round((Date.parse(`${day}T00:00Z`) - FIRST) / DAY_MS);
  if (left < 0) return null;
  for (const figure of MONTHS) {
    for (const bit of [8, 4, 2, 1]) {
      const length = parseInt(figure, 16) & bit ? 30 : 29;
      if (left < length) return left + 1;
      left -= length;
    }
  }
  return null;
}
