import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadStandards, readStandard, StandardTrouble } from '../../server/standards.ts';

const folder = fileURLToPath(new URL('../../content/standards', import.meta.url));
const good = readFileSync(join(folder, 'qianjiang', 'standard.yaml'), 'utf8');

/** Faults of the good file with one thing changed, as a reader sees them, and the line of the change. */
function mistake(from: string, to: string) {
  expect(good).toContain(from);
  const read = readStandard(good.replace(from, to), 'qianjiang');
  if (!('faults' in read)) throw new Error('no fault');
  const line = good.slice(0, good.indexOf(from)).split('\n').length;
  return {
    line,
    told: new StandardTrouble(read.faults.map((fault) => ({ ...fault, file: 'x.yaml' }))).message,
  };
}

describe('standards', () => {
  test('a standard may say what is said to a visitor, at one of three moments', () => {
    const prompt = (when: string) =>
      `${good}\nprompts:\n  - { source: 2.4, force: should, when: ${when}, text: 您好，请问您办理什么业务？ }\n`.replace(
        'source: 2.4',
        "source: '2.4'",
      );
    const read = readStandard(prompt('called'), 'qianjiang');
    expect('standard' in read && read.standard.prompts).toMatchObject([{ when: 'called' }]);
    expect('faults' in readStandard(prompt('waiting'), 'qianjiang')).toBe(true);
  });

  test('the shipped ones load, and what comes from no notice is marked as ours', async () => {
    const standards = await loadStandards(folder);
    expect([...standards.keys()]).toEqual(['qianjiang', 'sichuan']);
    for (const { names, hours, windows, services, pledges, rules, contacts } of standards.values()) {
      const sourced = [names, hours, windows, services, pledges, rules, contacts].flat();
      const ours = sourced.filter(({ source }) => source.startsWith('本系统补充'));
      expect(ours.length).toBeGreaterThan(0);
      expect(ours.every(({ force }) => force === 'ours')).toBe(true);
    }
  });

  test.each([
    ['prefix: B', 'prefix: bb', 'services.1.prefix'],
    ['{town}公共', '{twon}公共', '没有 {twon} 这个部分'],
    ['force: must', 'force: maybe', '只能是：must should ours'],
    ['services: [health]', 'services: [helth]', '同级没有业务“helth”'],
    ['prefix: C', 'prefix: A', '与前面重复'],
    ['street.town: [街道]', 'street.twon: [街道]', '级别加部分'],
    ['id: qianjiang', 'id: somewhere', '应与文件夹名“qianjiang”相同'],
  ])('%j → %j is told with its line', (from, to, words) => {
    const { line, told } = mistake(from, to);
    expect(told).toContain(words);
    expect(told).toContain(`x.yaml 第 ${line} 行：`);
  });

  test('what is missing, what is too much, and bad YAML', () => {
    expect(mistake('accent:', 'acent:').told).toMatch(/缺少 accent[^]*第 10 行：acent 是多余的/);
    expect(mistake('names:', 'names: [').told).toContain('YAML 写法有误');
    expect(readStandard('', 'x')).toHaveProperty('faults');
  });

  test('all faults of all files are told at once', async () => {
    const made = await mkdtemp(join(tmpdir(), 'mingting-standards-'));
    try {
      await cp(join(folder, 'qianjiang'), join(made, 'another'), { recursive: true });
      await mkdir(join(made, 'empty'));
      const trouble = await loadStandards(made).catch((error: unknown) => error);
      expect(trouble).toBeInstanceOf(StandardTrouble);
      expect((trouble as StandardTrouble).faults.map(({ code }) => code)).toEqual([
        'standard.folder',
        'standard.no-file',
      ]);
    } finally {
      await rm(made, { recursive: true, force: true });
    }
  });
});
