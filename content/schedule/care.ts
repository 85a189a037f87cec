import { addDays, momentAt, openingAt } from '../calendar.ts';
import type { Care } from '../model/care.ts';
import type { Records } from '../records.ts';
import { almanacOf, holds, stretchesOf, todayOf } from './when.ts';

export const LEASE_HOURS = 72;
const HOUR_MS = 3_600_000;

/** What holds for a screen (L20): its own word, else the hall's. */
export function careOf(records: Records, screen: string): Care {
  return { ...records.get('hall', 'hall')?.care, ...records.get('screen', screen)?.care };
}

/** When a screen that knows the hub's records to be true up to `lostAt` goes to the safe loop (L21). */
export function leaseEnd(records: Records, screen: string, lostAt: number): number {
  return lostAt + (careOf(records, screen).lease ?? LEASE_HOURS) * HOUR_MS;
}

/** How much light a screen gives: 0 black, 1 all of it; and until when. */
export interface Light {
  light: number;
  until: number;
}

/** L23, L24. Outside its hours a screen is black; in its dim hours it is darkened. */
export function lightAt(records: Records, screen: string, now: number): Light {
  const care = careOf(records, screen);
  const light = lightNow(records, care, now);
  for (const moment of changesAfter(records, care, now))
    if (lightNow(records, care, moment) !== light) return { light, until: moment };
  return {
    light,
    until: momentAt(addDays(todayOf(now, almanacOf(records)), 2), '00:00', almanacOf(records).zone),
  };
}

function lightNow(records: Records, { on, dim }: Care, now: number): number {
  const almanac = almanacOf(records);
  const day = todayOf(now, almanac);
  if (on?.is === 'hours' && !holds({ hours: on.spans }, now, day, almanac)) return 0;
  if (on?.is === 'hall' && !nearOpening(records, on, now)) return 0;
  return dim && holds({ hours: dim.spans }, now, day, almanac) ? dim.light : 1;
}

/** Whether the hall is open, was until `after` minutes ago, or will be in `before` minutes. */
function nearOpening(
  records: Records,
  { before, after }: { before: number; after: number },
  now: number,
): boolean {
  const hall = records.get('hall', 'hall');
  if (!hall) return true;
  const hours = { ...hall.hours, calendar: records.get('calendar', 'calendar') };
  const { open, next } = openingAt(hours, hall.timeZone, now);
  if (open || (next !== null && next - before * 60_000 <= now)) return true;
  // It closed within the last `after` minutes if it was open at any moment of them.
  const earlier = openingAt(hours, hall.timeZone, now - after * 60_000);
  return earlier.open || (earlier.next !== null && earlier.next <= now);
}

function* changesAfter(records: Records, { on, dim }: Care, now: number): Generator<number> {
  const almanac = almanacOf(records);
  const hall = records.get('hall', 'hall');
  const today = todayOf(now, almanac);
  const moments = new Set<number>();
  for (const ahead of [0, 1]) {
    const day = addDays(today, ahead);
    moments.add(momentAt(day, '00:00', almanac.zone));
    for (const hours of [dim?.spans, on?.is === 'hours' ? on.spans : undefined])
      if (hours)
        for (const { from, until } of stretchesOf({ hours }, day, almanac)) moments.add(from).add(until);
  }
  if (on?.is === 'hall' && hall) {
    const hours = { ...hall.hours, calendar: records.get('calendar', 'calendar') };
    const end = momentAt(addDays(today, 2), '00:00', almanac.zone);
    for (let at = now - on.after * 60_000; at < end;) {
      const { until } = openingAt(hours, hall.timeZone, at);
      moments
        .add(until - on.before * 60_000)
        .add(until + on.after * 60_000)
        .add(until);
      at = until;
    }
  }
  for (const moment of [...moments].sort((one, other) => one - other)) if (moment > now) yield moment;
}

/** The next moment of the nightly reload after `now` (L22), or null. */
export function reloadAfter(records: Records, screen: string, now: number): number | null {
  const { reloadAt } = careOf(records, screen);
  if (!reloadAt) return null;
  const almanac = almanacOf(records);
  const today = todayOf(now, almanac);
  const times = [0, 1, 2].map((ahead) => momentAt(addDays(today, ahead), reloadAt, almanac.zone));
  return times.find((at) => at > now) ?? null;
}
