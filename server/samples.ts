import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ItemText } from '../content/model/item.ts';
import { inItemOrder } from '../content/publishing/items.ts';
import { completeSample, type WrittenSample } from '../content/publishing/itemsamples.ts';
import { findFault } from './input.ts';

const FOLDER = new URL('../content/samples/items/', import.meta.url);

/**
 * The samples of service items (content/samples/items/*.yaml) in the order of HN's categories. Throws naming
 * the file and the place of what is not an item.
 */
export async function itemSamples(folder: URL = FOLDER): Promise<ItemText[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const texts = await Promise.all(
    files.map(async (name) => {
      const file = parse(await readFile(new URL(name, folder), 'utf8')) as { items: WrittenSample[] };
      return file.items.map((written) => {
        const text = completeSample(written);
        const fault = findFault(ItemText, text);
        if (fault)
          throw new Error(
            `${fileURLToPath(new URL(name, folder))}: ${written.name}: ${fault.where} ${fault.message}`,
          );
        return text;
      });
    }),
  );
  return inItemOrder(texts.flat().map((body) => ({ body }))).map(({ body }) => body);
}
