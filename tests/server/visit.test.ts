import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entryCodeOf } from '../../content/queue/entry.ts';
import { BEAT_MS } from '../../server/following.ts';
import { TicketLine } from '../support/lines.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import type { Client } from '../support/client.ts';

let test_: TestHub;
let admin: Client;
let service: string;

async function settings(phone: 'off' | 'hall' | 'anywhere') {
  const reply = await admin.give('queue:settings', { phone });
  expect(reply.ok).toBe(true);
}

beforeEach(async () => {
  test_ = await startTestHub();
  admin = test_.panel(await test_.setUp());
  await admin.next('state:replaced');
  service = [...admin.records.all('service')].find(({ body }) => body.prefix === 'B')!.id;
  await settings('anywhere');
});
afterEach(() => test_.stop());

async function newPhone(): Promise<string> {
  return (await test_.ask('/p/take')).cookie;
}

interface Form {
  service?: string;
  kind?: string;
  request?: string;
  entry?: string;
}
async function take(cookie: string, form: Form = {}, headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ service, kind: 'normal', request: 'r1', ...form }).toString();
  const answer = await test_.ask<string>('/p/take', {
    body,
    ...(cookie ? { cookie } : {}),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
  return { ...answer, place: answer.headers.get('location') ?? '' };
}

/** A clerk at a window that serves B. */
async function clerk(): Promise<{ client: Client; window: string }> {
  const window = [...admin.records.all('window')].find(({ body }) => body.services.includes(service))!.id;
  await admin.give('window:take', { window });
  return { client: admin, window };
}

describe('taking a number', () => {
  test('[M1] a hall that keeps phones off says so, gives no cookie its use, and issues nothing', async () => {
    await settings('off');
    const page = await test_.ask<string>('/p/take');
    expect(page.body).toContain('本大厅不开放手机取号');
    const refused = await take(page.cookie);
    expect(refused.status).toBe(403);
    expect(refused.body).toContain('本大厅不开放手机取号');
    expect(test_.hub.hall.records.count('ticket')).toBe(0);
    expect((await test_.ask<string>('/p')).body).not.toContain('/p/take');
  });

  test('[M5] a phone takes a number and is led to its page; its cookie is its own and no script reads it', async () => {
    const page = await test_.ask<string>('/p/take');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('set-cookie')).toMatch(/^mingting-phone=[\w-]{43};.*HttpOnly; SameSite=Lax$/);
    const taken = await take(page.cookie);
    expect(taken.status).toBe(303);
    expect(taken.place).toMatch(/^\/t\/[2-9A-HJ-NP-Z]{8}$/);
    const ticket = await test_.ask<string>(taken.place);
    expect(ticket.status).toBe(200);
    expect(ticket.headers.get('cache-control')).toBe('no-store');
    expect(ticket.body).toContain('B001');
    const [kept] = [...test_.hub.hall.records.all('ticket')];
    expect(kept!.body).toMatchObject({ origin: 'phone' });
    expect(page.cookie).not.toContain(kept!.body.phone);
    expect((await test_.ask<string>('/p')).body).toContain('href="/p/take"');
  });

  test('[M6] a form sent twice at once, and again later, gives one ticket', async () => {
    const phone = await newPhone();
    const [one, other] = await Promise.all([take(phone), take(phone)]);
    expect(one.place).toBe(other.place);
    expect((await take(phone)).place).toBe(one.place);
    await test_.restart();
    expect((await take(phone)).place).toBe(one.place);
    expect(test_.hub.hall.records.count('ticket')).toBe(1);
  });

  test('[M3] a second number for the service is refused with the way to the first', async () => {
    const phone = await newPhone();
    const { place } = await take(phone);
    const again = await take(phone, { request: 'r2' });
    expect(again.status).toBe(409);
    expect(again.body).toContain('B001');
    expect(again.body).toContain(`href="${place}"`);
    const other = await take(await newPhone(), { request: 'r2' });
    expect(other.status).toBe(303);
    expect((await test_.ask<string>('/p/take', { cookie: phone })).body).toContain(`href="${place}"`);
  });

  test('[M2] with the code of the day: the QR fills it in, a wrong one is told', async () => {
    await settings('hall');
    const phone = await newPhone();
    expect((await take(phone)).status).toBe(403);
    const wrong = await take(phone, { entry: 'ZZZZ' });
    expect(wrong.body).toContain('取号码不对');
    const code = entryCodeOf(test_.hub.hall.records, test_.clock.now())!;
    const page = await test_.ask<string>(`/p/take?c=${code.toLowerCase()}`);
    expect(page.body).toContain(`value="${code}"`);
    expect(page.body.replaceAll(`value="${code}"`, '')).not.toContain(code);
    expect((await test_.ask<string>('/p/take')).body).not.toContain(code);
    expect((await take(phone, { entry: code })).status).toBe(303);
  });

  test('[M5] a phone without a cookie is told what to do', async () => {
    const refused = await take('');
    expect(refused.status).toBe(403);
    expect(refused.body).toContain('Cookie');
    expect((await take('mingting-phone=short')).status).toBe(403);
  });

  test('[W1] a foreign page cannot take or leave for a phone', async () => {
    const phone = await newPhone();
    expect((await take(phone, {}, { origin: 'http://evil.example' })).status).toBe(403);
    const { place } = await take(phone);
    const foreign = await test_.ask(`${place}/leave`, {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect([...test_.hub.hall.records.all('ticket')][0]!.body.state.is).toBe('waiting');
  });

  test('what does not fit is answered with a page, not with data', async () => {
    const answer = await take(await newPhone(), { kind: 'vip' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.body).toContain('提交的内容有误');
  });
});

describe('the page of a ticket', () => {
  test('[M7] opens by its code in any case, and tells of nobody else', async () => {
    const { place } = await take(await newPhone());
    const other = await take(await newPhone());
    const page = await test_.ask<string>(place.toLowerCase());
    expect(page.body).toContain('B001');
    expect(page.body).not.toContain('B002');
    expect(page.body).not.toContain(other.place.slice(3));
    expect(page.body).toContain('noindex');
  });

  test('[M7] a code of nobody or of yesterday leads to a friendly page', async () => {
    const { place } = await take(await newPhone());
    const none = await test_.ask<string>('/t/22222222');
    expect(none.status).toBe(404);
    expect(none.body).toContain('号票已过期');
    expect(none.body).toContain('/p/take');
    test_.clock.pass(24 * 3600_000);
    expect((await test_.ask<string>(place)).status).toBe(404);
    await expect(TicketLine.open(`${test_.url}${place}/live`)).rejects.toThrow('404');
  });

  test('[M9] leaving gives the place up, twice is no harm, and a called ticket stays', async () => {
    const { place } = await take(await newPhone());
    const left = await test_.ask(`${place}/leave`, { method: 'POST' });
    expect(left.status).toBe(303);
    expect((await test_.ask<string>(place)).body).toContain('已离开排队');
    expect((await test_.ask(`${place}/leave`, { method: 'POST' })).status).toBe(303);
    const second = await take(await newPhone());
    const { client, window } = await clerk();
    await client.give('ticket:next', { window });
    await test_.ask(`${second.place}/leave`, { method: 'POST' });
    expect((await test_.ask<string>(second.place)).body).toContain('号窗口');
    expect((await test_.ask('/t/22222222/leave', { method: 'POST' })).status).toBe(404);
  });

  test('[W7] neither code nor phone reaches a screen, and no phone a panel', async () => {
    const { screen } = await test_.pairBoard((await test_.signIn('admin')).cookie);
    const { place } = await take(await newPhone());
    const code = place.slice(3);
    const [ticket] = [...test_.hub.hall.records.all('ticket')];
    await screen.reach(test_.hub.hall.mark.seq);
    await admin.reach(test_.hub.hall.mark.seq);
    const late = test_.panel((await test_.signIn('admin')).cookie);
    await late.next('state:replaced');
    expect(JSON.stringify(screen.heard)).toContain('B001');
    expect(JSON.stringify(screen.heard)).not.toContain(code);
    for (const client of [screen, admin, late])
      expect(JSON.stringify(client.heard)).not.toContain(ticket!.body.phone);
  });
});

describe('the live line', () => {
  const open = (place: string, headers: Record<string, string> = {}) =>
    TicketLine.open(`${test_.url}${place}/live`, headers);

  test('[M10] tells the state at once and every change after', async () => {
    const { place } = await take(await newPhone());
    const line = await open(place);
    expect(await line.words()).toMatchObject({ tone: 'soon', headline: '下一个就是您' });
    const { client, window } = await clerk();
    await client.give('ticket:next', { window });
    expect(await line.words()).toMatchObject({ tone: 'called' });
    await client.give('ticket:recall', { window });
    expect((await line.words())['detail']).toContain('第 2 次');
    await client.give('ticket:start', { window });
    expect(await line.words()).toMatchObject({ tone: 'serving' });
    await client.give('ticket:finish', { window });
    expect(await line.words()).toMatchObject({ tone: 'over', rate: true });
    line.close();
  });

  test('[M11] a page whose words stay the same hears nothing', async () => {
    // With a window open from the start the estimate does not come on the way.
    const { client, window } = await clerk();
    const first = await take(await newPhone());
    const line = await open(first.place);
    await line.words();
    const later = await take(await newPhone());
    const other = await open(later.place);
    await other.words();
    await take(await newPhone());
    await client.give('ticket:next', { window });
    expect(await other.words()).toMatchObject({ headline: '下一个就是您' });
    expect(await line.words()).toMatchObject({ tone: 'called' });
    expect(line.heard.filter(({ event }) => event === 'message')).toHaveLength(2);
    expect(other.heard.filter(({ event }) => event === 'message')).toHaveLength(2);
    line.close();
    other.close();
  });

  test('[M10] a ticket that is gone ends its line', async () => {
    const { place } = await take(await newPhone());
    const line = await open(place);
    await line.words();
    test_.clock.pass(24 * 3600_000);
    await take(await newPhone(), { request: 'r2' });
    await line.next('gone');
    await line.ended;
  });

  test('[M10] the hub closes with open lines and comes back for them', async () => {
    const { place } = await take(await newPhone());
    const line = await open(place);
    await line.words();
    await test_.restart();
    await line.ended;
    const again = await open(place);
    expect(await again.words()).toMatchObject({ headline: '下一个就是您' });
    again.close();
  });

  test('[M12] two hundred lines from one address; a phone that goes gives its line back', async () => {
    const { place } = await take(await newPhone());
    const lines = await Promise.all(Array.from({ length: 200 }, () => open(place)));
    await Promise.all(lines.map((line) => line.words()));
    await expect(open(place)).rejects.toThrow('429');
    const elsewhere = await open(place, { 'x-forwarded-for': '192.0.2.7' });
    await elsewhere.words();
    for (const line of [...lines, elsewhere]) line.close();
  });

  test('[M10] beats come often enough for a page that gives up after 40 s', () => {
    expect(BEAT_MS * 2).toBeLessThan(40_000);
  });
});
