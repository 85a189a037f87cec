import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SendingView, SheetInput } from '../../../content/api/printing.ts';
import type { Actor } from '../../../content/model/record.ts';
import { isRefusal } from '../../../content/rule.ts';
import { gatherSheet } from '../../../content/sheets/kinds.ts';
import { valueOf } from '../../../server/access.ts';
import type { ListStore } from '../../../server/printing/jobstore.ts';
import { Sendings, type Sending } from '../../../server/printing/sendings.ts';
import { SheetPrinters } from '../../../server/printing/sheetprinters.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { IppPrinter } from '../../support/ippprinter.ts';

const by: Actor = { is: 'account', id: 'lin', name: '林秀英' };
const log = { info: () => {}, warn: () => {}, error: () => {} };
const contacts: SheetInput = { of: { is: 'contacts' }, size: 'A4' };
const once = { copies: 1, twoSided: false };

let test: TestHub;
let device: IppPrinter;
let printers: SheetPrinters;
let sendings: Sendings;
let id: string;
let reopen: () => Promise<Sendings>;

beforeAll(async () => {
  test = await startTestHub();
  await test.setUp();
});
afterAll(() => test.stop());

beforeEach(async () => {
  device = await IppPrinter.start();
  const { hall } = test.hub;
  printers = new SheetPrinters({ hall, log, loopback: true });
  // Registers as the press does, without a browser.
  const press = {
    async make({ of, size, place }: SheetInput) {
      const now = gatherSheet(hall.records, of, undefined);
      if (isRefusal(now)) throw new Error(now.refused);
      const wanted = { of, size, hash: now.hash, ...(place ? { place } : {}) };
      return valueOf(await hall.execute('sheet:print', wanted, by)).code;
    },
    file: async (code: string) => ({
      name: `${code}.pdf`,
      type: 'application/pdf' as const,
      bytes: new TextEncoder().encode(`%PDF ${code}`),
    }),
  };
  let kept = '[]';
  const store: ListStore<Sending> = {
    load: async () => JSON.parse(kept) as Sending[],
    save: async (list) => void (kept = JSON.stringify(list)),
  };
  reopen = () => Sendings.open({ hall, press, printers, store, now: test.clock.now, log, pause: 1 });
  sendings = await reopen();
  const { host, port } = device.address;
  id = await printers.add(`${host}:${port}`, undefined, by);
});
afterEach(async () => {
  printers.close();
  await sendings.close();
  await device.stop();
  const { hall } = test.hub;
  for (const { id: gone } of [...hall.records.all('sheetprinter')])
    await hall.execute('sheetprinter:remove', { id: gone }, by);
});

/** Waits until the newest sending is so; every question to the device is a chance to look. */
async function until(is: (view: SendingView) => boolean): Promise<SendingView> {
  for (;;) {
    const view = sendings.list()[0]!;
    if (is(view)) return view;
    await new Promise((next) => setImmediate(next));
  }
}
const over = (view: SendingView) => view.is === 'done';

