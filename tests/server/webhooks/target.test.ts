import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { delayAfter } from '../../../server/webhooks/pace.ts';
import { send, sign } from '../../../server/webhooks/sender.ts';
import { resolveTarget } from '../../../server/webhooks/target.ts';

const answer = (url: string, reach: 'lan' | 'anywhere', loopback = false) =>
  resolveTarget(url, { reach, loopback }).then(
    ({ address }) => address,
    (error: { code: string }) => error.code,
  );

describe('where events may be sent', () => {
  it.each([
    ['http://192.168.1.20:9000/hook', '192.168.1.20'],
    ['https://10.0.0.7/', '10.0.0.7'],
    ['http://172.31.2.3', '172.31.2.3'],
    ['http://[fd00::7]/hook', 'fd00::7'],
    ['http://8.8.8.8/', 'webhook.outside'],
    ['http://172.32.0.1/', 'webhook.outside'],
    ['http://[2001:db8::1]/', 'webhook.outside'],
    ['http://127.0.0.1/', 'webhook.loopback'],
    ['http://127.9.9.9/', 'webhook.loopback'],
    ['http://localhost:8080/', 'webhook.loopback'],
    ['http://[::1]/', 'webhook.loopback'],
    ['http://[::ffff:127.0.0.1]/', 'webhook.loopback'],
    ['http://2130706433/', 'webhook.loopback'],
    ['http://0x7f.1/', 'webhook.loopback'],
    ['http://0.0.0.0/', 'webhook.loopback'],
    ['http://169.254.169.254/latest', 'webhook.loopback'],
    ['http://[fe80::1]/', 'webhook.loopback'],
    ['http://224.0.0.1/', 'webhook.loopback'],
    ['ftp://192.168.1.20/', 'webhook.address'],
    ['file:///etc/passwd', 'webhook.address'],
    ['http://me:word@192.168.1.20/', 'webhook.address'],
    ['nonsense', 'webhook.address'],
    ['http://nobody.invalid/', 'webhook.unresolved'],
  ])('[X16] within the hall’s network, %s: %s', async (url, wanted) => {
    expect(await answer(url, 'lan')).toBe(wanted);
  });

  it('[X16] anywhere means the internet too, but never the hub itself or network equipment', async () => {
    expect(await answer('http://8.8.8.8/', 'anywhere')).toBe('8.8.8.8');
    expect(await answer('http://[::1]/', 'anywhere')).toBe('webhook.loopback');
    expect(await answer('http://169.254.169.254/', 'anywhere', true)).toBe('webhook.loopback');
    expect(await answer('http://127.0.0.1/', 'lan', true)).toBe('127.0.0.1');
  });
});

describe('the pace', () => {
  it('[X13] doubles from five seconds to three hours, give or take a fifth', () => {
    expect([1, 2, 3, 12, 13, 40].map((tries) => delayAfter(tries, 0.5) / 1000)).toEqual([
      5, 10, 20, 10_240, 10_800, 10_800,
    ]);
    expect([delayAfter(1, 0), delayAfter(1, 0.999999)]).toEqual([4000, 6000]);
  });
});

describe('sending', () => {
  it('[X10] signs the seconds and the body', () => {
    // Worked out with: printf '1763686800.{}' | openssl dgst -sha256 -hmac whsec_test
    expect(sign('whsec_test', '{}', 1_763_686_800_999)).toMatch(/^t=1763686800,v1=[0-9a-f]{64}$/);
    expect(sign('whsec_test', '{}', 1_763_686_800_000)).not.toBe(
      sign('whsec_other', '{}', 1_763_686_800_000),
    );
  });

  it('[X12] does not wait for ever for a receiver that says nothing', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    const sending = send(
      { url, reach: 'lan', secret: 'whsec_0123456789' },
      { id: '1.0', type: 'test', at: '' },
      { loopback: true, now: 0, signal: new AbortController().signal, patience: 50 },
    );
    await expect(sending).rejects.toMatchObject({ reason: 'timeout' });
    silent.closeAllConnections();
    await new Promise((done) => silent.close(done));
  });
});
