import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScreenPresence } from '../../content/protocol.ts';
import { Client } from '../support/client.ts';
import { KioskPc } from '../support/kioskpc.ts';
import { Person } from '../support/person.ts';
import { freePort, HubProcess } from '../support/process.ts';
import { panelOf, play } from '../support/screens.ts';

/** Two screens on one PC, brought up by the script that the hub wrote for them. */
const HOST = 'hall.test';
let folder: string;
let hub: HubProcess;
let admin: Person;
let panel: Client;
let pc: KioskPc;
let ids: [string, string];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-startscript-'));
  const port = await freePort();
  hub = await HubProcess.start(join(folder, 'hub'), port, ['--public-url', `http://${HOST}:${port}`]);
  admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  panel = await panelOf(admin);
  const hours = { id: 'hours', scene: { is: 'hours' as const }, seconds: 3 };
  await play(panel, [hours, { ...hours, id: 'slogan', scene: { is: 'slogan' } }]);
  ids = [await paired('东侧电视'), await paired('竖屏')];
  pc = new KioskPc(join(folder, 'home'));
  await mkdir(pc.home);
  const more = encodeURIComponent(`${ids[1]}:1280,0,720,1280`);
  const script = await admin.must<string>(`/api/screens/${ids[0]}/start/linux-x?more=${more}`);
  await pc.install(Buffer.from(script).toString(), HOST);
});
afterAll(async () => {
  pc?.close();
  panel?.close();
  await hub?.process.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

/** A screen that was paired once, on some device that is gone. */
async function paired(name: string): Promise<string> {
  const device = new Client(hub.url, { page: 'display' });
  const { code } = await device.next('pairing:offered');
  const id = await admin.pair(code, name, { is: 'program' });
  await device.next('state:replaced');
  device.close();
  return id;
}

const last = new Map<string, ScreenPresence>();
/** Waits until the hub has heard of a screen what is looked for. */
async function heard(id: string, right: (presence: ScreenPresence) => boolean): Promise<ScreenPresence> {
  for (;;) {
    const known = last.get(id);
    if (known && right(known)) return known;
    for (const one of await panel.next('screens:reported')) last.set(one.screen, one);
  }
}
const plays = ({ connected, report }: ScreenPresence): boolean =>
  connected && report?.showing === 'program' && report.protection !== undefined;
const unit = (id: string): string => `mingting-${id}`;

test.runIf(existsSync('/usr/bin/systemd-analyze'))('[Z18] systemd finds no fault in the units', () => {
  const files = ids.map((id) => join(pc.unitFolder, `${unit(id)}.service`));
  const run = () =>
    execFileSync('systemd-analyze', ['verify', '--user', '--man=no', ...files], {
      env: { ...process.env, HOME: pc.home, XDG_RUNTIME_DIR: folder },
      encoding: 'utf8',
      stdio: 'pipe',
    });
  expect(run).not.toThrow();
});

test('[Z18] [W17] both screens come up paired, each in a browser of its own, with sound free and the hub taken for secure', async () => {
  pc.start();
  const [tv, upright] = [await heard(ids[0], plays), await heard(ids[1], plays)];
  expect([tv.report?.protection, upright.report?.protection]).toEqual(['flags', 'flags']);
  for (const id of ids) {
    const { browser, page } = await pc.look(unit(id));
    const seen = await page.evaluate(async () => {
      const audio = new AudioContext();
      const { state } = audio;
      await audio.close();
      return {
        ...{ state, secure: isSecureContext, caches: 'caches' in window },
        ...{ text: document.body.innerText, translated: document.documentElement.translate },
      };
    });
    expect(seen).toMatchObject({ state: 'running', secure: true, caches: true, translated: false });
    expect(seen.text).not.toMatch(/\d{3}\s*\d{3}\s*配对|配对码/);
    await browser.disconnect();
  }
  expect([...panel.records.all('screen')]).toHaveLength(2);
});

test('[Z18] a browser that is killed is back by itself and plays on; the other screen never notices', async () => {
  await heard(ids[0], plays);
  pc.kill(unit(ids[0]));
  const killed = performance.now();
  await heard(ids[0], ({ connected }) => !connected);
  await heard(ids[0], plays);
  console.log(`back on the glass ${((performance.now() - killed) / 1000).toFixed(1)} s after it was killed`);
  expect([pc.units.get(unit(ids[0]))?.starts, pc.units.get(unit(ids[1]))?.starts]).toEqual([2, 1]);
});

test('[W17] a lost profile is not paired anew: the script makes the new one the same screen', async () => {
  pc.kill(unit(ids[0]));
  await heard(ids[0], ({ connected }) => !connected);
  await pc.loseProfile(ids[0]);
  await heard(ids[0], plays);
  expect([...panel.records.all('screen')].map(({ id }) => id).toSorted()).toEqual([...ids].toSorted());
  const { browser, page } = await pc.look(unit(ids[0]));
  await page.waitForSelector('.slot.front[data-slot="hours"]');
  await browser.disconnect();
});
