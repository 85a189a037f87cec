import { describe, expect, test } from 'vitest';
import type { QueueSettings } from '../../../content/model/hall.ts';
import { entryCodeOf } from '../../../content/queue/entry.ts';
import { PHONE_DAILY, ticketOfCode } from '../../../content/queue/phone.ts';
import { placesOf } from '../../../content/queue/places.ts';
import { countAhead } from '../../../content/queue/tickets.ts';
import { smallHall } from '../../support/hall.ts';
import { DAY, MINUTE, must, mustRefuse, run, testWorld, type TestWorld } from '../../support/world.ts';

const PHONE = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);

function by(world: TestWorld, phone: string): TestWorld {
  world.by = { is: 'visitor', id: phone, name: '手机' };
  return world;
}

function hall(phone: QueueSettings['phone'] = 'anywhere') {
  const records = smallHall();
  const world = testWorld();
  must(records, 'queue:settings', { phone }, world.as('chen'));
  return { records, world };
}

const social = { service: 'social', kind: 'normal' } as const;

describe('taking a number by phone', () => {
  test('[M1] a hall that has not decided gives out no numbers by phone', () => {
    const records = smallHall();
    expect(mustRefuse(records, 'ticket:take', social, by(testWorld(), PHONE)).refused).toBe('phone.off');
    expect(records.count('ticket')).toBe(0);
  });

  test('[M1] with anywhere no code is asked for', () => {
    const { records, world } = hall();
    expect(entryCodeOf(records, world.now)).toBeNull();
    expect(must(records, 'ticket:take', social, by(world, PHONE)).number).toBe('A001');
  });

  test('[M2] with hall the code of the day opens the way, in any case, until midnight', () => {
    const { records, world } = hall('hall');
    const code = entryCodeOf(records, world.now)!;
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}$/);
    for (const entry of [undefined, '', 'ZZZZ', code.slice(1)])
      expect(mustRefuse(records, 'ticket:take', { ...social, entry }, by(world, PHONE)).refused).toBe(
        'phone.entry',
      );
    const typed = ` ${code.toLowerCase().slice(0, 2)}-${code.slice(2)}`;
    must(records, 'ticket:take', { ...social, entry: typed }, by(world, PHONE));
    world.wait(DAY);
    expect(entryCodeOf(records, world.now)).not.toBe(code);
    expect(mustRefuse(records, 'ticket:take', { ...social, entry: code }, by(world, PHONE)).refused).toBe(
      'phone.entry',
    );
  });

  test('[M2] two halls have two codes, and the key outlives other settings', () => {
    const one = hall('hall');
    const other = smallHall();
    const world = testWorld(2);
    must(other, 'queue:settings', { phone: 'hall' }, world.as('chen'));
    const code = entryCodeOf(one.records, one.world.now);
    expect(entryCodeOf(other, world.now)).not.toBe(code);
    must(one.records, 'queue:settings', { phone: 'off' }, one.world.as('chen'));
    expect(entryCodeOf(one.records, one.world.now)).toBeNull();
    must(one.records, 'queue:settings', { phone: 'hall' }, one.world.as('chen'));
    expect(entryCodeOf(one.records, one.world.now)).toBe(code);
  });

  test('[M3] a phone has one live ticket for a service, and another phone its own', () => {
    const { records, world } = hall();
    must(records, 'ticket:take', social, by(world, PHONE));
    expect(mustRefuse(records, 'ticket:take', social, by(world, PHONE))).toEqual({
      refused: 'phone.has-ticket',
      params: { number: 'A001', name: '社会保障' },
    });
    must(records, 'ticket:take', { service: 'civil', kind: 'normal' }, by(world, PHONE));
    must(records, 'ticket:take', social, by(world, OTHER));
    expect([...records.all('ticket')].map(({ body }) => body.number)).toEqual(['A001', 'B001', 'A002']);
  });

  test('[M3] once it is over, or on the next day, the phone takes another', () => {
    const { records, world } = hall();
    const { code } = must(records, 'ticket:take', social, by(world, PHONE));
    must(records, 'ticket:leave', { code: code! }, world);
    expect(must(records, 'ticket:take', social, by(world, PHONE)).number).toBe('A002');
    world.wait(DAY);
    expect(must(records, 'ticket:take', social, by(world, PHONE)).number).toBe('A001');
  });

  test('[M4] a phone takes six numbers a day, cancelled ones counted', () => {
    const { records, world } = hall();
    for (let taken = 0; taken < PHONE_DAILY; taken++) {
      const { code } = must(records, 'ticket:take', social, by(world, PHONE));
      must(records, 'ticket:leave', { code: code! }, world);
    }
    expect(mustRefuse(records, 'ticket:take', social, by(world, PHONE)).refused).toBe('phone.enough');
    must(records, 'ticket:take', social, by(world, OTHER));
    world.wait(DAY);
    must(records, 'ticket:take', social, by(world, PHONE));
  });

  test('[M5] the ticket keeps the hash of the phone and its origin; a service that is not there is refused', () => {
    const { records, world } = hall();
    const { id } = must(records, 'ticket:take', { service: 'civil', kind: 'priority' }, by(world, PHONE));
    expect(records.get('ticket', id)).toMatchObject({ phone: PHONE, origin: 'phone', kind: 'priority' });
    const none = { service: 'none', kind: 'normal' } as const;
    expect(mustRefuse(records, 'ticket:take', none, by(world, PHONE)).refused).toBe('service.missing');
  });

  test('[M5] only a phone takes a number by phone', () => {
    const { records, world } = hall();
    expect(mustRefuse(records, 'ticket:take', social, world.as('li')).refused).toBe('phone.off');
  });
});

