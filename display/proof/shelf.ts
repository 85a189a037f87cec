import type { Piece } from '../../content/model/showing.ts';

/** Where pieces lie that are not handed in yet, over reloads and restarts. */
export interface Shelf {
  /** All that lie there, the oldest first. */
  all(): Promise<{ key: number; piece: Piece }[]>;
  put(key: number, piece: Piece): Promise<void>;
  drop(keys: readonly number[]): Promise<void>;
}

/** Five weeks of five minutes each; then the oldest go. */
export const MOST_PIECES = 10_000;
const NAME = 'mingting.proof';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}

/** Opens the shelf; where IndexedDB is refused, one that lasts as long as the page. */
export async function openShelf(name = NAME): Promise<Shelf> {
  try {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('pieces');
    return shelfOn(await settled(request));
  } catch {
    return pageShelf();
  }
}

function shelfOn(database: IDBDatabase): Shelf {
  const write = (work: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction('pieces', 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'));
      work(transaction.objectStore('pieces'));
    });
  return {
    all: async () => {
      const store = database.transaction('pieces').objectStore('pieces');
      const [keys, pieces] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      return keys.map((key, at) => ({ key: Number(key), piece: pieces[at] as Piece }));
    },
    put: (key, piece) => write((store) => void store.put(piece, key)),
    drop: (keys) => write((store) => keys.forEach((key) => store.delete(key))),
  };
}

/** A shelf in the page's own memory. */
export function pageShelf(): Shelf {
  const pieces = new Map<number, Piece>();
  return {
    all: async () =>
      [...pieces].map(([key, piece]) => ({ key, piece })).sort((one, other) => one.key - other.key),
    put: async (key, piece) => void pieces.set(key, structured(piece)),
    drop: async (keys) => keys.forEach((key) => pieces.delete(key)),
  };
}

/** A copy, as IndexedDB makes one; `structuredClone` came after Chrome 66. */
const structured = (piece: Piece): Piece => JSON.parse(JSON.stringify(piece)) as Piece;
