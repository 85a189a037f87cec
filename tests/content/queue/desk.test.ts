import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderPolicy } from '../../../content/model/hall.ts';
import { RESTORE_MS } from '../../../content/queue/desk.ts';
import { linesAt } from '../../../content/queue/lines.ts';
import { waitingOn } from '../../../content/queue/tickets.ts';
import type { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import { smallHall } from '../../support/hall.ts';
import { DAY, MINUTE, must, mustRefuse, run, testWorld } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';

const TODAY = '2026-11-19';
let records: RecordMap;
let world: TestWorld;

beforeEach(() => {
  records = smallHall();
  world = testWorld().as('li');
});

function issue(service = 'social', kind: 'normal' | 'priority' = 'normal'): string {
  const { id } = must(records, 'ticket:issue', { service, kind }, world);
  world.wait(MINUTE);
  return id;
}
const ticket = (id: string) => records.get('ticket', id)!;
const line = (...services: string[]) =>
  waitingOn(records, TODAY, services.length ? services : undefined).map(({ body }) => body.number);
const call = (window = 'w1') => must(records, 'ticket:next', { window }, world).id;
const settings = (input: object) => {
  must(records, 'queue:settings', input, world.as('chen'));
  world.as('li');
};

describe('moving at the desk (desk.md)', () => {
  it('[G2] a ticket that moves keeps number, arrival and order, and stands where it would have stood', () => {
    issue('civil');
    const moved = issue();
    issue('civil');
    const before = ticket(moved);
    must(records, 'ticket:move', { ticket: moved, service: 'civil' }, world);
    expect(ticket(moved)).toEqual({ ...before, service: 'civil' });
    expect(line('civil')).toEqual(['B001', 'A001', 'B002']);
    expect(line('social')).toEqual([]);
  });

  it('[G2] the window that it was sent to is forgotten; limits are not asked; nothing moves to nowhere', () => {
    must(records, 'window:take', { window: 'w1' }, world);
    const id = issue();
    call();
    must(records, 'ticket:transfer', { window: 'w1', toWindow: 'w3' }, world);
    expect(ticket(id).wanted).toBe('w3');
    const land = { name: '自然资源', short: '国土', prefix: 'C', digits: 2, limits: { day: 0 } };
    must(records, 'service:save', { id: 'land', ...land }, world.as('chen'));
    must(records, 'ticket:move', { ticket: id, service: 'land' }, world.as('li'));
    expect(ticket(id)).toMatchObject({ service: 'land', number: 'A001' });
    expect('wanted' in ticket(id)).toBe(false);
    expect(mustRefuse(records, 'ticket:move', { ticket: id, service: 'none' }, world).refused).toBe(
      'service.missing',
    );
    const rev = records.rev('ticket', id);
    must(records, 'ticket:move', { ticket: id, service: 'land' }, world);
    expect(records.rev('ticket', id)).toBe(rev);
  });

  it('[G2 G3 G4] a ticket at a window, one that is over, and one of another day are left alone', () => {
    must(records, 'window:take', { window: 'w1' }, world);
    const id = issue();
    call();
    const give = () => [
      mustRefuse(records, 'ticket:move', { ticket: id, service: 'civil' }, world),
      mustRefuse(records, 'ticket:kind', { ticket: id, kind: 'priority' }, world),
      mustRefuse(records, 'ticket:return', { ticket: id }, world),
    ];
    const all = (refusal: object) => [refusal, refusal, refusal];
    const params = { number: 'A001', window: 1 };
    expect(give()).toEqual(all({ refused: 'ticket.desk-at-window', params }));
    must(records, 'ticket:finish', { window: 'w1' }, world);
    expect(give()).toEqual(all({ refused: 'ticket.desk-over', params: { number: 'A001' } }));
    world.wait(DAY);
    expect(give()).toEqual(all({ refused: 'ticket.missing' }));
  });
});

describe('the kind, set afterwards', () => {
  it('[G3] the order is that of a ticket which had this kind at issue, there and back', () => {
    const ids = [issue(), issue(), issue()];
    const last = ids[2]!;
    const before = ticket(last);
    must(records, 'ticket:kind', { ticket: last, kind: 'priority' }, world);
    expect(ticket(last)).toEqual({ ...before, kind: 'priority', order: before.issuedAt - 15 * MINUTE });
    expect(line()).toEqual(['A003', 'A001', 'A002']);
    must(records, 'ticket:kind', { ticket: last, kind: 'normal' }, world);
    expect(ticket(last)).toEqual(before);
  });

  it('[G3] a ticket that was passed keeps the place that it got, less the credit', () => {
    settings({ passBack: 'end' });
    must(records, 'window:take', { window: 'w1' }, world);
    const id = issue();
    issue();
    call();
    must(records, 'ticket:pass', { window: 'w1' }, world);
    const { order, issuedAt } = ticket(id);
    expect(order).toBeGreaterThan(issuedAt);
    must(records, 'ticket:kind', { ticket: id, kind: 'priority' }, world);
    expect(ticket(id).order).toBe(order - 15 * MINUTE);
  });
});

describe('back in line', () => {
  /** One at window 1, then five who wait. */
  function six(): string {
    must(records, 'window:take', { window: 'w1' }, world);
    const id = issue();
    call();
    for (let more = 0; more < 5; more++) issue();
    return id;
  }

  it('[G4] one on hold waits with the order that it had', () => {
    const id = six();
    must(records, 'ticket:hold', { window: 'w1' }, world);
    must(records, 'ticket:return', { ticket: id }, world);
    expect(line()).toEqual(['A001', 'A002', 'A003', 'A004', 'A005', 'A006']);
    must(records, 'ticket:return', { ticket: id }, world);
    expect(line()[0]).toBe('A001');
  });

  it.each([
    ['list', ['A002', 'A003', 'A004', 'A001', 'A005', 'A006']],
    [1, ['A002', 'A001', 'A003', 'A004', 'A005', 'A006']],
    ['end', ['A002', 'A003', 'A004', 'A005', 'A006', 'A001']],
  ] as const)('[G4] a passed one goes where the hall says: %s', (passBack, expected) => {
    const id = six();
    must(records, 'ticket:pass', { window: 'w1' }, world);
    settings({ passBack });
    must(records, 'ticket:return', { ticket: id }, world);
    expect(line()).toEqual(expected);
    expect(ticket(id).passes).toBe(1);
  });

  it('[G5] a cancelling names its reason, and is taken back within a minute to the place it had', () => {
    const [first, second] = [issue(), issue()];
    const before = ticket(first!);
    must(records, 'ticket:cancel', { ticket: first!, reason: 'mistake' }, world);
    expect(ticket(first!).state).toMatchObject({ is: 'cancelled', reason: 'mistake' });
    must(records, 'ticket:return', { ticket: first! }, world.wait(RESTORE_MS));
    expect(ticket(first!)).toEqual(before);
    must(records, 'ticket:cancel', { ticket: second! }, world);
    const late = mustRefuse(records, 'ticket:return', { ticket: second! }, world.wait(RESTORE_MS + 1));
    expect(late).toEqual({ refused: 'ticket.desk-over', params: { number: 'A002' } });
  });
});

const policies: OrderPolicy[] = [
  { is: 'credit', minutes: 15 },
  { is: 'strict' },
  { is: 'ratio', priority: 2, normal: 3 },
];

describe('nobody else moves', () => {
  it.each(policies)('[G2 G3 G4] in random days under %o', (order) => {
    settings({ order, passBack: 'list' });
    const dice = testWorld(7);
    must(records, 'window:take', { window: 'w1' }, world);
    const pick = <T>(list: readonly T[]): T => list[dice.draw(list.length)]!;
    let changed = 0;
    for (let step = 0; step < 900; step++) {
      const tickets = [...records.all('ticket')];
      const kind = pick(['normal', 'priority'] as const);
      const service = pick(['social', 'civil']);
      const roll = dice.draw(8);
      if (tickets.length < 20 || roll < 2) issue(service, kind);
      else if (roll === 2) run(records, 'ticket:next', { window: 'w1' }, world);
      else if (roll === 3) run(records, pick(['ticket:pass', 'ticket:hold']), { window: 'w1' }, world);
      else {
        const one = pick(tickets).id;
        const window = records.get('window', 'w1')!;
        const others = () =>
          linesAt(records, 'w1', window, TODAY)
            .own.filter(({ id }) => id !== one)
            .map(({ body }) => (order.is === 'ratio' ? body.kind : '') + body.number);
        const before = others();
        const deed = dice.draw(3);
        const outcome =
          deed === 0
            ? run(records, 'ticket:move', { ticket: one, service }, world)
            : deed === 1
              ? run(records, 'ticket:kind', { ticket: one, kind }, world)
              : run(records, 'ticket:return', { ticket: one }, world);
        if (isRefusal(outcome) || outcome.changes.length === 0) continue;
        changed += 1;
        expect(outcome.changes).toHaveLength(1);
        // In turns the kinds are dealt anew; within one of them nobody swaps.
        if (order.is !== 'ratio') expect(others()).toEqual(before);
        for (const its of ['normal', 'priority'])
          expect(others().filter((word) => word.startsWith(its))).toEqual(
            before.filter((word) => word.startsWith(its)),
          );
      }
    }
    expect(changed).toBeGreaterThan(60);
  });
});
