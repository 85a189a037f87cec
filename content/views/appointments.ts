import { dayOfAppointment, heldUntil, standingAt, timeOf } from '../appointments/standing.ts';
import type { AppointmentState } from '../model/appointment.ts';
import type { Day } from '../model/base.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';

export interface AppointmentRow {
  kept: Kept<'appointment'>;
  /** Where it stands now: given up once its hold is over. */
  is: AppointmentState['is'];
  /** The moment from which it counts, or is wished. */
  time: number;
  /** The last moment at which it is held. */
  until: number;
  overdue: boolean;
}

/** Appointments of a day by their time, called-off ones last. */
export function appointmentsOn(records: Records, day: Day, now: number): AppointmentRow[] {
  const off = ({ is }: AppointmentRow) => Number(is === 'cancelled' || is === 'refused');
  return rows(records, now)
    .filter(({ kept }) => dayOfAppointment(records, kept.body) === day)
    .sort((one, other) => off(one) - off(other) || one.time - other.time);
}

/** Wishes that nobody has answered, whatever their day, by when they are due. */
export function unanswered(records: Records, now: number): AppointmentRow[] {
  return rows(records, now)
    .filter(({ is }) => is === 'asked')
    .sort((one, other) => one.kept.body.due - other.kept.body.due);
}

function rows(records: Records, now: number): AppointmentRow[] {
  return [...records.all('appointment')].map((kept) => {
    const time = timeOf(records, kept.body);
    const is = standingAt(records, kept.body, now);
    return {
      kept,
      is,
      time,
      until: heldUntil(records, time),
      overdue: is === 'asked' && kept.body.due < now,
    };
  });
}
