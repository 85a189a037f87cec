import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SheetMade } from '../../content/api/printing.ts';
import type { SheetOf, SheetSize } from '../../content/model/sheet.ts';
import { isRefusal } from '../../content/rule.ts';
import { gatherSheet } from '../../content/sheets/kinds.ts';
import { linesOf } from '../../content/sheets/lines.ts';
import { openBrowser } from '../support/browser.ts';
import { PASSWORD, startTestHub, type TestHub } from '../support/hub.ts';
import { fullItem } from '../support/items.ts';
import { Person } from '../support/person.ts';
import { pairShown } from '../support/screens.ts';
import { Proof } from '../templates/tools.ts';

/** One hall, one record of each kind that hangs on the wall, runs on a screen and opens on a phone. */
let hub: TestHub;
let browser: Browser;
let admin: Person;
const ids: Record<string, string> = {};
const by = { is: 'system', name: '测试' } as const;
const blocks = [
  { number: '一、', depth: 0, text: '凡到中心办事的群众，首问责任人应当一次告知 & 引导。' },
  { number: '（一）', depth: 1, text: '㐱𠮷两姓同志也一样。' },
  { number: '二、', depth: 0, text: '不得以任何理由推诿。' },
];

beforeAll(async () => {
  hub = await startTestHub();
  hub.clock.time = Date.now();
  await hub.setUp();
  const { hall } = hub.hub;
  const must = async <T>(reply: Promise<{ ok: true; value: T } | { ok: false }>): Promise<T> => {
    const answer = await reply;
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  };
  const rules = [{ title: '首问负责制', blocks, source: { title: '方案' } }];
  [ids['rule'] = ''] = (await must(hall.execute('rule:adopt', { rules }, by))).ids;
  ids['item'] = (await must(hall.execute('item:save', fullItem, by))).id;
  const notice = {
    title: '农业补贴发放公示',
    category: 'subsidy' as const,
    blocks: [
      { is: 'paragraph' as const, text: '经村组核实、镇级复核，现予以公示。' },
      { is: 'table' as const, head: ['村组', '金额（元）'], rows: [['柳湾村1组', '480.00']] },
    ],
    from: hub.clock.time,
    until: hub.clock.time + 7 * 86_400_000,
  };
  ids['notice'] = (await must(hall.execute('notice:save', notice, by))).id;
  const person = { name: '欧阳建国', unit: '社会事务办公室', title: '副主任', party: false, leader: false };
  await must(hall.execute('staff:save', person, by));
  admin = new Person(hub.url);
  await admin.must('/api/sign-in', { name: 'admin', password: PASSWORD });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

const bare = (text: string): string => text.replace(/\s/g, '');

/** Waits until each of these was on the glass, however many pages a scene turns; answers what never was. */
async function neverOnGlass(page: Page, pieces: readonly string[]): Promise<string[]> {
  const look = (wanted: readonly string[]): boolean => {
    const here = window as Window & { seen?: Set<string> };
    const seen = (here.seen ??= new Set());
    const text = document.body.innerText.replace(/\s/g, '');
    for (const piece of wanted) if (text.includes(piece)) seen.add(piece);
    return wanted.every((piece) => seen.has(piece));
  };
  await page.waitForFunction(look, { timeout: 90_000, polling: 100 }, pieces).catch(() => null);
  return page.evaluate(
    (wanted) => wanted.filter((piece) => !(window as Window & { seen?: Set<string> }).seen?.has(piece)),
    [...pieces],
  );
}

type Case = [name: string, of: () => SheetOf, size: SheetSize, scene: () => object, words: () => string[]];
const cases: Case[] = [
  [
    'a rule',
    () => ({ is: 'rule', rule: ids['rule']! }),
    'A3',
    () => ({ is: 'rules', rules: [ids['rule']] }),
    () => ['首问负责制', ...blocks.map(({ number, text }) => number + text)],
  ],
  [
    'a guide',
    () => ({ is: 'guide', item: ids['item']! }),
    'A4',
    () => ({ is: 'guide', items: [ids['item']] }),
    () => [
      ...[fullItem.name, ...fullItem.conditions, ...fullItem.basis.map(({ law }) => law)],
      ...[...fullItem.materials, ...fullItem.steps].map(({ name }) => name),
    ],
  ],
  [
    'a notice',
    () => ({ is: 'notice', notice: ids['notice']! }),
    'A4',
    () => ({ is: 'notices' }),
    () => ['农业补贴发放公示', '经村组核实、镇级复核，现予以公示。', '柳湾村1组', '480.00'],
  ],
  [
    'the phones',
    () => ({ is: 'contacts' }),
    'A3',
    () => ({ is: 'contacts' }),
    () => wordsOf({ is: 'contacts' }),
  ],
  [
    'the pledges',
    () => ({ is: 'pledges' }),
    'A3',
    () => ({ is: 'pledges' }),
    () => wordsOf({ is: 'pledges' }),
  ],
  ['the hours', () => ({ is: 'hours' }), 'A3', () => ({ is: 'hours' }), () => wordsOf({ is: 'hours' })],
  [
    'the slogan',
    () => ({ is: 'slogan' }),
    '1200x300',
    () => ({ is: 'slogan' }),
    () => wordsOf({ is: 'slogan' }),
  ],
  [
    'the people',
    () => ({ is: 'wall' }),
    'A3',
    () => ({ is: 'staff' }),
    () => ['欧阳建国', '社会事务办公室', '副主任'],
  ],
];

/** What a sheet says, in the pieces that are set beside one another. */
function wordsOf(of: SheetOf): string[] {
  const now = gatherSheet(hub.hub.hall.records, of, undefined);
  if (isRefusal(now)) throw new Error(now.refused);
  return linesOf(now)
    .flatMap((line) => line.split(/[\s\u3000]+/))
    .filter(Boolean);
}

test.each(cases)('[S1] %s: paper, phone and screen say the same words', async (_, of, size, scene, words) => {
  const pieces = words().map(bare);
  expect(pieces.length).toBeGreaterThan(0);
  const made = await hub.ask<SheetMade>('/api/sheets', { body: { of: of(), size }, cookie: admin.cookie });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const file = await fetch(hub.url + made.body.pdf, { headers: { cookie: admin.cookie } });
  await using proof = await Proof.of(new Uint8Array(await file.arrayBuffer()));
  const paper = bare(await proof.text());
  expect(
    pieces.filter((piece) => !paper.includes(piece)),
    'not on paper',
  ).toEqual([]);

  const context = await browser.createBrowserContext();
  const phone = await context.newPage();
  await phone.setViewport({ width: 390, height: 844 });
  await phone.goto(`${hub.url}/s/${made.body.code}`, { waitUntil: 'load' });
  const own = await phone.$$eval('main a[href]', (all) => all.map((one) => (one as HTMLAnchorElement).href));
  const pages = [await phone.evaluate(() => document.body.textContent)];
  for (const href of own.filter((one) => /\/p\/(items|notices)\/[\w-]+$/.test(one))) {
    await phone.goto(href, { waitUntil: 'load' });
    pages.push(await phone.evaluate(() => document.body.textContent));
  }
  const read = bare(pages.join(''));
  expect(
    pieces.filter((piece) => !read.includes(piece)),
    'not on the phone',
  ).toEqual([]);

  const glass = await context.newPage();
  await glass.setViewport({ width: 1920, height: 1080 });
  await glass.goto(`${hub.url}/display`, { waitUntil: 'load' });
  await pairShown(glass, admin, `屏幕${made.body.code}`, scene());
  expect(await neverOnGlass(glass, pieces), 'not on the screen').toEqual([]);
  await context.close();
});
