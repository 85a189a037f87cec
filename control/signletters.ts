import { openPack, PACK_SIZES, packUrl } from '../content/led/glyphs.ts';
import { Letters } from '../content/led/letters.ts';

let letters: Promise<Letters> | null = null;

/** The dot letters of signs, fetched from the hub when a preview first needs them. Rejects if they are not there. */
export function loadLetters(): Promise<Letters> {
  letters ??= fetchLetters().catch((error: unknown) => {
    // The next preview asks again.
    letters = null;
    throw error;
  });
  return letters;
}

async function fetchLetters(): Promise<Letters> {
  const packs = await Promise.all(
    PACK_SIZES.map(async (size) => {
      const answer = await fetch(packUrl(size));
      if (!answer.ok) throw new Error(`no dot letters of ${size}`);
      return openPack(new Uint8Array(await answer.arrayBuffer()));
    }),
  );
  return new Letters(packs);
}
