import type { SheetNow } from './kinds.ts';
import type { OnceNow } from './once/kinds.ts';
import type { SheetPerson } from './signs/people.ts';

/** Digests of the files that a sheet shows, each once. */
export function picturesOf(now: SheetNow | OnceNow): string[] {
  return [...new Set(shownBy(now))];
}

function shownBy(now: SheetNow | OnceNow): string[] {
  switch (now.is) {
    case 'desk':
      return photos([now.data.person]);
    case 'badge':
    case 'wall':
      return photos(now.data.people);
    case 'post':
      return photos(now.data.people.map(({ person }) => person));
    case 'notice':
      return Object.values(now.data.pictures ?? {}).map(({ digest }) => digest);
    case 'certificate':
      return now.data.pictures.slice(0, 12).map(({ digest }) => digest);
    case 'plan':
      return now.data.picture ? [now.data.picture.digest] : [];
    default:
      return [];
  }
}

function photos(people: readonly SheetPerson[]): string[] {
  return people.flatMap(({ photo }) => photo ?? []);
}
