/** Frames that do not come for so long while the page is seen mean that it hangs, in ms. */
export const STILL_MS = 60_000;
/** How often it is looked at. */
export const LOOK_MS = 15_000;
/** Share of its memory that a page may use before it starts afresh. */
const FULL = 0.85;

export interface WatchdogNeeds {
  /** On the page's steady clock. */
  steady(): number;
  seen(): boolean;
  /** Asks for one frame. */
  frame(then: () => void): void;
  /** Bytes used and allowed, where the browser tells. */
  memory(): { used: number; most: number } | null;
  /** The page cannot go on as it is. */
  bark(why: 'still' | 'full'): void;
}

/** Watches whether frames come and memory is left (L26); returns the way to stop. */
export function watch(needs: WatchdogNeeds): () => void {
  let framed = needs.steady();
  let asked = false;
  const look = (): void => {
    const now = needs.steady();
    // A page that is not seen gets no frames, and a machine that slept had none to give.
    if (!needs.seen() || now - looked > LOOK_MS * 2) framed = now;
    looked = now;
    const memory = needs.memory();
    if (now - framed >= STILL_MS) needs.bark('still');
    else if (memory && memory.used > memory.most * FULL) needs.bark('full');
    if (asked) return;
    asked = true;
    needs.frame(() => {
      asked = false;
      framed = needs.steady();
    });
  };
  let looked = framed;
  const timer = setInterval(look, LOOK_MS);
  return () => clearInterval(timer);
}

/** What the browser says of its memory; only Chromium does. */
export function memoryOfPage(): { used: number; most: number } | null {
  const { memory } = performance as Performance & {
    memory?: { usedJSHeapSize: number; jsHeapSizeLimit: number };
  };
  return memory ? { used: memory.usedJSHeapSize, most: memory.jsHeapSizeLimit } : null;
}
