import { slotsForPage } from '../appointments/asking.ts';
import { appointmentSettingsOf } from '../appointments/settings.ts';
import type { Slot } from '../appointments/slots.ts';
import { agreedOf, heldUntil, standingAt, timeOf } from '../appointments/standing.ts';
import { addDays, clockOf, weekdayOf } from '../calendar.ts';
import type { Appointment, AppointmentState } from '../model/appointment.ts';
import type { Day } from '../model/base.ts';
import type { AppointmentSettings } from '../model/hall.ts';
import { today, zoneOf } from '../premises/hall.ts';
import { settingsOf } from '../queue/settings.ts';
import type { Records } from '../records.ts';

export interface BookDay {
  day: Day;
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
  /** Free places of all slots that may still be asked for. */
  free: number;
}

/** What a visitor may ask for on the page (B6), as far as it is chosen. */
export interface BookPage {
  mode: NonNullable<AppointmentSettings['page']>;
  /** Days for which what the visitor writes is kept (B14). */
  keep: number;
  services: { id: string; name: string; group: string }[];
  service: { id: string; name: string } | null;
  days: BookDay[];
  day: BookDay | null;
  slots: Slot[];
}

export function bookPage(
  records: Records,
  chosen: { service?: string | undefined; day?: string | undefined },
  now: number,
): BookPage {
  const { page: mode, ahead, keep } = appointmentSettingsOf(records);
  const services = [...records.all('service')]
    .filter(({ body }) => mode !== 'off' && !body.closedTo?.includes('phone'))
    .sort((one, other) => (one.body.prefix < other.body.prefix ? -1 : 1))
    .map(({ id, body }) => ({ id, name: body.name, group: body.group ?? '' }));
  const service = services.find(({ id }) => id === chosen.service) ?? null;
  const days: BookDay[] = [];
  const first = today(records, now);
  if (service)
    for (let on = 0; on <= ahead; on++) {
      const day = addDays(first, on);
      const slots = slotsForPage(records, service.id, day, now);
      if (slots.length === 0) continue;
      days.push({ day, weekday: weekdayOf(day), free: slots.reduce((sum, { free }) => sum + free, 0) });
    }
  const day = days.find((one) => one.day === chosen.day) ?? null;
  const slots = service && day ? slotsForPage(records, service.id, day.day, now) : [];
  return { mode, keep, services, service, days, day, slots };
}

/** What the page of a code tells (B16): of this appointment only, its name and number masked. */
export interface BookedPage {
  is: AppointmentState['is'];
  code: string;
  service: string;
  name: string;
  phone: string;
  /** The agreed moment, or the one that was wished; in the hall's time. */
  day: Day;
  weekday: number;
  from: string;
  /** End of the wished stretch; null once a time is agreed. */
  to: string | null;
  /** Until when it is held. */
  until: string;
  due: number;
  window: number | null;
  note: string | null;
  reason: string | null;
  /** Page of the number in the queue, once there is one. */
  ticket: { number: string; code: string } | null;
  /** How this phone may check in now: with the code of the day, without, or not (B10). */
  arrive: 'code' | 'free' | 'no';
}

export function bookedPage(records: Records, body: Appointment, now: number): BookedPage {
  const zone = zoneOf(records);
  const agreed = agreedOf(body);
  const time = timeOf(records, body);
  const day = agreed ? today(records, time) : body.wish.day;
  const { state } = body;
  const is = standingAt(records, body, now);
  const issued = 'ticket' in state && state.ticket ? records.get('ticket', state.ticket) : undefined;
  const window = agreed?.window === undefined ? undefined : records.get('window', agreed.window);
  const { phone } = settingsOf(records);
  const here = is === 'confirmed' && day === today(records, now);
  return {
    is,
    code: body.code,
    service: records.get('service', body.service)?.name ?? '',
    name: maskName(body.name),
    phone: maskPhone(body.phone),
    day,
    weekday: weekdayOf(day),
    from: agreed ? clockOf(agreed.time, zone) : body.wish.from,
    to: agreed ? null : body.wish.to,
    until: clockOf(heldUntil(records, time), zone),
    due: body.due,
    window: window?.number ?? null,
    note: agreed?.note ?? null,
    reason: state.is === 'refused' ? state.answer.reason : null,
    ticket: issued?.code === undefined ? null : { number: issued.number, code: issued.code },
    arrive: !here || phone === 'off' ? 'no' : phone === 'hall' ? 'code' : 'free',
  };
}

/** 王**: the family name, so that people know their own appointment from another's. */
function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(rest.length, 2));
}

/** 139****5678. */
function maskPhone(phone: string): string {
  const plain = phone.replace(/-/g, '');
  return plain.length < 8 ? '*'.repeat(plain.length) : `${plain.slice(0, 3)}****${plain.slice(-4)}`;
}
