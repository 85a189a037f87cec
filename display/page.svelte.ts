import type { Heard, ScreenAnswer, ScreenAsk, ScreenReport } from '../content/protocol.ts';
import { PROTOCOL } from '../content/protocol.ts';
import type { Scene } from '../content/model/scene.ts';
import type { ScreenView } from '../content/projection.ts';
import { tellsCalls } from '../content/voice/calling.ts';
import { Announcer } from './announcer.svelte.ts';
import { openCache } from './cache.ts';
import type { Cache } from './cache.ts';
import { callsByGroup } from './calls.ts';
import { Clock } from './clock.svelte.ts';
import { defaultPlace, pictureOn } from './glass.ts';
import type { Glass, Place } from './glass.ts';
import { Hub } from './hub.svelte.ts';
import type { Dial } from './hub.svelte.ts';
import { HubTime } from './hubtime.ts';
import { insist } from './insist.ts';
import type { Stop } from './interrupt/stops.svelte.ts';
import { signedIn } from './startkey.ts';
import { forgetReloads, needsOfPage, reloadWhenReady } from './reload.ts';
import { isOutdated, pageVersion } from './version.ts';
import type { Voice } from './voice.ts';

/** What stands over the scene. */
export interface Cover {
  /** Id of the interrupt; null: the screen is blocked. */
  interrupt: string | null;
  /** Whether calls are silent meanwhile. */
  hushes: boolean;
}

const REPORT_MS = 10_000;
/** Changes that come together make one report. */
const REPORT_SOON_MS = 300;
/** The snapshot is written at most this often: a busy hall must not wear out a TV box's flash. */
const KEEP_MS = 2_000;
/** Whoever touches a kiosk is at it for so long. */
const TOUCH_MS = 30_000;
/** That the hub was heard is written this often. */
const HEAR_MS = 300_000;

/** One screen: its line to the hub, its memory, its clock, its voice, and what it shows. */
export class Page {
  readonly time: HubTime;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly announcer: Announcer;
  /** The device's screen in CSS pixels. */
  #window = $state.raw<Glass>({ width: window.innerWidth, height: window.innerHeight });
  #cache: Cache;
  #voice: Voice | undefined;
  #announced: string[];
  #voiceAsked = false;
  #trouble: string | null = null;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #soonTimer: ReturnType<typeof setTimeout> | undefined;
  #reloading = false;
  /** What stands over the scene (content/interrupts/interrupts.md); null while nothing does. */
  #cover: Cover | null = null;
  #stopped: Stop[] = [];
  /** Whether a restart without the hub would find the records. */
  kept = false;
  /** What the page measures of itself, once that part is loaded. */
  health: (() => Partial<ScreenReport>) | null = null;
  #since = 0;
  #touchedAt = -TOUCH_MS;
  #shown = '';
  /** Announcement ids of what the voice is saying now. */
  speaking = $state.raw<readonly string[]>([]);
  /** Whether somebody wants to know which screen this is. */
  identifies = $state(false);
  #ends: (() => void)[] = [];

