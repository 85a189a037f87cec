import { readFile } from 'node:fs/promises';
import type { Records } from '../../content/records.ts';
import { picturesOf } from '../../content/sheets/pictures.ts';
import type { SheetNow } from '../../content/sheets/kinds.ts';
import type { OnceNow } from '../../content/sheets/once/kinds.ts';
import { draw } from '../uploads/drawing.ts';
import type { Store } from '../uploads/store.ts';

/** Pixels of a picture that is one of many in rows: 60 mm at 380 dpi. */
const SMALL = 900;
/** Of one of many that have a page's width: 170 mm at 240 dpi. */
const WIDE = 1600;
const MANY = 4;

/**
 * Pictures of a sheet as `data:` addresses by their digest, since a document reaches nothing (P10), no larger than they
 * are printed: a wall of thirty photos as phones take them would be 100 MB (P34). One whose file is not there is left
 * out: its frame stays empty.
 * @param kept takes the small ones, so that each is made once
 */
export async function readPictures(
  records: Records,
  now: SheetNow | OnceNow,
  files: Pick<Store, 'has' | 'path'>,
  kept: Pick<Store, 'has' | 'path' | 'put'>,
): Promise<Record<string, string>> {
  const digests = picturesOf(now).filter((digest) => files.has(digest));
  const media = new Map([...records.all('medium')].map(({ body }) => [body.upload, body]));
  const longest = longestOf(now, digests.length);
  const heavy = digests.filter((digest) => {
    const { width = 0, height = 0 } = media.get(digest) ?? {};
    return Math.max(width, height) > longest;
  });
  const small = (digest: string) => `${digest}-${longest}`;
  const making = heavy.filter((digest) => !kept.has(small(digest)));
  if (making.length > 0) {
    const drawn = await draw({
      is: 'reduced',
      files: await Promise.all(making.map((digest) => readFile(files.path(digest)))),
      longest,
    });
    // What cannot be read goes on as it is: the browser shows what it can.
    if (typeof drawn !== 'string')
      for (const [index, { bytes }] of drawn.entries()) await kept.put(small(making[index]!), bytes);
  }
  const read = digests.map(async (digest): Promise<[string, string]> => {
    const reduced = heavy.includes(digest) && kept.has(small(digest));
    const bytes = await readFile(reduced ? kept.path(small(digest)) : files.path(digest));
    const type = reduced ? typeOf(bytes) : (media.get(digest)?.type ?? 'image/jpeg');
    return [digest, `data:${type};base64,${bytes.toString('base64')}`];
  });
  return Object.fromEntries(await Promise.all(read));
}

/** Pixels of the longer side that paper shows; a picture alone on its sheet stays as it is. */
function longestOf({ is }: SheetNow | OnceNow, count: number): number {
  if (['wall', 'badge', 'desk', 'post', 'certificate'].includes(is)) return SMALL;
  return count > MANY ? WIDE : Infinity;
}

function typeOf(bytes: Uint8Array): string {
  return bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
}
