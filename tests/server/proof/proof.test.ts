import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Certificate, Piece, Show, Showing } from '../../../content/model/showing.ts';
import type { ContentRow, DayView } from '../../../content/proof/view.ts';
import { startTestHub } from '../../support/hub.ts';
import type { TestHub } from '../../support/hub.ts';
import type { Client } from '../../support/client.ts';

const MINUTE = 60_000;
const DAY = '2026-11-19';
const FILE = `${DAY}.jsonl`;

let test1: TestHub;
let admin: string;
let screen: { screen: Client; token: string; id: string };
let notice: string;
beforeEach(async () => {
  test1 = await startTestHub();
  admin = await test1.setUp();
  screen = await test1.pairBoard(admin);
  const panel = test1.panel(admin);
  await panel.next('state:replaced');
  const saved = await panel.give('notice:save', {
    title: '农业补贴名单公示',
    text: '名单见下。',
    category: 'subsidy',
    from: test1.clock.now(),
    until: test1.clock.now() + 10 * 24 * 60 * MINUTE,
    publicity: { days: 2 },
  });
  if (!saved.ok) throw new Error(saved.message);
  notice = saved.value.id;
});
afterEach(() => test1.stop());

const board = (): Show => ({
  is: 'shown',
  parts: [
    {
      scene: 'board',
      records: [{ kind: 'notice', id: notice, rev: test1.hub.hall.records.rev('notice', notice) }],
    },
  ],
});

/** So many minutes of one show that end now. */
function pieceOf(minutes: number, show: Show = board(), until = test1.clock.now()): Piece {
  return { from: until - minutes * MINUTE, shows: [show], runs: [[0, minutes * MINUTE]] };
}

const hand = (...pieces: Piece[]) => screen.screen.ask('proof:hand', { pieces });
const dayOf = async (day = DAY): Promise<DayView> =>
  (await test1.ask<DayView>(`/api/proof/days/${day}`, { cookie: admin })).body;
const certificateOf = async (): Promise<Certificate> =>
  (await test1.ask<Certificate>(`/api/proof/certificates/${notice}`, { cookie: admin })).body;

async function shownMs(day = DAY): Promise<number> {
  const view = await dayOf(day);
  const its = view.screens.find((one) => one.screen === screen.id);
  return (its?.parts ?? []).reduce(
    (sum, { is, from, until }) => (is === 'shown' ? sum + until - from : sum),
    0,
  );
}

/** Lets the day end and be sealed. */
async function endDay(): Promise<void> {
  test1.clock.pass(16 * 60 * MINUTE);
  await test1.hub.proof.look();
}

