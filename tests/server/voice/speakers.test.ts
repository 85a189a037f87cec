import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallHeard } from '../../../content/api.ts';
import type { ScreenReport } from '../../../content/protocol.ts';
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

const report: ScreenReport = {
  showing: 'board',
  mark: 0,
  call: null,
  spoken: null,
  sound: 'ready',
  clockError: 0,
  width: 1920,
  height: 1080,
  version: '1',
  trouble: null,
};
const say = (screen: Client, more: Partial<ScreenReport> = {}) =>
  screen.ask('screen:report', { ...report, ...more });

/** What a screen is set to, as it is saved. */
function shownBy(id: string) {
  const { name, scene, diagonal, distance, sound } = hub.hub.hall.records.get('screen', id)!;
  return { name, scene, diagonal, distance, sound };
}

/** Pairs a board that stands in a zone. */
async function pairIn(zone: string, name: string) {
  const board = await hub.pairBoard(admin, name);
  const shown = shownBy(board.id);
  const voice = { volume: 1, zone };
  const saved = await panel.give('screen:save', { id: board.id, ...shown, voice });
  expect(saved.ok).toBe(true);
  return board;
}

/** Calls a number; answers the announcement's id. */
async function call(): Promise<string> {
  const service = panel.first('service').id;
  const window = [...panel.records.all('window')].find(({ body }) => body.services.includes(service))!.id;
  await panel.give('ticket:issue', { service, kind: 'normal' });
  await panel.give('window:take', { window });
  const called = await panel.give('ticket:next', { window });
  if (!called.ok) throw new Error(called.message);
  return hub.hub.hall.records.get('ticket', called.value.id)!.call!.id;
}

describe('[V19] the hub names who speaks in a zone', () => {
  test('the next takes over when the speaker is blocked or gone, and learns what it had begun', async () => {
    const first = await pairIn('东厅', '一屏');
    const second = await pairIn('东厅', '二屏');
    await say(first.screen);
    await say(second.screen);
    expect(hub.hub.live.screens.speakers).toEqual([first.id]);
    await say(first.screen, { saying: ['callA', 'callB'] });
    await say(first.screen, { sound: 'blocked' });
    for (;;) {
      const named = await second.screen.next('speakers:named');
      if (named.speakers[0] !== second.id) continue;
      expect(named).toEqual({ speakers: [second.id], said: ['callA', 'callB'] });
      break;
    }
    await say(first.screen, { sound: 'ready' });
    expect(hub.hub.live.screens.speakers).toEqual([second.id]);
    second.screen.close();
    await expect.poll(() => hub.hub.live.screens.speakers).toEqual([first.id]);
  });

  test('screens of one zone never speak both, whoever comes, goes and falls silent', async () => {
    const boards = [await pairIn('东厅', '一屏'), await pairIn('东厅', '二屏'), await pairIn('东厅', '三屏')];
    let seed = 11;
    const chance = (of: number) => (seed = (seed * 48_271) % 2_147_483_647) % of;
    for (let step = 0; step < 60; step++) {
      const board = boards[chance(3)]!;
      await say(board.screen, { sound: chance(2) ? 'ready' : 'blocked' });
      const mine = boards.map(({ id }) => id);
      expect(hub.hub.live.screens.speakers.filter((id) => mine.includes(id))).toHaveLength(1);
    }
  });
});

describe('[V23] the hub knows of each call and screen', () => {
  test('shown, spoken, or that sound was blocked', async () => {
    const good = await hub.pairBoard(admin, '一屏');
    const mute = await hub.pairBoard(admin, '二屏');
    await say(good.screen);
    await say(mute.screen, { sound: 'blocked' });
    const id = await call();
    hub.clock.pass(3_000);
    await say(good.screen, { call: id, saying: [id] });
    await say(mute.screen, { call: id, sound: 'blocked' });
    hub.clock.pass(9_000);
    await say(good.screen, { call: id, saying: [id], spoken: id });
    const read = async (screen: string) =>
      (await hub.ask<CallHeard[]>(`/api/screens/${screen}/calls`, { cookie: admin })).body;
    const [heard] = await read(good.id);
    expect(heard).toMatchObject({ call: id, sound: 'ready' });
    expect([heard!.shown! - heard!.at, heard!.spoken! - heard!.at]).toEqual([3_000, 12_000]);
    expect((await read(mute.id))[0]).toMatchObject({ call: id, spoken: null, sound: 'blocked' });
    const clerk = await hub.addAccount(admin, 'wang', ['clerk']);
    expect((await hub.ask(`/api/screens/${good.id}/calls`, { cookie: clerk })).status).toBe(403);
  });
});

describe('[V24] a test of a screen', () => {
  test('is answered by the screen itself, logged, and refused where nobody could hear it', async () => {
    const { screen, id } = await hub.pairBoard(admin, '一屏');
    const clerk = await hub.addAccount(admin, 'wang', ['clerk']);
    screen.socket.on('voice:tested', (answer: (heard: string) => void) => answer('clips'));
    const test = (cookie = clerk) => hub.ask(`/api/screens/${id}/test`, { body: {}, cookie });
    expect((await test()).body).toEqual({ heard: 'clips' });
    expect(hub.logged.some((line) => line.includes('wang') && line.includes(id))).toBe(true);
    expect((await test('')).status).toBe(401);
    const shown = shownBy(id);
    await panel.give('screen:save', { id, ...shown, sound: false });
    expect((await test()).body).toMatchObject({ code: 'screen.silent' });
    await panel.give('screen:save', { id, ...shown });
    screen.close();
    await screen.next('disconnect');
    await expect.poll(async () => (await test()).body['code']).toBe('screen.away');
  });
});
