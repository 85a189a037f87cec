import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sign } from '../../../server/webhooks/sender.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { System } from '../../support/system.ts';

const run = promisify(execFile);
const guide = await readFile(fileURLToPath(new URL('../../../docs/api.md', import.meta.url)), 'utf8');
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text!);

let test: TestHub;
let admin: string;
beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
});
afterEach(() => test.stop());

/** Whether the program is on this computer. */
const has = (program: string) =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );
const [hasCurl, hasPython] = [await has('curl'), await has('python3')];

describe('docs/api.md', () => {
  it.runIf(hasCurl)('has curl lines that do what they say, one after the other', async () => {
    const panel = test.panel(admin);
    await panel.next('state:replaced');
    // The guide speaks of 社会保障 with the letter A, called at window 2.
    const services = [...test.hub.hall.records.all('service')];
    const named = services.find(({ body }) => body.name === '社会保障');
    const { id: service } = services.find(({ body }) => body.prefix === 'A')!;
    const rename = (which: string, name: string) => {
      const { short, prefix, digits } = test.hub.hall.records.get('service', which)!;
      return panel.give('service:save', { id: which, name, short, prefix, digits });
    };
    if (named && named.id !== service) expect(await rename(named.id, '社保')).toMatchObject({ ok: true });
    expect(await rename(service, '社会保障')).toMatchObject({ ok: true });
    const { id, body } = [...test.hub.hall.records.all('window')].find((one) => one.body.number === 2)!;
    const { number, name, business } = body;
    const saved = await panel.give('window:save', { id, number, name, business, services: [service] });
    expect(saved).toMatchObject({ ok: true });
    expect(await panel.give('window:take', { window: id })).toMatchObject({ ok: true });
    const { key } = await System.with(test, admin);
    const lines = blocks('sh')
      .flatMap((block) => block.split('\n'))
      .filter((line) => line.startsWith('curl '));
    expect(lines.length).toBeGreaterThan(14);
    for (const line of lines) {
      const { stdout } = await run('sh', ['-c', `${line} || test $? = 28`], {
        env: { ...process.env, HUB: test.url, KEY: key },
      });
      expect([line, stdout]).toEqual([line, expect.stringMatching(/^[[{]|^retry: /)]);
      expect([line, stdout]).toEqual([line, expect.not.stringContaining('"ok":false')]);
      if (line.includes('/events')) {
        expect(stdout).toContain('event: ticket.called');
        expect(stdout).not.toContain('event: ticket.issued');
      }
    }
  });

  it('names every operation and every event that there is', async () => {
    const { body } = await test.ask<{ paths: object }>('/api/v1/openapi.json');
    for (const path of Object.keys(body.paths)) {
      const last = path.split('/').at(-1)!;
      expect([path, guide.includes(last.startsWith('{') ? path.split('/').at(-2)! : last)]).toEqual([
        path,
        true,
      ]);
    }
  });

  const cases = (secret: string, body: string, at: number) => [
    { header: sign(secret, body, at), body, right: true },
    { header: sign('another', body, at), body, right: false },
    { header: sign(secret, body, at), body: `${body} `, right: false },
    { header: sign(secret, body, at - 600_000), body, right: false },
    { header: 'nonsense', body, right: false },
  ];

  it('has a verifier for Node that tells right from wrong', async () => {
    const file = join(test.folder, 'verify.mjs');
    await writeFile(file, blocks('js')[0]!);
    const { verify } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
      verify: (secret: string, header: string, body: string, now: number) => boolean;
    };
    const at = 1_763_686_800_000;
    for (const { header, body, right } of cases('whsec_x', '{"type":"取号"}', at))
      expect([header, verify('whsec_x', header, body, at)]).toEqual([header, right]);
  });

  it.runIf(hasPython)('has a verifier for Python that tells right from wrong', async () => {
    const at = 1_763_686_800_000;
    for (const { header, body, right } of cases('whsec_x', '{"type":"取号"}', at)) {
      const call = `${blocks('python')[0]}\nimport sys\nprint(verify(sys.argv[1], sys.argv[2], sys.argv[3].encode(), ${at / 1000}))`;
      const { stdout } = await run('python3', ['-c', call, 'whsec_x', header, body]);
      expect([header, stdout.trim()]).toEqual([header, right ? 'True' : 'False']);
    }
  });
});

describe('the reference', () => {
  it('describes each operation in both languages, with its right, its errors and an example', async () => {
    interface Operation {
      summary: string;
      description: string;
      security: object[];
      requestBody?: {
        content: Record<string, { schema: { examples?: unknown[] }; example?: unknown; examples?: object }>;
      };
      responses: Record<string, unknown>;
    }
    const { body } = await test.ask<{ openapi: string; paths: Record<string, Record<string, Operation>> }>(
      '/api/v1/openapi.json',
    );
    expect(body.openapi).toBe('3.1.0');
    for (const [path, methods] of Object.entries(body.paths)) {
      expect(path).toMatch(/^\/api\/v1\//);
      for (const one of Object.values(methods)) {
        expect(one.summary).toMatch(/^.*\p{Script=Han}.* · .*[A-Za-z]/u);
        expect(one.description).toContain('权限 · right');
        expect(one.security).toEqual([{ key: [] }]);
        expect(Object.keys(one.responses)).toEqual(expect.arrayContaining(['200', '4XX', '5XX']));
      }
    }
  });

  it('is a page that needs nothing from outside', async () => {
    const page = await test.ask<string>('/api/docs/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const links = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(link).not.toMatch(/^(https?:)?\/\//);
      const address = new URL(link, `${test.url}/api/docs/`);
      expect([link, (await fetch(address)).status]).toEqual([link, 200]);
    }
  });

  it('keeps the strict policy for every other page', async () => {
    const { headers } = await test.ask('/api/v1/openapi.json');
    expect(headers.get('content-security-policy')).toContain('require-trusted-types-for');
  });
});
