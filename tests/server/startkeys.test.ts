import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let admin: string;
beforeEach(async () => {
  hub = await startTestHub();
  admin = await hub.setUp();
});
afterEach(() => hub.stop());

/** Keys in the start script of these screens, in their order. */
async function keysIn(path: string): Promise<string[]> {
  const { status, body, headers } = await hub.ask<string>(path, { cookie: admin });
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  return [...String(body).matchAll(/#key=([\w-]{43})/g)].map(([, key]) => key!);
}

test('[W17] the key of a start script is this screen and no other, before and after a restart of the hub', async () => {
  const { id, screen, token } = await hub.pairBoard(admin);
  const { id: second } = await hub.pairBoard(admin, '门口屏');
  const keys = await keysIn(`/api/screens/${id}/start/linux-x?more=${second}:1920,0,1080,1920`);
  expect(new Set(keys).size).toBe(2);
  const youOf = async (key: string) => (await hub.display({ token: key }).next('state:replaced')).you;
  expect(await youOf(keys[0]!)).toMatchObject({ is: 'screen', id });
  expect(await youOf(keys[1]!)).toMatchObject({ is: 'screen', id: second });
  await hub.restart();
  expect(await youOf(keys[0]!)).toMatchObject({ id });
  expect(await youOf(token)).toMatchObject({ id });
  expect(screen.faults).toEqual([]);
});

test('[W17] two scripts of one screen both go on working; unpairing ends them all', async () => {
  const { id } = await hub.pairBoard(admin);
  const [first] = await keysIn(`/api/screens/${id}/start/windows`);
  const [second] = await keysIn(`/api/screens/${id}/start/android`);
  const pages = [hub.display({ token: first! }), hub.display({ token: second! })];
  for (const page of pages) await page.next('state:replaced');
  const panel = hub.panel(admin);
  await panel.next('state:replaced');
  expect(await panel.give('screen:revoke', { id })).toMatchObject({ ok: true });
  for (const page of pages) await page.next('screen:revoked');
  await hub.display({ token: first! }).next('pairing:offered');
});

test('[W17] only an admin is given one, and only its hash is kept or told', async () => {
  const { id } = await hub.pairBoard(admin);
  const editor = await hub.addAccount(admin, 'sun', ['editor']);
  for (const cookie of [editor, ''])
    expect((await hub.ask(`/api/screens/${id}/start/linux-x`, { cookie })).status).toBeGreaterThan(400);
  const [key] = await keysIn(`/api/screens/${id}/start/linux-x`);
  const boss = hub.panel(admin);
  await boss.next('state:replaced');
  expect(JSON.stringify(boss.heard)).not.toContain('startkeys');
  expect(JSON.stringify([...hub.hub.hall.records.everything()])).not.toContain(key);
  expect((await hub.ask('/api/screens/none/start/linux-x', { cookie: admin })).status).toBe(404);
});
