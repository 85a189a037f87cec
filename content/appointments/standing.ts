import { dayOf, momentAt } from '../calendar.ts';
import type { Agreed, Appointment, AppointmentState } from '../model/appointment.ts';
import type { Day } from '../model/base.ts';
import { zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { appointmentSettingsOf } from './settings.ts';

const MINUTE = 60_000;

/** What was agreed, if anything was. */
export function agreedOf({ state }: Appointment): Agreed | undefined {
  return 'answer' in state && state.answer && 'time' in state.answer ? state.answer : undefined;
}

/** The moment from which it counts: the agreed one, else the beginning of what was wished. */
export function timeOf(records: Records, appointment: Appointment): number {
  const { wish } = appointment;
  return agreedOf(appointment)?.time ?? momentAt(wish.day, wish.from, zoneOf(records));
}

/** The day on which it is, or was wished. */
export function dayOfAppointment(records: Records, appointment: Appointment): Day {
  const agreed = agreedOf(appointment);
  return agreed ? dayOf(agreed.time, zoneOf(records)) : appointment.wish.day;
}

/** The last moment at which an agreed time is kept (B11), in ms. */
export function heldUntil(records: Records, time: number): number {
  return time + appointmentSettingsOf(records).hold * MINUTE;
}

/** Where it stands at `now`: one that nobody came for is given up at its moment, written down or not (B13). */
export function standingAt(records: Records, { state }: Appointment, now: number): AppointmentState['is'] {
  const over = state.is === 'confirmed' && now > heldUntil(records, state.answer.time);
  return over ? 'given-up' : state.is;
}

/** Whether it takes a place: asked, agreed or come. */
export function isLive(records: Records, appointment: Appointment, now: number): boolean {
  const is = standingAt(records, appointment, now);
  return is === 'asked' || is === 'confirmed' || is === 'arrived';
}
