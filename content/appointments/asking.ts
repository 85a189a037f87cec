import { addWorkingDays, momentAt, planOf } from '../calendar.ts';
import { makeCode } from '../code.ts';
import type { Agreed, Appointment, AskedBy } from '../model/appointment.ts';
import type { CommandInput, CommandResult } from '../model/command.ts';
import { personOf } from '../people/person.ts';
import { calendarOf, timetableOf } from '../premises/calendar.ts';
import { hallOf, today, zoneOf } from '../premises/hall.ts';
import { refuseWayIn } from '../queue/limits.ts';
import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { Refusal, RuleOf, Wanted, World } from '../rule.ts';
import { agreementOf } from './answering.ts';
import { appointmentSettingsOf } from './settings.ts';
import { appointmentsOf, refuseWish, slotsOn } from './slots.ts';

/** Appointments that one phone number, or one phone, has asked for on the page and that are still to come (B6). */
export const PAGE_MOST = 3;
/** Somebody has to read a wish before its time comes (B6). */
export const PAGE_LEAD_MS = 2 * 3_600_000;

/**
 * 登记 (B1): what a visitor asked for, answered on the spot with `agree`. Refuses `service.missing`,
 * `appointment.wish-wrong`, and what `refuseTime` refuses.
 */
export const askAppointment: RuleOf<CommandInput<'appointment:ask'>, CommandResult<'appointment:ask'>> = (
  records,
  { askedBy, agree, confirmed, ...asked },
  world,
) => {
  if (!records.get('service', asked.service)) return refuse('service.missing');
  const sought = { ...asked, now: world.now, confirmed };
  if (!agree) {
    const refused = refuseWish(records, asked.wish, sought);
    return refused ?? kept(records, asked, askedBy, world);
  }
  const answer = agreementOf(records, agree, sought, world);
  return 'refused' in answer ? answer : kept(records, asked, askedBy, world, answer);
};

/**
 * 网页预约 (B6): a visitor asks for a free slot; the actor is the phone. Refuses `appointment.page-off`,
 * `service.missing`, `service.desk-only`, `appointment.enough`, `appointment.no-slot`, and what `refuseTime` refuses.
 */
export const bookAppointment: RuleOf<CommandInput<'appointment:book'>, CommandResult<'appointment:book'>> = (
  records,
  asked,
  world,
) => {
  const { page } = appointmentSettingsOf(records);
  if (page === 'off' || world.by.is !== 'visitor') return refuse('appointment.page-off');
  const service = records.get('service', asked.service);
  if (!service) return refuse('service.missing');
  const shut = refuseWayIn(service, world.by) ?? refuseMore(records, asked.phone, world);
  if (shut) return shut;
  const refused = refuseWish(records, asked.wish, { ...asked, now: world.now });
  if (refused) return refused;
  const { day, from, to } = asked.wish;
  const slot = slotsForPage(records, asked.service, day, world.now).find(
    (one) => one.from === from && one.to === to,
  );
  if (!slot) return refuse('appointment.no-slot');
  if (page === 'asked') return kept(records, asked, 'page', world);
  const by = { id: 'system', name: '自动确认' };
  return kept(records, asked, 'page', world, { at: world.now, by, told: 'page', time: slot.time });
};

/** The slots that a page may still offer on a day, full ones too (B6). */
export function slotsForPage(records: Records, service: string, day: string, now: number) {
  const { page } = appointmentSettingsOf(records);
  const first = page === 'asked' ? now + PAGE_LEAD_MS : now;
  return slotsOn(records, service, day, now).filter(({ time }) => time > first);
}

function refuseMore(records: Records, phone: string, { now, by }: World): Refusal | null {
  const mine = appointmentsOf(records, phone, now).length;
  const sent = [...records.all('appointment')].filter(
    ({ body }) =>
      by.is === 'visitor' &&
      body.visitor === by.id &&
      (body.state.is === 'asked' || body.state.is === 'confirmed'),
  ).length;
  return Math.max(mine, sent) >= PAGE_MOST ? refuse('appointment.enough', { count: PAGE_MOST }) : null;
}

type Asked = Pick<Appointment, 'name' | 'phone' | 'service' | 'about' | 'wish'>;

function kept(records: Records, asked: Asked, askedBy: AskedBy, world: World, answer?: Agreed) {
  const { by, now } = world;
  const id = world.newId();
  const body: Appointment = {
    ...asked,
    code: makeCode(world.newId()),
    askedBy,
    askedAt: now,
    due: dueOf(records, now, momentAt(asked.wish.day, asked.wish.from, zoneOf(records))),
    ...(by.is === 'visitor' ? {} : { registeredBy: personOf(records, by) }),
    ...(by.is === 'visitor' && /^[0-9a-f]{32}$/.test(by.id) ? { visitor: by.id } : {}),
    state: answer ? { is: 'confirmed', answer } : { is: 'asked' },
  };
  const changes: Wanted[] = [{ kind: 'appointment', id, body }];
  const hall = hallOf(records);
  // Screens see no appointments; from the first one on the hall tells them that it has some (B18).
  if (hall && hall.body.appointments === undefined)
    changes.push({ kind: 'hall', id: hall.id, body: { ...hall.body, appointments: {} } });
  return { changes, result: { id, code: body.code } };
}

/** By when a wish is answered (B1): closing time of the next working day, or the wished time, if that comes first. */
export function dueOf(records: Records, asked: number, wished: number): number {
  const day = addWorkingDays(calendarOf(records), today(records, asked), 1);
  const timetable = timetableOf(records);
  const closes = timetable ? (planOf(timetable, day).spans.at(-1)?.to ?? '24:00') : '24:00';
  const due = momentAt(day, closes, zoneOf(records));
  return wished > asked ? Math.min(due, wished) : due;
}
