import { addDays } from '../calendar.ts';
import type { CommandInput } from '../model/command.ts';
import { today } from '../premises/hall.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';
import { hallOf } from '../premises/hall.ts';
import { appointmentSettingsOf } from './settings.ts';
import { dayOfAppointment, heldUntil, standingAt } from './standing.ts';

/** Writes down what was given up (B13), and takes away what was kept long enough (B14). Refuses `setup.missing`. */
export const sweepAppointments: RuleOf<CommandInput<'appointment:sweep'>, { id: string }> = (
  records,
  _input,
  { now },
) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const day = today(records, now);
  const { keep } = appointmentSettingsOf(records);
  const changes: Wanted[] = [];
  for (const { id, body } of records.all('appointment')) {
    const { state } = body;
    if (addDays(dayOfAppointment(records, body), keep) < day)
      changes.push({ kind: 'appointment', id, body: null });
    else if (state.is === 'confirmed' && standingAt(records, body, now) === 'given-up') {
      const { answer } = state;
      const given = { is: 'given-up' as const, answer, since: heldUntil(records, answer.time) };
      changes.push({ kind: 'appointment', id, body: { ...body, state: given } });
    }
  }
  return { changes, result: { id: hall.id } };
};