describe('the page of a ticket', () => {
  test('[M7] a code is read in any case and with spaces; one of another day leads nowhere', () => {
    const { records, world } = hall();
    const { id, code } = must(records, 'ticket:take', social, by(world, PHONE));
    const typed = `${code!.slice(0, 4).toLowerCase()} ${code!.slice(4)}`;
    expect(ticketOfCode(records, typed, world.now)?.id).toBe(id);
    expect(ticketOfCode(records, '22222222', world.now)).toBeUndefined();
    expect(ticketOfCode(records, code!, world.now + DAY)).toBeUndefined();
  });

  test('[M9] leaving ends a ticket that waits; a called one is the window’s', () => {
    const { records, world } = hall();
    const { id, code } = must(records, 'ticket:take', social, by(world, PHONE));
    must(records, 'window:take', { window: 'w2' }, world.as('li'));
    must(records, 'ticket:next', { window: 'w2' }, world);
    const leave = () => mustRefuse(records, 'ticket:leave', { code: code! }, by(world, PHONE)).refused;
    expect(leave()).toBe('ticket.cancel-at-window');
    must(records, 'ticket:pass', { window: 'w2' }, world.as('li'));
    must(records, 'ticket:leave', { code: code! }, by(world, PHONE));
    expect(records.get('ticket', id)?.state.is).toBe('cancelled');
    expect(leave()).toBe('ticket.cancel-over');
    expect(mustRefuse(records, 'ticket:leave', { code: 'NONE' }, world).refused).toBe('ticket.missing');
  });

  test.each([1, 2, 3])(
    '[M8] places are what Q6 counts for each ticket, whatever happened (seed %i)',
    (seed) => {
      const records = smallHall();
      const world = testWorld(seed);
      const order = [
        { is: 'credit', minutes: 15 },
        { is: 'strict' },
        { is: 'ratio', priority: 2, normal: 1 },
      ] as const;
      must(records, 'queue:settings', { order: order[seed % 3]!, passBack: 2 }, world.as('chen'));
      for (const [clerk, window] of [
        ['li', 'w1'],
        ['wang', 'w2'],
        ['zhao', 'w3'],
      ] as const)
        must(records, 'window:take', { window }, world.as(clerk));
      for (let step = 0; step < 120; step++) {
        world.wait(world.draw(3 * MINUTE));
        const desk = world.draw(3);
        world.as(['li', 'wang', 'zhao'][desk]!);
        const window = `w${desk + 1}`;
        const deed = world.draw(5);
        if (deed < 3)
          must(
            records,
            'ticket:issue',
            {
              service: ['social', 'civil', 'land'][world.draw(3)]!,
              kind: world.draw(3) === 0 ? 'priority' : 'normal',
            },
            world,
          );
        else run(records, deed === 3 ? 'ticket:next' : 'ticket:pass', { window }, world);
        const places = placesOf(records, world.now);
        const waiting = [...records.all('ticket')].filter(({ body }) => body.state.is === 'waiting');
        expect(places.size).toBe(waiting.length);
        for (const ticket of waiting) expect(places.get(ticket.id)).toBe(countAhead(records, ticket));
      }
    },
  );
});
