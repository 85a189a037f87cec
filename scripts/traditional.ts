import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Writes content/checks/characters.ts: traditional characters with their standard ones, from OpenCC's table
 * (opencc-js). Run once after an update of that package; needs nothing else.
 */
const DICTIONARY = createRequire(import.meta.url).resolve('opencc-js/dict/TSCharacters');
const TARGET = fileURLToPath(new URL('../content/checks/characters.ts', import.meta.url));

/** Characters that OpenCC simplifies although they are standard in one of their uses (乾坤, 於 as a name, 拚). */
const STANDARD = new Set('乾吒夥徵拚捱摺於榘薹袷醣麴');
const PAIRS_A_LINE = 40;

const { default: table } = (await import(pathToFileURL(DICTIONARY).href)) as { default: string };
const pairs = table.split('|').flatMap((row) => {
  const [from = '', to = ''] = row.split(' ');
  const plain = from.length === 1 && to.length === 1 && from !== to;
  return plain && !STANDARD.has(from) ? [from + to] : [];
});
const lines: string[] = [];
for (let at = 0; at < pairs.length; at += PAIRS_A_LINE)
  lines.push(`  '${pairs.slice(at, at + PAIRS_A_LINE).join('')}'`);
const text = `/** Traditional characters, each followed by its standard one. Made by scripts/traditional.ts from OpenCC's table (Apache-2.0). */
export const characterPairs =
${lines.join(' +\n')};
`;
const before = await readFile(TARGET, 'utf8').catch(() => '');
if (before !== text) await writeFile(TARGET, text);
console.log(`${pairs.length} characters`);
