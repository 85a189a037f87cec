import { afterEach, beforeEach, expect, it, describe } from 'vitest';
import { callsOf } from '../../display/calls.ts';
import { Turns, TURN_MS } from '../../display/turns.ts';
import type { Client } from '../support/client.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';

/** What halls have suffered with other systems (queues of the field): each is done to a whole hub. */
let test: TestHub;
let admin: string;
beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
});
afterEach(() => test.stop());

const HOUR = 3_600_000;

/** The hub asks too many requests of one page to wait; what it does is not the point here. */
async function insist<T>(
  ask: () => Promise<{ ok: true; value: T } | { ok: false; code: string; message: string }>,
) {
  for (;;) {
    const reply = await ask();
    if (reply.ok || reply.code !== 'request.too-many') return reply;
    test.clock.pass(10_000);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

async function panel(cookie: string): Promise<Client> {
  const page = test.panel(cookie);
  await page.next('state:replaced');
  return page;
}

/** A clerk who holds the window of this number, which calls the hall's every service. */
async function clerkAt(
  number: number,
): Promise<{ page: Client; cookie: string; window: string; service: string }> {
  const boss = await panel(admin);
  const services = [...boss.records.all('service')].map(({ id }) => id);
  const at = [...boss.records.all('window')].find(({ body }) => body.number === number);
  const saved = await boss.give('window:save', {
    id: at?.id,
    number,
    name: `${number}号`,
    business: [],
    services,
  });
  if (!saved.ok) throw new Error(saved.message);
  const cookie = await test.addAccount(admin, `chuang${number}`, ['clerk']);
  const page = await panel(cookie);
  const taken = await page.give('window:take', { window: saved.value.id });
  if (!taken.ok) throw new Error(taken.message);
  boss.close();
  return { page, cookie, window: saved.value.id, service: services[0]! };
}

describe('faults', () => {
  it('[Q48] two panels of one clerk that press next at once call one visitor, and skip none', async () => {
    const { page, cookie, window, service } = await clerkAt(2);
    const other = await panel(cookie);
    for (let i = 0; i < 3; i++) await page.give('ticket:issue', { service, kind: 'normal' });
    const input = { window, seen: null };
    const answers = await Promise.all([
      page.give('ticket:next', input, 'panel-one'),
      other.give('ticket:next', input, 'panel-two'),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'window.moved' });
    await page.reach(test.hub.hall.mark.seq);
    const called = [...page.records.all('ticket')].filter(({ body }) => body.call);
    expect(called.map(({ id }) => id)).toEqual([page.records.get('window', window)?.ticket]);
    // Whoever is told of the change sees it, and may press again.
    const seen = page.records.get('window', window)!.ticket;
    expect(await other.give('ticket:next', { window, seen })).toMatchObject({ ok: true });
  });

  it('eight callers over 1,000 tickets call each once, in the order of issue, and none is left', async () => {
    const { hall } = test.hub;
    const callers = await Promise.all([2, 3, 4, 5, 6, 7, 8, 9].map((number) => clerkAt(number)));
    const issued: string[] = [];
    for (let i = 0; i < 1000; i++) {
      const by = { is: 'system', name: '测试' } as const;
      const { service } = callers[0]!;
      const answer = await hall.execute('ticket:issue', { service, kind: 'normal' }, by);
      if (!answer.ok) break;
      issued.push(answer.value.number);
    }
    expect(issued.length).toBeGreaterThan(990);
    const called: string[] = [];
    const stop = hall.onCommit(({ command, result }) => {
      if (command === 'ticket:next') called.push((result as { number: string }).number);
    });
    await Promise.all(
      callers.map(async ({ page, window }) => {
        for (let i = 0; ; i++) {
          const reply = await insist(() => page.give('ticket:next', { window }, `call-${window}-${i}`));
          if (!reply.ok) return expect(reply.code).toBe('queue.empty');
        }
      }),
    );
    stop();
    expect(called).toEqual(issued);
    for (const { page } of callers) expect(page.faults).toEqual([]);
  });

  it('a day that ends with tickets open leaves nothing at the windows, and the next day begins at 001', async () => {
    const { page, window, service } = await clerkAt(2);
    for (let i = 0; i < 3; i++) await page.give('ticket:issue', { service, kind: 'normal' });
    await page.give('ticket:next', { window });
    await page.give('ticket:start', { window });
    test.clock.pass(24 * HOUR);
    expect(await page.give('ticket:recall', { window })).toMatchObject({
      ok: false,
      code: 'window.no-ticket',
    });
    expect(await page.give('ticket:next', { window })).toMatchObject({ ok: false, code: 'queue.empty' });
    const fresh = await page.give('ticket:issue', { service, kind: 'normal' });
    expect(fresh).toMatchObject({ ok: true, value: { number: expect.stringMatching(/001$/), ahead: 0 } });
    await page.reach(test.hub.hall.mark.seq);
    expect([...page.records.all('ticket')]).toHaveLength(1);
    expect(page.records.get('window', window)?.ticket).toBeNull();
    expect(await page.give('ticket:next', { window })).toMatchObject({ ok: true });
  });

  it('a clock that goes back an hour changes neither the order nor what the boards announce', async () => {
    const { page, window, service } = await clerkAt(2);
    const { screen } = await test.pairBoard(admin);
    test.clock.pass(HOUR);
    const turns = new Turns();
    let steady = 0;
    const announced = () => {
      turns.learn(callsOf(screen.records), test.clock.now());
      const { turn, sounds } = turns.step((steady += TURN_MS));
      return sounds ? turn!.call.number : null;
    };
    const issue = () => insist(() => page.give('ticket:issue', { service, kind: 'normal' }));
    const call = async () => {
      const reply = await page.give('ticket:next', { window });
      await screen.reach(test.hub.hall.mark.seq);
      return reply.ok ? reply.value.number : reply.code;
    };
    await issue();
    await issue();
    const first = await call();
    expect(announced()).toBe(first);
    test.clock.pass(-HOUR);
    await issue();
    for (const serial of ['002', '003']) {
      const number = await call();
      expect(number).toMatch(new RegExp(`${serial}$`));
      expect(announced()).toBe(number);
    }
  });
});
