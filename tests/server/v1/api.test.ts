import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../support/client.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { System } from '../../support/system.ts';

let test: TestHub;
let admin: string;
let panel: Client;
let system: System;

beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
  panel = test.panel(admin);
  await panel.next('state:replaced');
  system = await System.with(test, admin);
});
afterEach(() => test.stop());

const windowNumbered = (number: number) =>
  [...test.hub.hall.records.all('window')].find(({ body }) => body.number === number)!;
/** A window whose clerk is at it, and a service that it calls. */
async function openWindow(): Promise<{ number: number; id: string; service: string }> {
  for (const { id, body } of test.hub.hall.records.all('window')) {
    const service = body.services[0];
    if (service === undefined) continue;
    const taken = await panel.give('window:take', { window: id });
    if (!taken.ok) throw new Error(taken.message);
    return { number: body.number, id, service };
  }
  throw new Error('no window calls');
}
const code = (answer: { status: number; body: Record<string, unknown> }) => [
  answer.status,
  answer.body['code'],
];

describe('keys', () => {
  it('[X1] is told once; neither the journal nor a page ever holds it', async () => {
    expect(system.key).toMatch(/^mt_[A-Za-z0-9_-]{43}$/);
    const kept = test.hub.hall.records.get('key', system.id)!;
    expect(kept).toMatchObject({ hint: system.key.slice(0, 9), createdBy: { name: '陈静' } });
    const commits = JSON.stringify(await test.hub.hall.history(0, Number.MAX_SAFE_INTEGER));
    expect(commits).not.toContain(system.key);
    await panel.reach(test.hub.hall.mark.seq);
    const shown = JSON.stringify([...panel.records.everything()]);
    expect(shown).toContain(kept.hint);
    expect(shown).not.toContain(kept.hash);
  });

  it('[X3] [X4] refuses no key, a wrong key, a revoked key and a missing right, in the language asked for', async () => {
    const without = await test.ask('/api/v1/queue');
    expect(code(without)).toEqual([401, 'key.missing']);
    const wrong = await test.ask('/api/v1/queue', {
      headers: { authorization: `Bearer mt_${'x'.repeat(43)}` },
    });
    expect(code(wrong)).toEqual([401, 'key.unknown']);
    const reader = await System.with(test, admin, ['tickets:read'], { name: '大屏' });
    const forbidden = await reader.post('/tickets', { service: '社会保障' }, { 'accept-language': 'en' });
    expect(forbidden.status).toBe(403);
    expect(forbidden.body).toEqual({
      ok: false,
      code: 'key.forbidden',
      message:
        'The API key 大屏 lacks the right tickets:issue; ask the admin to add it on the Interfaces page.',
    });
    expect((await reader.get('/queue')).status).toBe(200);
    await panel.give('key:revoke', { id: reader.id });
    expect(code(await reader.get('/queue'))).toEqual([401, 'key.unknown']);
  });

  it('[X4] is asked for by every operation that is documented', async () => {
    const { body } = await test.ask<{ paths: Record<string, Record<string, unknown>> }>(
      '/api/v1/openapi.json',
    );
    const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method, path] as const),
    );
    expect(operations.length).toBeGreaterThan(15);
    for (const [method, path] of operations) {
      const address = path.replace('{number}', '1').replace('{ticket}', 'A001');
      const answer = await test.ask(address, { method: method.toUpperCase() });
      expect([method, path, answer.status]).toEqual([method, path, 401]);
    }
  });

  it('is made by admins only, and a cookie is no key', async () => {
    const clerk = await test.addAccount(admin, 'li', ['clerk']);
    const body = { name: '偷', rights: ['tickets:read'] };
    expect(code(await test.ask('/api/interfaces/keys', { body, cookie: clerk }))).toEqual([
      403,
      'session.forbidden',
    ]);
    expect(code(await test.ask('/api/interfaces/keys', { body }))).toEqual([401, 'session.missing']);
    expect(code(await test.ask('/api/v1/queue', { cookie: admin }))).toEqual([401, 'key.missing']);
  });

  it('notes when a key was last used, outside the journal and over a restart', async () => {
    const { seq } = test.hub.hall.mark;
    test.clock.pass(5000);
    await system.get('/queue');
    expect(test.hub.hall.mark.seq).toBe(seq);
    await test.restart();
    const { body } = await test.ask('/api/interfaces/state', { cookie: admin });
    expect(body['used']).toEqual({ [system.id]: test.clock.time });
  });

  it('slows down a key that asks without end, and says how long to wait', async () => {
    const answers = [];
    for (let i = 0; i < 62; i++)
      answers.push(
        await test.ask('/api/v1/queue', { headers: { authorization: 'Bearer mt_guessing-keys' } }),
      );
    expect(answers[59]!.status).toBe(401);
    expect(code(answers[60]!)).toEqual([429, 'request.too-many']);
    expect(Number(answers[60]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await system.get('/queue')).status).toBe(200);
  });
});

