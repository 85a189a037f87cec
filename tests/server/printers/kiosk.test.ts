import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../../support/client.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { NO_PAPER, readSlip, SlipPrinter } from '../../support/slipprinter.ts';

let hub: TestHub;
let printer: SlipPrinter;
let admin: string;
let panel: Client;
let kiosk: Client;
let service: string;

/** A hub on a Thursday morning, a kiosk, and a printer that is the hall's own. */
beforeEach(async () => {
  [hub, printer] = await Promise.all([startTestHub(), SlipPrinter.start()]);
  admin = await hub.setUp();
  panel = hub.panel(admin);
  await panel.next('state:replaced');
  const saved = await panel.give('printer:save', {
    ...{
      name: '东门',
      host: '127.0.0.1',
      port: printer.port,
      width: 80,
      letters: 'gb18030',
      cut: true,
      main: true,
    },
  });
  expect(saved.ok).toBe(true);
  kiosk = hub.display();
  const { code } = await kiosk.next('pairing:offered');
  const body = {
    code,
    name: '取号机',
    scene: { is: 'kiosk', slip: { is: 'printer' } },
    diagonal: 21.5,
    distance: 1,
    sound: false,
  };
  const paired = await hub.ask('/api/screens/pair', { body, cookie: admin });
  expect(paired.status).toBe(200);
  await kiosk.next('pairing:granted');
  await kiosk.next('state:replaced');
  service = [...hub.hub.hall.records.all('service')][0]!.id;
});
afterEach(async () => {
  await hub.stop();
  await printer.stop();
});

async function take(): Promise<{ id: string; number: string; code: string }> {
  const reply = await kiosk.give('ticket:issue', { service, kind: 'normal' });
  if (!reply.ok) throw new Error(reply.message);
  return reply.value as { id: string; number: string; code: string };
}
const print = (ticket: string) => kiosk.ask('slip:print', { ticket });
const own = () => [...hub.hub.hall.records.all('printer')][0]!;

describe('kiosk and hub', () => {
  test('[K7] the slip of a ticket comes out once, also when it is asked for again', async () => {
    const { id, number, code } = await take();
    const [one, other] = await Promise.all([print(id), print(id)]);
    expect(one).toEqual({ ok: true, value: { unsure: false } });
    expect(other).toEqual(one);
    expect(await print(id)).toEqual(one);
    expect(printer.slips).toHaveLength(1);
    const { text, paper } = readSlip(printer.slips[0]!);
    expect(text).toContain(number);
    expect(paper.width).toBe(576);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  });

  test('[K7] one conversation at a time, whoever asks; more than eight in the line are told so', async () => {
    const taken = [];
    for (let count = 0; count < 12; count++) taken.push(await take());
    const replies = await Promise.all(taken.map(({ id }) => print(id)));
    expect(printer.together).toBe(1);
    const refused = replies.filter((reply) => !reply.ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ code: 'printer.busy' });
    expect(printer.slips).toHaveLength(12 - refused.length);
  });

  test('[K4][K16] out of paper: the number is valid, and every panel hears of the printer', async () => {
    printer.behaviour = { state: NO_PAPER };
    const { id } = await take();
    expect(await print(id)).toMatchObject({ ok: false, code: 'printer.paper' });
    expect(hub.hub.hall.records.get('ticket', id)?.state.is).toBe('waiting');
    expect(own().body.trouble?.is).toBe('paper');
    expect(kiosk.records.get('printer', own().id)).not.toHaveProperty('host');
    printer.behaviour = {};
    await hub.hub.hall.execute(
      'printer:report',
      { id: own().id, trouble: null, paperLow: false },
      { is: 'system', name: 'test' },
    );
    // The slip that failed is not sent by itself, nor by a repeated wish.
    expect(await print(id)).toMatchObject({ ok: false, code: 'printer.paper' });
    expect(printer.slips).toHaveLength(0);
  });

  test('[K7] a kiosk prints no slip that was not taken at a kiosk, and a board none at all', async () => {
    const desk = await panel.give('ticket:issue', { service, kind: 'normal' });
    if (!desk.ok) throw new Error(desk.message);
    expect(await print(desk.value.id)).toMatchObject({ ok: false, code: 'slip.missing' });
    const { screen } = await hub.pairBoard(admin);
    const { id } = await take();
    expect(await screen.ask('slip:print', { ticket: id })).toMatchObject({ ok: false });
    expect(await panel.ask('slip:print', { ticket: id })).toMatchObject({ ok: false });
    expect(printer.slips).toHaveLength(0);
  });

  test('the desk prints a slip again on the hall’s own printer; an editor does not', async () => {
    const { id, number } = await take();
    const clerk = await hub.addAccount(admin, 'chen', ['clerk']);
    const printed = await hub.ask(`/api/slips/${id}`, { body: {}, cookie: clerk });
    expect(printed).toMatchObject({ status: 200, body: { unsure: false } });
    expect(readSlip(printer.slips[0]!).text).toContain(number);
    const editor = await hub.addAccount(admin, 'lin', ['editor']);
    expect((await hub.ask(`/api/slips/${id}`, { body: {}, cookie: editor })).status).toBe(403);
    expect((await hub.ask('/api/slips/nowhere', { body: {}, cookie: clerk })).status).toBe(404);
  });

  test('[K9] an admin tries a printer', async () => {
    const tried = await hub.ask(`/api/printers/${own().id}/test`, { body: {}, cookie: admin });
    expect(tried).toMatchObject({ status: 200, body: { unsure: false } });
    expect(readSlip(printer.slips[0]!).text).toContain('社会保障 民政 医保 养老');
  });

  test('[K14] the page of a slip opens with its code, or by its id for who is signed in', async () => {
    const { id, number, code } = await take();
    const page = await hub.ask<string>(`/slip/${code}?width=58`);
    expect(page.status).toBe(200);
    expect(page.body).toContain(`>${number}</p>`);
    expect(page.body).not.toMatch(/<script|style=/);
    const sheet = /\/slip\/page\/58x\d+\.css/.exec(page.body)![0];
    expect((await hub.ask<string>(sheet)).body).toMatch(/@page\{size:58mm \d+mm/);
    const faces = /\/slip\/\w+\/faces\.css\?width=58/.exec(page.body)![0];
    expect((await hub.ask<string>(faces)).body).toMatch(/^@font-face\{font-family:'Sheet Sans'/);
    expect((await hub.ask(`/slip/${id}`)).status).toBe(404);
    expect((await hub.ask(`/slip/${id}`, { cookie: admin })).status).toBe(200);
    expect((await hub.ask('/slip/22222222')).status).toBe(404);
    expect((await hub.ask('/slip/page/58x999999.css')).status).toBe(404);
  });

  test('[K4] a printer is asked as soon as it is set', async () => {
    printer.behaviour = { state: NO_PAPER };
    const { host, port, width, letters, cut, main, settings: rev } = own().body;
    const { seq } = hub.hub.hall.mark;
    await panel.give('printer:save', {
      id: own().id,
      rev,
      name: '西门',
      host,
      port,
      width,
      letters,
      cut,
      main,
    });
    await panel.reach(seq + 2);
    expect(panel.records.get('printer', own().id)).toMatchObject({ name: '西门', trouble: { is: 'paper' } });
  });

  test('[K4] what a printer says when nobody prints is heard as well', async () => {
    printer.behaviour = { state: NO_PAPER };
    await hub.hub.printers.checkAll();
    expect(own().body.trouble?.is).toBe('paper');
    printer.behaviour = {};
    await hub.hub.printers.checkAll();
    expect(own().body.trouble).toBeUndefined();
  });
});
