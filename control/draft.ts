/** What a draft is written to: the browser's own store, or one of a test. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * What somebody has half written and not saved, kept in this browser so that leaving the page loses nothing.
 * A draft of an older revision is not offered: the record has moved on (C14).
 */
export class Draft<T> {
  readonly #key: string;
  readonly #rev: number;
  readonly #store: DraftStore;

  /**
   * @param who account id, since several people share a hall's PC
   * @param what `notice new` or `notice ID`
   * @param rev revision of the record that is being changed, 0 for a new one
   */
  constructor(who: string, what: string, rev: number, store: DraftStore = localStorage) {
    this.#key = `mingting-draft ${who} ${what}`;
    this.#rev = rev;
    this.#store = store;
  }

  /** What was kept, or null. */
  read(): T | null {
    try {
      const kept = JSON.parse(this.#store.getItem(this.#key) ?? 'null') as { rev: number; value: T } | null;
      return kept?.rev === this.#rev ? kept.value : null;
    } catch {
      // A store that is full, forbidden or torn is the same as none.
      return null;
    }
  }

  keep(value: T): void {
    try {
      this.#store.setItem(this.#key, JSON.stringify({ rev: this.#rev, value }));
    } catch {
      // Without a store the page still works; only leaving it loses what is unsaved.
    }
  }

  drop(): void {
    try {
      this.#store.removeItem(this.#key);
    } catch {
      // As above.
    }
  }
}
