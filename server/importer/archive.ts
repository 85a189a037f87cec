import { unzipSync } from 'fflate';

/** What a ZIP may unpack to: bytes in all, and files. */
export interface ZipLimits {
  bytes: number;
  files: number;
}

/** `bomb`: unpacks to more than the limits. `broken`: no ZIP, or one that cannot be read. */
export type ZipFault = 'broken' | 'bomb';

/** What packs tighter than this is made to harm: real text and pictures stay below 200 to 1. */
const RATIO = 500;
const LITTLE = 2 ** 20;

/**
 * The files of a ZIP that `wants` asks for, by their path. Sizes are held against the limits before anything
 * is unpacked, and nothing is ever unpacked beyond the size that the ZIP itself names. Writes nothing.
 */
export function openZip(
  bytes: Uint8Array,
  wants: (path: string) => boolean,
  limits: ZipLimits,
): Map<string, Uint8Array> | ZipFault {
  let total = 0;
  let files = 0;
  let bomb = false;
  const paths = new Set<string>();
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        files += 1;
        if (files > limits.files) bomb = true;
        if (bomb || !wants(name)) return false;
        total += originalSize;
        if (total > limits.bytes || (originalSize > LITTLE && originalSize > size * RATIO)) bomb = true;
        // Two files of one path: readers would disagree which of them counts.
        if (paths.has(name)) throw new Error(`twice: ${name}`);
        paths.add(name);
        return !bomb;
      },
    });
    return bomb ? 'bomb' : new Map(Object.entries(found));
  } catch {
    // Whatever the library found wrong with it, the file cannot be read.
    return bomb ? 'bomb' : 'broken';
  }
}

/** Holds the sizes that a ZIP names against the limits, and unpacks nothing. */
export function measureZip(bytes: Uint8Array, limits: ZipLimits): ZipFault | null {
  let total = 0;
  let files = 0;
  let bomb = false;
  try {
    unzipSync(bytes, {
      filter: ({ size, originalSize }) => {
        files += 1;
        total += originalSize;
        bomb ||= files > limits.files || total > limits.bytes;
        bomb ||= originalSize > LITTLE && originalSize > size * RATIO;
        return false;
      },
    });
  } catch {
    // Whatever the library found wrong with it, the file cannot be read.
    return 'broken';
  }
  return bomb ? 'bomb' : null;
}
