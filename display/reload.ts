import type { Health } from '../content/api.ts';
import { PROTOCOL } from '../content/protocol.ts';
import { isOutdated } from './version.ts';

/** Screens of a hall reload spread over this long, so that they do not come back as one flood. */
const SPREAD_MS = 20_000;
const ASK_MS = 5_000;
/** A page that is still old after its reload (a stubborn proxy) waits longer and longer, at most this. */
const LONGEST_MS = 600_000;
const TRIES = 'mingting.display.reloads';

export interface ReloadNeeds {
  /** Asks the hub's health; rejects while there is no answer. */
  health(): Promise<Health>;
  /** Whether a hub with this health has another page than this one. */
  outdated(health: Health): boolean;
  /** Whether the hub gives the new page and every file that it begins with (L27); absent: not asked. */
  whole?(): Promise<boolean>;
  sleep(ms: number): Promise<void>;
  random(): number;
  reload(): void;
  /** How often this tab has reloaded without becoming new. */
  tries: { read(): number; write(tries: number): void };
}

const needsOfPage: ReloadNeeds = {
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
  await needs.sleep(Math.min(LONGEST_MS, SPREAD_MS * 2 ** Math.min(tries, 10)) * needs.random());
  for (;;) {
    const health = await needs.health().catch(() => null);
    // Half of a new page, as while a hub is being built, would leave a blank glass.
    if (health && needs.outdated(health) && (await whole())) break;
    await needs.sleep(ASK_MS);
  }
  needs.tries.write(tries + 1);
  needs.reload();
}

let quietly = false;

/** Reloads the page for a fresh start, once the hub's health answers; asked again meanwhile it does nothing. */
export async function reloadQuietly(
  needs: Pick<ReloadNeeds, 'health' | 'sleep' | 'reload'> = needsOfPage,
): Promise<void> {
  if (quietly) return;
  quietly = true;
  while (!(await needs.health().catch(() => null))) await needs.sleep(ASK_MS);
  quietly = false;
  needs.reload();
}

/** Called once the page talks with the hub: it is new enough. */
export function forgetReloads(needs: Pick<ReloadNeeds, 'tries'> = needsOfPage): void {
  needs.tries.write(0);
}
