import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Commit } from '../../../content/model/record.ts';
import { canonical } from '../../../server/journal/chain.ts';
import { openFilesJournal } from '../../../server/journal/files.ts';
import type { Journal } from '../../../server/journal/journal.ts';
import { JournalTrouble } from '../../../server/journal/trouble.ts';
import { chain, readAll } from './chains.ts';
import { describeJournal } from './contract.ts';

describeJournal('the files journal', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mingting-'));
  return {
    open: () => openFilesJournal(folder),
    tamper: async (hall, seq) => {
      const path = join(folder, `${hall}.journal.jsonl`);
      const lines = (await readFile(path, 'utf8')).split('\n');
      lines[seq - 1] = lines[seq - 1]!.replace('测试', '别人');
      await writeFile(path, lines.join('\n'));
    },
    remove: () => rm(folder, { recursive: true }),
  };
});

describe('the files journal', () => {
  let folder: string;
  let file: string;
  let warnings: string[];
  const opened: Journal[] = [];
  const open = async (options: Parameters<typeof openFilesJournal>[1] = {}) => {
    const journal = await openFilesJournal(folder, { warn: (text) => warnings.push(text), ...options });
    opened.push(journal);
    return journal;
  };
  const fill = async (count: number) => {
    const journal = await open();
    const commits = chain('hall', count);
    for (const commit of commits) await journal.append(commit);
    return { journal, commits };
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingting-'));
    file = join(folder, 'hall.journal.jsonl');
    warnings = [];
  });
  afterEach(async () => {
    for (const journal of opened.splice(0)) await journal.close();
    await rm(folder, { recursive: true });
  });

  it('[F1] writes one readable line a commit, chained so that sha256sum can check it', async () => {
    const { commits } = await fill(2);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Commit)).toEqual(commits);
    const text = `${lines[1]!.slice(0, lines[1]!.lastIndexOf(',"hash"'))}}`;
    const sum = spawnSync('sha256sum', { input: commits[0]!.hash + text, encoding: 'utf8' });
    if (sum.status === 0) expect(sum.stdout.slice(0, 64)).toBe(commits[1]!.hash);
  });

  it('[F1] writes the same text whatever the order of the keys', () => {
    expect(canonical({ b: [{ d: 1, c: undefined }], a: '“𬭎”' })).toBe(
      canonical({ a: '“𬭎”', b: [{ d: 1 }] }),
    );
  });

  it('[F2] cuts off a half-written last line with a warning and goes on behind the good ones', async () => {
    const { journal, commits } = await fill(3);
    await journal.close();
    await appendFile(file, '{"at":1795,"by":{"is":"sys');
    const again = await open();
    expect(await readAll(again, 'hall')).toEqual(commits);
    expect(warnings.join()).toContain('26 bytes');
    const next = chain('hall', 1, commits[2]!)[0]!;
    expect(await again.append(next)).toBe('stored');
    expect(await readAll(again, 'hall')).toEqual([...commits, next]);
  });

  it('[F2] cuts a last line even when it lacks nothing but its line break', async () => {
    const { journal, commits } = await fill(3);
    await journal.close();
    await writeFile(file, (await readFile(file, 'utf8')).trimEnd());
    expect(await readAll(await open(), 'hall')).toEqual(commits.slice(0, 2));
  });

  it('[F2] refuses a line that is missing in the middle, also before the checkpoint', async () => {
    const { journal, commits } = await fill(5);
    await journal.saveCheckpoint({ hall: 'hall', seq: 5, hash: commits[4]!.hash, records: [], answered: [] });
    await journal.close();
    const lines = (await readFile(file, 'utf8')).split('\n');
    lines.splice(2, 1);
    await writeFile(file, lines.join('\n'));
    const again = await open();
    await expect(again.halls()).rejects.toMatchObject({
      code: 'journal.broken',
      params: { seq: 3, before: 2 },
    });
  });

  it('[F4] passes over a damaged checkpoint for its predecessor, and that for a full replay', async () => {
    const { journal, commits } = await fill(4);
    const at = (seq: number) => ({
      hall: 'hall',
      seq,
      hash: commits[seq - 1]!.hash,
      records: [],
      answered: [],
    });
    await journal.saveCheckpoint(at(2));
    await journal.saveCheckpoint(at(4));
    const path = join(folder, 'hall.checkpoint.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, text.length / 2));
    expect(await journal.loadCheckpoint('hall')).toEqual(at(2));
    expect(warnings.join()).toContain('damaged');
    const old = await readFile(`${path}.bak`, 'utf8');
    await writeFile(`${path}.bak`, old.replace('"seq": 2', '"seq": 3'));
    expect(await journal.loadCheckpoint('hall')).toBeNull();
    expect(await readdir(folder)).not.toContain('hall.checkpoint.json.tmp');
  });

  it('[F4] refuses a journal that lacks what the checkpoint knows, also when it is gone altogether', async () => {
    const { journal, commits } = await fill(4);
    await journal.saveCheckpoint({ hall: 'hall', seq: 4, hash: commits[3]!.hash, records: [], answered: [] });
    await journal.close();
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, lines.slice(0, 2).join('\n') + '\n');
    await expect((await open()).loadCheckpoint('hall')).rejects.toMatchObject({
      code: 'journal.behind',
      params: { seq: 2, known: 4 },
    });
    await opened.at(-1)!.close();
    await rm(file);
    await expect((await open()).halls()).rejects.toMatchObject({ code: 'journal.behind' });
  });

  it('[F5] keeps a second hub off the folder, in this process and from another', async () => {
    const { journal } = await fill(1);
    await expect(openFilesJournal(folder)).rejects.toMatchObject({ code: 'journal.locked' });
    const script = `import { openFilesJournal } from ${JSON.stringify(
      fileURLToPath(new URL('../../../server/journal/files.ts', import.meta.url)),
    )}; await openFilesJournal(process.argv[1]).catch((e) => { console.log(e.code, e.params.pid); process.exit(3); });`;
    const other = spawnSync(process.execPath, ['--input-type=module', '-e', script, folder], {
      encoding: 'utf8',
    });
    expect(other.stdout.trim()).toBe(`journal.locked ${process.pid}`);
    expect(other.status).toBe(3);
    await journal.close();
    await open();
  });

  it('[F5] takes over the lock of a dead process and of one whose number is in use again', async () => {
    const dead = spawnSync(process.execPath, ['-e', 'process.exit()']).pid;
    await writeFile(join(folder, 'hub.lock'), JSON.stringify({ pid: dead, started: '' }));
    await (await open()).close();
    if (process.platform === 'linux') {
      // Our parent lives, but it did not start then.
      await writeFile(
        join(folder, 'hub.lock'),
        JSON.stringify({ pid: process.ppid, started: 'another boot 1' }),
      );
      await (await open()).close();
    }
    await writeFile(join(folder, 'hub.lock'), '{"pi');
    await (await open()).close();
    expect((await readdir(folder)).filter((name) => name.startsWith('hub.lock'))).toEqual([]);
  });

  it('names the folder that cannot be used', async () => {
    const path = join(folder, 'file');
    await writeFile(path, '');
    const error = await openFilesJournal(join(path, 'data')).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(JournalTrouble);
    expect(error).toMatchObject({ code: 'journal.folder', params: { folder: join(path, 'data') } });
  });

  it('[J5] rejects what was under way when the disk failed, stores none of it, and goes on when it works again', async () => {
    let failing = false;
    const journal = await open({
      datasync: async (handle) => {
        if (failing) throw new Error('EIO');
        await handle.datasync();
      },
    });
    const commits = chain('hall', 6);
    await journal.append(commits[0]!);
    failing = true;
    const lost = await Promise.allSettled(commits.slice(1, 4).map((commit) => journal.append(commit)));
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await readAll(journal, 'hall')).toEqual(commits.slice(0, 1));
    expect(await journal.append(commits[4]!)).toBe('taken');
    failing = false;
    const other = chain('hall', 2, commits[0]!);
    for (const commit of other) expect(await journal.append(commit)).toBe('stored');
    await journal.close();
    expect(await readAll(await open(), 'hall')).toEqual([commits[0], ...other]);
  });

  it('[F3] makes many appends durable with few syncs', async () => {
    let syncs = 0;
    const journal = await open({
      datasync: async (handle) => {
        syncs += 1;
        await handle.datasync();
      },
    });
    await Promise.all(chain('hall', 100).map((commit) => journal.append(commit)));
    expect(syncs).toBeLessThan(5);
  });

  it('is readable by nobody but the user of the hub', async () => {
    const { journal, commits } = await fill(1);
    await journal.saveCheckpoint({ hall: 'hall', seq: 1, hash: commits[0]!.hash, records: [], answered: [] });
    if (process.platform === 'win32') return;
    for (const name of ['hall.journal.jsonl', 'hall.checkpoint.json'])
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
  });

  it('[J1] keeps every acknowledged commit when the process is killed in the middle of a burst', async () => {
    const writer = fileURLToPath(new URL('./burst.ts', import.meta.url));
    for (const stopAt of [1, 40, 230]) {
      const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      let acknowledged = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged = Number(line);
        if (acknowledged % 1000 >= stopAt) break;
      }
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      const journal = await open();
      const commits = await readAll(journal, 'hall');
      expect(commits.length).toBeGreaterThanOrEqual(acknowledged);
      await journal.close();
      await rm(join(folder, 'hall.journal.jsonl'));
    }
  });
});
