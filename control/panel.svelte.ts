import type { Health, Me } from '../content/api.ts';
import type { Failure } from '../content/protocol.ts';
import { Clock } from './clock.svelte.ts';
import { Hall } from './hall.svelte.ts';
import type { Http } from './http.ts';
import { Hub } from './hub.svelte.ts';
import { Router } from './router.svelte.ts';
import { language } from './words.ts';

/** A short word about what has just been done, with a way back where there is one. */
export interface Flash {
  text: string;
  undo?: { label: string; run: () => void };
}

/** Where the page stands: only the fields that the standing has. */
export type Standing =
  | { is: 'starting' }
  | { is: 'unreachable'; failure: Failure }
  | { is: 'unset' }
  | { is: 'signed-out'; ended: boolean }
  | { is: 'signed-in'; session: Session };

/** A signed-in person's live line and what pages draw from it. */
export interface Session {
  me: Me;
  panel: Panel;
  hub: Hub;
  hall: Hall;
  clock: Clock;
}

const FLASH_MS = 6000;
const RETRY_MS = 3000;

/** The whole panel: who is here, which page, and the last word about what was done. */
export class Panel {
  readonly http: Http;
  readonly router = new Router();
  standing = $state.raw<Standing>({ is: 'starting' });
  flash = $state.raw<Flash | null>(null);
  /** People who wait for this clerk, shown before the title of the page; 0 away from the caller's page. */
  waiting = $state(0);
  #flashEnd: ReturnType<typeof setTimeout> | undefined;

  constructor(http: Http) {
    this.http = http;
  }

  /** Finds out whether the hall is set up and who is signed in. */
  async start(): Promise<void> {
    const health = await this.http.health();
    if (!health.ok) {
      this.standing = { is: 'unreachable', failure: health };
      setTimeout(() => void this.start(), RETRY_MS);
      return;
    }
    if (!health.value.ready) {
      this.standing = { is: 'unset' };
      return;
    }
    const me = await this.http.me();
    if (me.ok) this.enter(me.value);
    else this.standing = { is: 'signed-out', ended: false };
  }

  /** Goes in as `me` and opens the live line. */
  enter(me: Me): void {
    this.#closeLine();
    const hub = new Hub(language, undefined, () => void reloadWhenHealthy(this.http));
    const clock = new Clock(() => hub.now());
    this.standing = { is: 'signed-in', session: { me, panel: this, hub, hall: new Hall(hub), clock } };
    hub.open();
  }

  async signOut(): Promise<void> {
    const reply = await this.http.signOut();
    if (!reply.ok) return this.tell({ text: reply.message });
    this.leave(false);
    this.router.go('home');
  }

  /** Back to signing in; `ended` says that the session ended by itself. */
  leave(ended: boolean): void {
    this.#closeLine();
    this.standing = { is: 'signed-out', ended };
  }

  tell(flash: Flash): void {
    clearTimeout(this.#flashEnd);
    this.flash = flash;
    this.#flashEnd = setTimeout(() => (this.flash = null), FLASH_MS);
  }

  #closeLine(): void {
    if (this.standing.is === 'signed-in') this.standing.session.hub.close();
  }
}

const RELOADED = 'mingting.reloaded';

/** An outdated page loads itself again, but only once the new hub answers, and not over and over. */
async function reloadWhenHealthy(http: Http): Promise<void> {
  let health: { ok: true; value: Health } | Failure;
  do {
    await new Promise((wake) => setTimeout(wake, RETRY_MS));
    health = await http.health();
  } while (!health.ok);
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
}
