import { slotsOn } from '../content/appointments/slots.ts';
import type { Slot } from '../content/appointments/slots.ts';
import { momentAt } from '../content/calendar.ts';
import type { Wish } from '../content/model/appointment.ts';
import type { Records } from '../content/records.ts';
import { readClock } from './dates.ts';

/** Another time than a slot. */
export const OTHER = 'other';

/** A day and a time as somebody is choosing them. */
export class TimeDraft {
  day = $state('');
  /** `09:00-09:30`, or OTHER. */
  slot = $state('');
  from = $state('');
  to = $state('');

  constructor({ day, from, to }: Wish, slots: readonly Slot[]) {
    this.day = day;
    this.from = from;
    this.to = to;
    const fitting = slots.find((slot) => slot.from === from && slot.to === to);
    this.slot = fitting ? keyOf(fitting) : from ? OTHER : '';
  }

  /** What is chosen; null while it is none. */
  wish: Wish | null = $derived.by(() => {
    const [from = '', to = ''] = this.slot === OTHER ? [this.from, this.to] : this.slot.split('-');
    const [begins, ends] = [readClock(from), to === '24:00' ? to : readClock(to)];
    const day = /^\d{4}-\d{2}-\d{2}$/.test(this.day);
    return day && begins && ends ? { day: this.day, from: begins, to: ends } : null;
  });

  /** The moment that would be agreed. */
  moment(zone: string): number | null {
    return this.wish && momentAt(this.wish.day, this.wish.from, zone);
  }
}

export function keyOf({ from, to }: Pick<Slot, 'from' | 'to'>): string {
  return `${from}-${to}`;
}

/** The slots of a day that are still to come. */
export function slotsAhead(
  records: Records,
  service: string,
  day: string,
  now: number,
  except?: string,
): Slot[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return [];
  return slotsOn(records, service, day, now, except).filter(({ time }) => time > now);
}