describe('number machines', () => {
  it('issues, looks up and cancels', async () => {
    const { service } = await openWindow();
    const { name } = test.hub.hall.records.get('service', service)!;
    const first = await system.post('/tickets', { service });
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      id: expect.any(String),
      number: expect.stringMatching(/^[A-Z]001$/),
      ahead: 0,
      page: expect.stringMatching(/^http:\/\/.+\/t\/[2-9A-HJ-NP-Z]{8}$/),
    });
    const second = await system.post('/tickets', { service: name, kind: 'priority' });
    expect(second.body['number']).toMatch(/002$/);
    const seen = await system.get(`/tickets/${String(second.body['number']).toLowerCase()}`);
    expect(seen.body).toMatchObject({
      id: second.body['id'],
      state: 'waiting',
      kind: 'priority',
      origin: 'api',
      service: { id: service, name },
      window: null,
      ahead: 0,
    });
    expect(JSON.stringify(seen.body)).not.toContain(String(first.body['page']).slice(-8));
    expect((await system.get(`/tickets/${String(first.body['id'])}`)).body).toMatchObject({ ahead: 1 });
    expect((await system.post(`/tickets/${String(first.body['number'])}/cancel`)).status).toBe(200);
    expect((await system.get(`/tickets/${String(first.body['id'])}`)).body).toMatchObject({
      state: 'cancelled',
      ahead: null,
    });
    expect(code(await system.post(`/tickets/${String(first.body['number'])}/cancel`))).toEqual([
      409,
      'ticket.cancel-over',
    ]);
  });

  it('says what is wrong with a body, an unknown service and an unknown ticket', async () => {
    expect(await system.post('/tickets', { kind: 'normal' })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', message: '提交的内容有误：业务 必须填写。请改正后重试。' },
    });
    expect(code(await system.post('/tickets', { service: '社会保障', phone: '139' }))).toEqual([
      400,
      'request.invalid',
    ]);
    expect(code(await system.post('/tickets', '{"service":'))).toEqual([400, 'request.invalid']);
    expect(code(await system.post('/tickets', { service: '没有的业务' }))).toEqual([404, 'service.missing']);
    expect(code(await system.get('/tickets/Z999'))).toEqual([404, 'ticket.missing']);
    expect(code(await system.post('/tickets/Z999/cancel'))).toEqual([404, 'ticket.missing']);
    expect(code(await system.get('/nothing'))).toEqual([404, 'request.unknown']);
  });

  it('[X4] does a repeat with the same Idempotency-Key once, also after a restart of the hub', async () => {
    const { service } = await openWindow();
    const once = { 'idempotency-key': 'machine-1-000042' };
    const first = await system.post('/tickets', { service }, once);
    const again = await system.post('/tickets', { service }, once);
    expect(again.body).toEqual(first.body);
    await test.restart();
    expect((await system.post('/tickets', { service }, once)).body).toEqual(first.body);
    const other = await system.post('/tickets', { service }, { 'idempotency-key': 'machine-1-000043' });
    expect(other.body['number']).toMatch(/002$/);
    const neighbour = await System.with(test, admin, ['tickets:issue'], { name: '二号机' });
    expect((await neighbour.post('/tickets', { service }, once)).body['number']).toMatch(/003$/);
    expect(code(await system.post('/tickets', { service }, { 'idempotency-key': 'short' }))).toEqual([
      400,
      'request.invalid',
    ]);
  });
});

