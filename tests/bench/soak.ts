import type { Metrics, Page } from 'puppeteer-core';
import { openBrowser } from '../support/browser.ts';
import { printTable } from './figures.ts';
import { openBenchHall } from './hall.ts';

/** Items of the list stand for this long; the page's timers of this length are shortened, so that months fit into minutes. */
const STANDS_MS = 3_000;
const SHORT_MS = 5;
/** What must not grow by more than this. */
const LIMIT = 1.05;

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
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    await openScreen(page, `http://127.0.0.1:${hall.hub.port}`, hall.token);
    const scenes = ['slogan', 'hours', 'contacts', 'pledges'] as const;
    const items = scenes.map((is) => ({ id: is, scene: { is }, seconds: STANDS_MS / 1_000 }));
    const { id: playlist } = await hall.give('playlist:save', { name: 'soak', items });
    await hall.give('schedule:save', {
      ...{ name: 'soak', playlist, to: { is: 'all' as const }, priority: 0, enabled: true },
    });
    const screen = [...hall.hub.hall.records.all('screen')][0]!;
    const { name, diagonal, distance, sound } = screen.body;
    const shown = { name, diagonal, distance, sound, scene: { is: 'program' as const } };
    await hall.give('screen:save', { id: screen.id, ...shown });
    // Parts of the page, faces and compiled code come in the first rounds: they are no growth.
    for (let count = 0; count < Math.min(500, changes); count += 1)
      await hall.give('hall:wording', { wording: `请{number}号到{window}号窗口${count % 2 ? '办理' : ''}` });
    const warm = Math.min(100, turns);
    await turned(page, warm);
    const before = await measure(page);
    const started = Date.now();
    let given = 0;
    for (let round = 1; round <= 20; round += 1) {
      for (; given < (changes * round) / 20; given += 1)
        await hall.give('hall:wording', {
          wording: `请{number}号到{window}号窗口${given % 2 ? '办理' : ''}`,
        });
      await turned(page, warm + (turns * round) / 20);
    }
    const after = await measure(page);
    const row = (name: keyof Base): string[] => [
      ...[name, String(before[name]), String(after[name])],
      (after[name] / before[name]).toFixed(3),
    ];
    const rows = (['nodes', 'listeners', 'heap'] as const).map(row);
    const minutes = ((Date.now() - started) / 60_000).toFixed(1);
    printTable(
      `Soak: ${turns} turns and ${changes} changes in ${minutes} min`,
      ['what', 'before', 'after', 'ratio'],
      rows,
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

/** Opens the display as the paired screen, with the short timers and a count of turns. */
async function openScreen(page: Page, url: string, token: string): Promise<void> {
  await page.goto(`${url}/api/health`);
  await page.evaluate(
    (held) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('mingting.display', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('kept');
        request.onsuccess = () => {
          const writing = request.result.transaction('kept', 'readwrite');
          writing.objectStore('kept').put(held, 'token');
          writing.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    token,
  );
  await page.evaluateOnNewDocument(
    (stands, short) => {
      const real = window.setTimeout.bind(window);
      const quick = (run: () => void, ms = 0): number =>
        real(run, ms > stands - 100 && ms <= stands && !('still' in window) ? short : ms);
      Object.assign(window, { setTimeout: quick, turns: 0 });
      let last: string | undefined;
      const look = (): void => {
        const on = document.querySelector<HTMLElement>('.slot.front')?.dataset['slot'];
        if (on !== last) (window as unknown as { turns: number }).turns += 1;
        last = on;
        requestAnimationFrame(look);
      };
      look();
    },
    STANDS_MS,
    SHORT_MS,
  );
  await page.goto(`${url}/display`);
}

async function turned(page: Page, turns: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => (window as unknown as { turns: number }).turns >= wanted,
    { timeout: 0 },
    turns,
  );
}

/** Measured at true pace with the same scene on the glass, so that only what was left behind differs. */
async function measure(page: Page): Promise<Base> {
  await page.evaluate(() => Object.assign(window, { still: true }));
  const session = await page.createCDPSession();
  const alone = (): Promise<boolean> =>
    page.evaluate(
      () =>
        document.querySelectorAll('.slot').length === 1 &&
        document.querySelector('.slot.front[data-slot="slogan"]') !== null,
    );
  let measured: Metrics;
  do {
    // A handle that is kept would keep the whole scene from the garbage.
    for (const slot of ['hours', 'slogan'])
      await (await page.waitForSelector(`.slot.front[data-slot="${slot}"]`))?.dispose();
    for (let count = 0; count < 3; count += 1) await session.send('HeapProfiler.collectGarbage');
    measured = await page.metrics();
    // On a busy machine the next scene may lie drawn behind this one already, and would be counted.
  } while (!(await alone()));
  const { Nodes = 0, JSEventListeners = 0, JSHeapUsedSize = 0 } = measured;
  await session.detach();
  await page.evaluate(() => Reflect.deleteProperty(window, 'still'));
  return { nodes: Nodes, listeners: JSEventListeners, heap: JSHeapUsedSize };
}
