import { addDays, clockOf, dayOf } from '../../content/calendar.ts';
import type { CommandInput } from '../../content/model/command.ts';

const MINUTE = 60_000;

/** Made-up people who come by appointment: minutes from now, and whether it is agreed yet. Numbers that nobody has. */
const people = [
  { name: '周桂兰', phone: '19900001101', in: 20, about: '养老保险补缴', agreed: true },
  { name: '何志强', phone: '19900001202', in: 50, about: '', agreed: true },
  { name: '冉小梅', phone: '19900001303', in: 110, about: '居住证到期换领', agreed: true },
  { name: '罗建国', phone: '19900001404', in: 170, about: '帮父亲办高龄补贴', agreed: false },
] as const;

/** Appointments of the demo for the hours after `now`, at full five minutes; those after midnight are left out. */
export function demoAppointments(
  services: readonly string[],
  now: number,
): CommandInput<'appointment:ask'>[] {
  const asked: CommandInput<'appointment:ask'>[] = [];
  for (const [place, person] of people.entries()) {
    const time = Math.ceil((now + person.in * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
    const end = time + 30 * MINUTE;
    const service = services[place % services.length];
    if (service === undefined) continue;
    // What nobody has answered yet is for tomorrow.
    const wish = person.agreed
      ? { day: dayOf(time), from: clockOf(time), to: clockOf(end) }
      : { day: addDays(dayOf(now), 1), from: '10:00', to: '10:30' };
    if (person.agreed && dayOf(end) !== dayOf(now)) continue;
    asked.push({
      name: person.name,
      phone: person.phone,
      service,
      wish,
      askedBy: person.agreed ? 'phone' : 'letter',
      ...(person.about ? { about: person.about } : {}),
      ...(person.agreed ? { agree: { told: 'phone' as const, time, note: '身份证原件' } } : {}),
    });
  }
  return asked;
}
