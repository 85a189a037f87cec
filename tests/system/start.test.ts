import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HubProcess, Process } from '../support/process.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `npm start`'s script with these options until it ends. */
async function start(...words: string[]) {
  const process = new Process(['scripts/start.mjs', ...words]);
  const code = await process.ended();
  return { code, lines: process.err.trim().split('\n'), out: process.out };
}

describe('a start that cannot be says so in one line and ends with code 1', () => {
  test('a taken port', async () => {
    const server: Server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { code, lines } = await start(
      '--port',
      String(port),
      '--host',
      '127.0.0.1',
      '--data',
      join(folder, 'port'),
    );
    server.close();
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`端口 ${port} 已被占用`);
  });

  test('a folder that cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { code, lines } = await start('--port', '0', '--data', join(file, 'data'));
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('不能写入');
  });

  test.runIf(process.platform === 'linux')('a folder where none can be made', async () => {
    const { code, lines } = await start('--port', '0', '--data', '/proc/mingting/data');
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('不能写入');
  });

  test('a second hub on the same folder', async () => {
    const data = join(folder, 'shared');
    const first = await HubProcess.start(data);
    try {
      const { code, lines } = await start('--port', '0', '--data', data);
      expect(code).toBe(1);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('另一个主机进程正在使用');
    } finally {
      await first.process.kill();
    }
  });

  test('an unknown option, in the language that was asked for', async () => {
    const { code, lines } = await start('--prot', '8080', '--lang', 'en');
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('There is no option --prot');
  });
});

test('a start prints panel, screen and phone page, and the set-up link with its one-time code', async () => {
  const hub = await HubProcess.start(join(folder, 'fresh'));
  try {
    for (const path of ['/control/', '/display', '/p', '/setup?code='])
      expect(hub.process.out).toContain(`localhost:${hub.port}${path}`);
    expect(hub.setupCode).toMatch(/^[A-Z0-9]{8}$/);
    expect(await (await fetch(`${hub.url}/api/health`)).json()).toMatchObject({ ok: true, ready: false });
  } finally {
    await hub.process.kill();
  }
});

test('a demo opens a filled hall and prints who can sign in', async () => {
  const hub = await HubProcess.start(join(folder, 'demo'), undefined, ['--demo']);
  try {
    const password = hub.process.out.match(/：(\S{8})\n/)![1]!;
    const answer = await fetch(`${hub.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'chuang2', password }),
    });
    expect(await answer.json()).toMatchObject({ displayName: '陈建华', roles: ['clerk'] });
    expect(await (await fetch(`${hub.url}/p`)).text()).toContain('白石镇公共服务中心');
  } finally {
    await hub.process.kill();
  }
});
