import { mediumOf } from '../../media/uses.ts';
import type { Material } from '../../model/item.ts';
import type { Records } from '../../records.ts';

/** Begins a file of the library in a table: 素材:居住证申请表. */
const FILE = '素材:';

/** A file by its name, where no words say where the paper is to be had (U20). */
export function writeFile(records: Records, words: string | undefined, file: string | undefined): string {
  const name = file === undefined ? undefined : mediumOf(records, file)?.name;
  return words ?? (name === undefined ? '' : FILE + name);
}

/**
 * Materials as read from a table with their files found again: by name, and those that words stood before in the table
 * from the item as it was.
 */
export function readFiles(
  records: Records,
  materials: readonly Material[],
  before: readonly Material[] = [],
): Material[] {
  const named = new Map([...records.all('medium')].map(({ id, body }) => [FILE + body.name, id]));
  return materials.map((material) => {
    const { blank, filled, ...rest } = material;
    const old = before.find(({ name }) => name === material.name);
    const blankFile = named.get(blank ?? '') ?? (blank === old?.blank ? old?.blankFile : undefined);
    const filledFile = named.get(filled ?? '') ?? (filled === old?.filled ? old?.filledFile : undefined);
    return {
      ...rest,
      ...(blank && !named.has(blank) ? { blank } : {}),
      ...(filled && !named.has(filled) ? { filled } : {}),
      ...(blankFile ? { blankFile } : {}),
      ...(filledFile ? { filledFile } : {}),
    };
  });
}
