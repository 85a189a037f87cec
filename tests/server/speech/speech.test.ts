import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { render, splitCommand } from '../../../server/speech/engine.ts';
import { Speech } from '../../../server/speech/speech.ts';
import { Store } from '../../../server/uploads/store.ts';
import type { Client } from '../../support/client.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

/** An engine of the test: writes a WAV of its text's length, fails, hangs, or writes something else. */
const script = `
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const [how, out, text = readFileSync(0, 'utf8')] = process.argv.slice(2);
appendFileSync(__dirname + '/log', text + '\\n');
if (how === 'hang') setInterval(() => {}, 1000);
else if (how === 'fail') { console.error('no model'); process.exit(3); }
else if (how === 'garbage') writeFileSync(out, 'MZ'.repeat(9000));
else {
  const sound = Buffer.alloc(44 + 8000);
  sound.write('RIFF', 0); sound.writeUInt32LE(sound.length - 8, 4); sound.write('WAVEfmt ', 8);
  sound.writeUInt32LE(16, 16); sound.writeUInt16LE(1, 20); sound.writeUInt16LE(1, 22);
  sound.writeUInt32LE(16000, 24); sound.writeUInt32LE(32000, 28); sound.writeUInt16LE(2, 32);
  sound.writeUInt16LE(16, 34); sound.write('data', 36); sound.writeUInt32LE(8000, 40);
  writeFileSync(out, sound);
}`;

let folder: string;
let engine: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingting voice '));
  engine = join(folder, 'engine.cjs');
  await writeFile(engine, script);
});
afterEach(() => rm(folder, { recursive: true }));

const command = (how: string, text = ' {text}') => `"${process.execPath}" "${engine}" ${how} {out}${text}`;
const say = (how: string, text?: string, longest?: number) =>
  render({
    command: command(how, text),
    text: '请 A 零; rm -rf "$HOME"',
    out: join(folder, 'out.wav'),
    ...(longest ? { longest } : {}),
  });

describe('[V22] the engine', () => {
  test('a command line is words, with no shell behind it', () => {
    expect(splitCommand(`"C:\\Program Files\\piper.exe" -f {out} '; echo'`)).toEqual([
      'C:\\Program Files\\piper.exe',
      '-f',
      '{out}',
      '; echo',
    ]);
  });

  test.each([' {text}', ''])('speaks a text given among its words or at its input (%j)', async (text) => {
    expect((await say('good', text)).toString('latin1', 0, 4)).toBe('RIFF');
    expect(await readdir(folder)).not.toContain('out.wav');
  });

  test('one that fails, hangs, writes something else or is not there is told by its reason', async () => {
    await expect(say('fail')).rejects.toThrow('no model');
    await expect(say('hang', '', 300)).rejects.toThrow('longer than');
    await expect(say('garbage')).rejects.toThrow('no WAV');
    const missing = render({ command: '/nowhere/piper {out}', text: 'x', out: join(folder, 'out.wav') });
    await expect(missing).rejects.toThrow('ENOENT');
    expect(await readdir(folder)).not.toContain('out.wav');
  });
});

test('[V22] the cache has a bound: what is oldest goes first', async () => {
  const store = await Store.open(join(folder, 'bound'));
  for (const name of ['a', 'b', 'c']) await store.put(name, new Uint8Array(100));
  await store.trim(250);
  expect(['a', 'b', 'c'].map((name) => store.has(name))).toEqual([false, true, true]);
});

describe('[V22] calls spoken ahead', () => {
  let hub: TestHub;
  let panel: Client;
  const open = async (how: string) => {
    hub = await startTestHub({ voice: command(how) });
    panel = hub.panel(await hub.setUp());
    await panel.next('state:replaced');
  };
  afterEach(() => hub.stop());

  async function call(): Promise<string> {
    const service = panel.first('service').id;
    const window = [...panel.records.all('window')].find(({ body }) => body.services.includes(service))!.id;
    await panel.give('ticket:issue', { service, kind: 'normal' });
    await panel.give('window:take', { window });
    const called = await panel.give('ticket:next', { window });
    if (!called.ok) throw new Error(called.message);
    return hub.hub.hall.records.get('ticket', called.value.id)!.call!.id;
  }

  test('a call is there for the screens, which know of the engine, and is kept over a restart', async () => {
    await open('good');
    const id = await call();
    let answer = await fetch(`${hub.url}/speech/${id}.wav`);
    // A busy machine may need longer than a screen would wait.
    for (; answer.status === 404; answer = await fetch(`${hub.url}/speech/${id}.wav`));
    expect(answer.headers.get('content-type')).toBe('audio/wav');
    expect((await answer.arrayBuffer()).byteLength).toBe(8_044);
    expect(await readdir(join(hub.folder, 'speech'))).toHaveLength(1);
    const display = await hub.pairBoard((await hub.signIn('admin')).cookie);
    expect(display.screen.heard.find(({ fact }) => fact === 'state:replaced')!.said).toMatchObject({
      you: { engine: true },
    });
    expect((await hub.ask('/speech/nobody.wav')).status).toBe(404);
  });

  test.each(['fail', 'garbage'])(
    'where the engine does %s, the screens fall back and the hub says why',
    async (how) => {
      await open(how);
      const id = await call();
      await expect.poll(() => hub.logged.filter((line) => line.includes('voice engine'))).toHaveLength(1);
      expect((await hub.ask(`/speech/${id}.wav`)).status).toBe(404);
      expect(await readdir(join(hub.folder, 'speech'))).toEqual([]);
    },
  );

  test('while the engine hangs nobody waits for it long, calls go on, and it is ended', async () => {
    hub = await startTestHub();
    panel = hub.panel(await hub.setUp());
    await panel.next('state:replaced');
    const warned: string[] = [];
    const log = { info: () => {}, warn: (text: string) => void warned.push(text), error: () => {} };
    const { hall } = hub.hub;
    const store = await Store.open(join(folder, 'cache'));
    const speech = new Speech({
      hall,
      store,
      command: command('hang'),
      now: hub.clock.now,
      log,
      longest: 1_500,
    });
    const id = await call();
    const asked = performance.now();
    expect(await speech.soundOf(id)).toBeNull();
    expect(performance.now() - asked).toBeLessThan(1_400);
    await expect.poll(() => warned, { timeout: 5_000 }).toHaveLength(1);
    await speech.close();
  });
});
