import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../support/client.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { Receiver } from '../../support/receiver.ts';

const HOUR = 3600_000;
let test: TestHub;
let admin: string;
let panel: Client;
let receiver: Receiver;
let service: string;

beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
  panel = test.panel(admin);
  await panel.next('state:replaced');
  receiver = await Receiver.open();
  service = panel.first('service').id;
});
afterEach(async () => {
  await test.stop();
  await receiver.close();
});

interface State {
  id: string;
  waiting: number;
  delivered: number | null;
  failing: { since: number; tries: number; reason: string } | null;
  retryAt: number | null;
}

async function add(more: object = {}): Promise<{ id: string; secret: string }> {
  const body = { url: receiver.url, events: ['ticket.issued'], reach: 'lan', on: true, ...more };
  const made = await test.ask<{ id: string; secret: string }>('/api/interfaces/webhooks', {
    body,
    cookie: admin,
  });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return made.body;
}
const issue = async () => {
  const answer = await panel.give('ticket:issue', { service, kind: 'normal', confirmed: true });
  if (!answer.ok) throw new Error(answer.message);
};
const press = (path: string) =>
  test.ask(`/api/interfaces/${path}`, { method: 'POST', body: {}, cookie: admin });
async function state(id: string): Promise<State> {
  const { body } = await test.ask<{ webhooks: State[] }>('/api/interfaces/state', { cookie: admin });
  return body.webhooks.find((one) => one.id === id)!;
}
/** Asks until the state is as wanted; each question is an event of its own. */
async function reach(id: string, wanted: (state: State) => boolean): Promise<State> {
  for (;;) {
    const now = await state(id);
    if (wanted(now)) return now;
  }
}
const numbers = (messages = receiver.messages) => messages.map(({ event }) => event.ticket?.number.slice(1));