describe('the log of showing', () => {
  test('[PS2] what a screen hands in again, or again in part, adds nothing', async () => {
    test1.clock.pass(10 * MINUTE);
    expect(await hand(pieceOf(5))).toEqual({ ok: true, value: null });
    await hand(pieceOf(5));
    await hand(pieceOf(8));
    expect(await shownMs()).toBe(8 * MINUTE);
  });

  test('[PS2] it survives a hub that dies in the midst of a line, and a screen that hands the rest in late', async () => {
    test1.clock.pass(5 * MINUTE);
    await hand(pieceOf(5));
    await test1.hub.close();
    await appendFile(join(test1.folder, 'proof', FILE), '{"is":"runs","at":17');
    test1.clock.pass(30 * MINUTE);
    await test1.restart();
    screen = { ...screen, screen: test1.display({ token: screen.token }) };
    await screen.screen.next('state:replaced');
    test1.clock.pass(MINUTE);
    await hand(pieceOf(5, board(), test1.clock.now() - 26 * MINUTE), pieceOf(20));
    const its = (await dayOf()).screens.find((one) => one.screen === screen.id)!;
    expect(await shownMs()).toBe(30 * MINUTE);
    expect(its.parts.some(({ late, is }) => late && is === 'shown')).toBe(true);
    expect(its.parts.filter(({ why }) => why === 'hub').length).toBeGreaterThan(0);
    expect((await dayOf()).broken).toBeNull();
    expect(test1.logged.join()).toContain('half-written');
  });

  test('[PS2] a piece over midnight stands on both days, and the future is cut off', async () => {
    test1.clock.pass(15 * 60 * MINUTE + 2 * MINUTE);
    await hand({ ...pieceOf(4), runs: [[0, 60 * MINUTE]] });
    expect(await shownMs(DAY)).toBe(2 * MINUTE);
    test1.clock.pass(MINUTE);
    expect(await shownMs('2026-11-20')).toBe(2 * MINUTE + 5_000);
  });

  test('a page without a screen hands nothing in, and what does not fit is refused', async () => {
    const stranger = test1.display();
    await stranger.next('pairing:offered');
    expect(await stranger.ask('proof:hand', { pieces: [pieceOf(1)] })).toMatchObject({ ok: false });
    expect(await hand({ from: -1, shows: [], runs: [] })).toMatchObject({ code: 'request.invalid' });
  });

  test('[PS5] a day is sealed in the journal, sealed anew after late pieces, and tampering shows', async () => {
    test1.clock.pass(5 * MINUTE);
    await hand(pieceOf(5));
    await endDay();
    const seal = (): Showing => test1.hub.hall.records.get('showing', DAY)!;
    const first = seal();
    expect(first.screens.find((one) => one.screen === screen.id)).toMatchObject({ shown: 5 * MINUTE });
    expect((await dayOf()).sealed).toBe(true);
    await hand(pieceOf(5, board(), Date.UTC(2026, 10, 19, 3)));
    expect((await dayOf()).sealed).toBe(true);
    await test1.hub.proof.look();
    expect(seal().lines).toBeGreaterThan(first.lines);
    await test1.hub.close();
    const file = join(test1.folder, 'proof', FILE);
    await writeFile(file, (await readFile(file, 'utf8')).replace('[0,300000]', '[0,900000]'));
    await test1.restart();
    expect(await dayOf()).toMatchObject({ sealed: false });
    await test1.hub.proof.look();
    expect((await dayOf()).sealed).toBe(false);
  });

  test('[PS5] a log whose end was cut off does not fit its seal', async () => {
    test1.clock.pass(5 * MINUTE);
    await hand(pieceOf(5));
    await endDay();
    await test1.hub.close();
    const file = join(test1.folder, 'proof', FILE);
    await writeFile(file, `${(await readFile(file, 'utf8')).split('\n')[0]!}\n`);
    await test1.restart();
    expect(await dayOf()).toMatchObject({ sealed: false, broken: null });
  });

  test('[PS6] after twelve months the log, its pictures and its seal are gone', async () => {
    test1.clock.pass(5 * MINUTE);
    await hand(pieceOf(5));
    await endDay();
    test1.clock.pass(367 * 24 * 60 * MINUTE);
    await test1.hub.proof.look();
    expect(test1.hub.hall.records.get('showing', DAY)).toBeUndefined();
    await expect(stat(join(test1.folder, 'proof', FILE))).rejects.toThrow('ENOENT');
  });

  test('[PS7] one picture a day of each 公示 and screen, and only of a 公示', async () => {
    test1.clock.pass(5 * MINUTE);
    const jpeg = (byte: number) =>
      `data:image/jpeg;base64,${Buffer.from([0xff, 0xd8, 0xff, byte]).toString('base64')}`;
    const give = (of: string, picture: string) => screen.screen.ask('proof:picture', { notice: of, picture });
    expect(await give(notice, jpeg(1))).toEqual({ ok: true, value: null });
    await give(notice, jpeg(2));
    await give('another', jpeg(3));
    const png = `data:image/jpeg;base64,${Buffer.from('89504e47', 'hex').toString('base64')}`;
    expect(await give(notice, png)).toMatchObject({ code: 'proof.picture' });
    const { pictures } = await dayOf();
    expect(pictures).toHaveLength(1);
    const answer = await test1.ask(`/api/proof/pictures/${pictures[0]!.digest}`, { cookie: admin });
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect((await test1.ask(`/api/proof/pictures/${pictures[0]!.digest}`)).status).toBe(401);
  });
});

describe('screens that go astray', () => {
  const other: Show = { is: 'shown', parts: [{ scene: 'hours' }] };
  const astray = () => test1.hub.hall.records.get('astray', screen.id);

  test('[PS9] ten minutes of something else are noted once, and so is that it is right again', async () => {
    for (let count = 0; count < 2; count += 1) {
      test1.clock.pass(5 * MINUTE);
      await hand(pieceOf(5, other));
    }
    expect(astray()).toMatchObject({ since: test1.clock.now() - 10 * MINUTE, back: null });
    const { seq } = test1.hub.hall.mark;
    test1.clock.pass(5 * MINUTE);
    await hand(pieceOf(5, other));
    expect(test1.hub.hall.mark.seq).toBe(seq);
    test1.clock.pass(5 * MINUTE);
    await hand(pieceOf(5));
    expect(astray()?.back).toBe(test1.clock.now());
  });

  test('[PS9] an interrupt between, or what comes in late, says nothing of it', async () => {
    for (const show of [other, { is: 'over', interrupt: 'i1', parts: [] } as Show, other]) {
      test1.clock.pass(5 * MINUTE);
      await hand(pieceOf(5, show));
    }
    test1.clock.pass(60 * MINUTE);
    await hand(pieceOf(30, other, test1.clock.now() - 10 * MINUTE));
    expect(astray()).toBeUndefined();
  });

  test('[PS9] words that have changed since are astray too', async () => {
    const old = board();
    const panel = test1.panel(admin);
    await panel.next('state:replaced');
    const before = test1.hub.hall.records.get('notice', notice)!;
    const { title, category, from, until, publicity } = before;
    const saved = await panel.give('notice:save', {
      ...{ id: notice, rev: test1.hub.hall.records.rev('notice', notice), title, text: '名单已更正。' },
      ...{ category, from, until, publicity: publicity! },
    });
    expect(saved.ok).toBe(true);
    for (let count = 0; count < 2; count += 1) {
      test1.clock.pass(5 * MINUTE);
      await hand(pieceOf(5, old));
    }
    expect(astray()).toMatchObject({ back: null });
  });
});

