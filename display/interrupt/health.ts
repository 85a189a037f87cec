import type { ScreenReport } from '../../content/protocol.ts';

/** Pictures in a second are counted over so many seconds, now and then: counting all the time would cost what it measures. */
const COUNT_MS = 2_000;
const REST_MS = 28_000;

/** `performance.memory` is Chrome's own and in no standard. */
type Measured = Performance & { memory?: { usedJSHeapSize: number } };

/** How this page would come up again without the hub. A secure context on plain http is the work of a flag. */
function protection(): 'https' | 'flags' | 'plain' {
  if (!window.isSecureContext) return 'plain';
  return location.protocol === 'https:' ? 'https' : 'flags';
}

/**
 * Begins to measure the page; answers what there is to report. Runs as long as the page.
 * @param kept whether a restart without the hub would find records and files
 */
export function watchHealth(kept: () => boolean): () => Partial<ScreenReport> {
  let frames: number | undefined;
  let errors = 0;
  const count = () => {
    if (document.hidden) {
      frames = undefined;
      setTimeout(count, REST_MS);
      return;
    }
    const began = performance.now();
    let drawn = 0;
    const step = (now: number) => {
      drawn++;
      if (now - began < COUNT_MS) return void requestAnimationFrame(step);
      frames = Math.round((drawn * 1000) / (now - began));
      setTimeout(count, REST_MS);
    };
    requestAnimationFrame(step);
  };
  count();
  window.addEventListener('error', () => errors++);
  window.addEventListener('unhandledrejection', () => errors++);
  return () => {
    const used = (performance as Measured).memory?.usedJSHeapSize;
    return {
      ...(frames === undefined ? {} : { frames }),
      ...(used === undefined ? {} : { memory: Math.round(used / 2 ** 20) }),
      protection: protection(),
      cached: kept(),
      errors,
    };
  };
}
