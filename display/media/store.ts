/** What is kept of a file beside its bytes. */
interface Note {
  digest: string;
  size: number;
  /** When it was last needed, by a counter that only rises: clocks may be wrong. */
  used: number;
}

/** Files on the device, by their digest. */
export interface MediaStore {
  /** Whether it outlives the page. */
  readonly lasts: boolean;
  read(digest: string): Promise<Blob | undefined>;
  write(digest: string, blob: Blob): Promise<void>;
  remove(digest: string): Promise<void>;
  notes(): Promise<Note[]>;
  /** Says that these are needed now, the first of them first. */
  touch(digests: readonly string[]): Promise<void>;
}

const NAME = 'mingting.media';

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'));
  });
}

/** Opens the device's files; works on plain http. Rejects where the browser has no IndexedDB. */
export async function openMediaStore(name = NAME): Promise<MediaStore> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('blobs');
    request.result.createObjectStore('notes', { keyPath: 'digest' });
  };
  const database = await promised(request);
  const notes = () =>
    promised(database.transaction('notes').objectStore('notes').getAll() as IDBRequest<Note[]>);
  let counter = Math.max(0, ...(await notes()).map(({ used }) => used));
  return {
    lasts: true,
    read: (digest) =>
      promised(
        database.transaction('blobs').objectStore('blobs').get(digest) as IDBRequest<Blob | undefined>,
      ),
    async write(digest, blob) {
      const transaction = database.transaction(['blobs', 'notes'], 'readwrite');
      transaction.objectStore('blobs').put(blob, digest);
      const note: Note = { digest, size: blob.size, used: (counter += 1) };
      transaction.objectStore('notes').put(note);
      await finished(transaction);
    },
    async remove(digest) {
      const transaction = database.transaction(['blobs', 'notes'], 'readwrite');
      transaction.objectStore('blobs').delete(digest);
      transaction.objectStore('notes').delete(digest);
      await finished(transaction);
    },
    notes,
    async touch(digests) {
      const known = new Map((await notes()).map((note) => [note.digest, note]));
      const transaction = database.transaction('notes', 'readwrite');
      for (const digest of [...digests].reverse()) {
        const note = known.get(digest);
        if (note) transaction.objectStore('notes').put({ ...note, used: (counter += 1) });
      }
      await finished(transaction);
    },
  };
}

/** For browsers without IndexedDB: files live as long as the page. */
export function smallMediaStore(): MediaStore {
  const blobs = new Map<string, { blob: Blob; used: number }>();
  let counter = 0;
  return {
    lasts: false,
    read: async (digest) => blobs.get(digest)?.blob,
    write: async (digest, blob) => void blobs.set(digest, { blob, used: (counter += 1) }),
    remove: async (digest) => void blobs.delete(digest),
    notes: async () => [...blobs].map(([digest, { blob, used }]) => ({ digest, size: blob.size, used })),
    touch: async (digests) => {
      for (const digest of [...digests].reverse()) {
        const one = blobs.get(digest);
        if (one) one.used = counter += 1;
      }
    },
  };
}
