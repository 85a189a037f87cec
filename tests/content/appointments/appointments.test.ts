import { describe, expect, test } from 'vitest';
import { momentAt } from '../../../content/calendar.ts';
import { slotsOn } from '../../../content/appointments/slots.ts';
import type { AppointmentSettings } from '../../../content/model/hall.ts';
import type { CommandInput } from '../../../content/model/command.ts';
import { project } from '../../../content/projection.ts';
import { hallAlerts } from '../../../content/views/alerts.ts';
import { appointmentsOn, unanswered } from '../../../content/views/appointments.ts';
import { office, smallHall } from '../../support/hall.ts';
import { DAY, MINUTE, must, mustRefuse, testWorld, type TestWorld } from '../../support/world.ts';

/** A Saturday in the world of the tests is not open: all days here are the Monday and after. */
const MONDAY = '2026-11-23';
const at = (clock: string, day = MONDAY) => momentAt(day, clock);

function hall(settings: AppointmentSettings = {}, now = at('08:55')) {
  const records = smallHall(office);
  const world = testWorld();
  world.now = now;
  must(records, 'appointment:settings', settings, world.as('chen'));
  return { records, world };
}

const visitor = (world: TestWorld, id = 'a'.repeat(32)): TestWorld => {
  world.by = { is: 'visitor', id, name: '手机' };
  return world;
};

type Asked = CommandInput<'appointment:ask'>;
let phones = 0;
function wish(from: string, to: string, more: Partial<Asked> = {}): Asked {
  phones += 1;
  return {
    name: '王小明',
    phone: `1390000${String(phones).padStart(4, '0')}`,
    service: 'social',
    wish: { day: MONDAY, from, to },
    askedBy: 'phone',
    ...more,
  };
}
const agree = (clock: string) => ({ told: 'phone' as const, time: at(clock) });
const booking = ({ askedBy: _, agree: __, confirmed: ___, ...asked }: Asked) => asked;

