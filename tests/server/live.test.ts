import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL, type Patch, type ScreenReport, type Snapshot } from '../../content/protocol.ts';
import { OFFER_MS } from '../../server/live/pairing.ts';
import type { Client } from '../support/client.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';

let test: TestHub;
let admin: string;
beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
});
afterEach(() => test.stop());

const report: ScreenReport = {
  showing: 'board',
  mark: 1,
  call: null,
  sound: 'ready',
  clockError: 3,
  width: 1920,
  height: 1080,
  version: '0.1.0',
  trouble: null,
};
const contact = (value: string) => ({ role: 'consult' as const, label: '咨询电话', value });

/** A clerk at the first window with a ticket waiting. */
async function clerkAtWindow(name = 'wang'): Promise<{ clerk: Client; window: string; service: string }> {
  const clerk = test.panel(await test.addAccount(admin, name, ['clerk']));
  await clerk.next('state:replaced');
  const [window] = [...clerk.records.all('window')].filter(({ body }) => body.services.length > 0);
  expect(await clerk.give('window:take', { window: window!.id })).toMatchObject({ ok: true });
  return { clerk, window: window!.id, service: window!.body.services[0]! };
}

describe('a screen', () => {
  it('[W8] without a token is offered six digits and a link for the panel, and becomes the screen an admin makes of it', async () => {
    const screen = test.display();
    const offer = await screen.next('pairing:offered');
    expect(offer.code).toMatch(/^\d{6}$/);
    expect(offer.expiresAt - offer.now).toBe(OFFER_MS);
    expect(offer.url).toMatch(new RegExp(`^http://[^/]+/control/pair\\?code=${offer.code}$`));
    const body = {
      code: `${offer.code.slice(0, 3)} ${offer.code.slice(3)}`,
      name: '大厅主屏',
      scene: { is: 'board' },
      diagonal: 55,
      distance: 8,
      sound: true,
    };
    const { status, body: made } = await test.ask('/api/screens/pair', { body, cookie: admin });
    expect(status).toBe(200);
    const { token } = await screen.next('pairing:granted');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const state = await screen.next('state:replaced');
    expect(state.you).toMatchObject({ is: 'screen', id: made['id'] });
    expect(screen.records.get('screen', String(made['id']))).toMatchObject({
      name: '大厅主屏',
      diagonal: 55,
    });
  });

  it('[W8] is told apart from one with an unknown, expired or used code, and nothing is recorded then', async () => {
    const screen = test.display();
    const { code } = await screen.next('pairing:offered');
    const pair = (given: string) =>
      test.ask('/api/screens/pair', {
        body: { code: given, name: '屏', scene: { is: 'board' }, diagonal: 43, distance: 6, sound: true },
        cookie: admin,
      });
    const before = test.hub.hall.mark;
    const unknown = await pair(code === '000000' ? '000001' : '000000');
    expect([unknown.status, unknown.body['message']]).toEqual([
      404,
      '配对码不对或已过期，请核对屏幕上现在显示的 6 位数字。',
    ]);
    test.clock.pass(OFFER_MS);
    expect((await pair(code)).body['code']).toBe('pairing.unknown');
    expect(test.hub.hall.mark).toEqual(before);
    test.hub.live.tick();
    const fresh = await screen.next('pairing:offered');
    const answers = await Promise.all([pair(fresh.code), pair(fresh.code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    screen.close();
  });

  it('[W8] keeps its code when the scene that it was to show is refused', async () => {
    const screen = test.display();
    const { code } = await screen.next('pairing:offered');
    const body = { code, name: '窗口屏', diagonal: 10, distance: 2, sound: false };
    const wrong = { is: 'sign', window: 'nothing', width: 192, height: 32 };
    const refused = await test.ask('/api/screens/pair', { body: { ...body, scene: wrong }, cookie: admin });
    expect(refused.body['code']).toBe('window.missing');
    const right = await test.ask('/api/screens/pair', {
      body: { ...body, scene: { is: 'board' } },
      cookie: admin,
    });
    expect(right.status).toBe(200);
  });

  it('[W8] is the same screen after it and the hub were started again, and nobody else can be it', async () => {
    const { screen, token, id } = await test.pairBoard(admin);
    screen.close();
    await test.restart();
    const again = test.display({ token });
    expect((await again.next('state:replaced')).you).toMatchObject({ is: 'screen', id });
    const thief = test.display({ token: `${token.slice(1)}x` });
    await thief.next('pairing:offered');
    expect(thief.heard.map(({ fact }) => fact)).not.toContain('state:replaced');
  });

  it('[W8] goes back to pairing when it is revoked, at once and when it comes back later', async () => {
    const { screen, token, id } = await test.pairBoard(admin);
    const panel = test.panel(admin);
    await panel.next('state:replaced');
    expect(await panel.give('screen:revoke', { id })).toMatchObject({ ok: true });
    await screen.next('screen:revoked');
    await screen.next('pairing:offered');
    const { seq } = screen.mark;
    expect(await panel.give('contact:save', contact('023-79000009'))).toMatchObject({ ok: true });
    expect(await screen.ask('state:ask', {})).toMatchObject({ ok: false, code: 'session.missing' });
    expect(screen.mark.seq).toBe(seq);
    await test.display({ token }).next('pairing:offered');
  });

  it('[W12] is seen by staff as what it said itself, at most once a second, and when they connect', async () => {
    const { screen, id } = await test.pairBoard(admin);
    for (let mark = 1; mark <= 20; mark++)
      expect(await screen.ask('screen:report', { ...report, mark })).toEqual({ ok: true, value: null });
    const panel = test.panel(admin);
    expect(await panel.next('screens:reported')).toEqual([
      {
        screen: id,
        connected: true,
        heardAt: test.clock.time,
        muteSince: null,
        report: { ...report, mark: 20 },
      },
    ]);
    screen.close();
    let heard = await panel.next('screens:reported');
    while (heard[0]!.connected) heard = await panel.next('screens:reported');
    expect(heard).toMatchObject([{ screen: id, connected: false }]);
    expect(panel.heard.filter(({ fact }) => fact === 'screens:reported').length).toBeLessThan(5);
  });
});

describe('snapshot and patches', () => {
  it('[W4] reach every other page with the same numbers, and never leave a hole', async () => {
    const { screen } = await test.pairBoard(admin);
    const { clerk, window, service } = await clerkAtWindow();
    const editor = test.panel(await test.addAccount(admin, 'sun', ['editor']));
    await editor.next('state:replaced');
    await clerk.give('ticket:issue', { service, kind: 'normal' });
    const called = await clerk.give('ticket:next', { window });
    expect(called).toMatchObject({ ok: true, value: { number: 'A001' } });
    const { seq } = test.hub.hall.mark;
    for (const page of [screen, editor, clerk]) {
      await page.reach(seq);
      const ticket = page.first('ticket').body;
      expect(ticket).toMatchObject({ number: 'A001', state: { is: 'called', window } });
      expect(ticket.call).toMatchObject({ window, count: 1 });
      expect(page.faults).toEqual([]);
    }
  });

  it('[W4] are sent even when nothing in them is for the viewer', async () => {
    const { screen } = await test.pairBoard(admin);
    await test.signIn('admin');
    await screen.reach(test.hub.hall.mark.seq);
    expect(screen.heard.at(-1)).toMatchObject({ fact: 'state:changed', said: { changes: [] } });
  });

  it('[W2] bring a page that was away to the same state as one that stayed', async () => {
    const { screen, token } = await test.pairBoard(admin);
    const { version } = test.hub;
    const away = test.display({ token });
    const state = await away.next('state:replaced');
    away.close();
    const panel = test.panel(admin);
    await panel.next('state:replaced');
    const [consult] = [...panel.records.all('contact')].filter(({ body }) => body.role === 'consult');
    for (const value of ['023-79000011', '023-79000012', '023-79000013'])
      expect(await panel.give('contact:save', { ...contact(value), id: consult!.id })).toMatchObject({
        ok: true,
      });
    const back = test.display({ token, since: state.mark, version });
    back.records = away.records;
    back.mark = away.mark;
    const patch = await back.next('state:changed');
    expect(patch).toMatchObject({ after: state.mark.seq, mark: test.hub.hall.mark });
    expect(patch.changes).toHaveLength(1);
    await screen.reach(patch.mark.seq);
    expect([...back.records.everything()]).toEqual([...screen.records.everything()]);
  });

  it('[W2] give a snapshot for another history, another version, and a mark of the future', async () => {
    const { token } = await test.pairBoard(admin);
    const { mark } = test.hub.hall;
    const { version } = test.hub;
    for (const hello of [
      { since: { ...mark, hash: 'abcdefabcdef' }, version },
      { since: { ...mark, seq: mark.seq + 1 }, version },
      { since: mark, version: '0.0.9+abcdef01' },
    ])
      expect((await test.display({ token, ...hello }).next('state:replaced')).mark).toEqual(mark);
    const patched = await test.display({ token, since: mark, version }).next('state:changed');
    expect(patched).toEqual({ after: mark.seq, mark, changes: [], now: test.clock.now() });
  });

  it('[W2] are answered on asking, and still right after a restart of the hub', async () => {
    const { screen, token } = await test.pairBoard(admin);
    const { mark } = screen;
    expect(await screen.ask<Snapshot>('state:ask', {})).toMatchObject({ ok: true, value: { mark } });
    const patch = await screen.ask<Patch>('state:ask', { since: mark });
    expect(patch).toEqual({ ok: true, value: { after: mark.seq, mark, changes: [], now: test.clock.now() } });
    await test.restart();
    const again = test.display({ token, since: mark, version: test.hub.version });
    expect(await again.next('state:changed')).toMatchObject({ after: mark.seq });
  });

  it('[W4] are followed by a beacon that names the newest commit and hub time', async () => {
    const { screen } = await test.pairBoard(admin);
    test.hub.live.tick();
    const beacon = await screen.next('state:beaconed');
    expect(beacon).toEqual({ seq: test.hub.hall.mark.seq, now: test.clock.time });
    test.clock.pass(1234);
    expect(await screen.ask('clock:read')).toEqual({ ok: true, value: { now: test.clock.time } });
  });

  it('[W13] are followed by a beacon at once when the clock of the hub was set', async () => {
    const { screen } = await test.pairBoard(admin);
    test.clock.pass(-3_600_000);
    const beacon = await screen.next('state:beaconed');
    expect(beacon.now).toBe(test.clock.now());
    expect(test.logged.some((line) => line.includes('set by -36'))).toBe(true);
  });

  it('[W7] hold no token, password, session or series, whoever looks', async () => {
    const { screen } = await test.pairBoard(admin);
    const { clerk, service } = await clerkAtWindow();
    const boss = test.panel(admin);
    await boss.next('state:replaced');
    await clerk.give('ticket:issue', { service, kind: 'normal' });
    await test.signIn('wang');
    const { seq } = test.hub.hall.mark;
    for (const page of [screen, clerk, boss]) {
      await page.reach(seq);
      const wire = JSON.stringify(page.heard);
      for (const secret of ['tokenHash', 'scrypt', '"password"', '"session"', '"series"'])
        expect(wire.includes(secret), secret).toBe(false);
    }
    expect([...boss.records.all('account')]).toHaveLength(2);
    expect([screen, clerk].map((page) => page.records.count('account'))).toEqual([0, 0]);
    expect([screen.records.count('sheet'), screen.records.count('draft')]).toEqual([0, 0]);
    expect(clerk.records.count('rule')).toBeGreaterThan(0);
  });
});

describe('commands', () => {
  it('[W6] are refused to roles that may not give them, also when the role was lost a moment ago', async () => {
    const { clerk } = await clerkAtWindow();
    const { mark } = test.hub.hall;
    const refused = await clerk.give('contact:save', contact('023-79000009'));
    expect(refused).toEqual({
      ok: false,
      code: 'session.forbidden',
      message: '您的账户没有“编辑或管理员”的权限，请联系管理员。',
    });
    expect(test.hub.hall.mark).toEqual(mark);
    const [wang] = [...test.hub.hall.records.all('account')].filter(({ body }) => body.name === 'wang');
    const body = { id: wang!.id, name: 'wang', displayName: '王芳', roles: ['auditor'], disabled: false };
    await test.ask('/api/accounts', { body, cookie: admin });
    const again = await clerk.give('ticket:issue', { service: clerk.first('service').id, kind: 'normal' });
    expect(again).toMatchObject({ ok: false, code: 'session.forbidden' });
  });

  it('[W6] that are the hub’s own, or unknown, or sent by a screen do not exist', async () => {
    const { screen } = await test.pairBoard(admin);
    const boss = test.panel(admin);
    await boss.next('state:replaced');
    const { mark } = test.hub.hall;
    const sent = { request: 'request-x', input: {} };
    for (const event of [
      'account:save',
      'session:open',
      'screen:pair',
      'hall:setup',
      'toString',
      '__proto__',
      'x',
    ])
      expect(await boss.ask(event, sent), event).toMatchObject({ ok: false, code: 'request.unknown' });
    expect(await screen.ask('ticket:next', sent)).toMatchObject({ ok: false, code: 'session.missing' });
    expect(await boss.ask('screen:report', report)).toMatchObject({ ok: false, code: 'screen.revoked' });
    expect(test.hub.hall.mark).toEqual(mark);
  });

  it('[W6] with a wrong input are told where and what, and change nothing', async () => {
    const { clerk, window } = await clerkAtWindow();
    const { mark } = test.hub.hall;
    const ask = async (event: string, word: unknown) => {
      const reply = await clerk.ask(event, word);
      return reply.ok ? 'ok' : reply.message;
    };
    const request = 'request-1';
    expect(await ask('ticket:next', { request, input: {} })).toBe(
      '提交的内容有误：窗口 必须填写。请改正后重试。',
    );
    expect(await ask('ticket:next', { request, input: { window: 7 } })).toContain('窗口 类型不对');
    expect(await ask('ticket:next', { request, input: { window, x: 1 } })).toContain('x 是多余的内容');
    expect(await ask('window:pause', { request, input: { window, reason: 'tired' } })).toContain(
      '原因 不在可选范围内',
    );
    expect(await ask('ticket:next', null)).toContain('提交的内容有误');
    expect(await ask('ticket:next', { request: '', input: { window } })).toContain('request 太短');
    expect(test.hub.hall.mark).toEqual(mark);
  });

  it('[W5] that are repeated do nothing twice and get the same answer, also after a restart', async () => {
    const { clerk, service } = await clerkAtWindow();
    const input = { service, kind: 'normal' as const };
    const first = await clerk.give('ticket:issue', input, 'request-of-wang');
    const { seq } = test.hub.hall.mark;
    expect(await clerk.give('ticket:issue', input, 'request-of-wang')).toEqual(first);
    await test.restart();
    const again = test.panel((await test.signIn('wang')).cookie);
    await again.next('state:replaced');
    expect(await again.give('ticket:issue', input, 'request-of-wang')).toEqual(first);
    expect(test.hub.hall.mark.seq).toBe(seq + 1);
    expect(again.records.count('ticket')).toBe(1);
  });

  it('are refused in plain Chinese when the rule refuses, and change nothing', async () => {
    const { clerk, window } = await clerkAtWindow();
    const { clerk: other } = await clerkAtWindow2(window);
    const editor = test.panel(await test.addAccount(admin, 'sun', ['editor']));
    await editor.next('state:replaced');
    const { mark } = test.hub.hall;
    expect(await clerk.give('ticket:next', { window })).toMatchObject({
      code: 'queue.empty',
      message: '现在没有人在等候。',
    });
    expect(await other.give('window:take', { window })).toMatchObject({
      code: 'window.taken',
      message: expect.stringMatching(/^\d+ 号窗口正由wang同志值守，请选其他窗口，或请对方先离岗。$/),
    });
    const now = test.clock.time;
    const notice = {
      title: '停水通知',
      text: '明天停水。',
      category: 'general' as const,
      from: now + 10,
      until: now + 10,
    };
    expect(await editor.give('notice:save', notice)).toMatchObject({
      code: 'notice.ends-early',
      message: '结束时间要晚于开始时间。',
    });
    expect(test.hub.hall.mark).toEqual(mark);
  });

  it('[W9] in English are answered in English', async () => {
    const panel = test.panel(admin, { language: 'en' });
    await panel.next('state:replaced');
    expect(await panel.give('screen:revoke', { id: 'nothing' })).toEqual({
      ok: false,
      code: 'record.missing',
      message: 'This record is not there; it may have been removed.',
    });
  });

  it('[W9] that are nonsense of any kind end neither the hub nor the line', async () => {
    const boss = test.panel(admin);
    await boss.next('state:replaced');
    for (const word of [undefined, null, 0, 'x', [], [[]], { request: {} }, { since: 'x' }])
      for (const event of ['state:ask', 'ticket:next', 'screen:report'])
        expect(await boss.ask(event, word), `${event} ${JSON.stringify(word)}`).toMatchObject({ ok: false });
    boss.socket.emit('ticket:next');
    boss.socket.emit('ticket:next', 'no', 'answer', 'wanted');
    expect(await boss.ask('clock:read')).toMatchObject({ ok: true });
    expect(test.logged).toEqual([]);
  });

  it('[W11] that come too fast are told when to go on, and a flood is cut off', async () => {
    const boss = test.panel(admin);
    await boss.next('state:replaced');
    const replies = await Promise.all(Array.from({ length: 61 }, () => boss.ask('clock:read')));
    expect(replies.slice(0, 60).every(({ ok }) => ok)).toBe(true);
    expect(replies[60]).toEqual({
      ok: false,
      code: 'request.too-many',
      message: '操作太频繁，请在 10 秒后再试。',
    });
    test.clock.pass(10_000);
    expect(await boss.ask('clock:read')).toMatchObject({ ok: true });
    for (let i = 0; i < 1300; i++) boss.socket.emit('clock:read');
    await boss.next('disconnect');
  });
});

describe('a screen that comes and goes', () => {
  it('[W16] is heard no more for a while, then as before; the others never notice', async () => {
    const { screen } = await test.pairBoard(admin);
    const { token } = await test.pairBoard(admin, '门口屏');
    const come = (): Client => test.display({ token });
    for (let times = 0; times <= 10; times++) {
      const flapping = come();
      await flapping.next('state:replaced');
      flapping.close();
    }
    const refused = come();
    await refused.next('disconnect');
    expect(refused.heard.map(({ fact }) => fact)).toEqual(['disconnect']);
    test.clock.pass(10_000);
    await come().next('state:replaced');
    expect(screen.faults).toEqual([]);
  });
});

describe('a page that does not read', () => {
  it('[W11] is cut off, and costs the others nothing', async () => {
    const { screen, id } = await test.pairBoard(admin);
    const deaf = test.panel(admin);
    await deaf.next('state:replaced');
    const { ws } = deaf.socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void } } };
    ws._socket.pause();
    const by = { is: 'system', name: '测试' } as const;
    const text = '公示'.repeat(2000);
    const notice = {
      title: '名单',
      text,
      category: 'general' as const,
      from: 0,
      until: test.clock.time + 1000,
    };
    const until = 3000;
    let posted = 0;
    while (posted < until && !test.logged.includes('closed a socket that does not read')) {
      await Promise.all(Array.from({ length: 50 }, () => test.hub.hall.execute('notice:save', notice, by)));
      posted += 50;
    }
    expect(test.logged).toContain('closed a socket that does not read');
    const { seq } = test.hub.hall.mark;
    await screen.reach(seq);
    expect([screen.faults, screen.records.get('screen', id)?.name]).toEqual([[], '大厅主屏']);
  });
});

