import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, startTestHub, town, type TestHub } from '../support/hub.ts';

const MINUTE = 60_000;
let test: TestHub;
beforeEach(async () => {
  test = await startTestHub();
});
afterEach(() => test.stop());

const wrong = (name: string) => test.signIn(name, 'not-the-password');
const commits = () => test.hub.hall.mark.seq;

describe('set-up', () => {
  const admin = { name: 'admin', displayName: '陈静', password: PASSWORD };

  it('asks for the code that the hub printed, and changes nothing without it', async () => {
    const answer = await test.ask('/api/setup', { body: { code: 'AAAAAAAA', ...town, admin } });
    expect([answer.status, answer.body['code'], answer.cookie]).toEqual([403, 'setup.code', '']);
    expect(commits()).toBe(0);
  });

  it('makes the hall once, signs its admin in, and the code is worth nothing afterwards', async () => {
    const code = test.hub.access.setupCode!;
    expect((await test.ask('/api/health')).body).toMatchObject({ ok: true, ready: false });
    const made = await test.ask('/api/setup', { body: { code: ` ${code.toLowerCase()} `, ...town, admin } });
    expect(made.body).toEqual({ name: '白石镇公共服务中心' });
    expect((await test.ask('/api/me', { cookie: made.cookie })).body).toMatchObject({
      name: 'admin',
      displayName: '陈静',
      roles: ['admin'],
    });
    expect((await test.ask('/api/health')).body).toMatchObject({ ready: true });
    expect(test.hub.access.setupCode).toBeNull();
    const again = await test.ask('/api/setup', { body: { code, ...town, admin } });
    expect([again.status, again.body['code']]).toEqual([409, 'setup.done']);
  });

  it('refuses a weak password, a wrong place and a wrong phone in plain Chinese, and can be tried again', async () => {
    const code = test.hub.access.setupCode;
    const weak = await test.ask('/api/setup', {
      body: { code, ...town, admin: { ...admin, password: '12345678' } },
    });
    expect(weak.body['message']).toBe('密码至少 8 位，不能是常见密码，也不能与用户名相同。');
    const place = await test.ask('/api/setup', {
      body: { code, ...town, place: { county: '青溪县' }, admin },
    });
    expect(place.status).toBe(400);
    const phone = await test.ask('/api/setup', { body: { code, ...town, complaint: '没有', admin } });
    expect([phone.status, phone.body['code']]).toEqual([400, 'phone.wrong']);
    expect(commits()).toBe(0);
    await test.setUp();
    const { records } = test.hub.hall;
    expect([records.count('hall'), records.count('account')]).toEqual([1, 1]);
  });

  it('cannot be run twice at once', async () => {
    const body = { code: test.hub.access.setupCode, ...town, admin };
    const answers = await Promise.all([test.ask('/api/setup', { body }), test.ask('/api/setup', { body })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('sign-in', () => {
  it('gives a cookie that scripts cannot read and other sites cannot use, kept only as a hash', async () => {
    await test.setUp();
    const { headers, cookie } = await test.signIn('admin');
    const set = headers.get('set-cookie')!;
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=2592000'])
      expect(set).toContain(flag);
    expect(set).not.toContain('Secure');
    const value = cookie.split('=')[1]!;
    expect(Buffer.from(value, 'base64url')).toHaveLength(32);
    const kept = JSON.stringify([...test.hub.hall.records.everything()]);
    expect(kept).not.toContain(value);
  });

  it('marks the cookie Secure when the hall is reached over https', async () => {
    await test.stop();
    test = await startTestHub({ publicUrl: 'https://hall.example' });
    await test.setUp();
    expect((await test.signIn('admin')).headers.get('set-cookie')).toContain('Secure');
  });

  it('[A1] knows the name in capitals and full-width letters too', async () => {
    await test.setUp();
    expect((await test.signIn('ＡＤＭＩＮ')).status).toBe(200);
  });

  it('locks the account for 15 minutes after five wrong passwords, also for the right one', async () => {
    await test.setUp();
    for (const left of [4, 3, 2, 1])
      expect((await wrong('admin')).body['message']).toBe(`用户名或密码不对，还可以再试 ${left} 次。`);
    const fifth = await wrong('admin');
    expect([fifth.status, fifth.body['code']]).toEqual([423, 'session.locked']);
    expect(fifth.body['message']).toContain('请在 15 分钟后再试');
    test.clock.pass(5 * MINUTE);
    const right = await test.signIn('admin');
    expect([right.status, right.cookie]).toEqual([423, '']);
    expect(right.body['message']).toContain('请在 10 分钟后再试');
    test.clock.pass(10 * MINUTE);
    expect((await test.signIn('admin')).status).toBe(200);
    expect((await wrong('admin')).body['message']).toContain('还可以再试 4 次');
  });

  it('keeps the lock over a restart, since it stands in the journal', async () => {
    await test.setUp();
    for (let i = 0; i < 5; i++) await wrong('admin');
    await test.restart();
    expect((await test.signIn('admin')).status).toBe(423);
  });

  it('forgets wrong tries after a right one', async () => {
    await test.setUp();
    for (let i = 0; i < 4; i++) await wrong('admin');
    expect((await test.signIn('admin')).status).toBe(200);
    expect((await wrong('admin')).body['message']).toContain('还可以再试 4 次');
  });

  it('counts guesses that come at once', async () => {
    await test.setUp();
    const answers = await Promise.all(Array.from({ length: 12 }, () => wrong('admin')));
    expect(answers.filter(({ body }) => body['code'] === 'session.wrong')).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(8);
  });

  it('says of a name that is not there exactly what it says of one that is', async () => {
    const admin = await test.setUp();
    await test.addAccount(admin, 'wang', ['clerk']);
    const said = async (name: string) => {
      const answers = [];
      for (let i = 0; i < 7; i++) answers.push((await wrong(name)).body);
      return answers;
    };
    expect(await said('nobody')).toEqual(await said('wang'));
  });

  it('is opened again by an admin who gives a new password', async () => {
    const admin = await test.setUp();
    await test.addAccount(admin, 'wang', ['clerk']);
    for (let i = 0; i < 5; i++) await wrong('wang');
    const [kept] = [...test.hub.hall.records.all('account')].filter(({ body }) => body.name === 'wang');
    const body = {
      id: kept!.id,
      name: 'wang',
      displayName: '王芳',
      roles: ['clerk'],
      password: '雨后青山分外明',
      disabled: false,
    };
    expect(
      (await test.ask('/api/accounts', { body: { ...body, password: `${body.password}亮` }, cookie: admin }))
        .status,
    ).toBe(200);
    expect((await test.signIn('wang', '雨后青山分外明亮')).status).toBe(200);
  });

  it('ends after thirty days, after signing out, and when the account is disabled', async () => {
    const admin = await test.setUp();
    const wang = await test.addAccount(admin, 'wang', ['clerk']);
    const me = async (cookie: string) => (await test.ask('/api/me', { cookie })).status;
    expect(await me(wang)).toBe(200);
    const out = await test.ask('/api/sign-out', { method: 'POST', cookie: wang });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([200, expect.stringContaining('mingting=;')]);
    expect(await me(wang)).toBe(401);
    const again = (await test.signIn('wang')).cookie;
    const { id, name } = (await test.ask('/api/me', { cookie: again })).body;
    const disabled = { id, name, displayName: '王芳', roles: ['clerk'], disabled: true };
    await test.ask('/api/accounts', { body: disabled, cookie: admin });
    expect(await me(again)).toBe(401);
    expect((await test.signIn('wang')).body['code']).toBe('session.wrong');
    test.clock.pass(30 * 24 * 60 * MINUTE);
    expect(await me(admin)).toBe(401);
  });

  it('lets a person change the password, signs other browsers out and keeps this one', async () => {
    const here = await test.setUp();
    const there = (await test.signIn('admin')).cookie;
    const change = (old: string, fresh: string) =>
      test.ask('/api/password', { body: { old, new: fresh }, cookie: here });
    expect((await change('wrong', '雨后青山分外明亮')).body['code']).toBe('session.wrong');
    expect((await change(PASSWORD, 'admin2026')).body['code']).toBe('account.password-weak');
    const changed = await change(PASSWORD, '雨后青山分外明亮');
    expect(changed.status).toBe(200);
    expect((await test.ask('/api/me', { cookie: changed.cookie })).status).toBe(200);
    expect((await test.ask('/api/me', { cookie: there })).status).toBe(401);
    expect((await test.signIn('admin')).status).toBe(401);
    expect((await test.signIn('admin', '雨后青山分外明亮')).status).toBe(200);
  });
});

describe('requests over HTTP', () => {
  it('[W1] from another site are refused, from our own pages and from programs not', async () => {
    const cookie = await test.setUp();
    const before = commits();
    const from = (origin: string) =>
      test.ask('/api/sign-out', { method: 'POST', cookie, headers: { origin } });
    for (const origin of [
      'http://evil.example',
      'null',
      test.url.replace('127.0.0.1', 'localhost'),
      `${test.url}0`,
    ]) {
      const answer = await from(origin);
      expect([origin, answer.status, answer.body['code']]).toEqual([origin, 403, 'request.foreign']);
    }
    expect(commits()).toBe(before);
    expect((await from(test.url)).status).toBe(200);
  });

  it('need a session, and one of the roles named in the answer', async () => {
    const admin = await test.setUp();
    const wang = await test.addAccount(admin, 'wang', ['clerk']);
    const body = { name: 'li', displayName: '李明', roles: ['admin'], password: PASSWORD, disabled: false };
    const before = commits();
    const none = await test.ask('/api/accounts', { body });
    expect([none.status, none.body['message']]).toEqual([401, '请先登录。']);
    const clerk = await test.ask('/api/accounts', { body, cookie: wang });
    expect([clerk.status, clerk.body['message']]).toEqual([
      403,
      '您的账户没有“管理员”的权限，请联系管理员。',
    ]);
    const journal = await test.ask('/api/journal', {
      cookie: wang,
      headers: { 'accept-language': 'en-GB,en' },
    });
    expect(journal.body['message']).toBe('Your account may not do this (admin or auditor); ask the admin.');
    for (const path of ['/api/screens/pair', '/api/import/preview', '/api/sheets'])
      expect((await test.ask(path, { body: {}, cookie: wang })).status, path).toBe(403);
    expect(commits()).toBe(before);
  });

  it.each([
    [{ name: 'li' }, '姓名 必须填写'],
    [{ name: 'l', displayName: '李明', roles: [], disabled: false }, '名称 太短，至少 2 个字'],
    [{ name: 'li ming', displayName: '李明', roles: ['clerk'], disabled: false }, '名称 格式不对'],
    [{ name: 'li', displayName: '李明', roles: [], disabled: false }, '角色 至少要有 1 项'],
    [{ name: 'li', displayName: '李明', roles: ['king'], disabled: false }, '角色·1 不在可选范围内'],
    [{ name: 'li', displayName: '李明', roles: ['clerk'], disabled: 'no' }, 'disabled 类型不对'],
    [{ name: 'li', displayName: '李明', roles: ['clerk'], disabled: false, extra: 1 }, 'extra 是多余的内容'],
  ])('with %j are told where and what is wrong', async (body, words) => {
    const admin = await test.setUp();
    const before = commits();
    const answer = await test.ask('/api/accounts', { body, cookie: admin });
    expect([answer.status, answer.body['code']]).toEqual([400, 'request.invalid']);
    expect(answer.body['message']).toBe(`提交的内容有误：${words}。请改正后重试。`);
    expect(commits()).toBe(before);
  });

  it('that are torn, too large, of a wrong kind or to nowhere are answered in our words', async () => {
    const headers = { 'content-type': 'application/json' };
    const torn = await test.ask('/api/sign-in', { method: 'POST', body: '{"name":', headers });
    expect([torn.status, torn.body['message']]).toEqual([
      400,
      '提交的内容有误：提交的内容 不是有效的 JSON。请改正后重试。',
    ]);
    const large = await test.ask('/api/sign-in', { body: { name: 'x'.repeat(2 ** 20), password: 'x' } });
    expect([large.status, large.body['message']]).toEqual([413, '内容太大，上限为 1 MB。']);
    const kind = await test.ask('/api/sign-in', {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect([kind.status, kind.body['code']]).toEqual([400, 'request.invalid']);
    const lost = await test.ask('/api/nothing?x=1');
    expect([lost.status, lost.body['message']]).toEqual([404, '没有这个地址或操作：/api/nothing。']);
  });

  it('that come too often are told when to come back', async () => {
    let last = await test.signIn('nobody');
    for (let i = 0; i < 40 && last.status !== 429; i++) last = await test.signIn('nobody');
    expect(last.body['message']).toMatch(/^操作太频繁，请在 \d+ 秒后再试。$/);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('are answered with a policy that lets pages run nothing but our own', async () => {
    const { headers } = await test.ask('/api/health');
    const policy = headers.get('content-security-policy')!;
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      `connect-src 'self' ws://127.0.0.1:${test.hub.port}`,
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types svelte-trusted-html ProseMirrorClipboard',
    ])
      expect(policy.split(';').map((one) => one.trim())).toContain(rule);
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
