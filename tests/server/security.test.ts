import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandInput } from '../../content/model/command.ts';
import type { Client } from '../support/client.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { System } from '../support/system.ts';

/** What broadcasting rules ask of screens in public: docs/screens-security.md says which test proves which. */
let test: TestHub;
let admin: string;

beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
});
afterEach(() => test.stop());

async function panel(cookie: string): Promise<Client> {
  const client = test.panel(cookie);
  await client.next('state:replaced');
  return client;
}

const SECRET = '未经审核的内容';
const DAY_MS = 86_400_000;

describe('[SC-1] nothing that was not released reaches a screen', () => {
  it('by no way that an editor has: directly, by draft, file, import, another system, or a table', async () => {
    const { screen } = await test.pairBoard(admin);
    const chief = await panel(admin);
    const cookie = await test.addAccount(admin, 'bianji', ['editor']);
    const editor = await panel(cookie);
    expect(await chief.give('review:settings', { levels: 1 })).toMatchObject({ ok: true });
    await screen.reach(test.hub.hall.mark.seq);
    const before = JSON.stringify([...screen.records.everything()]);
    const from = test.clock.now();
    const notice = {
      ...{ title: SECRET, text: `${SECRET}。`, category: 'general' as const },
      ...{ from, until: from + DAY_MS },
    };
    const direct: [string, Promise<{ ok: boolean }>][] = [
      ['notice', editor.give('notice:save', notice)],
      ['interrupt', editor.give('interrupt:begin', { is: 'urgent', text: SECRET, to: { is: 'all' } })],
      ['internal', editor.ask('draft:due', { request: 'x', input: {} })],
      ['pairing', editor.ask('screen:pair', { request: 'y', input: { name: SECRET } })],
    ];
    for (const [way, reply] of direct) expect((await reply).ok, way).toBe(false);
    // A draft is kept, handed in, and stays where it is.
    const input: CommandInput<'draft:save'> = { base: 0, of: { kind: 'notice', body: notice } };
    const draft = await editor.give('draft:save', input);
    if (!draft.ok) throw new Error(draft.message);
    expect(await editor.give('draft:submit', { id: draft.value.id, rev: 1 })).toMatchObject({ ok: true });
    for (const name of ['draft:approve', 'draft:release'] as const)
      expect((await editor.give(name, { id: draft.value.id, rev: 2 })).ok, name).toBe(false);
    // A file comes in, and is on no screen before somebody has looked at it.
    const form = new FormData();
    form.append(
      'file',
      new Blob([`# ${SECRET}\n\n第一条 ${SECRET}。\n`], { type: 'text/markdown' }),
      '制度.md',
    );
    await test.ask('/api/imports', { body: form, cookie });
    const file = new FormData();
    file.append('file', new Blob([SECRET], { type: 'text/plain' }), '图.png');
    expect((await test.ask('/api/media', { body: file, cookie })).status).not.toBe(200);
    // Another system with every right may call numbers and report alerts; alerts wait for a person.
    const system = await System.with(test, admin);
    const alert = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>A-1</identifier><sender>w@example.gov.cn</sender><sent>2026-11-19T09:00:00+08:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>${SECRET}</event><urgency>Immediate</urgency><severity>Extreme</severity><certainty>Observed</certainty></info></alert>`;
    const sent = await test.ask<{ state: string }>('/api/v1/alerts', {
      method: 'POST',
      body: alert,
      headers: { authorization: `Bearer ${system.key}`, 'content-type': 'application/cap+xml' },
    });
    expect(sent.body.state).toBe('waiting');
    await screen.reach(test.hub.hall.mark.seq);
    const onScreen = [...screen.records.everything()].filter(({ kind }) => kind !== 'interrupt');
    expect(JSON.stringify(onScreen)).toBe(before);
    expect(JSON.stringify(onScreen)).not.toContain(SECRET);
    expect([...screen.records.all('interrupt')].filter(({ body }) => body.state === 'on')).toEqual([]);
    expect((await test.ask<string>('/p')).body).not.toContain(SECRET);
  });
});

describe('[SC-4] one key', () => {
  it('takes every connected screen to black by one commit, and the lease ends the others', async () => {
    const screens = [];
    for (const name of ['一号屏', '二号屏', '三号屏'])
      screens.push((await test.pairBoard(admin, name)).screen);
    const chief = await panel(admin);
    const began = performance.now();
    const begun = await chief.give('interrupt:begin', { is: 'black', to: { is: 'all' } });
    if (!begun.ok) throw new Error(begun.message);
    await Promise.all(screens.map((screen) => screen.reach(test.hub.hall.mark.seq)));
    console.log(`black told to ${screens.length} screens after ${(performance.now() - began).toFixed(1)} ms`);
    for (const screen of screens)
      expect(screen.records.get('interrupt', begun.value.id)).toMatchObject({ is: 'black', state: 'on' });
  });
});

describe('[SC-6] a pairing code', () => {
  it('makes one screen, once; who shows it to the hub again gets nothing', async () => {
    const screen = test.display();
    const { code } = await screen.next('pairing:offered');
    const body = { code, name: '大厅', scene: { is: 'board' }, diagonal: 43, distance: 6, sound: false };
    const pair = (cookie?: string) =>
      test.ask<{ code?: string }>('/api/screens/pair', { body, ...(cookie ? { cookie } : {}) });
    expect((await pair()).status).toBe(401);
    expect((await pair(await test.addAccount(admin, 'bianji', ['editor']))).status).toBe(403);
    expect((await pair(admin)).status).toBe(200);
    expect((await pair(admin)).body.code).toBe('pairing.unknown');
    expect(test.hub.hall.records.count('screen')).toBe(1);
  });
});

describe('[SC-9] a fresh hub', () => {
  it('has no account, and takes no sign-in and no weak password at set-up', async () => {
    const fresh = await startTestHub();
    try {
      expect(fresh.hub.hall.records.count('account')).toBe(0);
      for (const name of ['admin', 'root', 'mingting'])
        for (const password of ['admin', '123456', name, ''])
          expect((await fresh.signIn(name, password)).status).not.toBe(200);
      expect(fresh.hub.hall.records.count('session')).toBe(0);
    } finally {
      await fresh.stop();
    }
  });
});

describe('[SC-12] interrupting', () => {
  it('is a right beside the roles, and each use stands in the journal with its person', async () => {
    const second = await panel(await test.addAccount(admin, 'fuguan', ['admin', 'editor', 'reviewer']));
    const input = { is: 'slogan', to: { is: 'all' } } as const;
    await test.pairBoard(admin);
    expect(await second.give('interrupt:begin', input)).toMatchObject({ ok: false, code: 'interrupt.right' });
    const chief = await panel(admin);
    const begun = await chief.give('interrupt:begin', input);
    if (!begun.ok) throw new Error(begun.message);
    await chief.give('interrupt:end', { id: begun.value.id });
    const { by, over } = test.hub.hall.records.get('interrupt', begun.value.id)!;
    expect([by.name, over?.by.name]).toEqual(['陈静', '陈静']);
    const journal = await test.ask('/api/journal', { cookie: admin });
    expect(JSON.stringify(journal.body)).toContain('interrupt:begin');
  });
});
