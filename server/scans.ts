import { scanText } from '../content/checks/documents.ts';
import { localDigits } from '../content/checks/privacy.ts';
import type { Refusal } from '../content/rule.ts';
import type { Hall } from './hall.ts';
import type { Log } from './log.ts';

export interface ScansParts {
  hall: Hall;
  /** The text of an uploaded document by its digest. */
  textOf: (digest: string) => Promise<string | Refusal>;
  log: Log;
}

/** Reads every document of the library once and keeps what the checks find in its text (notices.md O16). */
export class Scans {
  readonly #parts: ScansParts;
  readonly #stop: () => void;
  #scanning: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: ScansParts) {
    this.#parts = parts;
    this.#stop = parts.hall.onCommit(({ changes }) => {
      if (changes.some(({ kind }) => kind === 'medium')) void this.scan();
    });
    void this.scan();
  }

  /** Reads what was not read yet, one document after the other. Never rejects. */
  scan(): Promise<void> {
    this.#scanning = this.#scanning
      .then(() => this.#scanAll())
      .catch((error: unknown) => this.#parts.log.error('documents were not checked', error));
    return this.#scanning;
  }

  async #scanAll(): Promise<void> {
    const { records } = this.#parts.hall;
    for (const { id, body } of [...records.all('medium')]) {
      if (this.#closed) return;
      if (body.is !== 'document' || body.removed) continue;
      if (records.get('scan', id)?.digest === body.upload) continue;
      await this.#scanOne(id, body.name, body.upload);
    }
  }

  async #scanOne(id: string, name: string, digest: string): Promise<void> {
    const { hall, textOf, log } = this.#parts;
    const text = await textOf(digest).catch((error: unknown): null => {
      log.error(`the text of ${digest} was not read`, error);
      return null;
    });
    const readable = typeof text === 'string';
    // A file that is not on this disk may still come; one that cannot be read never will.
    if (text === null || (typeof text !== 'string' && text.refused !== 'medium.no-text')) return;
    const phones = new Set([...hall.records.all('contact')].map(({ body }) => localDigits(body.value)));
    const found = readable ? scanText(text, name, phones) : [];
    const kept = await hall.execute(
      'scan:keep',
      { id, digest, readable, found },
      { is: 'system', name: '附件检查' },
    );
    if (!kept.ok) log.error(`what was found in ${digest} was not kept: ${kept.refused}`);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stop();
    await this.#scanning;
  }
}