describe('asking', () => {
  test('[B1] it is registered with the fields of the form, and due at closing of the next working day', () => {
    const { records, world } = hall({}, at('15:00', '2026-11-20'));
    const { id } = must(
      records,
      'appointment:ask',
      wish('10:00', '10:30', { about: '补缴' }),
      world.as('li'),
    );
    const body = records.get('appointment', id)!;
    expect(body).toMatchObject({
      name: '王小明',
      about: '补缴',
      askedBy: 'phone',
      askedAt: world.now,
      registeredBy: { id: 'li' },
      state: { is: 'asked' },
    });
    // Friday's wish is due on Monday, but before the time that was wished.
    expect(body.due).toBe(at('10:00'));
    const later = must(
      records,
      'appointment:ask',
      wish('15:00', '15:30', { wish: { day: '2026-11-25', from: '15:00', to: '15:30' } }),
      world,
    );
    expect(records.get('appointment', later.id)?.due).toBe(at('17:00'));
  });

  test('[B2] slots are the opening hours cut into stretches', () => {
    const { records, world } = hall({ slot: 45 });
    const slots = slotsOn(records, 'social', MONDAY, world.now);
    expect(slots[0]).toMatchObject({ from: '09:00', to: '09:45', free: 2 });
    expect(slots.every(({ from, to }) => to <= '12:00' || from >= '14:00')).toBe(true);
    expect(slotsOn(records, 'social', '2026-11-22', world.now)).toEqual([]);
  });

  test('[B2] 双休日预约 opens slots where the hall is closed, but not on a day off', () => {
    const extra = { weekdays: [6, 7], spans: [{ from: '09:00', to: '10:00' }] };
    const { records, world } = hall({ extra });
    expect(slotsOn(records, 'social', '2026-11-28', world.now).map(({ from }) => from)).toEqual([
      '09:00',
      '09:30',
    ]);
    const days = [{ day: '2026-11-28', is: 'off' as const, note: '' }];
    must(records, 'calendar:save', { days, lines: [] }, world.as('chen'));
    expect(slotsOn(records, 'social', '2026-11-28', world.now)).toEqual([]);
  });

  test('[B3] a service has its places in a slot, and what is called off gives its place back', () => {
    const { records, world } = hall({ places: 1, placesOf: { civil: 2 } });
    const first = must(records, 'appointment:ask', wish('09:30', '10:00'), world.as('li'));
    expect(mustRefuse(records, 'appointment:ask', wish('09:30', '10:00'), world)).toEqual({
      refused: 'appointment.full',
      params: { from: '09:30', to: '10:00' },
    });
    must(records, 'appointment:ask', wish('09:30', '10:00', { service: 'civil' }), world);
    must(records, 'appointment:ask', wish('09:30', '10:00', { service: 'civil' }), world);
    must(records, 'appointment:cancel', { id: first.id, reason: '改天' }, world);
    must(records, 'appointment:ask', wish('09:30', '10:00'), world);
  });

  test('[B4] one phone number is not booked twice', () => {
    const { records, world } = hall();
    const phone = '139-1111-2222';
    must(records, 'appointment:ask', wish('09:30', '10:00', { phone }), world.as('li'));
    const again = [
      wish('10:30', '11:00', { phone: '13911112222' }),
      wish('09:30', '10:00', { phone, service: 'civil' }),
    ];
    for (const one of again)
      expect(mustRefuse(records, 'appointment:ask', one, world).refused).toBe('appointment.double');
    must(records, 'appointment:ask', wish('10:30', '11:00', { phone, service: 'civil' }), world);
  });

  test('[B5] [B7] no past, no far, no closed time; all but the past by arrangement', () => {
    const { records, world } = hall({}, at('10:10'));
    world.as('li');
    expect(mustRefuse(records, 'appointment:ask', wish('10:00', '10:30'), world).refused).toBe(
      'appointment.past',
    );
    expect(mustRefuse(records, 'appointment:ask', wish('12:30', '13:00'), world).refused).toBe(
      'appointment.closed',
    );
    const far = wish('10:00', '10:30', { wish: { day: '2026-12-28', from: '10:00', to: '10:30' } });
    expect(mustRefuse(records, 'appointment:ask', far, world).refused).toBe('appointment.far');
    const none = wish('10:00', '10:30', { wish: { day: '2027-02-30', from: '10:00', to: '10:30' } });
    expect(mustRefuse(records, 'appointment:ask', none, world).refused).toBe('appointment.wish-wrong');
    must(records, 'appointment:ask', { ...wish('12:30', '13:00'), confirmed: true }, world);
    must(records, 'appointment:ask', { ...far, confirmed: true }, world);
    expect(
      mustRefuse(records, 'appointment:ask', { ...wish('10:00', '10:30'), confirmed: true }, world).refused,
    ).toBe('appointment.past');
  });

  test('[B6] a page asks for a free slot, three times at most, where the hall lets it', () => {
    const { records, world } = hall();
    expect(
      mustRefuse(records, 'appointment:book', booking(wish('15:00', '15:30')), visitor(world)).refused,
    ).toBe('appointment.page-off');
    must(records, 'appointment:settings', { page: 'asked' }, world.as('chen'));
    visitor(world);
    // Nobody could answer in time.
    expect(mustRefuse(records, 'appointment:book', booking(wish('10:00', '10:30')), world).refused).toBe(
      'appointment.no-slot',
    );
    expect(mustRefuse(records, 'appointment:book', booking(wish('15:00', '15:20')), world).refused).toBe(
      'appointment.no-slot',
    );
    for (const from of ['14:00', '14:30', '15:00'])
      must(
        records,
        'appointment:book',
        booking(wish(from, from.endsWith('00') ? from.replace('00', '30') : '15:00')),
        world,
      );
    expect(mustRefuse(records, 'appointment:book', booking(wish('16:00', '16:30')), world).refused).toBe(
      'appointment.enough',
    );
    expect(unanswered(records, world.now)).toHaveLength(3);
  });

  test('[B6] at once a free slot is theirs', () => {
    const { records, world } = hall({ page: 'at-once' });
    const { id } = must(records, 'appointment:book', booking(wish('09:30', '10:00')), visitor(world));
    expect(records.get('appointment', id)?.state).toMatchObject({
      is: 'confirmed',
      answer: { time: at('09:30'), told: 'page' },
    });
  });
});

