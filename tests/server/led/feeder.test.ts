import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inflateSync } from 'node:zlib';
import { Letters } from '../../../content/led/letters.ts';
import type { Body, Commit, Kept } from '../../../content/model/record.ts';
import { Feeder } from '../../../server/led/feeder.ts';
import { pictureOf } from '../../../server/led/picture.ts';
import { pictureOf as rowsOf, realPacks } from '../../content/led/packs.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { TestHub } from '../../support/hub.ts';
import { SignCard } from '../../support/signcard.ts';
import { MORNING } from '../../support/world.ts';

const letters = new Letters(realPacks());

let hub: TestHub;
let admin: string;
let window: string;
const cards: SignCard[] = [];
const feeders: Feeder[] = [];

beforeEach(async () => {
  hub = await TestHub.start();
  admin = await hub.setUp();
  window = [...hub.hub.hall.records.all('window')].find(({ body }) => body.number === 1)!.id;
});
afterEach(async () => {
  for (const feeder of feeders.splice(0)) feeder.close();
  for (const card of cards.splice(0)) await card.stop();
  await hub.stop();
});

async function give(command: string, input: unknown): Promise<{ id: string }> {
  const [first] = hub.hub.hall.records.all('account');
  const by = { is: 'account', id: first!.id, name: first!.body.displayName } as const;
  const answer = await hub.hub.hall.execute(command as 'screen:add', input as never, by);
  if (!answer.ok) throw new Error(answer.refused);
  return answer.value as { id: string };
}

const sign = (controller?: object, more: object = {}) => ({
  name: '1号窗口屏',
  scene: { is: 'sign', window, width: 192, height: 32, ...more, ...(controller ? { controller } : {}) },
  diagonal: 20,
  distance: 6,
});
const card5E = (port: number, double = false) => ({
  is: 'onbon',
  host: '127.0.0.1',
  port,
  address: 7,
  model: '5E2',
  double,
});

const drawn = (id: string) => rowsOf(pictureOf(hub.hub.hall.records, id, letters, hub.clock.now())!.frame);
/** A hall of records that a test changes by hand. */
function quietHall(controller: object, more: object = {}) {
  const records = smallHall();
  const heard = new Set<(commit: Commit) => void>();
  const put = (one: Kept) => {
    records.apply([one]);
    for (const listen of heard) listen({ changes: [one] } as unknown as Commit);
  };
  const scene = { is: 'sign', window: 'w1', width: 192, height: 32, ...more, controller };
  put(kept('screen', 's1', { ...board, scene } as Body<'screen'>));
  const rename = (name: string) => put(kept('window', 'w1', { ...records.get('window', 'w1')!, name }));
  const onCommit = (listen: (commit: Commit) => void) => {
    heard.add(listen);
    return () => void heard.delete(listen);
  };
  const feeder = new Feeder({
    hall: { records, onCommit },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    now: () => MORNING,
    pace: { least: 1, again: 3_600_000, retry: 5, most: 20 },
    patience: { connect: 500, answer: 200 },
  });
  feeders.push(feeder);
  const drawn = () => rowsOf(pictureOf(records, 's1', letters, MORNING)!.frame);
  return { records, put, rename, feeder, drawn };
}
const board = {
  name: '1号窗口屏',
  diagonal: 20,
  distance: 6,
  sound: false,
  tokenHash: '0'.repeat(64),
  pairedBy: { id: 'chen', name: '陈管理' },
  pairedAt: MORNING,
};
async function untilState(feeder: Feeder, is: string): Promise<void> {
  while (feeder.states.get('s1')?.is !== is) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('a fed sign', () => {
  test('[L16] shows what its page would, and each change once', async () => {
    const card = await SignCard.start();
    cards.push(card);
    const { put, rename, records, feeder, drawn } = quietHall(card5E(card.port));
    const first = await card.shown(1);
    expect(first).toMatchObject({ to: 7, device: 0x0254, width: 192, height: 32, green: null });
    expect(first.red).toEqual(drawn());
    await untilState(feeder, 'well');
    rename('综合受理');
    expect((await card.shown(2)).red).toEqual(drawn());
    // What the sign does not show sends nothing: the next frame is that of the next change.
    put(kept('service', 'land', { ...records.get('service', 'land')!, name: '国土' }));
    rename('社会保障');
    expect((await card.shown(3)).red).toEqual(drawn());
    expect(card.faults).toEqual([]);
  });

  test('[L16] amber on a board of two colours lights both', async () => {
    const card = await SignCard.start(true);
    cards.push(card);
    const { drawn } = quietHall(card5E(card.port, true), { colour: 'amber' });
    const told = await card.shown(1);
    expect([told.red, told.green]).toEqual([drawn(), drawn()]);
    expect(card.faults).toEqual([]);
  });

  test('[L16] a controller that is away, mute or refuses is told of, and fed when it is back', async () => {
    const card = await SignCard.start();
    const { port } = card;
    card.manner = 'mute';
    const { feeder, drawn } = quietHall(card5E(port));
    await untilState(feeder, 'mute');
    card.manner = { error: 4 };
    await untilState(feeder, 'refused');
    expect(feeder.states.get('s1')).toMatchObject({ error: 4 });
    await card.stop();
    await untilState(feeder, 'offline');
    cards.push(await SignCard.start(false, port));
    await untilState(feeder, 'well');
    expect((await cards[0]!.shown(1)).red).toEqual(drawn());
  });

  test('[L16] the hub feeds it, and one without a controller any more is let go', async () => {
    const card = await SignCard.start();
    cards.push(card);
    const { id } = await give('screen:add', sign(card5E(card.port)));
    expect((await card.shown(1)).red).toEqual(drawn(id));
    const states = async () => (await hub.ask('/api/led', { cookie: admin })).body;
    expect(Object.keys(await states())).toEqual([id]);
    await give('screen:revoke', { id });
    expect(await states()).toEqual({});
    expect((await hub.ask('/api/led')).status).toBe(401);
  });

  test('[R25] a controller outside the local network is refused, and so is a scene without dots', async () => {
    await expect(give('screen:add', sign({ ...card5E(5005), host: '8.8.8.8' }))).rejects.toThrow(
      'sign.address',
    );
    await expect(give('screen:add', { ...sign(), scene: { is: 'board' } })).rejects.toThrow('scene.no-dots');
    expect([...hub.hub.hall.records.all('screen')]).toEqual([]);
  });
});

/** The dots of a 1-bit PNG without filters, as pictures have them. */
function readPng(file: Buffer): string[] {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const at = file.indexOf('IDAT');
  const rows = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
  const stride = Math.ceil(width / 8) + 1;
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) =>
      ((rows[y * stride + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? '#' : '.',
    ).join(''),
  );
}
/** The same of a bitmap. */
function readBmp(file: Buffer): string[] {
  const [start, width, height, bits] = [10, 18, 22, 28].map((at) => file.readUInt16LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  const stride = Math.ceil((width * bits) / 32) * 4;
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const row = start + (height - 1 - y) * stride;
      const lit =
        bits === 24
          ? file[row + x * 3 + 2]
          : (file[row + ((x * bits) >> 3)]! >> (8 - bits - ((x * bits) & 7))) & (2 ** bits - 1);
      return lit ? '#' : '.';
    }).join(''),
  );
}

