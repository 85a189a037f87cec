import { usesOfMedia } from '../../content/media/uses.ts';
import type { Medium } from '../../content/model/medium.ts';
import type { Kind } from '../../content/model/record.ts';
import { shownKinds } from '../../content/projection.ts';
import type { Hall } from '../hall.ts';

/** What may be given out under a digest. */
export interface Gift {
  medium: Medium;
  /** The digest is the medium's own file, not a page or a small picture of it. */
  whole: boolean;
  /** The public may have it. */
  open: boolean;
}

/** Phones show these beside what screens show. */
const onPhones: readonly Kind[] = ['rule', 'item'];
/** Changes of these come with every call and never name a medium. */
const busy = new Set<Kind>(['ticket', 'window', 'pace', 'session', 'series', 'appointment', 'rating']);

/** Which files of the library may be given to whom (uploads.md U9). */
export class Giving {
  readonly #hall: Hall;
  readonly #stop: () => void;
  #gifts: Map<string, Gift> | null = null;

  constructor(hall: Hall) {
    this.#hall = hall;
    this.#stop = hall.onCommit(({ changes }) => {
      if (changes.some(({ kind }) => !busy.has(kind))) this.#gifts = null;
    });
  }

  /** Undefined for what nobody may have. */
  find(digest: string): Gift | undefined {
    this.#gifts ??= this.#collect();
    return this.#gifts.get(digest);
  }

  #collect(): Map<string, Gift> {
    const { records } = this.#hall;
    const uses = usesOfMedia(records, [...new Set([...shownKinds, ...onPhones])]);
    const gifts = new Map<string, Gift>();
    for (const { id, body: medium } of records.all('medium')) {
      const open = medium.checked !== null && !medium.removed && (uses.get(id)?.length ?? 0) > 0;
      for (const digest of [medium.upload, medium.thumb, ...(medium.pages ?? [])])
        // The same bytes may be a page of two documents.
        if (digest && !gifts.get(digest)?.open)
          gifts.set(digest, { medium, whole: digest === medium.upload, open });
    }
    return gifts;
  }

  close(): void {
    this.#stop();
  }
}
