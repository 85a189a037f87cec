import { addDays, clockOf, dayOf, momentAt, planOf } from '../calendar.ts';
import type { Appointment, Wish } from '../model/appointment.ts';
import type { Clock, Day } from '../model/base.ts';
import type { Span } from '../model/hall.ts';
import type { Kept } from '../model/record.ts';
import { timetableOf } from '../premises/calendar.ts';
import { today, zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { Refusal } from '../rule.ts';
import { appointmentSettingsOf } from './settings.ts';
import { dayOfAppointment, isLive, timeOf } from './standing.ts';

/** One stretch of a day with its places for one service (B2, B3). */
export interface Slot {
  from: Clock;
  to: Clock;
  /** The moment of `from`. */
  time: number;
  /** Places that are still free; 0 when taken. */
  free: number;
}

/** When there are appointments on a day: the hall's hours, and those of 双休日预约 where it is closed (B2). */
export function appointmentSpans(records: Records, day: Day): Span[] {
  const timetable = timetableOf(records);
  if (!timetable) return [];
  const { spans, weekday, exception } = planOf(timetable, day);
  if (spans.length > 0 || exception?.is === 'off') return spans;
  const { extra } = appointmentSettingsOf(records);
  return extra?.weekdays.includes(weekday) ? extra.spans : [];
}

/** The slots of a service on a day in their order, past ones too (B2, B3). `except` is not counted. */
export function slotsOn(records: Records, service: string, day: Day, now: number, except?: string): Slot[] {
  const { slot: length, places, placesOf } = appointmentSettingsOf(records);
  const zone = zoneOf(records);
  const taken = takenOn(records, service, day, now, except);
  const slots: Slot[] = [];
  for (const span of appointmentSpans(records, day))
    for (let at = minutesOf(span.from); at + length <= minutesOf(span.to); at += length) {
      const [from, to] = [clock(at), clock(at + length)];
      const [time, end] = [momentAt(day, from, zone), momentAt(day, to, zone)];
      const count = taken.filter((one) => one >= time && one < end).length;
      slots.push({ from, to, time, free: Math.max(0, (placesOf[service] ?? places) - count) });
    }
  return slots;
}

/** Moments at which live appointments of a service stand on a day. A wish for more than a slot takes no place yet. */
function takenOn(records: Records, service: string, day: Day, now: number, except?: string): number[] {
  const { slot } = appointmentSettingsOf(records);
  const taken: number[] = [];
  for (const { id, body } of records.all('appointment'))
    if (id !== except && body.service === service && isLive(records, body, now)) {
      if (body.state.is === 'asked' && lengthOf(body.wish) > slot) continue;
      if (dayOfAppointment(records, body) === day) taken.push(timeOf(records, body));
    }
  return taken;
}

interface Sought {
  service: string;
  phone: string;
  /** The appointment that is moved. */
  except?: string | undefined;
  now: number;
  /** The desk knows that it is out of the rule (B7). */
  confirmed?: true | undefined;
}

/**
 * Why a time cannot be agreed (B3–B5, B7): `appointment.past`; unless confirmed `appointment.far`,
 * `appointment.closed`, `appointment.double`, `appointment.full`.
 */
export function refuseTime(records: Records, time: number, sought: Sought): Refusal | null {
  const { now, confirmed, service, except } = sought;
  const day = dayOf(time, zoneOf(records));
  if (time <= now) return refuse('appointment.past');
  if (confirmed) return null;
  const outside = refuseDay(records, day, now) ?? refuseDouble(records, time, sought);
  if (outside) return outside;
  const at = clockOf(time, zoneOf(records));
  if (!appointmentSpans(records, day).some(({ from, to }) => at >= from && at < to))
    return refuse('appointment.closed');
  const slot = slotsOn(records, service, day, now, except).find(({ from, to }) => at >= from && at < to);
  return slot?.free === 0 ? refuse('appointment.full', { from: slot.from, to: slot.to }) : null;
}

/** Why a wish cannot be taken down (B2–B5, B7): as `refuseTime`, and `appointment.wish-wrong`. */
export function refuseWish(records: Records, wish: Wish, sought: Sought): Refusal | null {
  const { day, from, to } = wish;
  if (to <= from || !isDay(day)) return refuse('appointment.wish-wrong');
  const zone = zoneOf(records);
  const begins = momentAt(day, from, zone);
  if (lengthOf(wish) <= appointmentSettingsOf(records).slot) return refuseTime(records, begins, sought);
  if (momentAt(day, to, zone) <= sought.now) return refuse('appointment.past');
  if (sought.confirmed) return null;
  const outside = refuseDay(records, day, sought.now) ?? refuseDouble(records, begins, sought);
  if (outside) return outside;
  const open = appointmentSpans(records, day).some((span) => span.from < to && from < span.to);
  return open ? null : refuse('appointment.closed');
}

function refuseDay(records: Records, day: Day, now: number): Refusal | null {
  const { ahead } = appointmentSettingsOf(records);
  return day > addDays(today(records, now), ahead) ? refuse('appointment.far', { days: ahead }) : null;
}

/** One person has one appointment for a service on a day, and none for two services at one time (B4). */
function refuseDouble(records: Records, time: number, sought: Sought): Refusal | null {
  const day = dayOf(time, zoneOf(records));
  const other = appointmentsOf(records, sought.phone, sought.now).find(
    ({ id, body }) =>
      id !== sought.except &&
      (timeOf(records, body) === time ||
        (body.service === sought.service && dayOfAppointment(records, body) === day)),
  );
  if (!other) return null;
  return refuse('appointment.double', { time: clockOf(timeOf(records, other.body), zoneOf(records)) });
}

/** Live appointments of a phone number that are still to come. */
export function appointmentsOf(records: Records, phone: string, now: number): Kept<'appointment'>[] {
  const same = plainDial(phone);
  return [...records.all('appointment')].filter(
    ({ body }) => plainDial(body.phone) === same && body.state.is !== 'arrived' && isLive(records, body, now),
  );
}

/** A number without its dashes. */
export function plainDial(phone: Appointment['phone']): string {
  return phone.replace(/-/g, '');
}

function lengthOf({ from, to }: Pick<Wish, 'from' | 'to'>): number {
  return minutesOf(to) - minutesOf(from);
}

function minutesOf(at: string): number {
  return Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5));
}

function clock(minutes: number): Clock {
  const two = (count: number) => String(count).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `2026-02-30` fits the pattern of a day and is none. */
function isDay(day: Day): boolean {
  const moment = Date.parse(`${day}T00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
}