describe('a webhook', () => {
  it('[X10] [X12] is told of events in order, each signed', async () => {
    const { secret } = await add();
    for (let i = 0; i < 5; i++) await issue();
    const messages = await receiver.until(5);
    expect(numbers()).toEqual(['001', '002', '003', '004', '005']);
    for (const { headers, text, event } of messages) {
      const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['mingting-signature']))!;
      expect(Number(t)).toBe(Math.floor(test.clock.time / 1000));
      expect(v1).toBe(createHmac('sha256', secret).update(`${t}.${text}`).digest('hex'));
      expect(headers['mingting-event']).toBe(event.id);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
    }
  });

  it('[X10] keeps its secret: no page and no answer holds it afterwards', async () => {
    const { id, secret } = await add();
    await panel.reach(test.hub.hall.mark.seq);
    expect(JSON.stringify([...panel.records.everything()])).not.toContain(secret);
    expect(panel.records.get('webhook', id)).toMatchObject({ url: receiver.url });
    const again = await test.ask<{ secret: null }>('/api/interfaces/webhooks', {
      body: { id, url: receiver.url, events: [], reach: 'lan', on: true },
      cookie: admin,
    });
    expect(again.body).toEqual({ id, secret: null });
    expect(test.hub.hall.records.get('webhook', id)).toMatchObject({ secret, events: [] });
  });

  it('[X12] [X13] tries again until the receiver takes it, later ones wait behind it, and the hall goes on', async () => {
    receiver.answers = 500;
    const { id } = await add();
    await issue();
    await issue();
    await receiver.until(1);
    const failing = await reach(id, ({ retryAt }) => retryAt !== null);
    expect(failing).toMatchObject({
      waiting: 2,
      delivered: null,
      failing: { tries: 1, reason: 'status 500' },
    });
    expect(failing.retryAt! - test.clock.time).toBeGreaterThanOrEqual(4000);
    expect(failing.retryAt! - test.clock.time).toBeLessThanOrEqual(6000);
    await issue();
    await press(`webhooks/${id}/retry`);
    await receiver.until(2);
    await reach(id, (now) => now.failing?.tries === 2 && now.retryAt !== null);
    expect(numbers()).toEqual(['001', '001']);
    receiver.answers = 200;
    await press(`webhooks/${id}/retry`);
    await receiver.until(5);
    expect(numbers()).toEqual(['001', '001', '001', '002', '003']);
    expect(await reach(id, ({ waiting }) => waiting === 0)).toMatchObject({
      failing: null,
      delivered: test.clock.time,
    });
  });

  it('[X12] takes a redirect for a failure and goes nowhere else', async () => {
    receiver.answers = (response) => response.writeHead(302, { location: '/elsewhere' }).end();
    const { id } = await add();
    await issue();
    const { failing } = await reach(id, (now) => now.failing !== null);
    expect(failing?.reason).toBe('status 302');
    expect(receiver.messages.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('[X12] goes on where it was after a restart of the hub, with nothing left out', async () => {
    const { id } = await add();
    await issue();
    await receiver.until(1);
    receiver.answers = (response) => void response.on('error', () => undefined);
    await issue();
    await issue();
    // The second is on its way and is never answered; the hub goes down in the middle of it.
    await receiver.until(2);
    receiver.answers = 200;
    await test.restart();
    const messages = await receiver.until(4);
    expect(numbers(messages)).toEqual(['001', '002', '002', '003']);
    expect(messages[1]!.event.id).toBe(messages[2]!.event.id);
    expect(await reach(id, ({ waiting }) => waiting === 0)).toMatchObject({ failing: null });
  });

  it('[X11] switched off it keeps its place', async () => {
    const { id } = await add();
    const change = (on: boolean) => add({ id, on });
    await change(false);
    await issue();
    await issue();
    expect(await state(id)).toMatchObject({ waiting: 2 });
    expect(receiver.messages).toEqual([]);
    await change(true);
    await receiver.until(2);
    expect(numbers()).toEqual(['001', '002']);
  });

  it('[X14] [X15] gives up after a day: a dead letter, sent again or discarded by the admin', async () => {
    receiver.answers = 503;
    const { id } = await add();
    await issue();
    await issue();
    await reach(id, ({ retryAt }) => retryAt !== null);
    test.clock.pass(23 * HOUR);
    await issue();
    await press(`webhooks/${id}/retry`);
    await reach(id, (now) => now.failing?.tries === 2 && now.retryAt !== null);
    expect(test.hub.hall.records.count('deadletter')).toBe(0);
    test.clock.pass(2 * HOUR);
    await press(`webhooks/${id}/retry`);
    await reach(id, ({ waiting }) => waiting === 1);
    const letters = [...test.hub.hall.records.all('deadletter')];
    expect(letters.map(({ body }) => body)).toMatchObject([
      { webhook: id, type: 'ticket.issued', reason: 'status 503' },
      { webhook: id, type: 'ticket.issued', reason: 'status 503' },
    ]);
    const [first, second] = letters.map((letter) => letter.id);
    expect(await press(`letters/${first}/resend`)).toMatchObject({
      status: 502,
      body: { code: 'webhook.failed', message: expect.stringContaining('status 503') },
    });
    receiver.answers = 200;
    expect((await press(`letters/${first}/resend`)).status).toBe(200);
    expect(receiver.messages.at(-1)!.event).toMatchObject({
      id: letters[0]!.body.event,
      type: 'ticket.issued',
    });
    await panel.give('letter:discard', { ids: [second!] });
    expect(test.hub.hall.records.count('deadletter')).toBe(0);
    expect((await press(`letters/${first}/resend`)).status).toBe(404);
    await press(`webhooks/${id}/retry`);
    expect(await reach(id, ({ waiting }) => waiting === 0)).toMatchObject({ failing: null });
  });

  it('is tested out of turn, and says what went wrong', async () => {
    const { id } = await add();
    expect((await press(`webhooks/${id}/test`)).status).toBe(200);
    expect(receiver.messages[0]!.event).toMatchObject({ id: 'test', type: 'test' });
    receiver.answers = 404;
    expect(await press(`webhooks/${id}/test`)).toMatchObject({
      status: 502,
      body: { message: '没有送到：status 404。请看看接收系统是否开着、地址对不对。' },
    });
    expect((await press('webhooks/nobody/test')).status).toBe(404);
    const clerk = await test.addAccount(admin, 'li', ['clerk']);
    const asked = await test.ask(`/api/interfaces/webhooks/${id}/test`, { body: {}, cookie: clerk });
    expect(asked.status).toBe(403);
  });

  it('[X11] is gone with what it was not told', async () => {
    receiver.answers = 500;
    const { id } = await add();
    await issue();
    await reach(id, ({ retryAt }) => retryAt !== null);
    test.clock.pass(25 * HOUR);
    await press(`webhooks/${id}/retry`);
    await reach(id, ({ waiting }) => waiting === 0);
    expect(test.hub.hall.records.count('deadletter')).toBe(1);
    await panel.give('webhook:remove', { id });
    expect(test.hub.hall.records.count('deadletter')).toBe(0);
    expect(await state(id)).toBeUndefined();
  });

  it('[X16] is refused on the hub’s own computer unless that is allowed', async () => {
    const strict = await startTestHub({ hooksLoopback: false });
    const cookie = await strict.setUp();
    const body = { url: receiver.url, events: [], reach: 'anywhere', on: true };
    expect(await strict.ask('/api/interfaces/webhooks', { body, cookie })).toMatchObject({
      status: 400,
      body: { code: 'webhook.loopback' },
    });
    await strict.stop();
  });
});
