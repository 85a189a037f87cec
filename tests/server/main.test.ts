import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Commit } from '../../content/model/record.ts';
import { readOperator } from '../../server/operator.ts';
import { Client } from '../support/client.ts';
import { always } from '../support/hall.ts';
import { PASSWORD, town } from '../support/hub.ts';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
});

function start(...options: string[]): ChildProcess {
  const argv = [main, '--host', '127.0.0.1', '--data', folder, ...options];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  return child;
}

/** Everything it says until it ends. */
async function outcome(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (said += String(text)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

/** Waits until the hub has said that it is ready, and gives its panel address and its set-up code. */
async function ready(child: ChildProcess): Promise<{ url: string; code: string }> {
  let url = '';
  let code = '';
  for await (const line of createInterface({ input: child.stdout! })) {
    url ||= /http:\/\/[^/]+(?=\/control)/.exec(line)?.[0] ?? '';
    code ||= /\/setup\?code=(\w+)/.exec(line)?.[1] ?? '';
    if (line.includes('Ctrl+C')) break;
  }
  child.stdout!.resume();
  return { url, code };
}

async function ask(url: string, path: string, body: unknown): Promise<string> {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}

describe('the process', () => {
  it('prints its addresses and a set-up link, and ends with code 0 when told to stop', async () => {
    const child = start('--port', '0');
    const { url, code } = await ready(child);
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(code).toMatch(/^[2-9A-Z]{8}$/);
    const health = await fetch(`${url.replace('localhost', '127.0.0.1')}/api/health`);
    expect(await health.json()).toMatchObject({ ok: true, ready: false });
    expect(await readOperator(folder)).toMatchObject({ pid: child.pid });
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await readOperator(folder)).toBeNull();
  });

  it('says in one line that its port is taken, and ends with code 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, said } = await outcome(start('--port', String(port)));
    expect(said).toMatch(new RegExp(`^端口 ${port} 已被占用。.*--port ${port + 1}\n$`));
    expect(code).toBe(1);
    other.close();
  });

  it('says in one line that another hub uses the folder, and ends with code 1', async () => {
    const first = start('--port', '0');
    await ready(first);
    const { code, said } = await outcome(start('--port', '0'));
    expect(said).toMatch(new RegExp(`^另一个主机进程正在使用数据文件夹“.*”（进程号 ${first.pid}）。.*\n$`));
    expect(code).toBe(1);
  });

  it('says in one line that the folder cannot be used, and ends with code 1', async () => {
    await writeFile(join(folder, 'file'), '');
    const { code, said } = await outcome(start('--port', '0', '--data', join(folder, 'file', 'data')));
    expect(said).toMatch(/^数据文件夹“.*”不能写入（.*）。.*\n$/);
    expect(code).toBe(1);
  });

  it('says in one line what is wrong with an option, in English if asked, and ends with code 1', async () => {
    const { code, said } = await outcome(start('--prot', '1', '--lang', 'en'));
    expect(said).toMatch(/^There is no option --prot\..*\n$/);
    expect(code).toBe(1);
  });

  it('refuses a changed journal in one line that says how to go on, and ends with code 1', async () => {
    const child = start('--port', '0');
    const { url, code: setup } = await ready(child);
    const admin = { name: 'admin', displayName: '陈静', password: PASSWORD };
    await ask(url.replace('localhost', '127.0.0.1'), '/api/setup', { code: setup, ...town, admin });
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    const path = join(folder, 'hall.journal.jsonl');
    await writeFile(path, (await readFile(path, 'utf8')).replace('白石镇', '黑石镇'));
    const { code, said } = await outcome(start('--port', '0'));
    expect(said).toMatch(/^数据日志“.*hall\.journal\.jsonl”在第 1 条处断裂，.*用备份恢复.*\n$/);
    expect(code).toBe(1);
  });

  it('keeps every acknowledged call when it is killed in the middle of a burst, and starts again on the same folder', async () => {
    const child = start('--port', '0');
    const { url: local, code } = await ready(child);
    const url = local.replace('localhost', '127.0.0.1');
    const admin = { name: 'admin', displayName: '陈静', password: PASSWORD };
    // The hub goes by the real clock, and this may be a Sunday.
    const cookie = await ask(url, '/api/setup', { code, ...town, hours: always, admin });
    const panel = new Client(url, { page: 'control' }, { cookie });
    await panel.next('state:replaced');
    const service = panel.first('service').id;
    // One socket may send 60 events in ten seconds; a second panel doubles the burst.
    const other = new Client(url, { page: 'control' }, { cookie });
    await other.next('state:replaced');
    const acknowledged: string[] = [];
    const ended = once(child, 'exit');
    for (let i = 0; i < 100; i++)
      void (i % 2 ? panel : other).give('ticket:issue', { service, kind: 'normal' }).then((reply) => {
        if (!reply.ok) return;
        acknowledged.push(reply.value.number);
        if (acknowledged.length === 40) child.kill('SIGKILL');
      });
    await ended;
    panel.close();
    other.close();
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    const again = start('--port', '0');
    await ready(again);
    const lines = (await readFile(join(folder, 'hall.journal.jsonl'), 'utf8')).trimEnd().split('\n');
    const numbers = lines
      .flatMap((line) => (JSON.parse(line) as Commit).changes)
      .flatMap(({ kind, body }) => (kind === 'ticket' && body ? [(body as { number: string }).number] : []));
    expect(numbers).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
