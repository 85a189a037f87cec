import { readPrivateFile, writePrivateFile } from '../journal/files.ts';
import type { Log } from '../log.ts';

/** Where a list of what goes on is kept over a restart. */
export interface ListStore<T> {
  load(): Promise<T[]>;
  save(list: readonly T[]): Promise<void>;
}

/**
 * A list in one small file of the data folder, `printjobs.json`. What is being printed is no deed of the hall, so it
 * stands beside the journal.
 */
export function openListStore<T>(folder: string, name: string, log: Log): ListStore<T> {
  return {
    async load() {
      const text = await readPrivateFile(folder, name);
      if (text === null) return [];
      try {
        const list: unknown = JSON.parse(text);
        return Array.isArray(list) ? (list as T[]) : [];
      } catch (error) {
        log.warn(`${name}: damaged, what it held is forgotten (${String(error)})`);
        return [];
      }
    },
    save: (list) => writePrivateFile(folder, name, JSON.stringify(list)),
  };
}
