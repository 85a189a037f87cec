import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Certificate } from '../../content/model/showing.ts';
import { openBrowser, seesText } from '../support/browser.ts';
import { Person } from '../support/person.ts';
import { HubProcess } from '../support/process.ts';
import { pairShown, panelOf } from '../support/screens.ts';
import { Proof } from '../templates/tools.ts';

let folder: string;
let hub: HubProcess;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-certificate-'));
  [hub, browser] = await Promise.all([HubProcess.start(join(folder, 'hub')), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await hub?.process.kill();
  await rm(folder, { recursive: true, force: true });
});

test('[PS7] [PS12] a screen takes the picture of a 公示 itself, and it stands on the printed certificate with its time and digest', async () => {
  const admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  const panel = await panelOf(admin);
  const page = await browser.newPage();
  await page.setViewport({ width: 1920, height: 1080 });
  await page.goto(`${hub.url}/display`);
  await pairShown(page, admin, '大厅东侧屏', { is: 'publicity' });
  const now = Date.now();
  const saved = await panel.give('notice:save', {
    ...{ title: '农业补贴名单公示', text: '名单见下。', category: 'subsidy' as const },
    ...{ from: now, until: now + 20 * 86_400_000, publicity: { days: 5 } },
  });
  if (!saved.ok) throw new Error(saved.message);
  const notice = saved.value.id;
  await seesText(page, '农业补贴名单公示');
  const certificate = (): Promise<Certificate> =>
    admin.must<Certificate>(`/api/proof/certificates/${notice}`);
  await expect
    .poll(async () => (await certificate()).pictures.length, { timeout: 90_000, interval: 2_000 })
    .toBe(1);
  const [picture] = (await certificate()).pictures;
  expect(picture).toMatchObject({ name: '大厅东侧屏', notice });
  const { body } = await admin.ask<ArrayBuffer>('/api/sheets/once?as=pdf', {
    ...{ of: { is: 'certificate', notice }, size: 'A4' },
  });
  await using proof = await Proof.of(new Uint8Array(body));
  const text = await proof.text();
  expect(text).toContain('农业补贴名单公示');
  expect(text).toContain(picture!.digest.slice(0, 16));
  expect(text).toContain('大厅东侧屏');
  // The JPEG itself: as wide as the page made it, and in colour.
  expect(await proof.pictures()).toEqual([expect.objectContaining({ width: 960, height: 540 })]);
  panel.close();
});