  /** This screen's own record; null until the hub or the cache has told it. */
  readonly self = $derived.by<ScreenView | null>(() => {
    const { you, records, offer } = this.hub;
    return (!offer && you && records.get('screen', you.id)) || null;
  });
  readonly scene = $derived.by<Scene | null>(() => this.self?.scene ?? null);
  readonly place = $derived.by<Place>(() => this.self ?? defaultPlace);
  /** Where the picture lies on the device's screen, in CSS pixels; null: it is the whole of it. */
  readonly picture = $derived.by(() => {
    const { picture } = this.self ?? {};
    return picture ? pictureOn(picture, window.devicePixelRatio) : null;
  });
  /** What scenes fill. */
  readonly glass = $derived.by<Glass>(() => this.picture ?? this.#window);
  readonly showing = $derived.by<ScreenReport['showing']>(() =>
    this.hub.offer ? 'pairing' : (this.scene?.is ?? 'starting'),
  );

  /** Opens the memory, puts the last frame up, then calls the hub. */
  static async boot(dial?: Dial): Promise<Page> {
    const troubles: unknown[] = [];
    let note = (error: unknown): unknown => troubles.push(error);
    const cache = await openCache((error) => note(error));
    const remembered = await cache.load();
    const { announced, heard } = remembered;
    const { token, last } = await signedIn(cache, remembered);
    const page = new Page(
      cache,
      new HubTime(
        Date.now(),
        () => performance.now(),
        Math.max(last?.now ?? 0, heard?.at ?? 0),
        heard?.ahead,
      ),
      announced,
      dial,
    );
    note = (error) => page.#note(error);
    troubles.forEach(note);
    page.hub.restore(token, last && { ...last, now: Math.max(last.now, heard?.at ?? 0) });
    page.#start();
    return page;
  }

  constructor(cache: Cache, time: HubTime, announced: string[], dial?: Dial) {
    this.#cache = cache;
    this.time = time;
    this.clock = new Clock(time);
    this.#announced = announced;
    this.announcer = new Announcer(
      {
        now: () => time.now(),
        remember: (ids) => void cache.saveAnnounced(ids),
      },
      announced,
    );
    const events = {
      changed: () => this.#changed(),
      granted: (token: string) => void cache.saveToken(token),
      revoked: () => this.#revoked(),
      outdated: () => this.#outdated(),
      timed: () => {
        this.clock.tick();
        this.#hear();
      },
      named: () => this.#tune(),
      asked: (ask: ScreenAsk, answer: (reply: ScreenAnswer) => void) => void this.#asked(ask, answer),
      tested: (answer: (heard: Heard) => void) => void this.#test(answer),
    };
    this.hub = new Hub(time, events, ...(dial ? [dial] : []));
  }

  /** Whether nobody is being called, or touches the glass: then it may load itself anew. */
  isQuiet(): boolean {
    return this.speaking.length === 0 && performance.now() - this.#touchedAt > TOUCH_MS;
  }

  /** Stops everything that the page started. */
  close(): void {
    this.hub.close();
    this.announcer.stop();
    this.#voice?.close();
    clearTimeout(this.#keepTimer);
    clearTimeout(this.#soonTimer);
    for (const end of this.#ends.splice(0)) end();
  }

  /** Something stands over the scene now, or no longer: an alarm hushes the calls (Z10). */
  cover(cover: Cover | null): void {
    this.#cover = cover;
    this.#tune();
    this.reportSoon();
  }

  /** What was stopped at this glass, for the hub to note (Z9). */
  tellStops(stopped: Stop[]): void {
    this.#stopped = stopped;
    if (stopped.length > 0) this.reportSoon();
  }

  /** Tells the hub what this screen shows; several changes at once make one report. */
  reportSoon(): void {
    this.#soonTimer ??= setTimeout(() => this.#report(), REPORT_SOON_MS);
  }

  #start(): void {
    const listen = (event: string, heard: (event: Event) => void) => {
      window.addEventListener(event, heard);
      this.#ends.push(() => window.removeEventListener(event, heard));
    };
    listen('resize', () => {
      this.#window = { width: window.innerWidth, height: window.innerHeight };
      this.reportSoon();
    });
    for (const touch of ['pointerdown', 'keydown'])
      listen(touch, () => (this.#touchedAt = performance.now()));
    listen('error', (event) => this.#note((event as ErrorEvent).error ?? (event as ErrorEvent).message));
    listen('unhandledrejection', (event) => this.#note((event as PromiseRejectionEvent).reason));
    this.#ends.push(this.clock.run());
    const reports = setInterval(() => this.#report(), REPORT_MS);
    this.#ends.push(() => clearInterval(reports));
    const hears = setInterval(() => this.#hear(), HEAR_MS);
    this.#ends.push(() => clearInterval(hears));
    this.#tune();
    this.hub.open();
  }

  /** Brings voice and board in line with the records. */
  #tune(): void {
    const { scene } = this;
    if (scene && tellsCalls(scene) && !this.#cover?.hushes) {
      const board = scene.is === 'board' ? scene : { is: 'board' as const };
      this.announcer.learn(callsByGroup(this.hub.records, board), JSON.stringify(board.groups));
    }
    try {
      this.#speak();
    } catch (error) {
      // A device without sound shows the calls all the same, and says why it is silent.
      this.#note(error);
    }
  }

  #speak(): void {
    const { self } = this;
    const { records, you } = this.hub;
    const tells = this.scene !== null && tellsCalls(this.scene);
    if (!tells || !self?.sound || !you || this.#cover?.hushes) return this.#voice?.close();
    this.#voice?.open();
    this.#voice?.learn(records, you.id, this.hub.speakers);
    if (!this.#voiceAsked) void this.#giveVoice();
  }

  /** Loads the voice, once a screen needs it: a board is drawn without. */
  async #giveVoice(): Promise<void> {
    this.#voiceAsked = true;
    const { Voice } = await insist(() => import('./voice.ts'));
    this.#voice = new Voice(
      {
        now: () => this.time.now(),
        connected: () => this.hub.connected,
        engine: () => this.hub.you?.engine ?? false,
        began: (id) => this.announcer.follow(id),
        changed: () => {
          this.speaking = this.#voice?.speaking ?? [];
          this.reportSoon();
        },
      },
      this.#announced,
    );
    // Nothing that the page started is left after its close.
    if (this.#ends.length > 0) this.#tune();
  }

  /** Loads what a screen is seldom asked for. */
  async #asked(ask: ScreenAsk, answer: (reply: ScreenAnswer) => void): Promise<void> {
    try {
      const { obey } = await import('./interrupt/obey.ts');
      answer(await obey(this, ask));
    } catch (error) {
      answer({ done: false, why: String(error).slice(0, 200) });
    }
  }

  async #test(answer: (heard: Heard) => void): Promise<void> {
    answer((await this.#voice?.test()) ?? 'off');
  }

  #changed(): void {
    this.clock.tick();
    this.#tune();
    this.#keepTimer ??= setTimeout(() => this.#keep(), KEEP_MS);
    this.reportSoon();
    if (this.hub.you && isOutdated(this.hub.you.version)) this.#outdated();
    else forgetReloads();
  }

  /** Keeps how the clocks stand while the hub is heard: a restart without it goes by that (L21, L28). */
  #hear(): void {
    if (!this.hub.connected || !this.time.measured) return;
    const at = this.time.now();
    void this.#cache.saveHeard({ at, ahead: at - Date.now() });
  }

  #keep(): void {
    this.#keepTimer = undefined;
    const { records, mark, you } = this.hub;
    if (!mark || !you) return;
    const last = { protocol: PROTOCOL, records: [...records.everything()], mark, you, now: this.time.now() };
    void this.#cache.saveLast(last).then((is) => {
      if (is === this.kept) return;
      this.kept = is;
      this.reportSoon();
    });
  }

  #revoked(): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    this.#voice?.close();
    void this.#cache.saveToken(undefined);
    void this.#cache.saveLast(undefined);
  }

  #outdated(): void {
    if (this.#reloading) return;
    this.#reloading = true;
    void reloadWhenReady({ ...needsOfPage, quiet: () => this.isQuiet() });
  }

  #note(error: unknown): void {
    this.troubled(String(error instanceof Error ? error.message : error));
  }

  /** What does not work on this screen, for the panel; null once it does again. */
  troubled(words: string | null): void {
    const trouble = words?.slice(0, 200) ?? null;
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.reportSoon();
  }

  /** Since when the same has been on the glass. */
  #sinceShown(): number {
    const shown = `${this.showing} ${this.#cover?.interrupt ?? ''}`;
    if (shown !== this.#shown) this.#since = Math.max(0, Math.round(this.time.now()));
    this.#shown = shown;
    return this.#since;
  }

  #report(): void {
    clearTimeout(this.#soonTimer);
    this.#soonTimer = undefined;
    this.hub.report({
      showing: this.showing,
      mark: this.hub.mark?.seq ?? 0,
      call: this.announcer.turn?.call.id ?? null,
      spoken: this.#voice?.spoken ?? null,
      saying: this.#voice?.saying ?? [],
      sound: this.#voice?.sound ?? 'off',
      clockError: Math.round(Date.now() - this.time.now()),
      width: Math.round(this.glass.width),
      height: Math.round(this.glass.height),
      version: pageVersion(),
      trouble: this.#trouble,
      since: this.#sinceShown(),
      interrupt: this.#cover?.interrupt ?? null,
      stopped: this.#stopped,
      ...this.health?.(),
    });
  }
}
