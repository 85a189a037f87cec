import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { covers, readCoverage } from '../../templates/cmap.ts';
import { styleFonts } from '../../templates/fonts.ts';

/** Family, weight and font of each rule. */
function readRules(css: string) {
  return [
    ...css.matchAll(/font-family:'([^']+)';font-weight:([\d ]+);src:url\(data:font\/ttf;base64,([^)]*)\)/g),
  ].map(([, family, weight, data]) => ({ family, weight, font: Buffer.from(data!, 'base64') }));
}

test('[P3] a subset is TrueType and holds its characters and no others', async () => {
  const [rule, ...more] = readRules(await styleFonts({ 'sans-400': '用户需求，用户' }));
  expect(more).toEqual([]);
  expect(rule).toMatchObject({ family: 'Sheet Sans', weight: '400' });
  expect(rule!.font.readUInt32BE(0)).toBe(0x00010000);
  const coverage = readCoverage(rule!.font);
  for (const character of '用户需求，') expect(covers(coverage, character.codePointAt(0)!)).toBe(true);
  for (const character of '⽤⼾方A') expect(covers(coverage, character.codePointAt(0)!)).toBe(false);
});

test('[P2] the fallback face is there only for what the first lacks, and in the weight asked for', async () => {
  const rules = readRules(await styleFonts({ 'serif-900': '𠮷村', 'sans-400': '䶮𠮷' }));
  expect(rules.map(({ family, weight }) => `${family} ${weight}`).sort()).toEqual([
    'Sheet Kai 400 500',
    'Sheet Kai 700 900',
    'Sheet Sans 400',
    'Sheet Serif 900',
  ]);
});

test('[P2] spaces and joiners are never missing', async () => {
  await expect(styleFonts({ 'sans-400': '一　二\u200b三\n' })).resolves.toContain('Sheet Sans');
});

test('[P3] the same characters in any order are subset once', async () => {
  expect(await styleFonts({ 'sans-700': '甲乙丙' })).toBe(await styleFonts({ 'sans-700': '丙乙甲乙' }));
});

test('[P19] plain node renders templates without a build', async () => {
  const index = new URL('../../templates/index.ts', import.meta.url).href;
  const program = `const { renderPhoneMissing } = await import('${index}'); console.log(renderPhoneMissing({ hall: null, code: 'K7' }))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  expect(stdout).toContain('没有编号为“K7”的印刷件');
});