/** A second clerk who holds another window than `taken`. */
async function clerkAtWindow2(taken: string): Promise<{ clerk: Client }> {
  const clerk = test.panel(await test.addAccount(admin, 'zhao', ['clerk']));
  await clerk.next('state:replaced');
  expect(clerk.records.get('window', taken)?.state.is).toBe('open');
  return { clerk };
}

describe('a connection', () => {
  it('[W1] of a foreign page is refused, of our own page not', async () => {
    const refused = test.display({}, { origin: 'http://evil.example' });
    await refused.next('connect_error');
    await test.display({}, { origin: test.url }).next('pairing:offered');
  });

  it('[W1] of another protocol is told to reload, whatever else it says', async () => {
    const old = test.display({ protocol: PROTOCOL + 1, page: 'kiosk' as never });
    expect(await old.next('page:outdated')).toEqual({ protocol: PROTOCOL });
  });

  it('[W1] that does not say hello is ended', async () => {
    await test.display({ page: 'nothing' as never }).next('disconnect');
    await test.display({ since: { seq: -1, hash: 'x' } }).next('disconnect');
  });

  it('[W10] of a panel without a session is told so', async () => {
    const nobody = test.panel('mingting=nothing');
    await nobody.next('session:ended');
    await nobody.next('disconnect');
  });

  it('[W10] of a panel ends with its session: signed out, disabled, or after thirty days', async () => {
    const open = async (cookie: string) => {
      const panel = test.panel(cookie);
      await panel.next('state:replaced');
      return panel;
    };
    const wang = await test.addAccount(admin, 'wang', ['clerk']);
    const [out, boss] = [await open(wang), await open(admin)];
    await test.ask('/api/sign-out', { method: 'POST', cookie: wang });
    await out.next('session:ended');
    await out.next('disconnect');

    const { cookie } = await test.signIn('wang');
    const disabled = await open(cookie);
    const { id } = (await test.ask('/api/me', { cookie })).body;
    const body = { id, name: 'wang', displayName: '王芳', roles: ['clerk'], disabled: true };
    await test.ask('/api/accounts', { body, cookie: admin });
    await disabled.next('session:ended');

    test.clock.pass(30 * 24 * 3600_000);
    test.hub.live.tick();
    await boss.next('session:ended');
  });

  it('[W10] of a panel sees at once what a new role lets it see', async () => {
    const cookie = await test.addAccount(admin, 'wang', ['clerk']);
    const panel = test.panel(cookie);
    await panel.next('state:replaced');
    const { id } = (await test.ask('/api/me', { cookie })).body;
    const save = (roles: string[]) =>
      test.ask('/api/accounts', {
        body: { id, name: 'wang', displayName: '王芳', roles, disabled: false },
        cookie: admin,
      });
    await save(['admin']);
    expect((await panel.next('state:replaced')).you).toMatchObject({ roles: ['admin'] });
    expect(panel.records.count('account')).toBe(2);
    await save(['clerk']);
    expect((await panel.next('state:replaced')).records.some(({ kind }) => kind === 'account')).toBe(false);
  });

  it('[W2] of a panel whose roles changed while it was away gets a snapshot', async () => {
    const cookie = await test.addAccount(admin, 'wang', ['clerk']);
    const { mark } = test.hub.hall;
    const { id } = (await test.ask('/api/me', { cookie })).body;
    const body = { id, name: 'wang', displayName: '王芳', roles: ['admin'], disabled: false };
    await test.ask('/api/accounts', { body, cookie: admin });
    const panel = test.panel(cookie, { since: mark, version: test.hub.version });
    expect((await panel.next('state:replaced')).you).toMatchObject({ roles: ['admin'] });
  });
});
