import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FacesMade } from '../../content/api/printing.ts';
import type { Previewed } from '../../content/model/preview.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { bareItem, fullItem } from '../support/items.ts';

let test: TestHub;
let admin: string;
beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
});
afterEach(() => test.stop());

const look = (of: Previewed, cookie = admin) =>
  test.ask<FacesMade>('/api/previews', { body: { of }, cookie });
const phone = async () => (await test.ask<string>('/api/previews/phone', { cookie: admin })).body;
const area: Previewed = { kind: 'area', input: { is: 'waiting', name: '等候区', windows: [] } };

describe('how what is being typed will look', () => {
  it('[C32] answers what would change, keeps nothing, and says what does not show it', async () => {
    const before = test.hub.hall.mark.seq;
    const { status, body } = await look(area);
    expect(status).toBe(200);
    expect(body.changes).toMatchObject([{ kind: 'area', id: body.live, body: { name: '等候区' } }]);
    expect(body).toMatchObject({ phone: false, sheet: true });
    expect(test.hub.hall.mark.seq).toBe(before);
    expect([...test.hub.hall.records.all('area')].some(({ body: { name } }) => name === '等候区')).toBe(
      false,
    );
  });

  it('[C32] a notice is seen on its own page, a phone number and a day off on the page of the hall', async () => {
    const from = test.clock.now();
    const words = { title: '停水通知', text: '明天停水。', category: 'general' as const };
    await look({ kind: 'notice', body: { ...words, from, until: from + 3_600_000 } });
    expect(await phone()).toContain('明天停水');
    await look({ kind: 'contact', body: { role: 'consult', label: '夜间值班', value: '023-79001234' } });
    expect(await phone()).toContain('79001234');
    const day = new Date(from + 12 * 3_600_000).toISOString().slice(0, 10);
    await look({ kind: 'calendar', input: { days: [{ day, is: 'off', note: '清仓盘点' }], lines: [] } });
    expect(await phone()).toContain('清仓盘点');
  });

  it('[C32] a person is seen among the staff; what saving would refuse is told', async () => {
    const person = { name: '田小禾', unit: '社会事务办', party: false, leader: false };
    const good = await look({ kind: 'staff', body: person });
    expect(good.body).toMatchObject({ phone: true, sheet: true });
    const wrong = await look({ kind: 'staff', body: { ...person, phone: '办公室' } });
    expect(wrong.body).toMatchObject({ ok: false, code: 'phone.wrong' });
  });

  it('[C32] a guide is seen with the flow chart of the steps that are being written', async () => {
    const text = bareItem('还在写的事项', { steps: fullItem.steps });
    expect((await look({ kind: 'item', body: text })).status).toBe(200);
    expect(await phone()).toContain('还在写的事项');
    expect(await phone()).toContain('data:image/svg+xml');
    expect((await test.ask<string>('/p/items')).body).not.toContain('还在写的事项');
  });

  it('only those who write and review may look', async () => {
    const clerk = await test.addAccount(admin, 'chuangkou', ['clerk'], '李窗口');
    expect((await look(area, clerk)).status).toBe(403);
    expect((await test.ask('/api/previews', { body: { of: area } })).status).toBe(401);
  });
});
