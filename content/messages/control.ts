import type { Entries } from './catalogue.ts';
import { premisesEntries } from './control-hall.ts';
import { publishingEntries } from './control-publishing.ts';
import { queueEntries } from './control-queue.ts';
import { shellEntries } from './control-shell.ts';
import { voiceEntries } from './voice.ts';

/** Everything that the panel says: key → [中文, English]. */
export const control = {
  ...shellEntries,
  ...queueEntries,
  ...publishingEntries,
  ...premisesEntries,
  ...voiceEntries,
} as const satisfies Entries;
