import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createPrinter,
  type Printer,
  type PrinterOptions,
  type SheetDocument,
} from '../../templates/index.ts';
import { findBrowser } from '../../templates/browser.mjs';
import { Proof } from './tools.ts';

const blank = '<!doctype html><title>样张</title><style>@page{size:210mm 297mm;margin:0}</style><p>Sheet</p>';

function onA4(html: string): SheetDocument {
  return { html, width: 210, height: 297, size: 'A4', bled: 0, finish: {} };
}
const page = onA4(blank);

let folder: string;
let printer: Printer | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting-printer-'));
});
afterEach(async () => {
  await printer?.close();
  await rm(folder, { recursive: true });
});

/** A printer whose browser notes its process group in a file each time it starts. */
async function open(options: Partial<PrinterOptions> = {}): Promise<Printer> {
  const executable = join(folder, 'headless-shell');
  await writeFile(
    executable,
    `#!/bin/sh\necho $$ >> '${folder}/pids'\nexec '${findBrowser('print', process.env)}' "$@"\n`,
  );
  await chmod(executable, 0o755);
  printer = createPrinter({ executable, log: { warn: () => {}, error: () => {} }, ...options });
  return printer;
}

async function started(): Promise<number[]> {
  return (await readFile(join(folder, 'pids'), 'utf8')).trim().split('\n').map(Number);
}

/** Whether a process of this group still runs; ended ones that wait for the system to take note do not count. */
function alive(group: number): boolean {
  const lines = execFileSync('ps', ['-eo', 'pgid=,stat='], { encoding: 'utf8' }).split('\n');
  return lines.some((line) => new RegExp(`^\\s*${group}\\s+[^Z\\s]`).test(line));
}

test('[P12] a browser that was killed is started again, between jobs and under one', async () => {
  const own = await open();
  await own.pdf(page);
  process.kill(-(await started())[0]!, 'SIGKILL');
  expect((await own.pdf(page)).length).toBeGreaterThan(1000);
  const under = own.pdf(onA4(blank + '<p>一份要排很久的文件。</p>'.repeat(5000)));
  process.kill(-(await started())[1]!, 'SIGKILL');
  expect((await under).length).toBeGreaterThan(1000);
  expect((await started()).length).toBe(3);
});

test('[P15] the browser is renewed after a set number of sheets', async () => {
  const own = await open({ renewAfter: 2 });
  for (let sheet = 0; sheet < 3; sheet++) await own.pdf(page);
  const pids = await started();
  expect(pids.length).toBe(2);
  expect(alive(pids[0]!)).toBe(false);
});

test('[P11] a full line refuses with the number of jobs before', async () => {
  const own = await open({ limit: 2 });
  const jobs = [own.pdf(page), own.pdf(page)];
  await expect(own.pdf(page)).rejects.toMatchObject({ refused: 'print.busy', params: { place: 2 } });
  expect((await Promise.all(jobs)).length).toBe(2);
  expect((await own.pdf(page)).length).toBeGreaterThan(1000);
});

test('[P13] without a browser every job is refused', async () => {
  for (const executable of [undefined, join(folder, 'nothing')]) {
    const own = await open({ executable });
    await expect(own.pdf(page)).rejects.toMatchObject({ refused: 'print.no-browser' });
    await own.close();
  }
});

test('[P12] a browser that does not work is a failure in our words, with its cause', async () => {
  const broken = join(folder, 'broken');
  await writeFile(broken, '#!/bin/sh\nexit 3\n');
  await chmod(broken, 0o755);
  const own = await open({ executable: broken });
  const failure = own.pdf(page);
  await expect(failure).rejects.toMatchObject({ refused: 'print.failed' });
  expect(await failure.catch((error: Error) => error.cause)).toBeInstanceOf(Error);
});

test('[P14] close lets the job at work end, refuses the rest, and leaves no process', async () => {
  const own = await open({ pages: 1 });
  await own.pdf(page);
  const working = own.pdf(page);
  const waiting = own.pdf(page).catch((error: { refused: string }) => error.refused);
  // Until here both only stand in line; one turn later the first is at the browser.
  await new Promise(setImmediate);
  await Promise.all([own.close(), own.close()]);
  expect((await working).length).toBeGreaterThan(1000);
  expect(await waiting).toBe('hub.closing');
  await expect(own.pdf(page)).rejects.toMatchObject({ refused: 'hub.closing' });
  for (const pid of await started()) expect(alive(pid)).toBe(false);
});

test('[P10] a document runs no scripts and reaches no network', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const own = await open();
  const pdf = await own.pdf(
    onA4(`${blank}<link rel="stylesheet" href="http://${host}/a.css"><link rel="prefetch" href="http://${host}/b">
    <img src="http://${host}/c.png"><iframe src="http://${host}/d"></iframe>
    <style>@import 'http://${host}/e.css'; p{background:url(http://${host}/f.png)}</style>
    <meta http-equiv="refresh" content="0;url=http://${host}/g"><p id="mark">plain</p>
    <script>document.getElementById('mark').textContent='scripted';new WebSocket('ws://${host}/h');fetch('http://${host}/i')</script>`),
  );
  await using proof = await Proof.of(pdf);
  expect(await proof.text()).toContain('plain');
  expect(asked).toEqual([]);
  await new Promise((done) => server.close(done));
});
