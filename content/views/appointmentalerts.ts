import { appointmentSettingsOf } from '../appointments/settings.ts';
import type { Records } from '../records.ts';
import { appointmentsOn, unanswered } from './appointments.ts';
import { today } from '../premises/hall.ts';

const MINUTE = 60_000;
/** Staff are at their window before an appointed time (HN 6.2.4). */
export const READY_MS = 15 * MINUTE;

export type AppointmentAlert =
  /** Wishes whose answer is overdue (B17), since the first was due. */
  | { is: 'appointment-overdue'; count: number; since: number }
  /** An appointed time is near, and no open window serves it (B17). */
  | { is: 'appointment-alone'; service: { id: string; name: string }; time: number; since: number };

/** What is to be seen to of the appointments at `now` (B17). */
export function appointmentAlerts(records: Records, now: number): AppointmentAlert[] {
  const late = unanswered(records, now).filter(({ overdue }) => overdue);
  const alerts: AppointmentAlert[] = [];
  const [first] = late;
  if (first) alerts.push({ is: 'appointment-overdue', count: late.length, since: first.kept.body.due });
  return [...alerts, ...alone(records, now)];
}

function alone(records: Records, now: number): AppointmentAlert[] {
  const served = new Set<string>();
  for (const { body } of records.all('window'))
    if (body.state.is === 'open') for (const service of body.services) served.add(service);
  const told = new Map<string, AppointmentAlert>();
  const hold = appointmentSettingsOf(records).hold * MINUTE;
  for (const { kept, is, time } of appointmentsOn(records, today(records, now), now)) {
    const id = kept.body.service;
    const near = is === 'confirmed' && now >= time - READY_MS && now <= time + hold;
    if (!near || served.has(id) || told.has(id)) continue;
    const name = records.get('service', id)?.name ?? id;
    told.set(id, { is: 'appointment-alone', service: { id, name }, time, since: time - READY_MS });
  }
  return [...told.values()];
}
