import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DayLog, DayLogs } from '../../../server/journal/daylog.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylog-'));
  path = join(folder, '2026-11-19.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const opened = async (warned: string[] = []) => DayLog.open(path, '2026-11-19', (text) => warned.push(text));

async function written(...values: object[]): Promise<void> {
  const log = await opened();
  await Promise.all(values.map((value) => log.append(value)));
  await log.close();
}

describe('day logs', () => {
  test('[PS5] lines stay, chained, over a restart', async () => {
    await written({ a: 1 }, { a: 2 });
    await written({ a: 3 });
    const log = await opened();
    const read = await log.read();
    await log.close();
    expect(read.lines).toMatchObject([{ a: 1 }, { a: 2 }, { a: 3 }]);
    expect(read.broken).toBeNull();
    expect(log.tail).toEqual({ lines: 3, hash: read.hashes[2] });
  });

  test('[PS2] a half-written last line is cut off, and what was whole stays', async () => {
    await written({ a: 1 });
    await appendFile(path, '{"a":2,"hash":"12');
    const warned: string[] = [];
    const log = await opened(warned);
    await log.append({ a: 3 });
    expect((await log.read()).lines).toMatchObject([{ a: 1 }, { a: 3 }]);
    expect((await log.read()).broken).toBeNull();
    expect(warned).toHaveLength(1);
    await log.close();
  });

  test.each([
    ['changed', (text: string) => text.replace('"a":2', '"a":7'), 2],
    ['taken out', (text: string) => text.split('\n').toSpliced(1, 1).join('\n'), 2],
    ['put at another place', (text: string) => text.split('\n').toSpliced(0, 2).join('\n'), 1],
  ])('[PS5] a line that was %s shows', async (_, tamper, line) => {
    await written({ a: 1 }, { a: 2 }, { a: 3 });
    await writeFile(path, tamper(await readFile(path, 'utf8')));
    const log = await opened();
    expect((await log.read()).broken).toBe(line);
    await log.close();
  });

  test('[PS5] the log of one day is not taken for that of another', async () => {
    await written({ a: 1 });
    const log = await DayLog.open(path, '2026-11-20', () => {});
    expect((await log.read()).broken).toBe(1);
    await log.close();
  });

  test('a folder knows its days, and lets go of one', async () => {
    const logs = await DayLogs.open(folder, () => {});
    for (const day of ['2026-11-21', '2026-11-20']) await (await logs.of(day)).append({ day });
    expect(logs.days).toEqual(['2026-11-20', '2026-11-21']);
    await logs.remove('2026-11-20');
    await logs.close();
    const again = await DayLogs.open(folder, () => {});
    expect(again.days).toEqual(['2026-11-21']);
    await again.close();
  });
});
