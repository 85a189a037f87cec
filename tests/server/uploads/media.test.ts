import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import * as files from './files.ts';

let hub: TestHub;
let admin: string;
beforeEach(async () => {
  hub = await startTestHub();
  admin = await hub.setUp();
});
afterEach(() => hub.stop());

const upload = (bytes: Uint8Array<ArrayBuffer>, name = '文件.bin', cookie = admin) => {
  const body = new FormData();
  body.append('file', new Blob([bytes]), name);
  return hub.ask<{ id: string; code?: string; message?: string }>('/api/media', { body, cookie });
};
const records = () => hub.hub.hall.records;
const get = (digest: string, cookie = admin, headers: Record<string, string> = {}) =>
  fetch(`${hub.url}/media/${digest}`, { headers: { ...(cookie ? { cookie } : {}), ...headers } });
const store = () => readdir(join(hub.folder, 'uploads'));

async function kept(bytes: Uint8Array<ArrayBuffer>, name?: string) {
  const { status, body } = await upload(bytes, name);
  expect([status, body.code]).toEqual([200, undefined]);
  return records().get('medium', body.id)!;
}

describe('the files of the library', () => {
  test('[U7] a file is told by its content, whatever its name says', async () => {
    const given = [
      [await files.png(), 'picture', 'image/png'],
      [await files.jpeg(), 'picture', 'image/jpeg'],
      [await files.webp(), 'picture', 'image/jpeg'],
      [await files.gif(), 'picture', 'image/png'],
      [await files.mp4(), 'video', 'video/mp4'],
      [files.pdf(), 'document', 'application/pdf'],
      [await files.xlsx(), 'document', expect.stringContaining('sheet')],
      [files.docx(), 'document', expect.stringContaining('wordprocessingml')],
    ] as const;
    for (const [bytes, is, type] of given) expect(await kept(bytes, '假名.exe')).toMatchObject({ is, type });
    const script = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    );
    expect((await upload(script, '图.png')).body.code).toBe('medium.type');
    expect((await upload(files.heic(), '图.jpg')).body).toMatchObject({
      code: 'medium.heic',
      message: expect.stringContaining('HEIC'),
    });
  });

  test('[U8] a picture is upright, in pixels alone: no place, no device', async () => {
    const photo = await files.phonePhoto();
    const { Image } = await files.vips();
    expect(Image.newFromBuffer(photo).getFields().size()).toBeGreaterThan(0);
    expect(Buffer.from(photo).includes('Exif')).toBe(true);
    const medium = await kept(photo);
    expect([medium.width, medium.height]).toEqual([40, 60]);
    for (const digest of [medium.upload, medium.thumb!]) {
      const bytes = new Uint8Array(await (await get(digest)).arrayBuffer());
      expect(Buffer.from(bytes).includes('Exif')).toBe(false);
      const shown = Image.newFromBuffer(bytes);
      expect([shown.width, shown.height]).toEqual([40, 60]);
      // Turned to the right, what was on the left is above.
      const above = shown.getpoint(20, 5) as unknown as number[];
      expect(above[0]!).toBeGreaterThan(above[2]!);
    }
  });

  test('[U8] what would unpack to harm, or is torn, is refused, and nothing of it stays', async () => {
    expect((await upload(await files.pictureBomb())).body.code).toBe('medium.pixels');
    expect((await upload(files.zipBomb())).body.code).toBe('import.bomb');
    expect((await upload((await files.jpeg()).slice(0, 400))).body.code).toBe('medium.broken');
    expect((await upload(files.pdf(101))).body.code).toBe('medium.pages');
    expect((await upload(await files.mp4('hevc'))).body).toMatchObject({
      code: 'medium.codec',
      message: expect.stringContaining('H.265'),
    });
    expect(records().count('medium')).toBe(0);
    expect(await store()).toEqual([]);
  });

  test('[U10] a video is measured, and written anew without what a phone put beside it', async () => {
    const given = await files.mp4();
    expect(Buffer.from(given).includes('白石镇')).toBe(true);
    const medium = await kept(given);
    expect(medium).toMatchObject({ width: 1280, height: 720, seconds: 2, codec: 'H.264 High 4.0' });
    const bytes = Buffer.from(await (await get(medium.upload)).arrayBuffer());
    expect(bytes.includes('白石镇')).toBe(false);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  });

  test('[U11] a PDF has its pages as pictures, with our font where its own is left out', async () => {
    const medium = await kept(files.pdf(2));
    expect(medium.pages).toHaveLength(2);
    expect(medium).toMatchObject({ width: 1555, height: 2200 });
    const { Image } = await files.vips();
    const page = Image.newFromBuffer(new Uint8Array(await (await get(medium.pages![0]!)).arrayBuffer()));
    expect(page.extractArea(150, 280, 500, 120).min()).toBeLessThan(80);
    expect(page.extractArea(150, 1000, 500, 120).min()).toBeGreaterThan(250);
  });

  test('[U11] a long one has all of them: each is let go of before the next is drawn', async () => {
    expect((await kept(files.pdf(60))).pages).toHaveLength(60);
  });

  test('[U12] the text of documents is there for checks', async () => {
    const { library } = hub.hub;
    expect(await library.textOf((await kept(files.docx())).upload)).toContain('申请表样表');
    expect(await library.textOf((await kept(await files.xlsx())).upload)).toBe('姓名\t身份证号\n张三\t');
    expect(await library.textOf('0'.repeat(64))).toEqual({ refused: 'upload.missing' });
  });

  test('[U9] [N9] staff see every file, the public what is ticked and named by a public record', async () => {
    const { body } = await upload(await files.png(), '大门.png');
    const medium = records().get('medium', body.id)!;
    expect((await get(medium.upload)).headers.get('cache-control')).toContain('private');
    expect((await get(medium.upload, '')).status).toBe(404);
    const panel = hub.panel(admin);
    await panel.next('state:replaced');
    await panel.give('medium:check', { ids: [body.id] });
    expect((await get(medium.upload, '')).status).toBe(404);
    const saved = await panel.give('plan:save', { name: '一楼', medium: body.id, marks: [] });
    expect(saved).toMatchObject({ ok: true });
    const open = await get(medium.upload, '');
    expect([open.status, open.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(open.headers.get('cache-control')).toContain('immutable');
    expect(open.headers.get('x-content-type-options')).toBe('nosniff');
    const part = await get(medium.upload, '', { range: 'bytes=1-3' });
    expect([part.status, await part.text()]).toEqual([206, 'PNG']);
    expect(await panel.give('medium:remove', { ids: [body.id] })).toMatchObject({ code: 'medium.used' });
    await panel.give('medium:check', { ids: [body.id], off: true });
    expect((await get(medium.upload, '')).status).toBe(404);
  });

  test('[U9] only admins and editors bring files; a document is given as a file to keep', async () => {
    const clerk = await hub.addAccount(admin, 'chuang', ['clerk']);
    expect((await upload(await files.png(), 'a.png', clerk)).status).toBe(403);
    expect((await upload(await files.png(), 'a.png', '')).status).toBe(401);
    const medium = await kept(files.docx(), '申请表.docx');
    const given = await get(medium.upload);
    expect(decodeURIComponent(given.headers.get('content-disposition')!)).toContain('申请表.docx');
  });

  test('[N2] [N5] [U13] the same file is one medium; removed for 30 days, its files go', async () => {
    const first = await upload(await files.png(), '一.png');
    const again = await upload(await files.png(), '二.png');
    expect(again.body.id).toBe(first.body.id);
    const panel = hub.panel(admin);
    await panel.next('state:replaced');
    await panel.give('medium:remove', { ids: [first.body.id] });
    expect((await upload(await files.png(), '三.png')).body.id).toBe(first.body.id);
    expect(records().get('medium', first.body.id)!.removed).toBeUndefined();
    await panel.give('medium:remove', { ids: [first.body.id] });
    const medium = records().get('medium', first.body.id)!;
    expect(medium.removed?.by.name).toBe('陈静');
    hub.clock.pass(31 * 86_400_000);
    await hub.hub.library.sweep();
    expect(records().count('medium')).toBe(0);
    expect((await get(medium.upload)).status).toBe(404);
  });

  test('what is missing on disk is told', async () => {
    await kept(await files.png());
    expect((await hub.ask('/api/media/missing', { cookie: admin })).body).toMatchObject({ missing: [] });
  });

  test('[C8] media travel with their files and without ticks', async () => {
    const { body } = await upload(await files.png(), '大门.png');
    const medium = records().get('medium', body.id)!;
    const zip = await (await fetch(`${hub.url}/api/bundle`, { headers: { cookie: admin } })).arrayBuffer();
    const other = await startTestHub();
    try {
      const cookie = await other.setUp();
      const form = new FormData();
      form.append('take', `medium/${body.id}`);
      form.append('file', new Blob([zip]), '大厅.zip');
      const adopted = await other.ask('/api/bundle/adopt', { body: form, cookie });
      expect(adopted.status).toBe(200);
      const there = other.hub.hall.records.get('medium', body.id)!;
      expect(there).toMatchObject({ name: '大门', upload: medium.upload, checked: null });
      const given = await fetch(`${other.url}/media/${medium.upload}`, { headers: { cookie } });
      expect((await given.arrayBuffer()).byteLength).toBe(medium.size);
    } finally {
      await other.stop();
    }
  });
});
