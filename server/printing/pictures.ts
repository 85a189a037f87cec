import { readFile } from 'node:fs/promises';
import type { Records } from '../../content/records.ts';
import type { Store } from '../uploads/store.ts';

/**
 * Pictures as `data:` addresses by their digest, since a document reaches nothing (P10). One whose file is not there is
 * left out: its frame stays empty.
 */
export async function readPictures(
  records: Records,
  digests: readonly string[],
  files: Pick<Store, 'has' | 'path'>,
): Promise<Record<string, string>> {
  const types = new Map([...records.all('medium')].map(({ body }) => [body.upload, body.type]));
  const read = digests
    .filter((digest) => files.has(digest))
    .map(async (digest): Promise<[string, string]> => {
      const bytes = await readFile(files.path(digest));
      return [digest, `data:${types.get(digest) ?? 'image/jpeg'};base64,${bytes.toString('base64')}`];
    });
  return Object.fromEntries(await Promise.all(read));
}
