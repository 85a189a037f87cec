import { addWorkingDays, dayOf } from '../calendar.ts';
import type { CommandInput } from '../model/command.ts';
import type { Hall, RatingSettings } from '../model/hall.ts';
import { calendarOf } from '../premises/calendar.ts';
import { hallOf, zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';
import { dayEnds } from '../views/moment.ts';

/** Working days for a bad rating, unless the hall says otherwise: as for a complaint (QJ annex 4 六). */
const CASE_DAYS = 5;

/** The hall's settings of its ratings, with their defaults (E12, E17). */
export function ratingSettingsOf(records: Records): Required<RatingSettings> {
  return { caseDays: CASE_DAYS, names: 'full', ...hallOf(records)?.body.ratings };
}

/** Sets how ratings work here. Refuses `setup.missing`, `record.changed`. */
export const setRatings: RuleOf<CommandInput<'rating:settings'>, { id: string }> = (
  records,
  { rev, ...ratings },
) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const stale = checkSeen(records, 'hall', { id: hall.id, rev });
  if (stale) return stale;
  const body: Hall = { ...hall.body, ratings };
  const same = sameBody(hall.body.ratings ?? {}, ratings);
  return { changes: same ? [] : [{ kind: 'hall', id: hall.id, body }], result: { id: hall.id } };
};

/** The midnight that ends the last of the working days, by the hall's calendar, which a case of `opened` has (E12). */
export function dueOf(records: Records, opened: number): number {
  const zone = zoneOf(records);
  const last = addWorkingDays(calendarOf(records), dayOf(opened, zone), ratingSettingsOf(records).caseDays);
  let due = dayEnds(opened, zone);
  while (dayOf(due, zone) <= last) due = dayEnds(due, zone);
  return due;
}
