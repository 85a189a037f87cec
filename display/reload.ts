import type { Health } from '../content/api.ts';
import { PROTOCOL } from '../content/protocol.ts';
import { isOutdated } from './version.ts';

/** Screens of a hall reload spread over this long, so that they do not come back as one flood. */
const SPREAD_MS = 20_000;
const ASK_MS = 5_000;
/** A page that is still old after its reload (a stubborn proxy) waits longer and longer, at most this. */
const LONGEST_MS = 600_000;
const TRIES = 'mingting.display.reloads';

/** A quiet moment is waited for so long at most: a page of an old protocol hears of no call any more. */
const QUIET_LOOKS = 60;
const LOOK_MS = 1_000;
/** A new page is fetched within this time, and has come up so long after all of it is there, or will not. */
const FETCH_MS = 60_000;
const UP_MS = 10_000;

export interface ReloadNeeds {
  /** Asks the hub's health; rejects while there is no answer. */
  health(): Promise<Health>;
  /** Whether a hub with this health has another page than this one. */
  outdated(health: Health): boolean;
  /** Whether the hub gives the new page and every file that it begins with (L27); absent: not asked. */
  whole?(): Promise<boolean>;
  /** Whether the new page comes up, tried out of sight (L27); absent: not tried. */
  comesUp?(): Promise<boolean>;
  /** Whether nobody is being called or touches the glass; absent: always. */
  quiet?(): boolean;
  sleep(ms: number): Promise<void>;
  random(): number;
  reload(): void;
  /** How often this tab has reloaded without becoming new. */
  tries: { read(): number; write(tries: number): void };
}

export const needsOfPage: ReloadNeeds = {
  health: async () => {
    const answer = await fetch('/api/health', { cache: 'no-store' });
    if (!answer.ok) throw new Error(`health answered ${answer.status}`);
    return (await answer.json()) as Health;
  },
  outdated: ({ protocol, version }) => protocol !== PROTOCOL || isOutdated(version),
  whole: async () => {
    const page = await fetch(location.pathname, { cache: 'no-store' });
    if (!page.ok) return false;
    const files = (await page.text()).match(/\/assets\/[^"' ]+/g) ?? [];
    const answers = await Promise.all(files.map((file) => fetch(file)));
    return files.length > 0 && answers.every(({ ok }) => ok);
  },
  comesUp: () =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      const settle = (is: boolean): void => {
        clearTimeout(timer);
        window.removeEventListener('message', hear);
        frame.remove();
        resolve(is);
      };
      const hear = ({ source, data }: MessageEvent<{ is?: string } | null>): void => {
        if (source === frame.contentWindow && data?.is === 'mingting:ready') settle(true);
      };
      let timer = setTimeout(() => settle(false), FETCH_MS);
      frame.onload = () => {
        clearTimeout(timer);
        timer = setTimeout(() => settle(false), UP_MS);
      };
      window.addEventListener('message', hear);
      frame.hidden = true;
      // The browser may keep a page for a day; this one must be the hub's.
      frame.src = `${location.pathname}?preview=${Date.now()}`;
      document.body.append(frame);
    }),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
  reload: () => location.reload(),
  tries: {
    read: () => Number(sessionStorage.getItem(TRIES) ?? 0),
    write: (tries) => sessionStorage.setItem(TRIES, String(tries)),
  },
};

/**
 * Reloads the page once the hub's health answers with another protocol or version than the page's own. The last
 * frame stays on the glass until then: a reload against a hub that is down would leave an error page.
 */
export async function reloadWhenReady(needs: ReloadNeeds = needsOfPage): Promise<void> {
  const tries = needs.tries.read();
  const whole = async (): Promise<boolean> => (await needs.whole?.().catch(() => false)) ?? true;
  const comesUp = async (): Promise<boolean> => (await needs.comesUp?.().catch(() => false)) ?? true;
  await needs.sleep(Math.min(LONGEST_MS, SPREAD_MS * 2 ** Math.min(tries, 10)) * needs.random());
  for (;;) {
    const health = await needs.health().catch(() => null);
    // Half of a new page, as while a hub is being built, or one that fails here would leave a blank glass.
    if (health && needs.outdated(health) && (await whole()) && (await comesUp())) break;
    await needs.sleep(ASK_MS);
  }
  await quietMoment(needs);
  needs.tries.write(tries + 1);
  needs.reload();
}

async function quietMoment({ quiet, sleep }: Pick<ReloadNeeds, 'quiet' | 'sleep'>): Promise<void> {
  for (let looks = 0; quiet && !quiet() && looks < QUIET_LOOKS; looks += 1) await sleep(LOOK_MS);
}

let quietly = false;

/**
 * Reloads the page for a fresh start, at a quiet moment and once the hub's health answers; asked again meanwhile it does
 * nothing.
 */
export async function reloadQuietly(
  quiet: () => boolean,
  needs: Pick<ReloadNeeds, 'health' | 'sleep' | 'reload'> = needsOfPage,
): Promise<void> {
  if (quietly) return;
  quietly = true;
  await quietMoment({ quiet, sleep: needs.sleep });
  while (!(await needs.health().catch(() => null))) await needs.sleep(ASK_MS);
  quietly = false;
  needs.reload();
}

/** Called once the page talks with the hub: it is new enough. */
export function forgetReloads(needs: Pick<ReloadNeeds, 'tries'> = needsOfPage): void {
  needs.tries.write(0);
}
