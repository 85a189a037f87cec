import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayOf } from '../../content/calendar.ts';
import type { Certificate } from '../../content/model/showing.ts';
import type { DayView } from '../../content/proof/view.ts';
import { openBrowser, seesText } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { Person } from '../support/person.ts';
import { HubProcess } from '../support/process.ts';

let folder: string;
let hub: HubProcess;
let browser: Browser;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-showing-'));
  hub = await HubProcess.start(join(folder, 'hub'));
  browser = await openBrowser({ profile: join(folder, 'profile') });
});

afterEach(async () => {
  await browser?.close();
  await hub?.process.kill();
  await rm(folder, { recursive: true, force: true });
});

test('[PS1] [PS2] [PS7] what a list and a 公示 showed in a real browser is in the log of the day, with a picture', async () => {
  const admin = new Person(hub.url);
  await admin.setUp(hub.setupCode);
  const page = await browser.newPage();
  await page.setViewport({ width: 1920, height: 1080 });
  await page.goto(`${hub.url}/display`);
  const text = await seesText(page, /\d{3}\s*\d{3}/);
  const code = text.match(/(\d{3})\s*(\d{3})/)!.slice(1);
  const screen = await admin.pair(code.join(''), '大厅电视', { is: 'program' });
  const panel = new Client(admin.url, { page: 'control' }, { cookie: admin.cookie });
  await panel.next('state:replaced');
  const given = async <T>(answer: Promise<{ ok: true; value: T } | { ok: false; message: string }>) => {
    const reply = await answer;
    if (!reply.ok) throw new Error(reply.message);
    return reply.value;
  };
  const { id: notice } = await given(
    panel.give('notice:save', {
      ...{ title: '农业补贴名单公示', text: '名单见下。', category: 'subsidy' },
      ...{ from: Date.now() - 1000, until: Date.now() + 86_400_000, publicity: { days: 3 } },
    }),
  );
  const { id: playlist } = await given(
    panel.give('playlist:save', {
      name: '日常',
      items: [
        { id: 'hours', scene: { is: 'hours' }, seconds: 3 },
        { id: 'list', scene: { is: 'publicity' }, seconds: 8 },
      ],
    }),
  );
  await given(
    panel.give('schedule:save', {
      ...{ name: '每天', playlist, to: { is: 'all' }, priority: 0, enabled: true },
    }),
  );
  panel.close();
  const get = async <T>(path: string): Promise<T> =>
    (await fetch(`${hub.url}${path}`, { headers: { cookie: admin.cookie } })).json() as Promise<T>;
  const day = dayOf(Date.now());
  const until = async <T>(ask: () => Promise<T>, good: (value: T) => boolean): Promise<T> => {
    for (;;) {
      const value = await ask();
      if (good(value)) return value;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  };

  await page.waitForSelector(`.slot.front[data-slot="list"] [data-shows^="notice ${notice}"]`);
  const { pictures } = await until(
    () => get<DayView>(`/api/proof/days/${day}`),
    (view) => (view.pictures ?? []).length > 0,
  );
  expect(pictures).toMatchObject([{ screen, notice, name: '大厅电视' }]);
  await page.waitForSelector('.slot.front[data-slot="hours"]');
  // A page that goes writes down what it has; the next one hands it in.
  await page.reload();
  const view = await until(
    () => get<DayView>(`/api/proof/days/${day}`),
    ({ screens }) => screens.some(({ shows }) => shows.length > 1),
  );
  const its = view.screens.find((one) => one.screen === screen)!;
  const parts = its.shows.flatMap((show) => show.parts);
  expect(parts).toContainEqual({ scene: 'hours', playlist, item: 'hours' });
  expect(parts).toContainEqual({
    ...{ scene: 'publicity', playlist, item: 'list' },
    records: [{ kind: 'notice', id: notice, rev: 1 }],
  });
  const certificate = await get<Certificate>(`/api/proof/certificates/${notice}`);
  expect(certificate).toMatchObject({ notice, revs: [1], screens: [{ screen, name: '大厅电视' }] });
  expect(certificate.days[0]!.ms).toBeGreaterThan(5_000);
  expect(certificate.pictures).toHaveLength(1);
});
