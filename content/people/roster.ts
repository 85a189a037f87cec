import type { CommandInput } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import type { Duty, DutyRole, Roster } from '../model/roster.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';

/** Roles in the order in which screens show them. */
export const dutyRoles: readonly DutyRole[] = ['leader', 'director', 'chief', 'desk', 'rest'];

/**
 * Saves the roster of a month whole (Z8); an empty one is removed. Refuses `record.changed`,
 * `roster.day-wrong`, `roster.twice`, `staff.missing`.
 */
export const saveRoster: RuleOf<CommandInput<'roster:save'>, { id: string }> = (
  records,
  { month, rev, days },
) => {
  const before = records.get('roster', month);
  const stale = before && checkSeen(records, 'roster', { id: month, ...(rev === undefined ? {} : { rev }) });
  if (stale) return stale;
  const seen = new Set<string>();
  for (const { date, role, staff } of days) {
    if (!date.startsWith(`${month}-`) || !isDay(date)) return refuse('roster.day-wrong', { day: date });
    if (seen.has(`${date} ${role}`)) return refuse('roster.twice', { day: date });
    seen.add(`${date} ${role}`);
    if (staff.some((id) => !records.get('staff', id))) return refuse('staff.missing');
  }
  const body: Roster | null = days.length > 0 ? { days: [...days].sort(byDay) } : null;
  const same = body === null ? before === undefined : sameBody(before, body);
  return { changes: same ? [] : [{ kind: 'roster', id: month, body }], result: { id: month } };
};

/** Who is on duty on a day (Z9), by role in their order; people who are gone are left out, and roles with nobody left. */
export function onDuty(
  rosters: Iterable<Kept<'roster'>>,
  known: { has(id: string): boolean },
  day: string,
): Duty[] {
  for (const { id, body } of rosters) {
    if (id !== day.slice(0, 7)) continue;
    return body.days
      .filter(({ date }) => date === day)
      .map((duty) => ({ ...duty, staff: duty.staff.filter((one) => known.has(one)) }))
      .filter(({ staff }) => staff.length > 0);
  }
  return [];
}

/** `onDuty` of a hall's records. */
export function dutiesOn(records: Records, day: string): Duty[] {
  return onDuty(records.all('roster'), { has: (id) => records.get('staff', id) !== undefined }, day);
}

function byDay(one: Duty, other: Duty): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  return dutyRoles.indexOf(one.role) - dutyRoles.indexOf(other.role);
}

function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}
