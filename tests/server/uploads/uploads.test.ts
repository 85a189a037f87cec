import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { neededWords } from '../../../content/voice/own.ts';
import { makeWav } from '../../../content/voice/shaping.ts';
import { Store } from '../../../server/uploads/store.ts';
import { Uploads } from '../../../server/uploads/uploads.ts';
import type { Client } from '../../support/client.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
let admin: string;
let panel: Client;
beforeEach(async () => {
  hub = await startTestHub();
  admin = await hub.setUp();
  panel = hub.panel(admin);
  await panel.next('state:replaced');
});
afterEach(() => hub.stop());

/** A tone of a tenth of a second; another pitch is another file. */
const tone = (pitch = 440) =>
  makeWav(
    Float32Array.from({ length: 1_600 }, (_, at) => Math.sin((at * pitch * 2 * Math.PI) / 16_000)),
    16_000,
  );

function upload(bytes: Uint8Array<ArrayBuffer>, name = '零.wav', cookie = admin) {
  const body = new FormData();
  body.append('file', new Blob([bytes]), name);
  return hub.ask<{ id: string; type: string; code?: string }>('/api/uploads', { body, cookie });
}

describe('uploads', () => {
  test('[U1] [U5] a file is kept by its digest, once, and given for ever with its type and in parts', async () => {
    const bytes = tone();
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect((await upload(bytes)).body).toEqual({ id: digest, type: 'audio/wav', size: bytes.length });
    expect((await upload(bytes, 'again.wav')).body.id).toBe(digest);
    expect(await readdir(join(hub.folder, 'uploads'))).toEqual([digest]);
    const given = await fetch(`${hub.url}/uploads/${digest}`);
    expect(given.headers.get('content-type')).toBe('audio/wav');
    expect(given.headers.get('cache-control')).toContain('immutable');
    expect(new Uint8Array(await given.arrayBuffer())).toEqual(bytes);
    const part = await fetch(`${hub.url}/uploads/${digest}`, { headers: { range: 'bytes=0-3' } });
    expect([part.status, await part.text()]).toEqual([206, 'RIFF']);
    await hub.restart();
    expect((await fetch(`${hub.url}/uploads/${digest}`)).status).toBe(200);
    expect((await hub.ask(`/uploads/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await hub.ask('/uploads/..%2fjournal')).status).toBe(400);
  });

  test('[U2] what it is its content says, and what is too large or nothing known is refused', async () => {
    const page = new TextEncoder().encode('<html><script>alert(1)</script></html>');
    expect((await upload(page)).body.code).toBe('upload.type');
    const long = makeWav(new Float32Array(2_200_000), 16_000);
    expect((await upload(long)).status).toBe(413);
    expect(await readdir(join(hub.folder, 'uploads'))).toEqual([]);
  });

  test('[U3] what does not fit into the room for uploads is refused, also when two come at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mingting-'));
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const store = await Store.open(folder);
    const one = tone(300);
    const uploads = new Uploads({ hall: hub.hub.hall, store, log, quota: one.length + 10 });
    const by = { is: 'system' as const, name: 'test' };
    const both = [one, tone(500)].map((bytes) => uploads.keep({ name: 'a.wav', bytes }, by));
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await uploads.close();
    await rm(folder, { recursive: true });
  });

  test('[U1] what a power cut left half written is gone after the next start', async () => {
    await upload(tone());
    await writeFile(join(hub.folder, 'uploads', 'x.part'), 'half');
    await hub.restart();
    expect(await readdir(join(hub.folder, 'uploads'))).toHaveLength(1);
  });

  test('[U6] only admins and editors upload', async () => {
    const clerk = await hub.addAccount(admin, 'wang', ['clerk']);
    expect((await upload(tone(), 'a.wav', clerk)).status).toBe(403);
    expect((await upload(tone(), 'a.wav', '')).status).toBe(401);
  });
});

describe("the hall's own recordings", () => {
  const words = () => neededWords(hub.hub.hall.records);

  test('[V20] it speaks only when every word is there, and the shipped one comes back at once', async () => {
    expect(words()).toEqual(expect.arrayContaining(['零', '请', '号到', '号窗口', '号窗口办理', 'A']));
    const early = await panel.give('hall:voice', { own: true });
    expect(early).toMatchObject({ ok: false, code: 'voice.incomplete' });
    const { id } = (await upload(tone())).body;
    for (const word of words()) expect((await panel.give('voice:clip', { word, upload: id })).ok).toBe(true);
    expect((await panel.give('hall:voice', { own: true, second: 'en' })).ok).toBe(true);
    const voice = () => [...hub.hub.hall.records.all('hall')][0]!.body.voice;
    expect(voice()).toEqual({ second: 'en', own: true });
    expect((await panel.give('hall:voice', { own: false })).ok).toBe(true);
    expect(voice()).toEqual({ second: 'en' });
    await panel.give('hall:voice', { second: null });
    expect(voice()).toBeUndefined();
  });

  test('[V20] [U4] a new recording takes the place of the old one, whose file goes when nothing else uses it', async () => {
    const [one, other] = [(await upload(tone(300))).body.id, (await upload(tone(500))).body.id];
    for (const word of ['零', '一']) await panel.give('voice:clip', { word, upload: one });
    await panel.give('voice:clip', { word: '零', upload: other });
    expect(await panel.give('upload:remove', { id: one })).toMatchObject({ code: 'upload.used' });
    expect((await hub.ask(`/uploads/${one}`)).status).toBe(200);
    await panel.give('voice:clip', { word: '一', upload: null });
    expect((await hub.ask(`/uploads/${one}`)).status).toBe(404);
    await expect.poll(() => readdir(join(hub.folder, 'uploads'))).toEqual([other]);
    const nowhere = await panel.give('voice:clip', { word: '二', upload: '0'.repeat(64) });
    expect(nowhere).toMatchObject({ code: 'upload.missing' });
  });
});
