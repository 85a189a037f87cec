import type { Use } from '../content/media/uses.ts';
import type { MediumKind } from '../content/model/medium.ts';
import type { Kept } from '../content/model/record.ts';

export type MediaState = 'unchecked' | 'unused' | 'missing';

export interface MediaFilter {
  sought: string;
  kind: MediumKind | '';
  state: MediaState | '';
}
export const noMediaFilter: MediaFilter = { sought: '', kind: '', state: '' };

/** What is known of media beside their records. */
export interface MediaFacts {
  uses: ReadonlyMap<string, readonly Use[]>;
  missing: ReadonlySet<string>;
}

export function filterMedia(
  media: readonly Kept<'medium'>[],
  { sought, kind, state }: MediaFilter,
  { uses, missing }: MediaFacts,
): Kept<'medium'>[] {
  const word = sought.trim().toLocaleLowerCase();
  const fits: Record<MediaState, (one: Kept<'medium'>) => boolean> = {
    unchecked: ({ body }) => body.checked === null,
    unused: ({ id }) => (uses.get(id)?.length ?? 0) === 0,
    missing: ({ id }) => missing.has(id),
  };
  return media.filter(
    (one) =>
      (kind === '' || one.body.is === kind) &&
      (state === '' || fits[state](one)) &&
      `${one.body.name} ${one.body.alt ?? ''}`.toLocaleLowerCase().includes(word),
  );
}

/** `1.2 MB`. */
export function sizeWords(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let at = 0;
  while (size >= 1000 && at < units.length - 1) {
    size /= 1024;
    at++;
  }
  return `${at > 0 && size < 10 ? size.toFixed(1) : Math.round(size)} ${units[at] ?? ''}`;
}
