import { CHINA, checkHours, dayOf } from '../calendar.ts';
import type { Day } from '../model/base.ts';
import type { CommandInput } from '../model/command.ts';
import type { Hall } from '../model/hall.ts';
import type { Kept } from '../model/record.ts';
import { composeName, tidyPlace } from '../naming.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';

/** The hall's own record; there is one once the hall is set up. */
export function hallOf(records: Records): Kept<'hall'> | undefined {
  for (const hall of records.all('hall')) return hall;
  return undefined;
}

/** The hall's time zone. Before set-up there is none, and then the one that all of China keeps. */
export function zoneOf(records: Records): string {
  return hallOf(records)?.body.timeZone ?? CHINA;
}

/** The calendar day of `now` in the hall. */
export function today(records: Records, now: number): Day {
  return dayOf(now, zoneOf(records));
}

/**
 * Moves or renames the hall, or changes its hours (R6). Refuses `setup.missing`, `record.changed`,
 * `hours.wrong`, `standard.unknown`, and what `composeName` refuses.
 */
export const updateHall: RuleOf<CommandInput<'hall:update'>, { id: string }> = (
  records,
  { rev, placeKind, place, hours },
  world,
) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const stale = checkSeen(records, 'hall', { id: hall.id, rev });
  if (stale) return stale;
  const wrong = checkHours(hours);
  if (wrong) return wrong;
  const standard = world.standard(hall.body.standard);
  if (!standard) return refuse('standard.unknown', { standard: hall.body.standard });
  const composed = composeName(standard, placeKind, place);
  if (isRefusal(composed)) return composed;
  const body: Hall = { ...hall.body, name: composed.name, placeKind, place: tidyPlace(place), hours };
  const changes = sameBody(hall.body, body) ? [] : [{ kind: 'hall' as const, id: hall.id, body }];
  return { changes, result: { id: hall.id } };
};
