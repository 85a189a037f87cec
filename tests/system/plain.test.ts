import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { Person } from '../support/person.ts';
import { HubProcess } from '../support/process.ts';
import { keeps, pairShown, panelOf, play, plays } from '../support/screens.ts';
import { png } from '../server/uploads/files.ts';

/** A screen on plain http with no flags: the browser takes the hub for an insecure site. */
let folder: string;
let hub: HubProcess;
let browser: Browser;
let admin: Person;
let panel: Client;
const HOST = 'hall.test';
const open = (): Promise<Browser> =>
  openBrowser({ profile: join(folder, 'profile'), more: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`] });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-plain-'));
  [hub, browser] = await Promise.all([HubProcess.start(join(folder, 'hub')), open()]);
  admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  panel = await panelOf(admin);
});
afterEach(async () => {
  panel?.close();
  await browser?.close();
  await hub?.process.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Values that IndexedDB holds: how many records, and the size of each file. */
const held = (page: Page): Promise<{ records: number; files: number[] }> =>
  page.evaluate(async () => {
    const all = (database: string, store: string): Promise<unknown[]> =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const asked = opening.result.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result);
          };
        };
      });
    const kept = (await all('mingting.display', 'kept')) as { records?: unknown[] }[];
    const files = (await all('mingting.media', 'blobs')) as Blob[];
    return {
      records: kept.find((one) => Array.isArray(one?.records))?.records?.length ?? 0,
      files: files.map(({ size }) => size),
    };
  });

test('[L16] [SC-6] on plain http records and files lie in IndexedDB; with the hub dead and the browser started anew the list plays on', async () => {
  const form = new FormData();
  const bytes = await png();
  form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' }), '大门.png');
  const { id: medium } = await admin.must<{ id: string }>('/api/media', form);
  while (!panel.records.get('medium', medium)) await panel.next('state:changed');
  const checked = await panel.give('medium:check', { ids: [medium] });
  if (!checked.ok) throw new Error(checked.message);
  const picture = {
    id: 'picture',
    scene: { is: 'media' as const, medium, fit: 'whole' as const },
    seconds: 3,
  };
  await play(panel, [{ id: 'slogan', scene: { is: 'slogan' }, seconds: 3 }, picture]);
  const page = await browser.newPage();
  await page.goto(`http://${HOST}:${hub.port}/display`);
  expect(
    await page.evaluate(() => [isSecureContext, 'caches' in window, crypto.subtle === undefined]),
  ).toEqual([false, false, true]);
  const screen = await pairShown(page, admin, '大厅电视', { is: 'program' });
  await plays(page, 'picture');
  await keeps(page, 'playlist');
  const { records, files } = await held(page);
  expect(records).toBeGreaterThan(10);
  const { upload } = panel.records.get('medium', medium)!;
  const file = await (await fetch(`${hub.url}/media/${upload}`)).arrayBuffer();
  expect(files).toEqual([file.byteLength]);
  for (;;) {
    const told = (await panel.next('screens:reported')).find((one) => one.screen === screen)?.report;
    if (told?.protection === 'plain' && told.cached) break;
  }
  panel.close();
  await hub.process.kill('SIGKILL');
  await browser.close();
  browser = await open();
  const again = await browser.newPage();
  const asked: string[] = [];
  again.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await again.goto(`http://${HOST}:${hub.port}/display`);
  await plays(again, 'picture');
  expect(asked.filter((path) => path.startsWith('/media/'))).toEqual([]);
});
