import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SheetOf } from '../../../content/model/sheet.ts';
import { project } from '../../../content/projection.ts';
import { isRefusal } from '../../../content/rule.ts';
import { sheetBook, sheetDeeds } from '../../../content/sheets/book.ts';
import { gatherSheet } from '../../../content/sheets/kinds.ts';
import { linesOf } from '../../../content/sheets/lines.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

let test: TestHub;
let admin: string;
const by = { is: 'system', name: '测试' } as const;
const contacts: SheetOf = { is: 'contacts' };

beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
});
afterEach(() => test.stop());

/** Registers a sheet as the press does when it has rendered it. */
async function register(of: SheetOf, place?: string): Promise<string> {
  const now = gatherSheet(test.hub.hall.records, of, undefined);
  if (isRefusal(now)) throw new Error(now.refused);
  const wanted = { of, size: 'A3', hash: now.hash, ...(place ? { place } : {}) } as const;
  const answer = await test.hub.hall.execute('sheet:print', wanted, by);
  if (!answer.ok) throw new Error(answer.refused);
  return answer.value.code;
}

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

const addPhone = (value: string) =>
  test.hub.hall.execute('contact:save', { role: 'consult', label: '值班电话', value }, by);
const rows = () => sheetBook(test.hub.hall.records, undefined, test.clock.time);

/** What a page says: its text, without markup. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/\s+/g, '');

describe('staff before a sheet (sheets.md)', () => {
  it('[S20] confirm that it hangs and that it was taken down, by scanning it', async () => {
    const clerk = await test.addAccount(admin, 'chuang', ['clerk'], '何小雨');
    const code = await register(contacts);
    const seen = await test.ask<string>(`/s/${code}`);
    expect(seen.body).not.toContain('确认已挂出');
    expect(seen.headers.get('cache-control')).toContain('max-age=60');
    const staff = await test.ask<string>(`/s/${code}`, { cookie: clerk });
    expect(staff.body).toContain('确认已挂出');
    expect(staff.body).toContain('何小雨');
    expect(staff.headers.get('cache-control')).toBe('private, no-store');
    const hung = await test.ask(`/s/${code}/hang`, { body: form({ place: '东墙' }), cookie: clerk });
    expect([hung.status, hung.headers.get('location')]).toEqual([303, `/s/${code}`]);
    expect(test.hub.hall.records.get('sheet', code)).toMatchObject({
      hung: { place: '东墙', by: { name: '何小雨' }, at: test.clock.time },
    });
    expect((await test.ask<string>(`/s/${code}`, { cookie: clerk })).body).toContain('东墙');
    const down = await test.ask(`/s/${code}/takedown`, { body: form({ sure: '1' }), cookie: clerk });
    expect(down.status).toBe(303);
    expect(test.hub.hall.records.get('sheet', code)).toMatchObject({ down: { by: { name: '何小雨' } } });
    const late = await test.ask<string>(`/s/${code}/hang`, { body: form({ place: '西墙' }), cookie: clerk });
    expect(late.status).toBe(409);
    expect(late.body).toContain('已经取下');
  });

  it('[S20] nobody else can: not without a session, not by another role, not from a foreign page', async () => {
    const auditor = await test.addAccount(admin, 'jian', ['auditor']);
    const code = await register(contacts);
    const body = () => form({ place: '东墙' });
    const before = test.hub.hall.mark;
    expect((await test.ask(`/s/${code}/hang`, { body: body() })).status).toBe(303);
    const refused = await test.ask<string>(`/s/${code}/hang`, { body: body(), cookie: auditor });
    expect(refused.status).toBe(403);
    const headers = { origin: 'http://elsewhere.example' };
    const foreign = await test.ask(`/s/${code}/hang`, { body: body(), cookie: admin, headers });
    expect(foreign.status).toBe(403);
    const none = await test.ask(`/s/22222222/hang`, { body: body(), cookie: admin });
    expect(none.status).toBe(404);
    expect(test.hub.hall.records.get('sheet', code)).not.toHaveProperty('hung');
    expect(test.hub.hall.mark).toEqual(before);
  });

  it('[S3] [S14] [S16] [S19] a change, the list, the reprint, the wall: round once', async () => {
    const clerk = await test.addAccount(admin, 'chuang', ['clerk'], '何小雨');
    const old = await register(contacts, '东墙');
    await test.ask(`/s/${old}/hang`, { body: form({ place: '东墙' }), cookie: clerk });
    expect(sheetDeeds(test.hub.hall.records, rows())).toEqual({ reprint: [], hang: [], remove: [] });
    test.clock.pass(24 * 3_600_000);
    await addPhone('023-79001234');
    const phone = (await test.ask<string>(`/s/${old}`)).body;
    expect(textOf(phone)).toContain('已过期：内容已于2026年11月20日更新');
    expect(phone).toContain('79001234');
    expect(sheetDeeds(test.hub.hall.records, rows()).reprint).toMatchObject([
      { id: old, body: { hung: { place: '东墙' } } },
    ]);
    test.clock.pass(60_000);
    const fresh = await register(contacts, '东墙');
    expect(sheetDeeds(test.hub.hall.records, rows())).toMatchObject({ reprint: [], hang: [{ id: fresh }] });
    await test.ask(`/s/${fresh}/hang`, { body: form({ place: '东墙' }), cookie: clerk });
    expect(sheetDeeds(test.hub.hall.records, rows())).toEqual({ reprint: [], hang: [], remove: [] });
    expect(textOf((await test.ask<string>(`/s/${fresh}`)).body)).toContain('现行版本');
    expect(rows().map(({ id, standing }) => [id, standing])).toEqual([
      [fresh, 'current'],
      [old, 'down'],
    ]);
  });

  it('[S1] a sheet, its phone page and a screen say the same words', async () => {
    const blocks = [
      { number: '一、', depth: 0, text: '凡到中心办事的群众，<首问>责任人一次告知 & 引导。' },
      { number: '（一）', depth: 1, text: '㐱𠮷两姓同志也一样。' },
    ];
    const rules = [{ title: '首问负责制', blocks, source: { title: '方案' } }];
    const adopted = await test.hub.hall.execute('rule:adopt', { rules }, by);
    const rule = adopted.ok ? adopted.value.ids[0]! : '';
    const { records } = test.hub.hall;
    for (const of of [{ is: 'rule', rule }, contacts, { is: 'pledges' }] as const) {
      const now = gatherSheet(records, of, undefined);
      if (isRefusal(now)) throw new Error(now.refused);
      const lines = linesOf(now);
      expect(lines.length).toBeGreaterThan(0);
      const phone = textOf((await test.ask<string>(`/s/${await register(of)}`)).body);
      const words = [...records.everything()].filter(({ kind, id }) =>
        now.made.some((one) => one.kind === kind && one.id === id),
      );
      const screen = JSON.stringify(project('screen', words));
      for (const line of lines)
        for (const piece of line.split('　')) expect(phone).toContain(piece.replace(/\s+/g, ''));
      for (const { body } of words) {
        const said = body as { blocks?: { text: string }[]; lines?: string[]; value?: string };
        const own = [...(said.blocks ?? []).map(({ text }) => text), ...(said.lines ?? []), said.value ?? ''];
        for (const text of own) expect(screen).toContain(JSON.stringify(text).slice(1, -1));
        const sheet = lines.join('');
        for (const text of own) expect(sheet).toContain(text);
      }
    }
  });
});
