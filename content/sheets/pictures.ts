import type { SheetNow } from './kinds.ts';
import type { SheetPerson } from './signs/people.ts';

/** Digests of the files that a sheet shows, each once. */
export function picturesOf(now: SheetNow): string[] {
  return [...new Set(shownBy(now))];
}

function shownBy(now: SheetNow): string[] {
  switch (now.is) {
    case 'desk':
      return photos([now.data.person]);
    case 'badge':
    case 'wall':
      return photos(now.data.people);
    case 'post':
      return photos(now.data.people.map(({ person }) => person));
    case 'plan':
      return now.data.picture ? [now.data.picture.digest] : [];
    default:
      return [];
  }
}

function photos(people: readonly SheetPerson[]): string[] {
  return people.flatMap(({ photo }) => photo ?? []);
}
