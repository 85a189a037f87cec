import type { DraftStore } from './draft.ts';
import { DEFAULT_KEYS, isFit, keyDeeds } from './keys.ts';
import type { KeyDeed, Keymap as Keys } from './keys.ts';

const KEPT = 'mingting-keys';

/** The caller's keys as they are set in this browser (C15). */
export class Keymap {
  keys = $state.raw<Keys>(DEFAULT_KEYS);
  #store: DraftStore;

  constructor(store: DraftStore = localStorage) {
    this.#store = store;
    this.keys = this.#read();
  }

  /** Sets a deed's key. Changes nothing where the key is unfit, or belongs to the deed that is answered. */
  bind(deed: KeyDeed, key: string): KeyDeed | 'unfit' | null {
    if (!isFit(key)) return 'unfit';
    const other = keyDeeds.find((one) => one !== deed && this.keys[one] === key);
    if (other) return other;
    this.keys = { ...this.keys, [deed]: key };
    this.#keep();
    return null;
  }

  reset(to: Keys = DEFAULT_KEYS): void {
    this.keys = to;
    this.#keep();
  }

  /** What was kept, unless it is torn or two deeds share a key. */
  #read(): Keys {
    try {
      const kept = JSON.parse(this.#store.getItem(KEPT) ?? '{}') as Partial<Record<KeyDeed, unknown>>;
      const keys: Record<KeyDeed, string> = { ...DEFAULT_KEYS };
      for (const deed of keyDeeds) {
        const key = kept[deed];
        if (typeof key === 'string' && isFit(key)) keys[deed] = key;
      }
      const shared = keyDeeds.some((one) =>
        keyDeeds.some((other) => one !== other && keys[one] === keys[other]),
      );
      return shared ? DEFAULT_KEYS : keys;
    } catch {
      return DEFAULT_KEYS;
    }
  }

  #keep(): void {
    try {
      this.#store.setItem(KEPT, JSON.stringify(this.keys));
    } catch {
      // Without a store the keys hold until the page is left.
    }
  }
}
