import { MemoryStore, openMemoryJournal } from '../../support/memoryjournal.ts';
import { describeJournal } from './contract.ts';

// The journal that the tests of the hall engine stand on must keep the same rules as the real ones.
describeJournal('the journal of the tests', async () => {
  const store = new MemoryStore();
  return {
    open: async () => openMemoryJournal(store),
    tamper: async (hall, seq) => {
      const commits = store.commits(hall);
      commits[seq - 1] = { ...commits[seq - 1]!, command: 'window:take' };
    },
    remove: async () => {},
  };
});
