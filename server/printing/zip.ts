import { zipSync, type Zippable } from 'fflate';
import type { SheetFile } from './press.ts';

/** Files in one ZIP, in their order and as they are: PDF and PNG are packed already. */
export function zipFiles(files: readonly Pick<SheetFile, 'name' | 'bytes'>[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, { level: 0 }]]));
  return zipSync(entries);
}