describe('answering', () => {
  test('[B8] agreeing, moving, declining are signed; a refusal names who led', () => {
    const { records, world } = hall();
    const { id } = must(records, 'appointment:ask', wish('09:00', '12:00'), world.as('li'));
    must(
      records,
      'appointment:answer',
      { id, answer: { is: 'agree', ...agree('10:00'), note: '身份证' } },
      world,
    );
    expect(records.get('appointment', id)?.state).toMatchObject({
      answer: { by: { id: 'li' }, time: at('10:00'), note: '身份证' },
    });
    must(records, 'appointment:answer', { id, answer: { is: 'agree', ...agree('11:00') } }, world);
    expect(appointmentsOn(records, MONDAY, world.now).map(({ time }) => time)).toEqual([at('11:00')]);
    const no = { is: 'decline' as const, told: 'phone' as const, reason: '当天停办', approved: '陈主任' };
    must(records, 'appointment:answer', { id, answer: no }, world);
    expect(records.get('appointment', id)?.state).toMatchObject({
      is: 'refused',
      answer: no.reason ? { approved: '陈主任' } : {},
    });
    expect(mustRefuse(records, 'appointment:answer', { id, rev: 1, answer: no }, world).refused).toBe(
      'record.changed',
    );
  });

  test('[B12] corrected until somebody came, called off by either side, once', () => {
    const { records, world } = hall();
    const asked = wish('10:00', '10:30');
    const { id, code } = must(
      records,
      'appointment:ask',
      { ...asked, agree: agree('10:00') },
      world.as('li'),
    );
    const fields = booking(asked);
    must(records, 'appointment:change', { id, ...fields, name: '王大明' }, world);
    expect(records.get('appointment', id)).toMatchObject({
      name: '王大明',
      state: { is: 'confirmed', answer: { time: at('10:00') } },
    });
    must(records, 'appointment:withdraw', { code: code.toLowerCase() }, visitor(world));
    expect(records.get('appointment', id)?.state).toMatchObject({ is: 'cancelled', by: 'visitor' });
    must(records, 'appointment:cancel', { id }, world.as('li'));
    expect(records.get('appointment', id)?.state).toMatchObject({ by: 'visitor' });
    expect(mustRefuse(records, 'appointment:change', { id, ...fields }, world).refused).toBe(
      'appointment.cancelled',
    );
  });
});

