import type { Page } from 'puppeteer-core';

type Movable = Window & { moveTime(by: number, least: number): void };

/** Gives every page that this tab loads from now on clocks that a test can move; `ahead`: set wrong by so many ms. */
export async function movable(page: Page, ahead = 0): Promise<void> {
  await page.evaluateOnNewDocument((wrong) => {
    const Right = Date;
    const steady = performance.now.bind(performance);
    const start = window.setTimeout.bind(window);
    const repeat = window.setInterval.bind(window);
    let moved = 0;
    const pending = new Map<number, { at: number; ms: number; fire: () => void }>();
    const now = (): number => Right.now() + wrong + moved;
    class Moved extends Right {
      constructor(...words: []) {
        super(...(words.length === 0 ? ([now()] as unknown as []) : words));
      }
      static override now = now;
    }
    const later = (run: (...words: unknown[]) => void, ms = 0, ...words: unknown[]): number => {
      const fire = (): void => {
        pending.delete(timer);
        run(...words);
      };
      const timer = start(fire, ms);
      pending.set(timer, { at: steady() + moved + ms, ms, fire: () => (clearTimeout(timer), fire()) });
      return timer;
    };
    const often = (run: (...words: unknown[]) => void, ms = 0, ...words: unknown[]): number => {
      const timer = repeat(run, ms, ...words);
      // A device that slept fires it once.
      pending.set(timer, { at: steady() + moved + ms, ms, fire: () => run(...words) });
      return timer;
    };
    const end = (clear: (timer?: number) => void) => (timer?: number) => {
      if (timer !== undefined) pending.delete(timer);
      clear(timer);
    };
    Object.assign(window, {
      Date: Moved,
      setTimeout: later,
      setInterval: often,
      clearTimeout: end(window.clearTimeout.bind(window)),
      clearInterval: end(window.clearInterval.bind(window)),
      moveTime: (by: number, least: number) => {
        moved += by;
        const due = [...pending.values()].filter(({ at, ms }) => ms >= least && at <= steady() + moved);
        for (const { fire } of due.sort((one, other) => one.at - other.at)) fire();
      },
    });
    performance.now = () => steady() + moved;
  }, ahead);
}

/**
 * What a device's clocks do that slept for so long: they stand `ms` later, and what fell due meanwhile happens now; with
 * `least`, only timers of this length, in ms, as if the shorter ones had come and gone.
 */
export function sleepFor(page: Page, ms: number, least = 0): Promise<void> {
  return page.evaluate((...by) => (window as unknown as Movable).moveTime(...by), ms, least);
}

/** Items of a list that stand for the shortest time, three seconds, stand for a tenth of it: tests look at their turns. */
export async function quickTurns(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const real = window.setTimeout.bind(window);
    const quick = (run: () => void, ms = 0): number => real(run, ms > 2_000 && ms <= 3_000 ? ms / 10 : ms);
    Object.assign(window, { setTimeout: quick });
  });
}
