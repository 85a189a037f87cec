import type { EventPlace } from '../../content/interfaces/events.ts';
import { readPrivateFile, writePrivateFile } from '../journal/files.ts';
import type { Log } from '../log.ts';

/** How far a webhook has been told, and how it goes. Kept outside the journal: each delivery would be a commit. */
export interface Progress {
  place: EventPlace;
  /** Last delivery. */
  delivered: number | null;
  /** Since when the receiver has failed, how often, and why; null while it takes what it is sent. */
  failing: { since: number; tries: number; reason: string } | null;
}

interface Content {
  /** When each key was last used. */
  used: Record<string, number>;
  webhooks: Record<string, Progress>;
}

const NAME = 'interfaces.json';
/** Uses of a key are noted this late: a loss of a minute harms nobody. */
const LATE_MS = 60_000;

/** A small file beside the journal. Losing it repeats events; it never loses one (X12). */
export class Notes {
  readonly #folder: string;
  readonly #log: Log;
  readonly #content: Content;
  #writing: Promise<void> | null = null;
  #again = false;
  #late: ReturnType<typeof setTimeout> | null = null;

  private constructor(folder: string, log: Log, content: Content) {
    this.#folder = folder;
    this.#log = log;
    this.#content = content;
  }

  static async open(folder: string, log: Log): Promise<Notes> {
    const text = await readPrivateFile(folder, NAME);
    let read: Partial<Content> = {};
    try {
      if (text !== null) read = JSON.parse(text) as Partial<Content>;
    } catch (error) {
      log.warn(`${NAME} is damaged, events may be sent again: ${String(error)}`);
    }
    return new Notes(folder, log, { used: read.used ?? {}, webhooks: read.webhooks ?? {} });
  }

  get used(): Readonly<Record<string, number>> {
    return this.#content.used;
  }

  use(key: string, at: number): void {
    this.#content.used[key] = at;
    this.#late ??= setTimeout(() => void this.save(), LATE_MS).unref();
  }

  progress(webhook: string): Progress | undefined {
    return this.#content.webhooks[webhook];
  }

  /** Resolves when it is on disk. */
  note(webhook: string, progress: Progress): Promise<void> {
    this.#content.webhooks[webhook] = progress;
    return this.save();
  }

  forget(webhook: string): void {
    delete this.#content.webhooks[webhook];
  }

  /** Writes what is known now; calls during a write are served by the one after it. Never rejects. */
  async save(): Promise<void> {
    if (this.#late) clearTimeout(this.#late);
    this.#late = null;
    this.#again = true;
    this.#writing ??= this.#write().finally(() => (this.#writing = null));
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        await writePrivateFile(this.#folder, NAME, `${JSON.stringify(this.#content, null, 1)}\n`);
      } catch (error) {
        this.#log.error(`${NAME} was not written`, error);
      }
    }
  }
}
