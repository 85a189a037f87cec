import type { Browser, Page } from 'puppeteer-core';
import type { Body, Change } from '../../content/model/record.ts';
import type { Scene, Ticker } from '../../content/model/scene.ts';
import { openBrowser } from '../support/browser.ts';
import { median, printTable } from './figures.ts';
import { openBenchHall, type BenchHall } from './hall.ts';

/** A TV box of 2018 beside the machine that measures. */
const SLOWER = 4;
const SIZE = { width: 1280, height: 720 };
/** Late frames of ours that are allowed, and how many times those of the bare page where that has more. */
const MOST_LATE = 0.01;
const BESIDE_BARE = 2;
/** By then a slow processor has drawn the dots of a whole line. */
const WARM_MS = 6_000;
/** Pages stand for so long here, so that many of them change. */
const STANDS_MS = 500;

/** Frames that the compositor of a page was asked for, and those that it did not show in time. */
interface Frames {
  due: number;
  late: number;
}

interface Reported {
  state?: string;
  /** Something moved that the frame was to show. */
  affects_smoothness?: boolean;
}

/** Of Chromium's own trace: a frame of a compositor, or the name of a process. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  /** The second name is what Chromium called it before 2025. */
  args?: { name?: string; frame_reporter?: Reported; chrome_frame_reporter?: Reported };
}

const line = '办理居民户口簿遗失补发请带身份证到四号窗口，当场办结，不收费。';
const ticker: Ticker = { is: 'ticker', topics: [], own: [line, line, line, line], colour: 'red' };

const scenes: readonly [string, Scene][] = [
  ['a rolling line', ticker],
  [`a strip of ${SIZE.width} × 64 dots`, { ...ticker, dots: { width: SIZE.width, height: 64 } }],
  [`pages of a notice, one each ${STANDS_MS} ms`, { is: 'notices' }],
];

/**
 * Rolling text and pages that change, with the processor slowed down four times, beside a bare page that rolls the same
 * line by one CSS animation in the same browser: frames dropped by the compositor, by its own trace. Fails where more
 * than 1 % of ours are late and clearly more than on the bare page (not in a smoke run).
 */
export async function benchRoll(rounds: number, ms: number, smoke: boolean): Promise<void> {
  const hall = await openBenchHall();
  const browser = await openBrowser();
  try {
    const openers: [string, () => Promise<Page>][] = [
      ['the same line on a bare page', () => openBare(browser)],
      ...scenes.map(([name, scene]): [string, () => Promise<Page>] => [
        name,
        () => openScene(browser, hall, scene),
      ]),
    ];
    const frames = openers.map((): Frames[] => []);
    // One after another in each round, so that what else the machine does falls on all of them.
    for (let round = 0; round < rounds; round += 1)
      for (const [at, [, open]] of openers.entries()) frames[at]?.push(await measure(await open(), ms));
    const shares = frames.map((its) => median(its.map(shareOf)));
    const sum = (its: readonly Frames[], of: keyof Frames) => its.reduce((all, one) => all + one[of], 0);
    printTable(
      `Frames in ${rounds} times ${ms / 1000} s, the processor ${SLOWER} times slower`,
      ['what', 'due', 'late', 'late, median of the rounds'],
      openers.map(([name], at) => [
        ...[name, String(sum(frames[at] ?? [], 'due')), String(sum(frames[at] ?? [], 'late'))],
        `${((shares[at] ?? 0) * 100).toFixed(2)} %`,
      ]),
    );
    const [bare = 0, ...ours] = shares;
    const bad = scenes.filter((_, at) => (ours[at] ?? 0) > Math.max(MOST_LATE, bare * BESIDE_BARE));
    if (!smoke && bad.length > 0) throw new Error(`late frames: ${bad.map(([name]) => name).join(', ')}`);
  } finally {
    await browser.close();
    await hall.close();
  }
}

const shareOf = ({ due, late }: Frames): number => late / Math.max(1, due);

async function openBare(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  await page.setContent(`<style>body{margin:0;background:#000;overflow:hidden}
    p{position:absolute;top:40%;margin:0;white-space:nowrap;font:500 180px sans-serif;color:#ff2a1a;
    will-change:transform;animation:roll 60s linear infinite}
    @keyframes roll{from{transform:translateX(1280px)}to{transform:translateX(-100%)}}</style>
    <p>${[line, line, line, line].join('　　　')}</p>`);
  return page;
}

/** A scene in the frame of the panel's previews: the display's own code, without a pairing. */
async function openScene(browser: Browser, { hub }: BenchHall, scene: Scene): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  await page.evaluateOnNewDocument((stands) => {
    const real = window.setTimeout.bind(window);
    const quick = (run: () => void, ms = 0): number => real(run, ms >= 6_000 ? stands : ms);
    Object.assign(window, { setTimeout: quick });
  }, STANDS_MS);
  await page.goto(`http://127.0.0.1:${hub.port}/display?preview`);
  const now = Date.now();
  const person = { id: 'bench', name: 'bench' };
  const notice: Body<'notice'> = {
    ...{ category: 'general', title: line, text: line.repeat(100), from: now - 1, until: now + 1e9 },
    ...{ postedBy: person, postedAt: now - 1, withdrawn: null },
  };
  const records: Change[] = [
    ...hub.hall.records.everything(),
    { kind: 'notice', id: 'roll', rev: 1, body: notice },
  ];
  const place = { diagonal: 43, distance: 6 };
  const wish = { is: 'mingting:preview', scene, place, records, now, hubUrl: 'http://127.0.0.1' };
  const drawn = '.strip > *, .notice .page';
  // Told again until it is drawn: the part that listens comes after the page.
  await page.evaluate(
    (words, drawn) => {
      const again = setInterval(() => {
        if (document.querySelector(drawn)) clearInterval(again);
        else window.postMessage(words, location.origin);
      }, 250);
    },
    wish,
    drawn,
  );
  await page.waitForSelector(drawn);
  return page;
}

/** The frames of a page over so many ms; the page is closed then. */
async function measure(page: Page, ms: number): Promise<Frames> {
  await page.bringToFront();
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  // What is drawn and compiled for the first time is no rolling yet.
  await pause(Math.min(WARM_MS, ms * 2));
  await page.tracing.start({ categories: ['cc', 'benchmark'] });
  await pause(ms);
  const trace = await page.tracing.stop();
  await page.close();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const renderers = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'process_name' && args?.name === 'Renderer')
      .map(({ pid }) => pid),
  );
  const frames = traceEvents.flatMap(({ name, ph, pid, args }) =>
    name === 'PipelineReporter' && ph === 'b' && renderers.has(pid)
      ? (args?.frame_reporter ?? args?.chrome_frame_reporter ?? [])
      : [],
  );
  const due = frames.filter(({ state }) => state !== 'STATE_NO_UPDATE_DESIRED');
  if (due.length === 0) throw new Error('the trace of the browser holds no frames');
  const late = due.filter(
    ({ state, affects_smoothness: moves = true }) => state === 'STATE_DROPPED' && moves,
  );
  return { due: due.length, late: late.length };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
