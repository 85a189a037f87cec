import type { Controller } from '../../content/model/scene.ts';
import type { Hall } from '../hall.ts';
import type { Log } from '../log.ts';
import type { FedSigns } from '../proof/fedsigns.ts';
import { loadLetters } from './letters.ts';
import { packArea } from './onbon/area.ts';
import { Link, LinkFault, LINK_PATIENCE, type LinkPatience } from './onbon/link.ts';
import { nameOf, pictureOf, type Picture } from './picture.ts';

/** What puts pictures on one sign. A new make of controller is one more of these. */
export interface Driver {
  /** Puts a picture on the sign; done when the controller says so. Throws `LinkFault`. */
  show(picture: Picture): Promise<void>;
  close(): void;
}

/** How a fed sign is: `since` by hub time; `error` is the controller's own number where it refused. */
export interface FedState {
  is: 'well' | 'offline' | 'mute' | 'refused' | 'waiting';
  since: number;
  error: number;
}

/** Ms. */
export interface FeedPace {
  /** Between two frames. */
  least: number;
  /** After so long a silence the last frame is sent again, for a controller whose power failed. */
  again: number;
  /** After a fault: this, then twice as long, up to `most`. It never gives up. */
  retry: number;
  most: number;
}
export const FEED_PACE: FeedPace = { least: 250, again: 60_000, retry: 1_000, most: 30_000 };

function driverOf(controller: Controller, patience: LinkPatience): Driver {
  const link = new Link(controller, patience);
  return {
    show: ({ frame, ink }) => link.send(packArea(frame, ink, controller)),
    close: () => link.close(),
  };
}

export interface FeederOptions {
  hall: Pick<Hall, 'records' | 'onCommit'>;
  log: Log;
  now: () => number;
  pace?: FeedPace;
  patience?: LinkPatience;
  /** Hears what controllers take and what they do not: the log of showing (proof.md PS14). */
  heard?: Pick<FedSigns, 'took' | 'failed'>;
}

/** Feeds the controllers of the hall's signs (led.md L16). */
export class Feeder {
  readonly #options: Required<FeederOptions>;
  readonly #feeds = new Map<string, { key: string; feed: Feed }>();
  readonly #stopHearing: () => void;

  constructor(options: FeederOptions) {
    const heard = { took: () => {}, failed: () => {} };
    this.#options = { pace: FEED_PACE, patience: LINK_PATIENCE, heard, ...options };
    this.#stopHearing = options.hall.onCommit(({ changes }) => {
      if (changes.some(({ kind }) => kind === 'screen')) this.#sync();
      for (const { feed } of this.#feeds.values()) feed.poke();
    });
    this.#sync();
  }

  /** How each fed sign is, by its screen. */
  get states(): ReadonlyMap<string, FedState> {
    return new Map([...this.#feeds].map(([id, { feed }]) => [id, feed.state]));
  }

  close(): void {
    this.#stopHearing();
    for (const { feed } of this.#feeds.values()) feed.close();
    this.#feeds.clear();
  }

  /** One feed for each screen with a controller; another one when its controller is another one. */
  #sync(): void {
    const wanted = new Map<string, Controller>();
    for (const { id, body } of this.#options.hall.records.all('screen'))
      if ((body.scene.is === 'sign' || body.scene.is === 'ticker') && body.scene.controller)
        wanted.set(id, body.scene.controller);
    for (const [id, { key, feed }] of this.#feeds)
      if (JSON.stringify(wanted.get(id)) !== key) {
        feed.close();
        this.#feeds.delete(id);
      }
    for (const [id, controller] of wanted)
      if (!this.#feeds.has(id))
        this.#feeds.set(id, {
          key: JSON.stringify(controller),
          feed: new Feed(id, driverOf(controller, this.#options.patience), this.#options),
        });
  }
}

/** One sign: draws when something may have changed, sends what looks different. */
class Feed {
  readonly #id: string;
  readonly #driver: Driver;
  readonly #options: Required<FeederOptions>;
  #state: FedState;
  #shown: { name: string; at: number } | null = null;
  #faults = 0;
  #running = false;
  #poked = true;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(id: string, driver: Driver, options: Required<FeederOptions>) {
    this.#id = id;
    this.#driver = driver;
    this.#options = options;
    this.#state = { is: 'waiting', since: options.now(), error: 0 };
    void this.#run();
  }

  get state(): FedState {
    return this.#state;
  }

  poke(): void {
    this.#poked = true;
    // After a fault the retry is waited for: a controller that is off is not called for every visitor.
    if (this.#running || this.#faults > 0) return;
    const { now, pace } = this.#options;
    this.#wait(Math.max(0, (this.#shown?.at ?? 0) + pace.least - now()));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#options.heard.failed(this.#id);
    this.#driver.close();
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running = true;
    const letters = await loadLetters();
    const { hall, now, pace } = this.#options;
    this.#poked = false;
    const picture = letters && pictureOf(hall.records, this.#id, letters, now());
    if (picture && !this.#closed) await this.#show(picture);
    this.#running = false;
    if (this.#closed) return;
    const wait = this.#faults
      ? Math.min(pace.most, pace.retry * 2 ** (this.#faults - 1))
      : Math.max(pace.least, this.#poked ? 0 : Math.min(pace.again, (picture?.until ?? Infinity) - now()));
    this.#wait(wait);
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), ms);
    this.#timer.unref();
  }

  async #show(picture: Picture): Promise<void> {
    const { now, pace } = this.#options;
    const name = nameOf(picture);
    if (this.#shown?.name === name && now() - this.#shown.at < pace.again) return;
    try {
      await this.#driver.show(picture);
      this.#shown = { name, at: now() };
      this.#faults = 0;
      this.#tell('well', 0);
      if (!this.#closed) this.#options.heard.took(this.#id);
    } catch (error) {
      this.#shown = null;
      this.#faults++;
      const fault = error instanceof LinkFault ? error : new LinkFault('offline');
      this.#tell(fault.is, fault.error);
      this.#options.heard.failed(this.#id);
    }
  }

  #tell(is: FedState['is'], error: number): void {
    if (this.#closed || (this.#state.is === is && this.#state.error === error)) return;
    this.#state = { is, since: this.#options.now(), error };
    const name = this.#options.hall.records.get('screen', this.#id)?.name ?? this.#id;
    this.#options.log.info(`sign ${name}: ${is}${error ? ` ${error}` : ''}`);
  }
}