describe('calling pads', () => {
  it('[X5] calls, recalls, starts, finishes and passes for the clerk at the window; the journal names the key', async () => {
    const { number, id, service } = await openWindow();
    for (let i = 0; i < 4; i++) await system.post('/tickets', { service });
    const called = await system.post(`/windows/${number}/next`);
    expect(called.status).toBe(200);
    expect(called.body).toMatchObject({
      window: { id, number, state: 'open' },
      ticket: { number: expect.stringMatching(/001$/) },
    });
    expect(
      (await test.hub.hall.history(test.hub.hall.mark.seq - 1, test.hub.hall.mark.seq + 1))[0],
    ).toMatchObject({
      command: 'ticket:next',
      by: { is: 'key', id: system.id, name: '设备6' },
    });
    for (const deed of ['recall', 'start', 'finish', 'next', 'pass', 'next', 'hold', 'next', 'drop'])
      expect([deed, (await system.post(`/windows/${number}/${deed}`, {})).status]).toEqual([deed, 200]);
    expect((await system.post(`/windows/${number}/undo`)).body).toMatchObject({ window: { number } });
    await system.post(`/windows/${number}/finish`);
    const chosen = await system.post(`/windows/${number}/call`, { ticket: 'A002' });
    const { prefix } = test.hub.hall.records.get('service', service)!;
    if (prefix === 'A') expect(chosen.body).toMatchObject({ ticket: { number: 'A002' } });
    await system.post(`/windows/${number}/transfer`, { toWindow: otherThan(number) });
    expect(windowNumbered(number).body.ticket).toBeNull();
    expect((await system.post(`/windows/${number}/pause`, { reason: 'away' })).body).toMatchObject({
      window: { state: 'paused', reason: 'away' },
      ticket: null,
    });
    expect(code(await system.post(`/windows/${number}/next`))).toEqual([409, 'window.paused']);
    expect((await system.post(`/windows/${number}/resume`)).body).toMatchObject({
      window: { state: 'open' },
    });
  });

  const otherThan = (number: number) =>
    [...test.hub.hall.records.all('window')].find(({ body }) => body.number !== number)!.body.number;

  it('[X5] refuses a window without a clerk, one that is not of the key, one that is not there, and an empty queue', async () => {
    const closed = [...test.hub.hall.records.all('window')][0]!.body.number;
    expect(code(await system.post(`/windows/${closed}/next`))).toEqual([409, 'window.unheld']);
    const { number, id } = await openWindow();
    expect(code(await system.post(`/windows/${number}/next`))).toEqual([409, 'queue.empty']);
    expect(code(await system.post(`/windows/${number}/recall`))).toEqual([409, 'window.no-ticket']);
    for (const deed of ['take', 'takeover', 'leave'])
      expect(code(await system.post(`/windows/${number}/${deed}`))).toEqual([404, 'request.unknown']);
    expect(code(await system.post('/windows/998/next'))).toEqual([404, 'window.unknown']);
    expect(code(await system.post('/windows/0/next'))).toEqual([400, 'request.invalid']);
    expect(code(await system.post(`/windows/${number}/call`, {}))).toEqual([400, 'request.invalid']);
    const elsewhere = windowNumbered(otherThan(number)).id;
    const bound = await System.with(test, admin, ['tickets:call'], { name: '叫号器', windows: [elsewhere] });
    expect(code(await bound.post(`/windows/${number}/next`))).toEqual([403, 'key.window']);
    await panel.give('key:save', { id: bound.id, name: '叫号器', rights: ['tickets:call'], windows: [id] });
    expect(code(await bound.post(`/windows/${number}/next`))).toEqual([409, 'queue.empty']);
  });

  it('does a repeated next once', async () => {
    const { number, service } = await openWindow();
    for (let i = 0; i < 3; i++) await system.post('/tickets', { service });
    const once = { 'idempotency-key': 'pad-press-0001' };
    const first = await system.post(`/windows/${number}/next`, undefined, once);
    const again = await system.post(`/windows/${number}/next`, undefined, once);
    expect(again.body['ticket']).toEqual(first.body['ticket']);
    // The same key at another address is another request.
    await system.post(`/windows/${number}/finish`, undefined, once);
    expect(windowNumbered(number).body.ticket).toBeNull();
  });
});

describe('rating devices', () => {
  it('rates a visit once', async () => {
    const { number, service } = await openWindow();
    const { body } = await system.post('/tickets', { service });
    const ticket = String(body['number']);
    expect(code(await system.post('/ratings', { ticket, degree: 5 }))).toEqual([409, 'rating.unserved']);
    await system.post(`/windows/${number}/next`);
    await system.post(`/windows/${number}/start`);
    expect((await system.post('/ratings', { ticket, degree: 4 })).body).toEqual({ id: body['id'] });
    expect(code(await system.post('/ratings', { ticket, degree: 1 }))).toEqual([409, 'rating.done']);
    expect(test.hub.hall.records.get('rating', String(body['id']))).toMatchObject({
      degree: 4,
      origin: 'api',
    });
    expect(code(await system.post('/ratings', { ticket, degree: 6 }))).toEqual([400, 'request.invalid']);
    expect(code(await system.post('/ratings', { ticket: 'Z999', degree: 5 }))).toEqual([
      404,
      'ticket.missing',
    ]);
  });
});

describe('the queue', () => {
  it('tells who waits and who is called, and names no person', async () => {
    const { number, service } = await openWindow();
    for (let i = 0; i < 3; i++) await system.post('/tickets', { service });
    await system.post(`/windows/${number}/next`);
    const { body } = await system.get<{
      waiting: number;
      services: { id: string; waiting: number }[];
      windows: { number: number; ticket: unknown }[];
    }>('/queue');
    expect(body.waiting).toBe(2);
    expect(body.services.find(({ id }) => id === service)).toMatchObject({ waiting: 2 });
    expect(body.windows.find((one) => one.number === number)).toMatchObject({
      state: 'open',
      ticket: { number: expect.stringMatching(/001$/), state: 'called' },
    });
    expect(JSON.stringify(body)).not.toContain('陈静');
    expect((await system.get('/services')).body).toEqual(body.services);
    expect((await system.get('/windows')).body).toEqual(body.windows);
  });
});
