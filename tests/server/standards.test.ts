import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadStandards, readStandards, StandardTrouble } from '../../server/standards.ts';
import type { StandardFolder } from '../../server/standards.ts';

const folder = fileURLToPath(new URL('../../content/standards', import.meta.url));
const names = ['national', 'qianjiang', 'shuitian'];
const good = await Promise.all(
  names.map(async (name): Promise<StandardFolder> => {
    const files = (await readdir(join(folder, name))).sort();
    const texts = files.map(async (file) => ({
      file: `${name}/${file}`,
      text: await readFile(join(folder, name, file), 'utf8'),
    }));
    return { name, texts: await Promise.all(texts) };
  }),
);

/** The faults of the good standards with one thing changed in one file, and the line of the change. */
function mistake(file: string, from: string, to: string) {
  let line = 0;
  const changed = good.map(({ name, texts }) => ({
    name,
    texts: texts.map(({ file: at, text }) => {
      if (at !== file || text === null) return { file: at, text };
      expect(text).toContain(from);
      line = text.slice(0, text.indexOf(from)).split('\n').length;
      return { file: at, text: text.replace(from, to) };
    }),
  }));
  const told = troubleOf(() => readStandards(changed));
  return { line, told: told.message, faults: told.faults };
}

function troubleOf(read: () => unknown): StandardTrouble {
  try {
    read();
  } catch (error) {
    if (error instanceof StandardTrouble) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('standards', () => {
  test('the shipped ones load, those that bind first, the national one last; what comes from no notice is marked as ours', async () => {
    const standards = await loadStandards(folder);
    expect([...standards.keys()]).toEqual([
      'qianjiang',
      'shuitian',
      'sichuan',
      'yanjin',
      'henan',
      'national',
    ]);
    for (const { names, hours, windows, services, pledges, rules, contacts } of standards.values()) {
      const sourced = [names, hours, windows, services, pledges, rules, contacts].flat();
      const ours = sourced.filter(({ source }) => source.startsWith('本系统补充'));
      expect(ours.length).toBeGreaterThan(0);
      expect(ours.every(({ force }) => force === 'ours' || force === 'advice')).toBe(true);
    }
  });

  test.each([
    ['qianjiang/windows.yaml', 'prefix: B', 'prefix: bb', 'services.1.prefix'],
    ['qianjiang/standard.yaml', '{town}公共', '{twon}公共', '没有 {twon} 这个部分'],
    ['qianjiang/rules.yaml', 'force: must', 'force: maybe', '只能是：must should ours advice'],
    ['qianjiang/windows.yaml', 'services: [health]', 'services: [helth]', '同级没有业务“helth”'],
    ['qianjiang/windows.yaml', 'prefix: C', 'prefix: A', '与前面重复'],
    ['qianjiang/standard.yaml', 'street.town: [街道]', 'street.twon: [街道]', '级别加部分'],
    ['qianjiang/standard.yaml', 'id: qianjiang', 'id: somewhere', '应与文件夹名“qianjiang”相同'],
    ['qianjiang/items.yaml', 'fresh: 92', 'fresh: soon', 'categories.0.fresh'],
    ['shuitian/checks.yaml', 'evidence: [items]', 'evidence: [itmes]', 'checklist.0.evidence.0'],
    [
      'shuitian/windows.yaml',
      "spans:\n      - { from: '09:00'",
      "spans:\n      - { from: '13:00'",
      '的时段有误',
    ],
  ])('[Y11] %s: %j → %j is told with its file and line', (file, from, to, words) => {
    const { line, told } = mistake(file, from, to);
    expect(told).toContain(words);
    expect(told).toContain(`${file} 第 ${line} 行：`);
  });

  test('[Y11] what is missing, what is too much, bad YAML, and a part in two files', () => {
    const { told, line } = mistake('qianjiang/standard.yaml', '\nlocks:', '\nlcoks:');
    expect(told).toContain('缺少 locks');
    expect(told).toContain(`第 ${line + 1} 行：lcoks 是多余的`);
    expect(mistake('qianjiang/standard.yaml', 'names:', 'names: [').told).toContain('YAML 写法有误');
    expect(mistake('qianjiang/checks.yaml', 'reports:', 'windows:').told).toContain('在另一个文件里已经写过');
    expect(mistake('shuitian/items.yaml', 'plate:', '- plate:').told).toContain('YAML 写法有误');
  });

  test('[Y2] what a standard above has locked is a fault of the one below', () => {
    const { told, line } = mistake(
      'shuitian/rules.yaml',
      'banned:',
      'contacts:\n  - { key: complain, role: complain, source: 四, force: ours, label: 电话 }\nbanned:',
    );
    expect(told).toContain(`shuitian/rules.yaml 第 ${line + 1} 行：`);
    expect(told).toContain('由标准“qianjiang”锁定');
  });

  test('[Y3] a drop of what is not there, and a chain that leads nowhere or back', () => {
    expect(
      mistake('qianjiang/standard.yaml', 'services/town.general', 'services/town.nothing').told,
    ).toContain('没有可以去掉的“services/town.nothing”');
    expect(mistake('shuitian/standard.yaml', 'extends: qianjiang', 'extends: nowhere').told).toContain(
      '没有标准“nowhere”可供继承',
    );
    expect(mistake('national/standard.yaml', 'locks: none', 'locks: none\nextends: shuitian').told).toContain(
      '绕成了圈',
    );
  });

  test('[Y11] all faults of all files are told at once; an empty folder is no standard', async () => {
    const made = await mkdtemp(join(tmpdir(), 'mingting-standards-'));
    try {
      await cp(join(folder, 'national'), join(made, 'another'), { recursive: true });
      await mkdir(join(made, 'empty'));
      await mkdir(join(made, 'headless'));
      await writeFile(join(made, 'headless', 'words.yaml'), 'words: []');
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