describe('coming', () => {
  function agreed(clock = '10:00', settings: AppointmentSettings = {}) {
    const { records, world } = hall(settings);
    const asked = wish(clock, '11:00', { phone: '13912345678', agree: agree(clock) });
    return { records, world, ...must(records, 'appointment:ask', asked, world.as('li')) };
  }

  test('[B9] early or late within the hold, it counts from its time', () => {
    for (const clock of ['09:10', '10:00', '10:30']) {
      const { records, world, code } = agreed();
      world.now = at(clock);
      const { id, kind } = must(records, 'appointment:arrive', { code }, world.as('li'));
      expect(kind).toBe('appointment');
      expect(records.get('ticket', id)).toMatchObject({
        kind: 'appointment',
        origin: 'appointment',
        issuedAt: world.now,
        order: at('10:00'),
        appointed: at('10:00'),
        number: 'A001',
      });
    }
  });

  test('[B9] those who came before its time are before it, those after it behind', () => {
    const { records, world, code } = agreed();
    const normal = { service: 'social', kind: 'normal' } as const;
    world.now = at('09:59');
    must(records, 'ticket:issue', normal, world.as('li'));
    world.now = at('10:05');
    must(records, 'ticket:issue', normal, world);
    world.now = at('10:20');
    expect(must(records, 'appointment:arrive', { code }, world).ahead).toBe(1);
    must(records, 'window:take', { window: 'w1' }, world);
    const called = [1, 2, 3].map(() => must(records, 'ticket:next', { window: 'w1' }, world).number);
    expect(called).toEqual(['A001', 'A003', 'A002']);
  });

  test('[B9] made a priority number it counts from its time less the credit, and may be made 预约 again', () => {
    const { records, world, code } = agreed();
    const { id } = must(records, 'appointment:arrive', { code }, world.as('li'));
    must(records, 'ticket:kind', { ticket: id, kind: 'priority' }, world);
    expect(records.get('ticket', id)?.order).toBe(at('09:45'));
    must(records, 'ticket:kind', { ticket: id, kind: 'appointment' }, world);
    expect(records.get('ticket', id)?.order).toBe(at('10:00'));
    world.now = at('09:30');
    const other = must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    expect(mustRefuse(records, 'ticket:kind', { ticket: other.id, kind: 'appointment' }, world).refused).toBe(
      'ticket.no-appointment',
    );
  });

  test('[B10] by the last four figures and the time, once, on its day', () => {
    const { records, world, code } = agreed();
    world.as('li');
    const by = (phone: string, time: string) => ({ phone, time });
    expect(mustRefuse(records, 'appointment:arrive', by('5678', '10:30'), world).refused).toBe(
      'appointment.missing',
    );
    expect(mustRefuse(records, 'appointment:arrive', by('8765', '10:00'), world).refused).toBe(
      'appointment.missing',
    );
    must(records, 'appointment:arrive', by('5678', '10:00'), world);
    expect(mustRefuse(records, 'appointment:arrive', { code }, world).refused).toBe('appointment.arrived');
    expect(records.count('ticket')).toBe(1);
    const other = agreed();
    other.world.now = at('09:00', '2026-11-20');
    expect(mustRefuse(other.records, 'appointment:arrive', { code: other.code }, other.world)).toEqual({
      refused: 'appointment.other-day',
      params: { month: 11, day: 23, time: '10:00' },
    });
  });

  test('[B10] two that fit are told apart by their codes', () => {
    const { records, world } = agreed();
    const twin = wish('10:00', '10:30', { phone: '13800005678', agree: agree('10:00') });
    must(records, 'appointment:ask', twin, world.as('li'));
    expect(mustRefuse(records, 'appointment:arrive', { phone: '5678', time: '10:00' }, world).refused).toBe(
      'appointment.which',
    );
  });

  test('[B10] at any hour, whatever the limits, and from a phone only where phones take numbers', () => {
    const { records, world, code } = agreed('14:00');
    const social = records.get('service', 'social')!;
    must(records, 'service:save', { id: 'social', ...social, limits: { day: 0 } }, world.as('chen'));
    world.now = at('12:30');
    expect(mustRefuse(records, 'appointment:arrive', { code }, visitor(world)).refused).toBe(
      'appointment.at-desk',
    );
    must(records, 'queue:settings', { phone: 'hall' }, world.as('chen'));
    expect(mustRefuse(records, 'appointment:arrive', { code, entry: 'ZZZZ' }, visitor(world)).refused).toBe(
      'phone.entry',
    );
    must(records, 'appointment:arrive', { code }, world.as('li'));
  });

  test('[B10] one that nobody agreed to opens nothing', () => {
    const { records, world } = hall();
    const { id } = must(records, 'appointment:ask', wish('10:00', '10:30'), world.as('li'));
    expect(mustRefuse(records, 'appointment:arrive', { id }, world).refused).toBe('appointment.unanswered');
  });

  test('[B11] [B13] after the hold it is given up, and an ordinary number is left', () => {
    const { records, world, code, id } = agreed('10:00', { places: 1 });
    world.now = at('10:30') + 1;
    world.as('li');
    expect(mustRefuse(records, 'appointment:arrive', { code }, world)).toEqual({
      refused: 'appointment.late',
      params: { time: '10:00', minutes: 30 },
    });
    expect(appointmentsOn(records, MONDAY, world.now)[0]?.is).toBe('given-up');
    const issued = must(records, 'appointment:arrive', { code, late: true }, world);
    expect(records.get('ticket', issued.id)).toMatchObject({ kind: 'normal', order: world.now });
    expect(records.get('appointment', id)?.state).toMatchObject({ is: 'given-up', since: at('10:30') });
    expect(mustRefuse(records, 'appointment:arrive', { code, late: true }, world).refused).toBe(
      'appointment.arrived',
    );
  });

  test.each([1, 2, 3, 4, 5, 6])('[B9] nobody lost, nobody doubled, nobody swaps, seed %i', (seed) => {
    const { records } = hall({ places: 9 });
    const world = testWorld(seed);
    world.now = at('08:55');
    world.as('li');
    const codes = new Map<string, number>();
    for (let one = 0; one < 20; one++) {
      const clock = `${['09', '10', '11'][world.draw(3)]}:${['05', '15', '30', '45'][world.draw(4)]}`;
      const asked = wish(clock, '12:00', { agree: agree(clock), confirmed: true });
      codes.set(must(records, 'appointment:ask', asked, world).code, at(clock));
    }
    must(records, 'window:take', { window: 'w1' }, world);
    const issued = new Set<string>();
    const called: string[] = [];
    const line = () =>
      [...records.all('ticket')]
        .filter(({ body }) => body.state.is === 'waiting')
        .sort((one, other) => one.body.order - other.body.order)
        .map(({ id }) => id);
    let before: string[] = [];
    for (let minute = 0; minute < 180; minute++) {
      world.wait(MINUTE);
      for (const [code, time] of codes)
        if (world.now > time - 20 * MINUTE && world.draw(15) === 0) {
          codes.delete(code);
          const { id } = must(records, 'appointment:arrive', { code, late: true }, world);
          expect(issued.has(id)).toBe(false);
          issued.add(id);
        }
      if (world.draw(3) === 0) {
        const kind = world.draw(3) === 0 ? ('priority' as const) : ('normal' as const);
        issued.add(must(records, 'ticket:issue', { service: 'social', kind }, world).id);
      }
      if (world.draw(3) === 0 && line().length > 0)
        called.push(must(records, 'ticket:next', { window: 'w1' }, world).id);
      const now = line();
      const stayed = now.filter((id) => before.includes(id));
      expect(stayed).toEqual(before.filter((id) => now.includes(id)));
      before = now;
    }
    expect(new Set([...called, ...before])).toEqual(issued);
    expect(called).toHaveLength(new Set(called).size);
    // Whoever is overtaken by an appointment came within its hold.
    for (const { body } of records.all('ticket'))
      if (body.kind === 'appointment')
        for (const other of records.all('ticket'))
          if (
            other.body.kind === 'normal' &&
            other.body.issuedAt < body.issuedAt &&
            body.order < other.body.order
          )
            expect(body.issuedAt - other.body.issuedAt).toBeLessThanOrEqual(30 * MINUTE);
  });
});

