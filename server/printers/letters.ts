import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openPack, packFile } from '../../content/led/glyphs.ts';
import { Letters } from '../../content/led/letters.ts';
import type { Modules } from '../../content/slips/picture.ts';
import { qrModules } from '../../templates/index.ts';

const folder = fileURLToPath(new URL('../../build/led/', import.meta.url));
/** 24 dots are 3 mm on a slip, and their multiples; 16 has the rare characters. */
const SIZES = [16, 24, 32] as const;

let loading: Promise<Letters | null> | undefined;

/** The letters of the LED signs, which are as many dots high as those of a slip; null while they are not built. */
export function loadLetters(): Promise<Letters | null> {
  loading ??= readPacks().catch(() => {
    loading = undefined;
    return null;
  });
  return loading;
}

async function readPacks(): Promise<Letters> {
  const packs = await Promise.all(
    SIZES.map(async (size) => openPack(new Uint8Array(await readFile(folder + packFile(size))))),
  );
  return new Letters(packs);
}

export function modulesOf(url: string): Modules {
  const { size, dark } = qrModules(url);
  return { size, dark };
}
