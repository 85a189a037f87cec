import type { Cache, Remembered } from './cache.ts';

const keyOfAddress = (): string | undefined => /^#key=([\w-]{43})$/.exec(location.hash)?.[1];

/**
 * What the page goes by (wire.md W17): what it remembers, unless its address names a start key that it has not gone by
 * before. That makes it this key's screen, whatever it was; a screen that was unpaired since is not signed in again by it.
 */
export async function signedIn(
  cache: Cache,
  remembered: Remembered,
  key: string | undefined = keyOfAddress(),
): Promise<Pick<Remembered, 'token' | 'last'>> {
  if (key === undefined || key === remembered.key) return remembered;
  await cache.saveLast(undefined);
  await cache.saveToken(key);
  await cache.saveKey(key);
  return { token: key, last: undefined };
}
