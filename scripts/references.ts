// `npm run references [NAME…]`: draws the kept pictures of sheets anew, all or those named, after a change that was meant.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadStandards } from '../server/standards.ts';
import { createPrinter, findBrowser, renderSheet } from '../templates/index.ts';
import { writePng } from '../tests/templates/compare.ts';
import { gallery } from '../tests/templates/gallery.ts';
import { Proof } from '../tests/templates/tools.ts';

const folder = fileURLToPath(new URL('../tests/templates/references', import.meta.url));
const wanted = process.argv.slice(2);
const standards = await loadStandards('content/standards');
const all = gallery(standards.get('qianjiang'));
const printer = createPrinter({ executable: findBrowser('print', process.env), log: console });
await mkdir(folder, { recursive: true });
try {
  for (const [name, dress] of all) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await using proof = await Proof.of(await printer.pdf(await renderSheet(dress())));
    await writeFile(join(folder, `${name}.png`), writePng(await proof.glance()));
    console.log(name);
  }
  // A template that is gone leaves no picture.
  for (const file of await readdir(folder))
    if (!all.has(file.replace(/\.png$/, ''))) await rm(join(folder, file));
} finally {
  await printer.close();
}
