import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openPack, PACK_SIZES, packFile } from '../../content/led/glyphs.ts';
import { Letters } from '../../content/led/letters.ts';
import type { Modules } from '../../content/slips/picture.ts';
import { qrModules } from '../../templates/index.ts';

const folder = fileURLToPath(new URL('../../build/led/', import.meta.url));

let loading: Promise<Letters | null> | undefined;

/** The letters of signs, whose 24 dots are 3 mm on a slip too; null while they are not built. */
export function loadLetters(): Promise<Letters | null> {
  loading ??= readPacks().catch(() => {
    loading = undefined;
    return null;
  });
  return loading;
}

async function readPacks(): Promise<Letters> {
  const packs = await Promise.all(
    PACK_SIZES.map(async (size) => openPack(new Uint8Array(await readFile(folder + packFile(size))))),
  );
  return new Letters(packs);
}

export function modulesOf(url: string): Modules {
  const { size, dark } = qrModules(url);
  return { size, dark };
}
