import type { Change } from '../content/model/record.ts';
import type { Scene } from '../content/model/scene.ts';
import { RecordMap } from '../content/records.ts';
import type { Place } from './glass.ts';

/** What a page of this hub sends to a frame with `/display?preview`: what to draw, and from which records. */
export interface PreviewWish {
  is: 'mingting:preview';
  scene: Scene;
  place: Place;
  pace?: 'slow' | undefined;
  theme?: 'bright' | undefined;
  /** What a screen may see of the hall; absent: as before. */
  records?: Change[];
  /** Hub time. */
  now: number;
  hubUrl: string;
}

/** What the frame answers: it can draw, or what does not work. */
export type PreviewWord = { is: 'mingting:ready' } | { is: 'mingting:trouble'; words: string | null };

/** What a preview draws: told by the page around it, which must be of the same origin. Nothing is stored or sent to the hub. */
export class Preview {
  wish = $state.raw<PreviewWish | null>(null);
  records = $state.raw(new RecordMap());
  /** Hub time at the newest tick. */
  now = $state(0);
  #ahead = 0;
  #wake: ReturnType<typeof setTimeout> | undefined;

  listen(): void {
    window.addEventListener('message', ({ origin, data }: MessageEvent<PreviewWish | null>) => {
      if (origin === location.origin && data?.is === 'mingting:preview') this.#take(data);
    });
    setInterval(() => (this.now = this.clock()), 60_000);
    this.say({ is: 'mingting:ready' });
  }

  clock(): number {
    return Date.now() + this.#ahead;
  }

  wakeAt(at: number | null): void {
    clearTimeout(this.#wake);
    if (at !== null && at > this.clock())
      this.#wake = setTimeout(() => (this.now = this.clock()), Math.min(at - this.clock(), 60_000) + 1);
  }

  say(word: PreviewWord): void {
    if (window.parent !== window) window.parent.postMessage(word, location.origin);
  }

  #take(wish: PreviewWish): void {
    this.#ahead = wish.now - Date.now();
    this.now = wish.now;
    if (wish.records) {
      const records = new RecordMap();
      records.apply(wish.records);
      this.records = records;
    }
    this.wish = wish;
  }
}