describe('sheets on their way to a printer (printers.md)', () => {
  it('[IP1] it is registered as it said of itself, found at the queue that it has', async () => {
    expect(test.hub.hall.records.get('sheetprinter', id)).toEqual({
      name: '东厅打印机',
      ...device.address,
      model: '惠普 LaserJet P2055dn',
      papers: ['A4', 'A3'],
      loaded: ['A4'],
      colour: false,
      twoSided: true,
    });
    const other = await IppPrinter.start();
    other.queue = '/ipp';
    const { host, port } = other.address;
    const found = await printers.add(`${host}:${port}`, '导办台', by);
    expect(test.hub.hall.records.get('sheetprinter', found)).toMatchObject({ name: '导办台', path: '/ipp' });
    await other.stop();
  });

  it.each<[string, (one: IppPrinter) => void]>([
    ['sheetprinter.strange', (one) => (one.nonsense = '<html>')],
    ['sheetprinter.strange', (one) => (one.queue = '/elsewhere')],
    ['sheetprinter.format', (one) => (one.formats = ['image/urf'])],
  ])('[IP1] what cannot print is not registered: %s', async (code, change) => {
    const other = await IppPrinter.start();
    const { host, port } = other.address;
    change(other);
    await expect(printers.add(`${host}:${port}`, undefined, by)).rejects.toMatchObject({ code });
    await other.stop();
    await expect(printers.add(`${host}:${port}`, undefined, by)).rejects.toMatchObject({
      code: 'sheetprinter.offline',
    });
  });

  it('[IP2] the hub’s own computer is called at its print system only', async () => {
    const strict = new SheetPrinters({ hall: test.hub.hall, log, loopback: false });
    const { asked } = device;
    const before = asked.length;
    const { host, port } = device.address;
    await expect(strict.add(`${host}:${port}`, undefined, by)).rejects.toMatchObject({
      code: 'sheetprinter.own',
    });
    const body = test.hub.hall.records.get('sheetprinter', id)!;
    expect(await strict.ask({ kind: 'sheetprinter', id, rev: 1, body })).toMatchObject({
      trouble: 'offline',
    });
    expect(asked.length).toBe(before);
    strict.close();
  });

  it('[IP6] [IP8] each comes out once, and the register says where', async () => {
    const sheets = [contacts, { ...contacts, place: '门厅' }];
    sendings.add(id, { sheets, copies: 2, twoSided: true }, by, 'http://hall');
    const view = await until(over);
    expect(view.sheets.map(({ is }) => is)).toEqual(['done', 'done']);
    expect(device.jobs.map(({ job }) => job)).toEqual([
      { copies: 2, media: 'iso_a4_210x297mm', sides: 'two-sided-long-edge' },
      { copies: 2, media: 'iso_a4_210x297mm', sides: 'two-sided-long-edge' },
    ]);
    expect(test.hub.hall.records.get('sheet', view.sheets[0]!.code!)).toMatchObject({
      output: { printer: '东厅打印机', copies: 2, by: { name: '林秀英' } },
    });
  });

  it('[IP5] one without paper is waited for and told of, and goes on by itself', async () => {
    device.state = 'stopped';
    device.reasons = ['media-empty-error'];
    sendings.add(id, { sheets: [contacts], ...once }, by, 'http://hall');
    const waiting = await until(({ trouble }) => trouble === 'paper');
    expect(waiting).toMatchObject({ is: 'working', sheets: [{ is: 'waiting' }] });
    expect(test.hub.hall.records.get('sheetprinter', id)?.trouble?.is).toBe('paper');
    expect(device.jobs).toEqual([]);
    device.state = 'idle';
    device.reasons = ['none'];
    expect(await until(over)).toMatchObject({ trouble: null, sheets: [{ is: 'done' }] });
  });

  it('[IP5] a jam in the middle of a sheet is told of while the printer holds it', async () => {
    device.does = 'processing';
    sendings.add(id, { sheets: [contacts], ...once }, by, 'http://hall');
    await until(({ sheets }) => sheets[0]!.is === 'sent');
    device.reasons = ['media-jam-error'];
    expect(await until(({ trouble }) => trouble === 'jam')).toMatchObject({ sheets: [{ is: 'sent' }] });
    device.reasons = ['none'];
    device.jobs[0]!.state = 'completed';
    await until(over);
    expect(device.jobs.length).toBe(1);
  });

  it('[IP6] one that was taken without an answer is not sent again', async () => {
    device.silent = 'Print-Job';
    sendings.add(id, { sheets: [contacts], ...once }, by, 'http://hall');
    expect(await until(over)).toMatchObject({ sheets: [{ is: 'unsure' }] });
    expect(device.jobs.length).toBe(1);
  });

  it('[IP7] cancelling takes back what the printer has and sends no more', async () => {
    device.does = 'processing';
    const sheets = [contacts, { ...contacts, place: '门厅' }];
    const sending = sendings.add(id, { sheets, ...once }, by, 'http://hall');
    await until(({ sheets: [first] }) => first!.is === 'sent');
    sendings.cancel(sending);
    await device.when(() => device.asked.includes('Cancel-Job'));
    expect(sendings.list()[0]).toMatchObject({
      is: 'done',
      sheets: [{ is: 'cancelled' }, { is: 'cancelled' }],
    });
    expect(device.jobs.map(({ state }) => state)).toEqual(['canceled']);
  });

  it('[IP7] a sheet that the printer drops fails with a sentence, and the next one is sent', async () => {
    device.does = 'aborted';
    sendings.add(id, { sheets: [contacts], ...once }, by, 'http://hall');
    expect(await until(over)).toMatchObject({
      sheets: [{ is: 'failed', why: { refused: 'sheetprinter.dropped', params: { name: '东厅打印机' } } }],
    });
    device.does = 'completed';
    sendings.add(id, { sheets: [contacts], ...once }, by, 'http://hall');
    expect(await until(over)).toMatchObject({ sheets: [{ is: 'done' }] });
    sendings.retry(sendings.list()[1]!.id);
    while (sendings.list()[1]!.is !== 'done') await new Promise((next) => setImmediate(next));
    expect(sendings.list()[1]).toMatchObject({ sheets: [{ is: 'done' }] });
    expect(sendings.list()[1]!.sheets[0]).not.toHaveProperty('why');
  });

  it('[IP6] after a restart it goes on: what waits is sent, what the printer has is followed, nothing is sent twice', async () => {
    device.does = 'processing';
    const sheets = [contacts, { ...contacts, place: '门厅' }];
    sendings.add(id, { sheets, ...once }, by, 'http://hall');
    await until(({ sheets: [first] }) => first!.is === 'sent' && device.jobs.length === 1);
    await device.when(() => device.asked.includes('Get-Job-Attributes'));
    await sendings.close();
    sendings = await reopen();
    expect(sendings.list()[0]).toMatchObject({ sheets: [{ is: 'sent' }, { is: 'waiting' }] });
    device.does = 'completed';
    device.jobs[0]!.state = 'completed';
    expect((await until(over)).sheets.map(({ is }) => is)).toEqual(['done', 'done']);
    expect(device.jobs).toHaveLength(2);
  });

  it('[IP6] one that was being sent when the hub died is told as such and not sent again', async () => {
    device.silent = 'Print-Job';
    sendings.add(id, { sheets: [contacts], ...once }, by, 'http://hall');
    await device.when(() => device.asked.includes('Print-Job'));
    const crashed = await reopen();
    expect(crashed.list()[0]!.sheets[0]!.is).toBe('unsure');
    await crashed.close();
    expect(device.jobs).toHaveLength(1);
  });

  it('[IP4] what does not fit on its paper is refused before anything is made', async () => {
    const large: SheetInput = { of: { is: 'contacts' }, size: 'A1' };
    const before = test.hub.hall.records.count('sheet');
    expect(() => sendings.add(id, { sheets: [large], ...once }, by, 'http://hall')).toThrow(
      expect.objectContaining({ code: 'sheetprinter.paper' }),
    );
    expect(test.hub.hall.records.count('sheet')).toBe(before);
  });

  it('[IP1] only an administrator adds one, whoever edits prints on it', async () => {
    const admin = (await test.signIn('admin')).cookie;
    const editor = await test.addAccount(admin, 'sun', ['editor']);
    const clerk = await test.addAccount(admin, 'li', ['clerk']);
    const { host, port } = device.address;
    const body = { address: `${host}:${port}` };
    for (const cookie of [editor, clerk])
      expect((await test.ask('/api/sheetprinters', { body, cookie })).status).toBe(403);
    const taken = await test.ask('/api/sheetprinters', { body, cookie: admin });
    expect([taken.status, taken.body['code']]).toEqual([409, 'sheetprinter.taken']);
    const large = { sheets: [{ of: { is: 'contacts' }, size: 'A0' }], ...once };
    const print = (cookie: string) => test.ask(`/api/sheetprinters/${id}/print`, { body: large, cookie });
    expect((await print(clerk)).status).toBe(403);
    expect((await print(editor)).body['code']).toBe('sheetprinter.paper');
    const list = await test.ask('/api/sendings', { cookie: editor });
    expect(list.body).toEqual([]);
    const same = await fetch(`${test.url}/api/sendings`, {
      headers: { cookie: editor, 'if-none-match': list.headers.get('etag') ?? '' },
    });
    expect(same.status).toBe(304);
  });
});
