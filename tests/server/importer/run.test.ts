import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runImport } from '../../../server/importer/run.ts';
import { readOptions } from '../../../server/importer/options.ts';
import { readAnswer } from '../../../server/importer/listing.ts';
import { startTestHub } from '../../support/hub.ts';
import type { TestHub } from '../../support/hub.ts';

const notice = '青溪区管理方案\n\n附件1\n接待制度\n一、先问好。\n\n附件2\n告知制度\n一、一次说清。\n';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-import-'));
  path = join(folder, '方案.txt');
  await writeFile(path, notice);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the command with nobody to ask, or with somebody who gives these answers. */
async function run(argv: string[], answers?: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runImport({
    argv,
    env: {},
    print: (line) => void out.push(line),
    complain: (line) => void err.push(line),
    ask: answers ? async () => answers.shift() ?? '' : null,
  });
  return { code, out: out.join('\n'), err };
}

describe('command line', () => {
  const data = () => join(folder, 'data');

  test('[I22] shows what there is, makes no folder, and says how to go on', async () => {
    const { code, out, err } = await run([path, '--data', data()]);
    expect([code, err]).toEqual([0, []]);
    expect(out).toContain('文件：《青溪区管理方案》');
    expect(out).toMatch(/1 +附件1 +接待制度 +1 +1 +未采用/);
    expect(out).toContain(`--take 接待制度`);
    expect(existsSync(data())).toBe(false);
  });

  test('[I22] speaks English when asked', async () => {
    expect((await run([path, '--data', data(), '--lang', 'en'])).out).toContain('not taken over');
  });

  test.each<[string, () => string[], string]>([
    ['no file named', () => [], '用法：npm run import'],
    ['an unknown option', () => [path, '--foo'], '没有“--foo”这个选项'],
    ['an option without a value', () => [path, '--take'], '选项 --take 后面缺少内容'],
    ['two files', () => [path, 'b.txt'], '一次只能导入一个文件'],
    ['an unknown language', () => [path, '--lang', 'fr'], '语言“fr”不对'],
    ['a missing file', () => [join(folder, '无.txt')], '找不到文件'],
    ['a folder', () => [folder], '是文件夹'],
    ['an unknown title', () => [path, '--take', '礼仪'], '文件里没有“礼仪”。可选：接待制度、告知制度'],
    ['a hall that is not set up', () => [path, '--take', 'all'], '本中心还没有设置'],
  ])('[I24] %s is one line and exit code 1', async (_, argv, words) => {
    const { code, err } = await run([...argv(), '--data', data()]);
    expect(code).toBe(1);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(words);
    expect(err[0]).not.toContain('\n');
  });

  test('[I24] a file that is no notice', async () => {
    await writeFile(path, '今天天气很好。');
    expect(await run([path, '--data', data()])).toMatchObject({
      code: 1,
      err: [expect.stringContaining('没有找到制度条文')],
    });
  });

  test('[I24] options that are wrong are told in the language asked for', () => {
    expect(readOptions(['--lang', 'en', '--foo'])).toMatchObject({
      fault: 'cli.option-unknown',
      shared: ['--lang', 'en'],
    });
    expect(readOptions(['a', '--take=甲', '--take', '乙', '--data=d'])).toEqual({
      file: 'a',
      take: ['甲', '乙'],
      shared: ['--data', 'd'],
    });
  });

  test.each([
    ['1,3-4', ['甲', '丙', '丁']],
    ['２', ['乙']],
    ['all', ['甲', '乙', '丙', '丁']],
    ['全部', ['甲', '乙', '丙', '丁']],
    ['', []],
    ['5', null],
    ['3-1', null],
    ['0', null],
    ['甲', null],
  ])('the answer %j means %j', (answer, chosen) => {
    expect(readAnswer(answer, ['甲', '乙', '丙', '丁'])).toEqual(chosen);
  });
});

describe('with a hall', () => {
  let hub: TestHub;
  beforeEach(async () => {
    hub = await startTestHub();
    await hub.setUp();
  });
  afterEach(() => hub.stop());

  const titles = () =>
    [...hub.hub.hall.records.all('rule')].map(({ body }) => `${body.title} ${body.wording}`);

  test('[I23] takes a rule over through the running hub, once', async () => {
    const take = [path, '--take', '《接待制度》', '--data', hub.folder];
    expect(await run(take)).toMatchObject({ code: 0, out: expect.stringContaining('已采用 1 份：接待制度') });
    expect(titles()).toContain('接待制度 imported');
    const { seq } = hub.hub.hall.mark;
    expect(await run(take)).toMatchObject({ code: 0, out: expect.stringContaining('没有变化') });
    expect(hub.hub.hall.mark.seq).toBe(seq);
    expect((await run([path, '--data', hub.folder])).out).toMatch(
      /接待制度 .*已采用，文字相同\n.*告知制度 .*未采用/,
    );
  });

  test('[I23] asks a person which ones', async () => {
    const { out } = await run([path, '--data', hub.folder], ['九', '2']);
    expect(out).toContain('没看懂“九”');
    expect(out).toContain('已采用 1 份：告知制度');
    expect(await run([path, '--data', hub.folder], [''])).toMatchObject({
      code: 0,
      out: expect.stringContaining('没有采用'),
    });
  });

  test('[I23] takes rules over in the folder when no hub runs, even after a hub was killed', async () => {
    const left = await readFile(join(hub.folder, 'operator.json'));
    await hub.hub.close();
    await writeFile(join(hub.folder, 'operator.json'), left);
    expect(await run([path, '--take', 'all', '--data', hub.folder])).toMatchObject({
      code: 0,
      err: [],
      out: expect.stringContaining('已采用 2 份'),
    });
    await hub.restart();
    expect(titles()).toEqual(expect.arrayContaining(['接待制度 imported', '告知制度 imported']));
  });

  test('[I24] a hub that cannot be asked keeps the folder', async () => {
    await rm(join(hub.folder, 'operator.json'));
    const { code, err } = await run([path, '--take', 'all', '--data', hub.folder]);
    expect([code, err.length]).toEqual([1, 1]);
    expect(titles()).not.toContain('接待制度 imported');
  });

  test('[I24] the hub tells and takes nothing without its key', async () => {
    for (const key of ['', 'wrong'])
      for (const body of [undefined, { rules: [] }]) {
        const headers = { 'x-operator-key': key };
        expect((await hub.ask('/api/operator/rules', { headers, body })).status).toBe(404);
      }
  });
});