describe('afterwards', () => {
  test('[B13] [B14] the sweep writes down what was given up, and takes away what was kept long enough', () => {
    const { records, world } = hall({ keep: 2 });
    const { id } = must(
      records,
      'appointment:ask',
      { ...wish('10:00', '10:30'), agree: agree('10:00') },
      world.as('li'),
    );
    world.by = { is: 'system', name: '预约整理' };
    world.now = at('10:30');
    must(records, 'appointment:sweep', {}, world);
    expect(records.get('appointment', id)?.state.is).toBe('confirmed');
    world.wait(1);
    must(records, 'appointment:sweep', {}, world);
    expect(records.get('appointment', id)?.state).toMatchObject({ is: 'given-up', since: at('10:30') });
    world.now = at('00:00') + 3 * DAY - 1;
    must(records, 'appointment:sweep', {}, world);
    expect(records.count('appointment')).toBe(1);
    world.wait(1);
    must(records, 'appointment:sweep', {}, world);
    expect(records.count('appointment')).toBe(0);
  });

  test('[B16] screens get nothing of it, the panel not which phone it was', () => {
    const { records, world } = hall({ page: 'at-once' });
    must(records, 'appointment:book', booking(wish('15:00', '15:30')), visitor(world));
    const changes = [...records.all('appointment')];
    expect(project('screen', changes)).toEqual([]);
    for (const viewer of ['staff', 'admin'] as const) {
      const [seen] = project(viewer, changes);
      expect(seen?.body).toMatchObject({ name: '王小明' });
      expect(seen?.body).not.toHaveProperty('visitor');
    }
  });

  test('[B17] overdue answers and a window that nobody has opened are alerts', () => {
    const { records, world } = hall();
    must(records, 'appointment:ask', wish('10:00', '10:30'), world.as('li'));
    must(records, 'appointment:ask', { ...wish('10:00', '10:30'), agree: agree('10:00') }, world);
    const alerts = () =>
      hallAlerts(records, world.now)
        .filter(({ is }) => is.startsWith('appointment'))
        .map(({ is }) => is);
    world.now = at('09:44');
    expect(alerts()).toEqual([]);
    world.now = at('09:45');
    expect(alerts()).toEqual(['appointment-alone']);
    world.now = at('10:01');
    expect(alerts()).toEqual(['appointment-alone', 'appointment-overdue']);
    must(records, 'window:take', { window: 'w1' }, world);
    expect(alerts()).toEqual(['appointment-overdue']);
  });
});
