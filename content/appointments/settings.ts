import type { CommandInput } from '../model/command.ts';
import type { AppointmentSettings, Hall } from '../model/hall.ts';
import { checkHours } from '../calendar.ts';
import { hallOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';

type Settings = Required<Omit<AppointmentSettings, 'extra'>> & Pick<AppointmentSettings, 'extra'>;

/**
 * The hall's settings of appointments with their defaults (B15). 30 minutes of holding stand in the handbook (HN
 * 6.2.5); 30 days are long enough for a complaint about a visit, and no longer than that.
 */
export function appointmentSettingsOf(records: Records): Settings {
  return {
    page: 'off',
    slot: 30,
    places: 2,
    placesOf: {},
    ahead: 14,
    hold: 30,
    keep: 30,
    ...hallOf(records)?.body.appointments,
  };
}

/** Sets how appointments work here (B15). Refuses `setup.missing`, `record.changed`, `hours.wrong`. */
export const setAppointments: RuleOf<CommandInput<'appointment:settings'>, { id: string }> = (
  records,
  { rev, ...appointments },
) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const stale = checkSeen(records, 'hall', { id: hall.id, rev });
  if (stale) return stale;
  const wrong = checkHours({ spans: appointments.extra?.spans ?? [] });
  if (wrong) return wrong;
  const body: Hall = { ...hall.body, appointments };
  const same = sameBody(hall.body.appointments ?? {}, appointments);
  return { changes: same ? [] : [{ kind: 'hall', id: hall.id, body }], result: { id: hall.id } };
};
