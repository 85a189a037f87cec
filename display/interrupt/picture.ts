import { toJpeg } from 'html-to-image';

/** The socket carries 64 KB at once; the address around the picture and its envelope take some. */
const LARGEST = 56_000;
/** Pixels of the longer side and quality, until one is small enough. */
const TRIES: readonly (readonly [number, number])[] = [
  [960, 0.7],
  [640, 0.6],
  [480, 0.5],
  [320, 0.4],
];

/**
 * A picture of what this page draws, made by the page itself: it tells what should be on the glass, not whether the
 * glass is lit. Faces of the page are not embedded, so letters may look a little different; frames of other sites are left out.
 * Rejects where the browser cannot draw it.
 */
export async function takePicture(): Promise<string> {
  const { innerWidth, innerHeight } = window;
  for (const [side, quality] of TRIES) {
    const pixelRatio = Math.min(1, side / Math.max(innerWidth, innerHeight));
    const picture = await toJpeg(document.body, {
      width: innerWidth,
      height: innerHeight,
      pixelRatio,
      quality,
      skipFonts: true,
      filter: (node) => node.tagName !== 'IFRAME' && node.tagName !== 'SCRIPT',
    });
    if (picture.length <= LARGEST) return picture;
  }
  throw new Error('picture too large');
}
