import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { printTable } from './figures.ts';

const pages = fileURLToPath(new URL('../../build/pages/', import.meta.url));

/** JavaScript that a page loads before it can draw: its entry, and what that imports without being asked. */
async function firstLoad(page: 'display' | 'control'): Promise<{ raw: number; gzip: number }> {
  const html = await readFile(`${pages}${page}/index.html`, 'utf8');
  const wanted = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path!);
  const seen = new Set<string>();
  let raw = 0;
  let gzip = 0;
  for (let path = wanted.pop(); path; path = wanted.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = await readFile(`${pages}${path}`, 'utf8');
    raw += text.length;
    gzip += gzipSync(text).length;
    for (const [, from] of text.matchAll(/(?:^|[;}\n])import(?:[^'"();]*?from)?["']\.\/([^"']+)["']/g))
      wanted.push(`assets/${from}`);
  }
  return { raw, gzip };
}

/** What a screen may load before it draws, in KB gzip: a TV box of 2018 on the hall's Wi-Fi. */
const DISPLAY_MOST = 45;

/** What each page loads first; throws when the display loads more than it may. */
export async function benchSize(): Promise<void> {
  const kilo = (bytes: number) => (bytes / 1024).toFixed(1);
  const rows: string[][] = [];
  for (const page of ['display', 'control'] as const) {
    const { raw, gzip } = await firstLoad(page);
    rows.push([page, kilo(raw), kilo(gzip)]);
    if (page === 'display' && gzip > DISPLAY_MOST * 1024)
      throw new Error(`the display loads ${kilo(gzip)} KB first, more than ${DISPLAY_MOST}`);
  }
  const files = await readdir(`${pages}assets`);
  printTable('JavaScript of the first load, KB', ['page', 'raw', 'gzip'], rows);
  console.log(`\n${files.length} files built`);
}
