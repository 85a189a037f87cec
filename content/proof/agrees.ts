import type { Kind } from '../model/record.ts';
import type { Show } from '../model/showing.ts';
import type { Records } from '../records.ts';
import { showing } from '../schedule/showing.ts';
import type { Stretch } from './stretches.ts';

/** A screen is told of as astray once it has shown something else than is planned for so long (PS9). */
export const ASTRAY_MS = 10 * 60_000;

/**
 * Whether what a screen showed at `at` is what is planned (PS9); null where nothing follows from it: an interrupt, the black
 * of its hours, a screen that was blocked or has just started.
 */
export function agrees(records: Records, screen: string, { is, parts }: Show, at: number): boolean | null {
  if (is === 'hidden') return false;
  if (is !== 'shown' && is !== 'dim') return null;
  const planned = showing(records, screen, at);
  switch (planned.is) {
    case 'own':
      return (
        !isOld(records, parts) &&
        parts.some(({ scene, item }) => scene === planned.scene.is && item === undefined)
      );
    case 'list':
      return (
        !isOld(records, parts) &&
        parts.some(
          ({ playlist, item }) =>
            playlist === planned.playlist && planned.items.some(({ id }) => id === item),
        )
      );
    case 'safe':
      return parts.some(({ scene, item }) => scene === 'slogan' && item === undefined);
  }
}

/** Words that have changed since, or were taken away. */
function isOld(records: Records, parts: Show['parts']): boolean {
  return parts.some((part) =>
    part.records?.some(({ kind, id, rev }) => records.rev(kind as Kind, id) !== rev),
  );
}

/** Since when a screen shows something else than is planned, or null; with the newest that it showed. */
export interface Course {
  since: number | null;
  /** End of what was looked at. */
  until: number;
  show: Show;
}

/** The course of a screen after one more stretch. Pure: whoever keeps courses hands in the one before. */
export function follow(
  records: Records,
  screen: string,
  before: Course | undefined,
  { from, until, show }: Stretch,
): Course {
  // A schedule may change in the midst of a long stretch; its end is what the screen was last seen with.
  const agreed = agrees(records, screen, show, until - 1);
  const since = agreed === false ? (before?.since ?? from) : null;
  return { since, until, show };
}
