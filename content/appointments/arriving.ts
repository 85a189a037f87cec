import { readCode } from '../code.ts';
import { clockOf, dayOf } from '../calendar.ts';
import type { Agreed, Appointment } from '../model/appointment.ts';
import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import { today, zoneOf } from '../premises/hall.ts';
import { entryCodeOf } from '../queue/entry.ts';
import { settingsOf } from '../queue/settings.ts';
import { issueTicket, newTicket } from '../queue/tickets.ts';
import type { Records } from '../records.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, World } from '../rule.ts';
import { appointmentOfCode } from './answering.ts';
import { appointmentSettingsOf } from './settings.ts';
import { agreedOf, dayOfAppointment, heldUntil, timeOf } from './standing.ts';

type Input = CommandInput<'appointment:arrive'>;
type Result = CommandResult<'appointment:arrive'>;

/**
 * 签到 (B9–B11): the visitor is here and gets a number that counts from the appointed time; with `late` an ordinary
 * one after that has been given up. Refuses `appointment.missing`, `appointment.which`, `phone.off`, `phone.entry`,
 * `appointment.unanswered`, `appointment.declined`, `appointment.cancelled`, `appointment.arrived`,
 * `appointment.other-day`, `appointment.late`, `service.missing`, `queue.full`, and late what `issueTicket` refuses.
 */
export const arriveByAppointment: RuleOf<Input, Result> = (records, input, world) => {
  const away = refusePlace(records, input.entry, world);
  if (away) return away;
  const found = findAppointment(records, input, world.now);
  if (isRefusal(found)) return found;
  const { id, body } = found;
  const agreed = readyOf(records, body, world.now);
  if (isRefusal(agreed)) return agreed;
  const service = records.get('service', body.service);
  if (!service) return refuse('service.missing');
  const late = body.state.is === 'given-up' || world.now > heldUntil(records, agreed.time);
  if (late && !input.late)
    return refuse('appointment.late', {
      time: clockOf(agreed.time, zoneOf(records)),
      minutes: appointmentSettingsOf(records).hold,
    });
  const issued = late
    ? issueTicket(records, { service: body.service, kind: 'normal' }, world)
    : newTicket(
        records,
        service,
        body.service,
        { kind: 'appointment', origin: 'appointment', appointed: agreed.time },
        world,
      );
  if (isRefusal(issued)) return issued;
  const ticket = issued.result.id;
  const state: Appointment['state'] = late
    ? { is: 'given-up', answer: agreed, since: heldUntil(records, agreed.time), ticket }
    : { is: 'arrived', answer: agreed, ticket, since: world.now };
  return {
    changes: [...issued.changes, { kind: 'appointment', id, body: { ...body, state } }],
    result: { ...issued.result, kind: late ? 'normal' : 'appointment', service: body.service },
  };
};

/** A phone checks in where it may take a number: nowhere, in the hall with the code of the day, or anywhere (M1, M2). */
function refusePlace(records: Records, entry: string | undefined, { by, now }: World): Refusal | null {
  if (by.is !== 'visitor') return null;
  const { phone } = settingsOf(records);
  if (phone === 'off') return refuse('appointment.at-desk');
  if (phone === 'hall' && readCode(entry ?? '') !== entryCodeOf(records, now)) return refuse('phone.entry');
  return null;
}

/** By its record, by the code, or among today's by the end of the phone number and the time (B10). */
function findAppointment(
  records: Records,
  { id, code, phone, time }: Input,
  now: number,
): Kept<'appointment'> | Refusal {
  const missing = refuse('appointment.missing');
  if (id !== undefined) {
    const body = records.get('appointment', id);
    return body ? { kind: 'appointment', id, rev: records.rev('appointment', id), body } : missing;
  }
  if (code !== undefined) return appointmentOfCode(records, code) ?? missing;
  if (phone === undefined || time === undefined) return missing;
  const day = today(records, now);
  const zone = zoneOf(records);
  const found = [...records.all('appointment')].filter(
    ({ body }) =>
      agreedOf(body) !== undefined &&
      body.state.is !== 'cancelled' &&
      body.phone.endsWith(phone) &&
      dayOfAppointment(records, body) === day &&
      clockOf(timeOf(records, body), zone) === time,
  );
  const [first] = found;
  if (!first) return missing;
  return found.length > 1 ? refuse('appointment.which') : first;
}

/** What was agreed for today, or why nobody can come by it. */
function readyOf(records: Records, { state }: Appointment, now: number): Agreed | Refusal {
  switch (state.is) {
    case 'asked':
      return refuse('appointment.unanswered');
    case 'refused':
      return refuse('appointment.declined');
    case 'cancelled':
      return refuse('appointment.cancelled');
    case 'arrived':
      return refuse('appointment.arrived');
    case 'given-up':
    case 'confirmed': {
      if (state.is === 'given-up' && state.ticket !== undefined) return refuse('appointment.arrived');
      const { time } = state.answer;
      const zone = zoneOf(records);
      const day = dayOf(time, zone);
      if (day === today(records, now)) return state.answer;
      const [, month, date] = day.split('-').map(Number);
      return refuse('appointment.other-day', {
        month: month ?? 0,
        day: date ?? 0,
        time: clockOf(time, zone),
      });
    }
  }
}
