import type { Asked } from '../content/checks/asked.ts';
import type { Facts } from '../content/checks/facts.ts';
import type { Finding } from '../content/checks/finding.ts';
import type { Scorecard } from '../content/checks/score.ts';
import { typeWords, type TypeWords } from '../content/views/casewords.ts';
import type { Body, Kind } from '../content/model/record.ts';
import type * as tools from '../content/checks/index.ts';
import type { Session } from './panel.svelte.ts';

type Tools = typeof tools;
const NONE: ReadonlySet<string> = new Set();
const MINUTE = 60_000;

/** What the checks find in the hall, derived anew with every change of its records and every minute. */
export class Checks {
  #session: Pick<Session, 'hub' | 'clock' | 'panel'>;
  #tools = $state.raw<Tools | null>(null);
  #asked = $state.raw<Partial<Asked> | null>(null);

  constructor(session: Pick<Session, 'hub' | 'clock' | 'panel'>) {
    this.#session = session;
    void this.load();
  }

  /** Fetches the checks and what the hall's standard asks; without an answer our own lists hold. */
  async load(): Promise<void> {
    const [tools, reply] = await Promise.all([
      import('../content/checks/index.ts'),
      this.#session.panel.http?.asked(),
    ]);
    if (reply?.ok) this.#asked = reply.value;
    this.#tools = tools;
  }

  #now = $derived.by(() => Math.floor(this.#session.clock.now / MINUTE) * MINUTE);
  #facts = $derived.by(
    (): Facts | null => this.#tools?.factsOf(this.#session.hub.records, this.#asked) ?? null,
  );

  /** False until the checks have been fetched. */
  ready = $derived.by(() => this.#tools !== null);
  findings = $derived.by(
    (): Finding[] => this.#tools?.checkHall(this.#session.hub.records, this.#asked, this.#now) ?? [],
  );
  /** What somebody should do: hints are left out. */
  pressing = $derived.by(() => this.findings.filter(({ severity }) => severity !== 'hint').length);
  card = $derived.by((): Scorecard | null =>
    this.#tools && this.#facts
      ? this.#tools.scoreOf(this.#session.hub.records, this.#facts, this.#now)
      : null,
  );

  /** What the hall's standard calls the types of items (Y13). */
  typeWords = $derived.by((): TypeWords => typeWords(this.#asked));

  /** What is found in words that are being written. */
  look<K extends Kind>(kind: K, words: Body<K>, id: string): Finding[] {
    return this.#tools && this.#facts ? this.#tools.checkBody(kind, words, id, this.#facts, this.#now) : [];
  }

  /** The text by the hall's one rule of masking (K10). */
  mask(text: string, title: string): string {
    return this.#tools?.maskText(text, { title, phones: this.#facts?.known ?? NONE }) ?? text;
  }
}

const opened = new WeakMap<object, Checks>();

/** The checks of a session, one for all its pages. */
export function checksOf(session: Pick<Session, 'hub' | 'clock' | 'panel'>): Checks {
  let checks = opened.get(session.hub);
  if (!checks) opened.set(session.hub, (checks = new Checks(session)));
  return checks;
}
