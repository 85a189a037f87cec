import type { Browser, Metrics, Page } from 'puppeteer-core';
import { openBrowser } from '../support/browser.ts';
import { printTable, short } from './figures.ts';
import { openBenchHall, type BenchHall } from './hall.ts';

/** Items of the list stand for this long; the page's timers of this length, or little less, are shortened, so that months fit into minutes. */
const STANDS_MS = 3_000;
const SHORT_MS = 5;
/** What must not grow by more than this. */
const LIMIT = 1.05;
/** Changes that are given at once, as by a hall's windows. */
const AT_ONCE = 16;
/** Parts of the page, faces and compiled code come in the first rounds: they are no growth. */
const WARM = { turns: 500, changes: 5_000 };
const ROUNDS = 20;
const MEASURED = 4;
/**
 * Frames come as fast as they are drawn. The compilers are off: the machine code that they make over the first hours is
 * bounded by the page's source and is no growth, and a run of minutes ends in the middle of it.
 */
const FLAGS = [
  ...['--disable-frame-rate-limit', '--disable-gpu-vsync'],
  '--js-flags=--no-opt,--no-maglev,--no-sparkplug',
];

interface Base {
  nodes: number;
  listeners: number;
  heap: number;
}

/**
 * Turns of a playlist and changes of records on one screen in a real Chromium: DOM nodes, listeners and heap after a
 * warm-up and at the end, each after the garbage was collected. Fails if one grew by more than 5 % (not in a smoke run).
 */
export async function benchSoak(turns: number, changes: number, smoke: boolean): Promise<void> {
  const hall = await openBenchHall();
  const browser = await openBrowser({ more: FLAGS });
  try {
    const page = await openScreen(browser, hall);
    const warm = smoke ? { turns: 2, changes: 20 } : WARM;
    await page.evaluate(fillCaches);
    await change(hall, warm.changes);
    await turned(page, warm.turns);
    const before = await floor(page, smoke ? 1 : MEASURED);
    const started = Date.now();
    for (let round = 1; round <= ROUNDS; round += 1) {
      await change(hall, changes / ROUNDS);
      await turned(page, warm.turns + (turns * round) / ROUNDS);
    }
    const after = await floor(page, smoke ? 1 : MEASURED);
    const row = (name: keyof Base): string[] => [
      ...[name, String(before[name]), String(after[name])],
      (after[name] / before[name]).toFixed(3),
    ];
    const minutes = ((Date.now() - started) / 60_000).toFixed(1);
    const bytes = short((after.heap - before.heap) / changes);
    printTable(
      `Soak: ${turns} turns and ${changes} changes in ${minutes} min; ${bytes} bytes of heap a change`,
      ['what', 'before', 'after', 'ratio'],
      (['nodes', 'listeners', 'heap'] as const).map(row),
    );
    const grown = (Object.keys(before) as (keyof Base)[]).filter(
      (name) => after[name] > before[name] * LIMIT,
    );
    if (!smoke && grown.length > 0) throw new Error(`grew by more than 5 %: ${grown.join(', ')}`);
  } finally {
    await browser.close();
    await hall.close();
  }
}

/** The engine keeps the words of numbers in a cache that grows to its full 64 KB once, at some time in the first minutes. */
function fillCaches(): void {
  for (let number = 0; number < 100_000; number += 1) String(number + (number % 2) / 2);
}

let given = 0;
/** Gives so many changes of records, some of them at once. */
async function change({ give }: BenchHall, count: number): Promise<void> {
  for (let left = count; left > 0; left -= AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, left) }, () =>
        give('hall:wording', { wording: `请{number}号到{window}号窗口${given++ % 2 ? '办理' : ''}` }),
      ),
    );
}

/** A screen that plays four scenes by the schedule. */
async function openScreen(browser: Browser, hall: BenchHall): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 480, height: 270 });
  const scenes = ['slogan', 'hours', 'contacts', 'pledges'] as const;
  const items = scenes.map((is) => ({ id: is, scene: { is }, seconds: STANDS_MS / 1_000 }));
  const { id: playlist } = await hall.give('playlist:save', { name: 'soak', items });
  const everywhere = { to: { is: 'all' as const }, priority: 0, enabled: true };
  await hall.give('schedule:save', { name: 'soak', playlist, ...everywhere });
  const screen = [...hall.hub.hall.records.all('screen')][0]!;
  const { name, diagonal, distance, sound } = screen.body;
  await hall.give('screen:save', {
    ...{ id: screen.id, name, diagonal, distance, sound, scene: { is: 'program' as const } },
  });
  await openDisplay(page, `http://127.0.0.1:${hall.hub.port}`, hall.token);
  return page;
}

/** Opens the display as the paired screen, with the short timers and a count of turns. */
async function openDisplay(page: Page, url: string, token: string): Promise<void> {
  await page.evaluateOnNewDocument(
    (stands, short) => {
      const real = window.setTimeout.bind(window);
      const quick = (run: () => void, ms = 0): number =>
        real(run, ms > stands / 1.5 && ms <= stands && !pace.still ? short : ms);
      const pace = Object.assign(window, { setTimeout: quick, turns: 0, rests: false, still: false });
      let last: string | undefined;
      const look = (): void => {
        const on = document.querySelector<HTMLElement>('.slot.front')?.dataset['slot'];
        if (on !== last) pace.turns += 1;
        last = on;
        // The scene after this one is the first of the list, and stands.
        if (pace.rests && on === 'pledges') pace.still = true;
      };
      new MutationObserver(look).observe(document, {
        ...{ childList: true, subtree: true, attributes: true, attributeFilter: ['class'] },
      });
    },
    STANDS_MS,
    SHORT_MS,
  );
  // As a start script signs its screen in.
  await page.goto(`${url}/display#key=${token}`);
}

/** Waits until so many items have come on the glass. */
async function turned(page: Page, turns: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => (window as unknown as { turns: number }).turns >= wanted,
    { timeout: 0, polling: 50 },
    turns,
  );
}

/** The least of some measurements: what the browser has not let go of yet is not left behind. */
async function floor(page: Page, times: number): Promise<Base> {
  const measured: Base[] = [];
  for (let count = 0; count < times; count += 1) measured.push(await measure(page));
  const least = (name: keyof Base): number => Math.min(...measured.map((one) => one[name]));
  return { nodes: least('nodes'), listeners: least('listeners'), heap: least('heap') };
}

/** Measured while the same scene stands alone on the glass at its true pace, so that only what was left behind differs. */
async function measure(page: Page): Promise<Base> {
  const session = await page.createCDPSession();
  let measured: Metrics;
  do {
    await page.evaluate(() => Object.assign(window, { rests: true }));
    await page.waitForFunction(alone, { polling: 50 });
    for (let count = 0; count < 3; count += 1) await session.send('HeapProfiler.collectGarbage');
    measured = await page.metrics();
    // On a busy machine the next scene may lie drawn behind this one already, and would be counted.
  } while (!(await page.evaluate(alone)));
  const { Nodes = 0, JSEventListeners = 0, JSHeapUsedSize = 0 } = measured;
  await session.detach();
  await page.evaluate(() => Object.assign(window, { rests: false, still: false }));
  return { nodes: Nodes, listeners: JSEventListeners, heap: JSHeapUsedSize };
}

const alone = (): boolean =>
  (window as unknown as { still: boolean }).still &&
  document.querySelectorAll('.slot').length === 1 &&
  document.querySelector('.slot.front[data-slot="slogan"]') !== null;
