import { describe, expect, test } from 'vitest';
import { Http } from '../../control/http.ts';
import { refusals, wordRefusal } from '../../content/refusals.ts';

function answering(status: number, body: unknown) {
  const asked: { path: string; init: RequestInit }[] = [];
  const http = new Http('zh-CN', (path, init) => {
    asked.push({ path, init });
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return Promise.resolve(new Response(text, { status }));
  });
  return { http, asked };
}

describe('calls over HTTP', () => {
  test('[C8] an answer is a value, asked for in the language of the page', async () => {
    const { http, asked } = answering(200, { ok: true, version: '1', protocol: 1, ready: true });
    expect(await http.health()).toEqual({
      ok: true,
      value: { ok: true, version: '1', protocol: 1, ready: true },
    });
    expect(asked[0]?.init.headers).toMatchObject({ 'accept-language': 'zh-CN' });
  });

  test('[C8] a refusal carries the words of the hub', async () => {
    const words = '密码连续输错 5 次，账户已锁定。';
    const { http } = answering(423, { ok: false, code: 'session.locked', message: words });
    expect(await http.signIn({ name: 'li', password: 'x' })).toEqual({
      ok: false,
      code: 'session.locked',
      message: words,
    });
  });

  test('[C8] a hub that cannot be reached is told with what to look at', async () => {
    const http = new Http('zh-CN', () => Promise.reject(new TypeError('Failed to fetch')));
    const reply = await http.me();
    expect(reply).toEqual({
      ok: false,
      code: 'hub.unreachable',
      message: wordRefusal('hub.unreachable'),
    });
    expect(refusals['hub.unreachable'][1]).toContain('网线');
  });

  test('[C8] the page of a proxy, a cut answer and an unknown code are told as a failure of the hub', async () => {
    for (const [status, body] of [
      [502, '<html>Bad gateway</html>'],
      [500, { ok: false, code: 'not.ours', message: 'x' }],
      [200, '{"ok":tr'],
    ] as const) {
      const reply = await answering(status, body).http.journal();
      expect(reply).toMatchObject({ ok: false, code: 'hub.failed' });
    }
  });

  test('[C8] words come in English for an English page', async () => {
    const http = new Http('en', () => Promise.reject(new TypeError('offline')));
    expect(await http.me()).toMatchObject({ message: refusals['hub.unreachable'][2] });
  });
});
