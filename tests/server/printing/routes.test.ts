import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintJobView, SheetInput, SheetMade } from '../../../content/api/printing.ts';
import { findBrowser } from '../../../templates/browser.mjs';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { Proof, readPng } from '../../templates/tools.ts';

let test: TestHub;
let admin: string;
beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
});
afterEach(() => test.stop());

const board: SheetInput = { of: { is: 'contacts' }, size: 'A4' };

describe.runIf(findBrowser('print', process.env))('sheets of every kind', () => {
  it('[S5] [S13] are made once for all who ask, and answer their code', async () => {
    const one = await test.ask<SheetMade>('/api/sheets', { body: board, cookie: admin });
    const { mark } = test.hub.hall;
    const same = await test.ask<SheetMade>('/api/sheets', { body: board, cookie: admin });
    expect([one.status, same.status, same.body.code]).toEqual([200, 200, one.body.code]);
    expect(test.hub.hall.mark).toEqual(mark);
    const phone = await test.ask<string>(`/s/${one.body.code}`);
    expect(phone.status).toBe(200);
    expect(phone.body).toContain('现行版本');
    const by = { is: 'system', name: '测试' } as const;
    const contact = { role: 'consult', label: '值班电话', value: '023-79001234' } as const;
    expect(await test.hub.hall.execute('contact:save', contact, by)).toMatchObject({ ok: true });
    const stale = await test.ask<string>(`/s/${one.body.code}`);
    expect(stale.body).toContain('已过期');
    expect(stale.body).toContain('79001234');
    const pdf = await test.ask<string>(one.body.pdf, { cookie: admin });
    expect([pdf.status, pdf.body.slice(0, 5)]).toEqual([200, '%PDF-']);
    const png = await test.ask(`/api/sheets/${one.body.code}.png?dpi=60`, { cookie: admin });
    expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('[P9] come as pictures of all their pages', async () => {
    const notice = {
      title: '便民服务室管理办法',
      text: '办法',
      blocks: Array.from({ length: 60 }, (_, index) => ({
        is: 'paragraph' as const,
        text: `第${index + 1}项：${'各村居便民服务室应当按时开门、专人值守、如实登记。'.repeat(4)}`,
      })),
      category: 'general' as const,
      from: test.clock.now(),
      until: test.clock.now() + 7 * 86_400_000,
    };
    const by = { is: 'system', name: '测试' } as const;
    const saved = await test.hub.hall.execute('notice:save', notice, by);
    if (!saved.ok) throw new Error(saved.refused);
    const sheet: SheetInput = { of: { is: 'notice', notice: saved.value.id }, size: 'A4' };
    const { body } = await test.ask<SheetMade>('/api/sheets', { body: sheet, cookie: admin });
    const get = (path: string) =>
      fetch(`http://127.0.0.1:${test.hub.port}${path}`, { headers: { cookie: admin } });
    await using proof = await Proof.of(new Uint8Array(await (await get(body.pdf)).arrayBuffer()));
    const { count } = await proof.pages();
    expect(count).toBeGreaterThan(2);
    const answer = await get(`/api/sheets/${body.code}.png?dpi=72`);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const pictures = Object.values(unzipSync(new Uint8Array(await answer.arrayBuffer())));
    expect(pictures.length).toBe(count);
    for (const picture of pictures) expect(readPng(picture)).toMatchObject({ width: 595, height: 842 });
  });

  it('[S10] [S12] come in batches with progress, one ZIP, and no answer while nothing changes', async () => {
    const body = {
      sheets: [
        board,
        { of: { is: 'pledges' }, size: 'A4' },
        { of: { is: 'rule', rule: 'none' }, size: 'A4' },
      ],
    };
    const made = await test.ask<{ id: string }>('/api/printjobs', { body, cookie: admin });
    expect(made.status).toBe(200);
    const path = `/api/printjobs/${made.body.id}`;
    let view: PrintJobView;
    do view = (await test.ask<PrintJobView>(path, { cookie: admin })).body;
    while (view.is !== 'done');
    expect(view).toMatchObject({ total: 3, done: 2, failed: 1 });
    expect(view.sheets[2]?.why).toMatchObject({ refused: 'record.missing' });
    const { headers } = await test.ask(path, { cookie: admin });
    const unchanged = await fetch(`http://127.0.0.1:${test.hub.port}${path}`, {
      headers: { cookie: admin, 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(unchanged.status).toBe(304);
    const zip = await fetch(`http://127.0.0.1:${test.hub.port}${path}/files.zip`, {
      headers: { cookie: admin },
    });
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    expect(Object.keys(files).length).toBe(2);
    for (const bytes of Object.values(files))
      expect(Buffer.from(bytes).toString('latin1', 0, 5)).toBe('%PDF-');
    expect((await test.ask('/api/printjobs')).status).toBe(401);
  });
});
