import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WINDOW_MS } from '../../content/ratings/rating.ts';
import type { Client } from '../support/client.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let cookie: string;
let admin: Client;
let window: { id: string; number: number };
let visit: { id: string; code: string };

beforeEach(async () => {
  hub = await startTestHub();
  cookie = await hub.setUp();
  admin = hub.panel(cookie);
  await admin.next('state:replaced');
  const found = [...admin.records.all('window')].find(({ body }) => body.services.length > 0)!;
  window = { id: found.id, number: found.body.number };
  await must('window:take', { window: window.id });
  visit = await serve(found.body.services[0]!);
});
afterEach(() => hub.stop());

async function must(...[name, input]: Parameters<Client['give']>) {
  const reply = await admin.give(name, input);
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

/** A visit from its number to its end. */
async function serve(service: string): Promise<{ id: string; code: string }> {
  const { id, code } = (await must('ticket:issue', { service, kind: 'normal' })) as {
    id: string;
    code: string;
  };
  hub.clock.pass(1000);
  await must('ticket:next', { window: window.id });
  await must('ticket:start', { window: window.id });
  await must('ticket:finish', { window: window.id });
  return { id, code };
}

const get = (path: string) => hub.ask<string>(path);
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  hub.ask<string>(path, {
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const ratings = () => [...hub.hub.hall.records.all('rating')].map(({ body }) => body);
const lower = () => `/t/${visit.code.toLowerCase()}/rate`;

describe('rating on the phone', () => {
  test('[E1] [E4] whoever holds the slip rates without signing in, and reads thanks', async () => {
    const page = await get(lower());
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.body).toContain('请勿填写身份证号、电话等个人信息');
    const form = { visit: visit.id, degree: '5', 'reason-slow': '1', words: '办得快\r\n谢谢' };
    const thanks = await post(lower(), form);
    expect(thanks.body).toContain('谢谢您的评价');
    expect(ratings()).toMatchObject([
      { degree: 5, reasons: ['slow'], words: '办得快\n谢谢', origin: 'slip', clerk: { name: '陈静' } },
    ]);
  });

  test('[E2] [E7] a second time there is one rating still, and thanks again', async () => {
    await post(lower(), { visit: visit.id, degree: '5' });
    const again = await post(lower(), { visit: visit.id, degree: '1' });
    expect(again.status).toBe(200);
    expect(again.body).toContain('已经评价过了');
    expect((await get(lower())).body).toContain('已经评价过了');
    expect((await get(`/r/${window.number}`)).body).toContain('已经评价过了');
    expect(ratings().map(({ degree }) => degree)).toEqual([5]);
  });

  test('[E6] the window’s code rates the visit that the form was opened for, not the next one', async () => {
    const page = await get(`/r/${window.number}`);
    expect(page.body).toContain(`value="${visit.id}"`);
    await serve(hub.hub.hall.records.get('ticket', visit.id)!.service);
    await post(`/r/${window.number}`, { visit: visit.id, degree: '4' });
    expect(hub.hub.hall.records.get('rating', visit.id)).toMatchObject({ degree: 4, origin: 'sign' });
    expect(ratings()).toHaveLength(1);
  });

  test('[E6] it works for ten minutes; the counter’s code names its visit', async () => {
    hub.clock.pass(WINDOW_MS + 1);
    expect((await get(`/r/${window.number}`)).status).toBe(404);
    expect((await get(`/r/${window.number}?v=${visit.id}`)).status).toBe(200);
    expect((await get(`/r/999`)).status).toBe(404);
    expect((await get(`/r/${window.number}?v=nobody`)).status).toBe(404);
    expect((await get('/r/x')).status).toBe(404);
  });

  test('[E8] words with a phone number come back in the form with what to do', async () => {
    const answer = await post(lower(), { visit: visit.id, degree: '2', words: '请打 139 0000 1111' });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(/role="alert"[^]*电话号码/);
    expect(answer.body).toContain('请打 139 0000 1111');
    expect(answer.body).toMatch(/value="2"[^>]* checked|checked[^>]*value="2"/);
    expect(ratings()).toEqual([]);
  });

  test('without a degree it asks for one and keeps the words', async () => {
    const answer = await post(lower(), { visit: visit.id, words: '<b>不错</b>' });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('请先选满意程度');
    expect(answer.body).not.toContain('<b>不错');
    expect(ratings()).toEqual([]);
  });

  test('[E3] a number that was not called yet cannot be rated', async () => {
    const { service } = hub.hub.hall.records.get('ticket', visit.id)!;
    const { code } = (await must('ticket:issue', { service, kind: 'normal' })) as { code: string };
    const page = await get(`/t/${code}/rate`);
    expect(page.status).toBe(409);
    expect(page.body).toContain('还没有开始办理');
  });

  test('a foreign page cannot send the form', async () => {
    const form = { visit: visit.id, degree: '1' };
    const answer = await post(lower(), form, { origin: 'http://elsewhere.test' });
    expect(answer.status).toBe(403);
    expect(ratings()).toEqual([]);
  });

  test('[E11] [E15] a bad one opens a case with the number to call, which clerks never get', async () => {
    await post(lower(), { visit: visit.id, degree: '1', contact: '139 0000 1111' });
    const clerk = hub.panel(await hub.addAccount(cookie, 'wang', ['clerk']));
    await clerk.next('state:replaced');
    expect(clerk.records.get('case', visit.id)).not.toHaveProperty('contact');
    await admin.next('state:changed');
    expect(hub.hub.hall.records.get('case', visit.id)?.contact).toBe('13900001111');
  });
});

describe('rating at the counter', () => {
  /** A paired counter screen of the window. */
  async function counter() {
    const screen = hub.display();
    const { code } = await screen.next('pairing:offered');
    const scene = { is: 'counter', window: window.id, touch: true };
    const body = { code, name: '评价屏', scene, diagonal: 15, distance: 1, sound: false };
    await hub.ask('/api/screens/pair', { body, cookie });
    await screen.next('pairing:granted');
    await screen.next('state:replaced');
    return screen;
  }

  test('[E5] [E17] its screen rates the visit, and receives neither codes nor ratings', async () => {
    const screen = await counter();
    const reply = await screen.give('rating:give', { ticket: visit.id, degree: 2 });
    expect(reply.ok).toBe(true);
    expect(ratings()).toMatchObject([{ degree: 2, origin: 'counter' }]);
    await screen.next('state:changed');
    expect(screen.records.get('ticket', visit.id)?.rated).toBeGreaterThan(0);
    expect(screen.records.get('ticket', visit.id)).not.toHaveProperty('code');
    expect(screen.records.count('rating') + screen.records.count('case')).toBe(0);
  });

  test('[E4] neither an admin nor a board may rate', async () => {
    const { screen: board } = await hub.pairBoard(cookie);
    for (const client of [admin, board]) {
      const reply = await client.give('rating:give', { ticket: visit.id, degree: 5 });
      expect(reply.ok).toBe(false);
    }
    expect(ratings()).toEqual([]);
  });
});
