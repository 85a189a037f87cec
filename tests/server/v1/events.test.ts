import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../support/client.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { Listener, System } from '../../support/system.ts';

let test: TestHub;
let admin: string;
let panel: Client;
let system: System;
let at: { id: string; number: number; service: string };

beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
  panel = test.panel(admin);
  await panel.next('state:replaced');
  system = await System.with(test, admin);
  for (const { id, body } of test.hub.hall.records.all('window'))
    if (body.services[0] !== undefined) at = { id, number: body.number, service: body.services[0] };
  await panel.give('window:take', { window: at.id });
});
afterEach(() => test.stop());

const issue = () => system.post('/tickets', { service: at.service });
const next = () => system.post(`/windows/${at.number}/next`);
/** Not over the wire, which lets nobody ask so often. */
const issueHere = () =>
  test.hub.hall.execute(
    'ticket:issue',
    { service: at.service, kind: 'normal' },
    { is: 'system', name: '测试' },
  );
const types = (listener: Listener) => listener.heard.map(({ event }) => event);

describe('the event stream', () => {
  it('tells what happens from now on, and names no person', async () => {
    await issue();
    const listener = await Listener.open(system);
    const { body } = await issue();
    await next();
    const [issued, called] = await listener.until(2);
    expect(issued).toMatchObject({
      event: 'ticket.issued',
      data: { type: 'ticket.issued', id: issued!.id, ticket: { number: body['number'], origin: 'api' } },
    });
    expect(called).toMatchObject({
      event: 'ticket.called',
      data: {
        at: new Date(test.clock.time).toISOString(),
        ticket: { window: at.number, call: { count: 1 } },
      },
    });
    expect(JSON.stringify(listener.heard)).not.toContain('陈静');
    expect(JSON.stringify(listener.heard)).not.toContain(String(body['page']).slice(-8));
    listener.close();
  });

  it('[X9] goes on after the last id over a restart of the hub, with no gap and no repeat', async () => {
    const whole = await Listener.open(system, '?after=0');
    for (let i = 0; i < 3; i++) await issue();
    await next();
    await next();
    const before = [...(await whole.until(7))];

    await test.restart();
    await whole.end();
    for (let i = 0; i < 2; i++) await issue();
    await next();
    const everything = await Listener.open(system, '?after=0');
    const all = await everything.until(before.length + 4);
    expect(all.slice(0, before.length)).toEqual(before);
    // Wherever a reader was cut off, also between two events of one commit, the rest comes once.
    for (const [i, { id }] of all.entries()) {
      if (i === all.length - 1) continue;
      const listener = await Listener.open(system, '', id);
      expect(await listener.until(all.length - i - 1)).toEqual(all.slice(i + 1));
      listener.close();
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ id }) => !id.endsWith('.0')).length).toBeGreaterThan(0);
    everything.close();
  });

  it('catches up with a long past and hears what comes meanwhile', async () => {
    for (let i = 0; i < 450; i++) await issueHere();
    const listener = await Listener.open(system, '?after=0&types=ticket.issued');
    for (let i = 0; i < 30; i++) await issueHere();
    const heard = await listener.until(480);
    expect(heard.map(({ data }) => (data['ticket'] as { number: string }).number.slice(1))).toEqual(
      Array.from({ length: 480 }, (_, i) => String(i + 1).padStart(3, '0')),
    );
    listener.close();
  });

  it('tells only what was asked for, and refuses what is no event and what is of other data', async () => {
    const listener = await Listener.open(system, '?types=ticket.called,window.paused');
    await issue();
    await next();
    await system.post(`/windows/${at.number}/finish`);
    await system.post(`/windows/${at.number}/pause`, { reason: 'meal' });
    await listener.until(2);
    expect(types(listener)).toEqual(['ticket.called', 'window.paused']);
    listener.close();
    const refused = async (query: string, headers = {}) => {
      const { status, body } = await system.get(`/events${query}`, headers);
      return [status, body['code']];
    };
    expect(await refused('?types=ticket.eaten')).toEqual([400, 'request.invalid']);
    expect(await refused('?after=x')).toEqual([400, 'request.invalid']);
    expect(await refused('?after=99999')).toEqual([410, 'event.unknown']);
    expect(await refused('', { 'last-event-id': 'abc' })).toEqual([410, 'event.unknown']);
    const deaf = await System.with(test, admin, ['tickets:read'], { name: '大屏' });
    expect((await deaf.get('/events')).status).toBe(403);
  });

  it('[X3] ends when its key is revoked', async () => {
    const listener = await Listener.open(system);
    await panel.give('key:revoke', { id: system.id });
    await listener.end();
    await panel.give('ticket:issue', { service: at.service, kind: 'normal' });
    expect(listener.heard).toEqual([]);
  });

  it('does not keep the hub from closing', async () => {
    const listener = await Listener.open(system);
    await test.hub.close();
    await listener.end();
    expect(listener.ended).toBe(true);
  });
});
