import type { StandardView } from '../content/api.ts';
import type { Standard, StandardPart } from '../content/model/standard.ts';
import { departures } from '../content/premises/departures.ts';
import { hallOf } from '../content/premises/hall.ts';
import { entriesOf, extendStandard, keyOf, standardParts } from '../content/standards.ts';
import type { AnyEntry } from '../content/standards.ts';
import type { Failure } from '../content/protocol.ts';
import type { Session } from './panel.svelte.ts';
import { fits, pairsOf } from './standardpairs.ts';
import type { Pair } from './standardpairs.ts';

/** A part of a standard with those of its entries that are shown. */
export interface ShownPart {
  part: StandardPart;
  entries: { key: string; entry: AnyEntry }[];
}

/** The page of standards: the one that is read, the one beside it, and what the hall made of its own. */
export class StandardsBook {
  readonly #session: Session;
  list = $state.raw<StandardView[]>([]);
  failure = $state.raw<Failure | null>(null);
  sought = $state('');
  #whole = $state.raw<Readonly<Record<string, Standard>>>({});
  #chosen = $state<string | null>(null);
  /** The standard beside it, empty for none. */
  beside = $state('');

  constructor(session: Session) {
    this.#session = session;
    void this.load();
  }

  mine = $derived.by(() => hallOf(this.#session.hub.records)?.body.standard ?? null);
  id = $derived.by(() => this.#chosen ?? this.mine);
  own = $derived.by(() => this.#session.hub.records.get('hallstandard', 'hall')?.own ?? []);
  /** The standard that is read; the hall's own with its changes on top. */
  standard = $derived.by(() => this.#read(this.id));
  other = $derived.by(() => this.#read(this.beside));
  /** The hall's standard as it was handed down, and with the hall's changes. */
  base = $derived.by(() => (this.mine ? (this.#whole[this.mine] ?? null) : null));
  ours = $derived.by(() => this.#read(this.mine));
  departures = $derived.by(() => (this.ours ? departures(this.#session.hub.records, this.ours) : []));

  parts = $derived.by((): ShownPart[] => {
    const { standard } = this;
    if (!standard) return [];
    return standardParts
      .map((part) => ({
        part,
        entries: entriesOf(standard, part)
          .filter((entry) => fits(part, entry, this.sought))
          .map((entry) => ({ key: keyOf(part, entry), entry })),
      }))
      .filter(({ entries }) => entries.length > 0);
  });

  /** Only what differs, part by part: in words, or in how binding it is. */
  differences = $derived.by((): { part: StandardPart; pairs: Pair[] }[] => {
    const { standard, other } = this;
    if (!standard || !other) return [];
    return standardParts
      .map((part) => ({ part, pairs: pairsOf(part, standard, other, this.sought) }))
      .filter(({ pairs }) => pairs.length > 0);
  });

  async load(): Promise<void> {
    this.failure = null;
    const reply = await this.#session.panel.http.standards();
    if (reply.ok) this.list = reply.value;
    else this.failure = reply;
    if (this.mine) await this.#fetch(this.mine);
  }

  choose(id: string): void {
    this.#chosen = id;
    if (this.beside === id) this.beside = '';
    void this.#fetch(id);
  }

  compare(id: string): void {
    this.beside = id;
    if (id) void this.#fetch(id);
  }

  async #fetch(id: string): Promise<void> {
    if (this.#whole[id]) return;
    const reply = await this.#session.panel.http.standard(id);
    if (reply.ok) this.#whole = { ...this.#whole, [id]: reply.value };
    else this.failure = reply;
  }

  #read(id: string | null): Standard | null {
    const base = id ? this.#whole[id] : undefined;
    if (!base) return null;
    return base.id === this.mine ? extendStandard(base, this.own) : base;
  }
}
