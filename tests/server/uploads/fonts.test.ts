import { readFile } from 'node:fs/promises';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SheetInput, SheetPreview } from '../../../content/api/printing.ts';
import { readFontFile } from '../../../server/uploads/fontfile.ts';
import { findBrowser } from '../../../templates/browser.mjs';
import { cutOnce } from '../../../templates/harfbuzz.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { Proof } from '../../templates/tools.ts';

const require = createRequire(import.meta.url);
/** A small font of Chinese with the names of the whole one. */
let small: Uint8Array;
beforeAll(async () => {
  const path = '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf';
  const whole = await readFile(require.resolve(path));
  small = await cutOnce(whole, '中心民服务公示青溪县白石镇共', { features: [] });
});

/** Where a table begins. */
function tableOf(font: Uint8Array, name: string): number {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16;
    if (Buffer.from(font.subarray(entry, entry + 4)).toString('latin1') === name)
      return view.getUint32(entry + 8);
  }
  throw new Error(`no ${name}`);
}

function withRights(rights: number): Uint8Array {
  const font = small.slice();
  new DataView(font.buffer).setUint16(tableOf(font, 'OS/2') + 8, rights);
  return font;
}

/** Begins with four other bytes. */
function beginning(...bytes: number[]): Uint8Array {
  const font = small.slice();
  font.set(bytes);
  return font;
}

describe('[FT1] a font is told by its content', () => {
  test('a TrueType font of Chinese is taken, with its names', () => {
    expect(readFontFile(small)).toMatchObject({
      may: 'install',
      names: expect.arrayContaining(['Noto Serif SC']) as string[],
    });
  });

  test('what is none is refused', async () => {
    const latin = await cutOnce(small, '公', { features: [] });
    for (const [bytes, fault] of [
      [latin, 'type'],
      [Buffer.from('%PDF-1.4 not a font at all'), 'type'],
      [new Uint8Array(3), 'type'],
      [small.subarray(0, small.length / 2), 'type'],
      [beginning(0x74, 0x74, 0x63, 0x66), 'collection'],
      [beginning(0x4f, 0x54, 0x54, 0x4f), 'outlines'],
    ] as const)
      expect(readFontFile(bytes)).toEqual({ fault });
    const variable = small.slice();
    variable.set(Buffer.from('fvar'), Buffer.from(variable).indexOf('gasp'));
    expect(readFontFile(variable)).toEqual({ fault: 'outlines' });
  });
});

test('[FT2] what may not be embedded is refused, what may be printed is taken', () => {
  for (const rights of [0x0002, 0x0100, 0x0200, 0x0104])
    expect(readFontFile(withRights(rights))).toMatchObject({ fault: 'restricted' });
  expect(readFontFile(withRights(0x0004))).toMatchObject({ may: 'print' });
  expect(readFontFile(withRights(0x0008))).toMatchObject({ may: 'edit' });
});

describe.runIf(findBrowser('print', process.env))('a hall with a font', () => {
  let hub: TestHub;
  let admin: string;
  beforeEach(async () => {
    hub = await startTestHub();
    admin = await hub.setUp();
  });
  afterEach(() => hub.stop());

  const upload = (bytes: Uint8Array, licence: string, cookie = admin) => {
    const body = new FormData();
    body.append('for', '方正魏碑简体');
    body.append('licence', licence);
    body.append('file', new Blob([Uint8Array.from(bytes)]), 'weibei.ttf');
    return hub.ask<{ id: string; code?: string }>('/api/fonts', { body, cookie });
  };
  const board: SheetInput = { of: { is: 'name' }, size: '1800x400' };
  const fontsOf = async () => {
    const made = await hub.ask<{ pdf: string }>('/api/sheets', { body: board, cookie: admin });
    const file = await fetch(`${hub.url}${made.body.pdf}`, { headers: { cookie: admin } });
    await using proof = await Proof.of(new Uint8Array(await file.arrayBuffer()));
    expect(await proof.text()).toContain('白石镇');
    return (await proof.fonts()).map(({ name }) => name);
  };

  test('[FT3] [FT5] [FT6] prints its boards with it, names the stand-in before, and gives it to nobody', async () => {
    const preview = () => hub.ask<SheetPreview>('/api/sheets/preview/pages', { body: board, cookie: admin });
    expect((await preview()).body.faces).toEqual([{ wanted: '方正魏碑简体', used: 'Noto Serif SC Black' }]);
    expect(await fontsOf()).not.toContain('NotoSerifSC-Bold');
    expect((await upload(small, ' ')).body.code).toBe('font.no-licence');
    const clerk = await hub.addAccount(admin, 'bian', ['editor']);
    expect((await upload(small, '方正授权书，档案室', clerk)).status).toBe(403);
    const { id } = (await upload(small, '方正授权书，档案室')).body;
    expect(hub.hub.hall.records.get('font', id)).toMatchObject({
      for: '方正魏碑简体',
      licence: '方正授权书，档案室',
      by: { name: '陈静' },
    });
    expect((await preview()).body.faces).toEqual([]);
    expect(await fontsOf()).toContain('NotoSerifSC-Bold');
    for (const path of [`/uploads/${id}`, `/media/${id}`])
      expect((await hub.ask(path, { cookie: admin })).status).toBe(404);
    const by = { is: 'system', name: '测试' } as const;
    expect(await hub.hub.hall.execute('font:remove', { id }, by)).toMatchObject({ ok: true });
    expect(await fontsOf()).not.toContain('NotoSerifSC-Bold');
    await hub.stop();
    expect(await readdir(join(hub.folder, 'uploads')).catch(() => [])).toEqual([]);
  });
});