describe('a fetched sign', () => {
  const fetched = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(hub.url + path, { headers });
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? '',
      type: answer.headers.get('content-type'),
      body: Buffer.from(await answer.arrayBuffer()),
    };
  };

  test('[L15] pictures of every depth show the dots of the page', async () => {
    const { id } = await give('screen:add', sign());
    const png = await fetched(`/led/${id}.png`);
    expect(png).toMatchObject({ status: 200, type: 'image/png' });
    expect(readPng(png.body)).toEqual(drawn(id));
    for (const bits of [1, 2, 24]) {
      const bmp = await fetched(`/led/${id}.bmp?bits=${bits}`);
      expect(bmp.type).toBe('image/bmp');
      expect(readBmp(bmp.body), `${bits} bits`).toEqual(drawn(id));
    }
  });

  test('[L15] the same frame is not sent twice, and the next one as soon as it is there', async () => {
    const { id } = await give('screen:add', sign());
    const first = await fetched(`/led/${id}.png`);
    expect((await fetched(`/led/${id}.png`, { 'if-none-match': first.etag })).status).toBe(304);
    const held = fetched(`/led/${id}.png?wait=60`, { 'if-none-match': first.etag });
    const { number, business, services } = hub.hub.hall.records.get('window', window)!;
    await give('window:save', { id: window, number, name: '综合受理', business, services });
    const next = await held;
    expect(next.status).toBe(200);
    expect(next.etag).not.toBe(first.etag);
    expect(readPng(next.body)).toEqual(drawn(id));
  });

  test('[L17] an interrupt stands above a fetched sign, and its end gives the sign back', async () => {
    const { id } = await give('screen:add', sign());
    const before = readPng((await fetched(`/led/${id}.png`)).body);
    const { id: alarm } = await give('interrupt:begin', { is: 'black', to: { is: 'all' } });
    const black = readPng((await fetched(`/led/${id}.png`)).body);
    expect(black.join('')).not.toContain('#');
    await give('interrupt:end', { id: alarm });
    expect(readPng((await fetched(`/led/${id}.png`)).body)).toEqual(before);
  });

  test('[L17] [R25] a rolling line of dots is fetched page by page', async () => {
    const ticker = { is: 'ticker', topics: [], own: ['欢迎'], colour: 'amber' };
    await expect(give('screen:add', { ...sign(), scene: ticker })).rejects.toThrow('scene.no-dots');
    const scene = { ...ticker, dots: { width: 1920, height: 64 } };
    const { id } = await give('screen:add', { ...sign(), scene });
    const strip = await fetched(`/led/${id}.png`);
    expect(readPng(strip.body)).toEqual(drawn(id));
    expect(strip.body.toString('latin1')).toContain('PLTE\0\0\0\xff\xa0\0');
    expect(drawn(id).join('')).toContain('#');
  });

  test('[L15] what is no sign is refused in words', async () => {
    const { id } = await hub.pairBoard(admin);
    for (const path of [`/led/${id}.png`, '/led/nobody.bmp']) {
      const answer = await hub.ask<{ code: string }>(path);
      expect([answer.status, answer.body.code]).toEqual([404, 'sign.missing']);
    }
    const { id: there } = await give('screen:add', sign());
    expect((await hub.ask(`/led/${there}.png?bits=3`)).status).toBe(400);
    expect((await hub.ask('/led/glyphs-16.bin')).status).toBe(200);
  });
});
