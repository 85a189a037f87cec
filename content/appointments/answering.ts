import type { Agreed, Appointment } from '../model/appointment.ts';
import type { CommandInput } from '../model/command.ts';
import { personOf } from '../people/person.ts';
import { readCode } from '../code.ts';
import type { Records } from '../records.ts';
import { checkSeen } from '../revision.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, World } from '../rule.ts';
import { refuseTime, refuseWish } from './slots.ts';
import { agreedOf, standingAt } from './standing.ts';

type Agreement = NonNullable<CommandInput<'appointment:ask'>['agree']>;
type Sought = Parameters<typeof refuseTime>[2];
type Changed = { id: string };

/** What is agreed, signed. Refuses `window.missing`, and what `refuseTime` refuses. */
export function agreementOf(
  records: Records,
  { told, time, window, note }: Agreement,
  sought: Sought,
  world: World,
): Agreed | Refusal {
  if (window !== undefined && !records.get('window', window)) return refuse('window.missing');
  const refused = refuseTime(records, time, sought);
  if (refused) return refused;
  return {
    at: world.now,
    by: personOf(records, world.by),
    told,
    time,
    ...(window === undefined ? {} : { window }),
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * 答复 (B8): agrees to a time, moves an agreed one, or declines. Refuses `appointment.missing`, `record.changed`,
 * `appointment.arrived`, `appointment.cancelled`, and what `agreementOf` refuses.
 */
export const answerAppointment: RuleOf<CommandInput<'appointment:answer'>, Changed> = (
  records,
  { id, rev, confirmed, answer },
  world,
) => {
  const found = openOf(records, id, rev);
  if (isRefusal(found)) return found;
  if (answer.is === 'decline') {
    const { told, reason, approved } = answer;
    const signed = { at: world.now, by: personOf(records, world.by), told, reason, approved };
    return changed(id, { ...found, state: { is: 'refused', answer: signed } });
  }
  const { service, phone } = found;
  const agreed = agreementOf(
    records,
    answer,
    { service, phone, except: id, now: world.now, confirmed },
    world,
  );
  return isRefusal(agreed) ? agreed : changed(id, { ...found, state: { is: 'confirmed', answer: agreed } });
};

/**
 * 更正 (B12): what was registered. One that is agreed keeps its time. Refuses what `answerAppointment` refuses, and
 * `service.missing`, `appointment.wish-wrong`.
 */
export const changeAppointment: RuleOf<CommandInput<'appointment:change'>, Changed> = (
  records,
  { id, rev, confirmed, name, phone, service, about, wish },
  world,
) => {
  const found = openOf(records, id, rev);
  if (isRefusal(found)) return found;
  if (!records.get('service', service)) return refuse('service.missing');
  const sought = { service, phone, except: id, now: world.now, confirmed };
  const agreed = standingAt(records, found, world.now) === 'confirmed' ? agreedOf(found) : undefined;
  const moved =
    service !== found.service || phone !== found.phone || JSON.stringify(wish) !== JSON.stringify(found.wish);
  const refused = !moved
    ? null
    : agreed
      ? refuseTime(records, agreed.time, sought)
      : refuseWish(records, wish, sought);
  if (refused) return refused;
  const body: Appointment = { ...found, name, phone, service, wish };
  if (about === undefined) delete body.about;
  else body.about = about;
  return changed(id, body);
};

/** 取消 by the staff (B12). Refuses `appointment.missing`, `appointment.arrived`; once only, then nothing changes. */
export const cancelAppointment: RuleOf<CommandInput<'appointment:cancel'>, Changed> = (
  records,
  { id, reason },
  world,
) => {
  const found = records.get('appointment', id);
  return found ? cancel(id, found, 'staff', reason, world) : refuse('appointment.missing');
};

/** 取消 on the visitor's page (B12), by its code. Refuses as `cancelAppointment`. */
export const withdrawAppointment: RuleOf<CommandInput<'appointment:withdraw'>, Changed> = (
  records,
  { code },
  world,
) => {
  const found = appointmentOfCode(records, code);
  return found ? cancel(found.id, found.body, 'visitor', undefined, world) : refuse('appointment.missing');
};

/** The appointment that a typed code leads to. */
export function appointmentOfCode(records: Records, typed: string) {
  const code = readCode(typed);
  for (const appointment of records.all('appointment'))
    if (appointment.body.code === code) return appointment;
  return undefined;
}

function cancel(
  id: string,
  found: Appointment,
  by: 'visitor' | 'staff',
  reason: string | undefined,
  { now }: World,
) {
  if (found.state.is === 'arrived') return refuse('appointment.arrived');
  if (found.state.is === 'cancelled') return { changes: [], result: { id } };
  const answer = agreedOf(found);
  const state = { is: 'cancelled' as const, since: now, by, ...(reason ? { reason } : {}) };
  return changed(id, { ...found, state: { ...state, ...(answer ? { answer } : {}) } });
}

function changed(id: string, body: Appointment) {
  return { changes: [{ kind: 'appointment' as const, id, body }], result: { id } };
}

/** One that may still be answered: whoever came or called off is done with. */
function openOf(records: Records, id: string, rev: number | undefined): Appointment | Refusal {
  const found = records.get('appointment', id);
  if (!found) return refuse('appointment.missing');
  const stale = checkSeen(records, 'appointment', { id, ...(rev === undefined ? {} : { rev }) });
  if (stale) return stale;
  const { is } = found.state;
  if (is === 'arrived') return refuse('appointment.arrived');
  return is === 'cancelled' ? refuse('appointment.cancelled') : found;
}
