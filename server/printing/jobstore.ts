import { readPrivateFile, writePrivateFile } from '../journal/files.ts';
import type { Log } from '../log.ts';
import type { JobStore, PrintJob } from './jobs.ts';

const NAME = 'printjobs.json';

/** Print jobs in one small file of the data folder. They are no deed of the hall, so they stand beside the journal. */
export function openJobStore(folder: string, log: Log): JobStore {
  return {
    async load() {
      const text = await readPrivateFile(folder, NAME);
      if (text === null) return [];
      try {
        const jobs: unknown = JSON.parse(text);
        return Array.isArray(jobs) ? (jobs as PrintJob[]) : [];
      } catch (error) {
        log.warn(`${NAME}: damaged, print jobs are forgotten (${String(error)})`);
        return [];
      }
    },
    save: (jobs) => writePrivateFile(folder, NAME, JSON.stringify(jobs)),
  };
}
