import { dayOf } from '../../content/calendar.ts';
import type { Kind } from '../../content/model/record.ts';
import type { Show } from '../../content/model/showing.ts';
import { zoneOf } from '../../content/premises/hall.ts';
import type { Page } from '../page.svelte.ts';
import { lookAt } from './glass.ts';
import { LOOK_MS, Recorder } from './recorder.ts';
import { openShelf } from './shelf.ts';

/** Nobody is being called for so long before a picture is taken: drawing one holds the page up for a moment. */
const QUIET_MS = 30_000;
/** A notice stands still for so many looks before its picture is taken. */
const STEADY_LOOKS = 4;

/** Begins to keep the log of what the page shows; returns the way to stop. */
export function record(page: Page): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  let stopped = false;
  const pictures = new Pictures(page);
  void openShelf().then(async (shelf) => {
    const recorder = await Recorder.open({
      shelf,
      now: () => (page.clock.valid && !page.hub.offer ? page.time.now() : null),
      look: () => {
        const show = lookAt(document, document.visibilityState === 'hidden', {
          scene: page.scene?.is ?? null,
          rev: (kind, id) => page.hub.records.rev(kind as Kind, id),
        });
        pictures.look(show);
        return show;
      },
      connected: () => page.hub.connected && page.hub.you !== null && !page.hub.offer,
      hand: (pieces, answer) => page.hub.ask('proof:hand', { pieces }, answer),
    });
    if (stopped) return;
    timer = setInterval(() => recorder.tick(), LOOK_MS);
    window.addEventListener('pagehide', () => recorder.keep());
  });
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

/** Takes the page's own picture of each 公示 once a day (PS7). */
class Pictures {
  readonly #page: Page;
  readonly #taken = new Set<string>();
  #key = '';
  #steady = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  look(show: Show): void {
    const { hub, time } = this.#page;
    const notice = show.is === 'shown' || show.is === 'dim' ? this.#wanted(show) : null;
    this.#steady = notice?.key === this.#key ? this.#steady + 1 : 0;
    this.#key = notice?.key ?? '';
    if (!notice || this.#steady < STEADY_LOOKS || !hub.connected) return;
    const { turn } = this.#page.announcer;
    if (turn && time.now() - turn.call.at < QUIET_MS) return;
    this.#taken.add(notice.key);
    void this.#take(notice.id, notice.key);
  }

  /** A 公示 on the glass without a picture of today. */
  #wanted({ parts }: Show): { id: string; key: string } | null {
    const { records } = this.#page.hub;
    const day = dayOf(this.#page.time.now(), zoneOf(records));
    for (const { records: shown = [] } of parts)
      for (const { kind, id } of shown) {
        const key = `${day} ${id}`;
        if (kind === 'notice' && records.get('notice', id)?.publicity && !this.#taken.has(key))
          return { id, key };
      }
    return null;
  }

  async #take(notice: string, key: string): Promise<void> {
    try {
      const { takePicture } = await import('../interrupt/picture.ts');
      const picture = await takePicture();
      this.#page.hub.ask('proof:picture', { notice, picture }, (reply) => {
        if (!reply.ok && reply.code !== 'proof.picture') this.#taken.delete(key);
      });
    } catch {
      // A browser that cannot draw itself never will; what it shows is in the log all the same.
    }
  }
}
