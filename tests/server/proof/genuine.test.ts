import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Certificate } from '../../../content/model/showing.ts';
import { GenuineDesk } from '../../../server/proof/genuine.ts';
import type { Client } from '../../support/client.ts';
import { startTestHub } from '../../support/hub.ts';
import type { TestHub } from '../../support/hub.ts';

const MINUTE = 60_000;
const DAY = '2026-11-19';
const TITLE = '农业补贴名单公示';

let hub: TestHub;
let admin: string;
let screen: { screen: Client; token: string; id: string };
let notice: string;
beforeEach(async () => {
  hub = await startTestHub();
  admin = await hub.setUp();
  screen = await hub.pairBoard(admin);
  const panel = hub.panel(admin);
  await panel.next('state:replaced');
  const saved = await panel.give('notice:save', {
    ...{ title: TITLE, text: '名单见下。', category: 'subsidy', number: '清溪府公〔2026〕3号' },
    ...{ from: hub.clock.now(), until: hub.clock.now() + 10 * 24 * 60 * MINUTE, publicity: { days: 2 } },
  });
  if (!saved.ok) throw new Error(saved.message);
  notice = saved.value.id;
});
afterEach(() => hub.stop());

/** The screen hands in that it showed the notice for so long until now. */
async function hand(minutes: number): Promise<void> {
  hub.clock.pass(minutes * MINUTE);
  const rev = hub.hub.hall.records.rev('notice', notice);
  const show = { is: 'shown', parts: [{ scene: 'board', records: [{ kind: 'notice', id: notice, rev }] }] };
  const from = hub.clock.now() - minutes * MINUTE;
  await screen.screen.ask('proof:hand', {
    pieces: [{ from, shows: [show as never], runs: [[0, minutes * MINUTE]] }],
  });
}

async function make(): Promise<Certificate & { code: string }> {
  const made = await hub.ask<Certificate>('/api/proof/certificates', { body: { notice }, cookie: admin });
  expect(made.status).toBe(200);
  return made.body as Certificate & { code: string };
}

const look = (code: string) => hub.ask<string>(`/c/${code}`);

async function endDay(): Promise<void> {
  hub.clock.pass(16 * 60 * MINUTE);
  await hub.hub.proof.look();
}

/** The hub starts again with a log of the day that somebody else wrote to. */
async function tamper(change: (log: string) => string): Promise<void> {
  await hub.hub.close();
  const file = join(hub.folder, 'proof', `${DAY}.jsonl`);
  await writeFile(file, change(await readFile(file, 'utf8')));
  await hub.restart();
}

describe('the code of a certificate', () => {
  test('[PS15] what says the same has the same code, and what says anything else has another', async () => {
    await hand(5);
    const first = await make();
    hub.clock.pass(1);
    expect(await make()).toEqual(first);
    await hand(5);
    const second = await make();
    expect(second.code).not.toBe(first.code);
    expect(second.earlier).toEqual([first.code]);
  });

  test('[PS16] whoever holds the paper reads what the hall made, without signing in', async () => {
    await hand(35);
    await hand(30);
    const { code, chain } = await make();
    const { status, headers, body } = await look(code.toLowerCase());
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    for (const said of [code, chain, TITLE, '清溪府公〔2026〕3号', '1 小时 5 分', '这份证明是真的', '1 天'])
      expect(body).toContain(said);
    expect(body).toContain(hub.hub.hall.records.get('hall', 'hall')!.name);
    expect(body).not.toMatch(/<script|\sstyle=/);
    // Nothing of who made it, nor of what the paper does not say.
    expect(body).not.toContain('名单见下');
    for (const { body: account } of hub.hub.hall.records.all('account'))
      expect(body).not.toContain(account.displayName);
  });

  test('[PS16] what screens hand in later lengthens the chain, and the paper stays genuine', async () => {
    await hand(5);
    const { code } = await make();
    await hand(5);
    await endDay();
    const { body } = await look(code);
    expect(body).toContain('这份证明是真的');
  });

  test('[PS16] a former one is answered for with its own figures and says that there is a later one', async () => {
    await hand(5);
    const first = await make();
    await hand(7);
    const second = await make();
    const former = (await look(first.code)).body;
    expect(former).toContain('又生成过新的证明');
    expect(former).toContain('5 分');
    expect(former).not.toContain('12 分');
    const latest = (await look(second.code)).body;
    expect(latest).toContain('12 分');
    expect(latest).not.toContain('又生成过新的证明');
    await hub.restart();
    expect((await look(first.code)).body).toBe(former);
  });

  test('[PS16] a log that was changed, or cut off, no longer fits the paper', async () => {
    await hand(5);
    await endDay();
    const { code } = await make();
    expect((await look(code)).body).toContain('这份证明是真的');
    await tamper((log) => log.replace('[0,300000]', '[0,900000]'));
    const { status, body } = await look(code);
    expect(status).toBe(200);
    expect(body).not.toContain('这份证明是真的');
    expect(body).toContain('不符的日子：2026年11月19日');
    // Its words are still those of the day on which it was made.
    expect(body).toContain('5 分');
    await tamper((log) => log.split('\n').slice(0, 1).join('\n') + '\n');
    expect((await look(code)).body).not.toContain('这份证明是真的');
  });

  test('[PS16] a code that the hall never gave is a plain page with status 404', async () => {
    await make();
    for (const code of ['ABCD2345', 'x', '%3Cscript%3E']) {
      const { status, headers, body } = await look(code);
      expect([code, status]).toEqual([code, 404]);
      expect(headers.get('content-type')).toContain('text/html');
      expect(body).not.toContain('<script');
    }
  });

  test('[PS15] after twelve months the code is as unknown as any other', async () => {
    await hand(5);
    await endDay();
    const { code } = await make();
    hub.clock.pass(400 * 24 * 60 * MINUTE);
    await hub.hub.proof.look();
    expect((await look(code)).status).toBe(404);
  });

  test('[PS16] a day whose log is kept no longer is named and not judged', async () => {
    await hand(5);
    await endDay();
    const { code } = await make();
    const proof = { holds: () => Promise.resolve(null) } as never;
    const desk = new GenuineDesk({ hall: hub.hub.hall, proof, now: hub.clock.now });
    expect(await desk.ask(code)).toMatchObject({ astray: [], gone: expect.arrayContaining([DAY]) });
  });
});
