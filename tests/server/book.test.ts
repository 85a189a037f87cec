import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { entryCodeOf } from '../../content/queue/entry.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import type { Client } from '../support/client.ts';

let test_: TestHub;
let admin: Client;
let service: string;

beforeEach(async () => {
  test_ = await startTestHub();
  admin = test_.panel(await test_.setUp());
  await admin.next('state:replaced');
  service = [...admin.records.all('service')].find(({ body }) => body.prefix === 'B')!.id;
  await must('appointment:settings', { page: 'at-once' });
});
afterEach(() => test_.stop());

async function must(...given: Parameters<Client['give']>) {
  expect(await admin.give(...given)).toMatchObject({ ok: true });
}

const records = () => test_.hub.hall.records;
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const person = { day: '2026-11-19', slot: '10:00-10:30', name: '王小明', phone: '139 1234 5678' };
const details = { ...person, consent: '1' };
async function send(path: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields).toString();
  const answer = await test_.ask<string>(path, { body, headers: form });
  return { ...answer, place: answer.headers.get('location') ?? '' };
}
const book = (fields: Record<string, string> = {}) =>
  send('/p/book', { service, request: 'r1', ...details, ...fields });

describe('asking on the page', () => {
  test('[B6] service, day and time are chosen by links, full and past ones are not offered', async () => {
    await must('appointment:settings', { page: 'at-once', places: 1 });
    const services = await test_.ask<string>('/p/book');
    expect(services.headers.get('cache-control')).toBe('no-store');
    expect(services.body).toContain(`/p/book?s=${service}`);
    const days = await test_.ask<string>(`/p/book?s=${service}`);
    expect(days.body).toContain('d=2026-11-19');
    expect(days.body).not.toContain('d=2026-11-21');
    expect((await book()).status).toBe(303);
    const slots = await test_.ask<string>(`/p/book?s=${service}&d=2026-11-19`);
    expect(slots.body).not.toContain('09:00-09:30');
    expect(slots.body).toMatch(/value="10:00-10:30"[^>]*disabled/);
    expect(slots.body).not.toContain('王小明');
  });

  test('[B6] a hall that is not open to it says so', async () => {
    await must('appointment:settings', { page: 'off' });
    expect((await test_.ask<string>('/p/book')).body).toContain('不开放网页预约');
    const refused = await book();
    expect(refused.status).toBe(403);
    expect((await test_.ask<string>('/p')).body).not.toContain('/p/book');
    expect(records().count('appointment')).toBe(0);
  });

  test('[B16] nothing is registered without consent; what was written stays', async () => {
    const refused = await send('/p/book', { service, request: 'r1', ...person });
    expect(refused.status).toBe(400);
    expect(refused.body).toContain('请勾选同意');
    expect(refused.body).toContain('王小明');
    expect(records().count('appointment')).toBe(0);
  });

  test('[B1] a name and a number that can be called are needed', async () => {
    const wrongs: Record<string, string>[] = [
      { name: ' ' },
      { phone: '12' },
      { phone: '打我电话吧' },
      { slot: '' },
    ];
    for (const wrong of wrongs) {
      const refused = await book(wrong);
      expect(refused.status).toBe(400);
      expect(refused.body).toContain('填写姓名');
    }
    expect(records().count('appointment')).toBe(0);
  });

  test('[B6] a form sent twice gives one appointment', async () => {
    const [one, other] = await Promise.all([book(), book()]);
    expect(one.place).toBe(other.place);
    expect(records().count('appointment')).toBe(1);
  });
});

describe('the page of a code', () => {
  test('[B16] shows the appointment to whoever holds the code, name and number masked', async () => {
    const { place } = await book();
    expect(place).toMatch(/^\/b\/[2-9A-HJ-NP-Z]{8}$/);
    const page = await test_.ask<string>(place.toLowerCase());
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.body).toContain('139****5678');
    expect(page.body).not.toMatch(/王小明|13912345678/);
    expect(page.body).toContain('noindex');
    expect((await test_.ask<string>('/b/ZZZZZZZZ')).status).toBe(404);
  });

  test('[B12] calls it off, once, and the place is free again', async () => {
    const { place } = await book();
    expect((await send(`${place}/cancel`, {})).place).toBe(place);
    expect((await test_.ask<string>(place)).body).toContain('已取消');
    expect((await book({ request: 'r2' })).status).toBe(303);
  });

  test('[B10] checks in with the code of the day only, and leads to the number', async () => {
    const { place } = await book();
    expect((await test_.ask<string>(place)).body).not.toContain('/arrive');
    await must('queue:settings', { phone: 'hall' });
    expect((await test_.ask<string>(place)).body).toContain(`${place}/arrive`);
    const refused = await send(`${place}/arrive`, { entry: 'ZZZZ' });
    expect(refused.status).toBe(403);
    expect(records().count('ticket')).toBe(0);
    const entry = entryCodeOf(records(), test_.clock.time)!;
    const arrived = await send(`${place}/arrive`, { entry });
    expect(arrived.place).toMatch(/^\/t\//);
    expect((await test_.ask<string>(arrived.place)).body).toContain('预约');
    expect((await test_.ask<string>(place)).body).toContain('已签到');
  });
});

test('[B16] [B18] screens hear nothing of appointments, but that there are some', async () => {
  const { screen } = await test_.pairBoard((await test_.signIn('admin')).cookie);
  await must('appointment:ask', {
    name: '赵大海',
    phone: '13800001111',
    service,
    wish: { day: '2026-11-19', from: '11:00', to: '11:30' },
    askedBy: 'phone',
  });
  await book();
  await screen.reach(test_.hub.hall.mark.seq);
  expect(screen.records.count('appointment')).toBe(0);
  expect(JSON.stringify(screen.heard)).not.toMatch(/赵大海|王小明|13800001111/);
  expect(screen.first('hall').body.appointments).toBeDefined();
});

test('[B13] the hub writes down what was given up, and what is too old is gone, without anybody asking', async () => {
  await book();
  const [kept] = [...records().all('appointment')];
  test_.clock.pass(2 * 3_600_000);
  await test_.restart();
  await admin.next('disconnect');
  const state = () => records().get('appointment', kept!.id)?.state.is;
  await vi.waitFor(() => expect(state()).toBe('given-up'));
  test_.clock.pass(40 * 24 * 3_600_000);
  await test_.restart();
  await vi.waitFor(() => expect(records().count('appointment')).toBe(0));
});
