import type { Mark, You } from '../content/protocol.ts';
import { PROTOCOL } from '../content/protocol.ts';
import type { Kept } from '../content/model/record.ts';

/** What a screen saw last: enough to draw it again before the hub answers. */
export interface Last {
  protocol: number;
  records: Kept[];
  mark: Mark;
  you: You;
  /** Hub time when it was kept. */
  now: number;
}

/** The clocks when the hub was heard last. */
export interface Heard {
  /** Hub time. */
  at: number;
  /** Hub time less the device's clock, in ms. */
  ahead: number;
}

export interface Remembered {
  heard?: Heard | undefined;
  token: string | undefined;
  /** The start key that it went by last (W17). */
  key?: string | undefined;
  last: Last | undefined;
  announced: string[];
}

/** Where a screen keeps things over reload and restart. Every write is whole or not at all. */
export interface Cache {
  load(): Promise<Remembered>;
  saveToken(token: string | undefined): Promise<void>;
  saveKey(key: string): Promise<void>;
  /** Whether it is kept now. */
  saveLast(last: Last | undefined): Promise<boolean>;
  saveAnnounced(ids: string[]): Promise<void>;
  saveHeard(heard: Heard): Promise<void>;
}

/** A place for values by name. */
interface Shelf {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}

const NAME = 'mingting.display';

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}

async function openDatabase(name: string): Promise<Shelf> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('kept');
  const database = await promised(request);
  return {
    read: (key) => promised(database.transaction('kept').objectStore('kept').get(key) as IDBRequest<unknown>),
    write: (key, value) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction('kept', 'readwrite');
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'));
        transaction.objectStore('kept').put(value, key);
      }),
  };
}

/** For browsers that refuse IndexedDB, as some kiosk profiles do: small, but a token fits. */
const smallShelf: Shelf = {
  read: async (key) => JSON.parse(localStorage.getItem(`${NAME}.${key}`) ?? 'null') ?? undefined,
  write: async (key, value) => {
    if (value === undefined) localStorage.removeItem(`${NAME}.${key}`);
    else localStorage.setItem(`${NAME}.${key}`, JSON.stringify(value));
  },
};

/** Opens the screen's memory. What cannot be kept is only lost with the page: the hub has it all. */
export async function openCache(onTrouble: (error: unknown) => void, name = NAME): Promise<Cache> {
  const shelf = await openDatabase(name).catch((error: unknown) => {
    onTrouble(error);
    return smallShelf;
  });
  const read = (key: string) =>
    shelf.read(key).catch((error: unknown) => {
      onTrouble(error);
      return undefined;
    });
  const write = (key: string, value: unknown) => shelf.write(key, value).catch(onTrouble);
  const kept = (key: string, value: unknown) =>
    shelf.write(key, value).then(
      () => true,
      (error: unknown) => {
        onTrouble(error);
        return false;
      },
    );
  return {
    async load() {
      const [token, last, announced, heard, key] = await Promise.all(
        ['token', 'last', 'announced', 'heard', 'key'].map(read),
      );
      return {
        token: typeof token === 'string' ? token : undefined,
        // Records of another protocol may have other shapes.
        last: (last as Last | undefined)?.protocol === PROTOCOL ? (last as Last) : undefined,
        heard: heard as Heard | undefined,
        key: key as string | undefined,
        announced: Array.isArray(announced) ? (announced as string[]) : [],
      };
    },
    saveToken: (token) => write('token', token),
    saveKey: (key) => write('key', key),
    saveLast: (last) => kept('last', last),
    saveAnnounced: (ids) => write('announced', ids),
    saveHeard: (heard) => write('heard', heard),
  };
}