describe('certificates', () => {
  test('[PS10] [PS13] shown so far, then a day missing', async () => {
    expect((await certificateOf()).verdict).toEqual({ is: 'none' });
    test1.clock.pass(5 * MINUTE);
    await hand(pieceOf(5));
    const running = await certificateOf();
    expect(running).toMatchObject({ verdict: { is: 'running' }, first: DAY, working: 2 });
    expect(running.days[0]).toMatchObject({ day: DAY, is: 'shown', ms: 5 * MINUTE, sealed: null });
    await endDay();
    // Friday goes by without a word of the screen.
    await endDay();
    test1.clock.pass(48 * 60 * MINUTE);
    const later = await certificateOf();
    expect(later.verdict).toEqual({ is: 'missing', days: ['2026-11-20'] });
    expect(later.days[0]).toMatchObject({ sealed: true });
    expect(later.days.find(({ day }) => day === '2026-11-21')).toMatchObject({ is: 'rest' });
  });

  test('[PS11] a hole in the hours of the hall is listed with its reason', async () => {
    test1.clock.pass(10 * MINUTE);
    await hand(pieceOf(5));
    const { gaps } = await certificateOf();
    expect(gaps).toMatchObject([{ screen: screen.id, why: 'silent' }]);
    expect(gaps[0]!.until - gaps[0]!.from).toBe(5 * MINUTE);
  });

  test('[PS12] it is made into a record by those who may, and only of a 公示', async () => {
    const clerk = await test1.addAccount(admin, 'clerk1', ['clerk']);
    const make = (cookie: string, of = notice) =>
      test1.ask('/api/proof/certificates', { body: { notice: of }, cookie });
    expect((await make(clerk)).status).toBe(403);
    expect((await make(admin, 'nothing')).body).toMatchObject({ code: 'record.missing' });
    expect((await make(admin)).status).toBe(200);
    const kept = test1.hub.hall.records.get('certificate', notice)!;
    expect(kept).toEqual({ ...(await certificateOf()), madeAt: kept.madeAt });
    expect(screen.screen.records.get('certificate', notice)).toBeUndefined();
  });
});

describe('totals', () => {
  test('by content and screen, as a table and as files', async () => {
    test1.clock.pass(30 * MINUTE);
    await hand(pieceOf(30));
    const range = `from=${DAY}&to=${DAY}`;
    const rows = await test1.ask<ContentRow[]>(`/api/proof/contents?${range}`, { cookie: admin });
    expect(rows.body).toMatchObject([{ kind: 'notice', id: notice, ms: 30 * MINUTE, turns: 1, days: 1 }]);
    const csv = await test1.ask<string>(`/api/proof/contents.csv?${range}`, { cookie: admin });
    expect(csv.body).toContain('农业补贴名单公示,公告,大厅主屏,0.5,1,1');
    const xlsx = await test1.ask(`/api/proof/contents.xlsx?${range}`, { cookie: admin });
    expect(xlsx.status).toBe(200);
  });

  test('a screen that turns a notice every ten seconds for ten hours costs little', async () => {
    const shows = Array.from({ length: 6 }, (_, place): Show => ({
      is: 'shown',
      parts: [{ scene: 'board', records: [{ kind: 'pledge', id: `pledge-${place}`, rev: 1 }] }],
    }));
    const began = process.cpuUsage();
    for (let count = 0; count < 120; count += 1) {
      test1.clock.pass(5 * MINUTE);
      const runs = Array.from({ length: 30 }, (_, turn): [number, number] => [turn % 6, 10_000]);
      await hand({ from: test1.clock.now() - 5 * MINUTE, shows, runs });
    }
    const used = process.cpuUsage(began);
    const { size } = await stat(join(test1.folder, 'proof', FILE));
    console.info(
      `a board's day of ten hours: ${size} bytes of log, ${Math.round((used.user + used.system) / 120_000)} ms of CPU a report (client and hub)`,
    );
    expect(size).toBeLessThan(120_000);
    expect(await shownMs()).toBe(600 * MINUTE);
  });
});
