import readXlsxFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayView } from '../../../content/history/live.ts';
import type { Figures, Row } from '../../../content/history/report.ts';
import { columnKeys } from '../../../content/history/figures.ts';
import { Learner } from '../../../server/history/learner.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { MINUTE } from '../../support/world.ts';

interface Report {
  rows: (Row & { name: string })[];
  total: Figures;
}

const DAY = 24 * 60 * MINUTE;
let test: TestHub;
let admin: string;
let clerk: { is: 'account'; id: string; name: string };
let window: string;
let service: string;

beforeEach(async () => {
  test = await startTestHub();
  admin = await test.setUp();
  await test.addAccount(admin, 'li', ['clerk'], '李窗口');
  const { records } = test.hub.hall;
  const account = [...records.all('account')].find(({ body }) => body.name === 'li');
  clerk = { is: 'account', id: account?.id ?? '', name: '李窗口' };
  const first = [...records.all('window')].find(({ body }) => body.services.length > 0);
  window = first?.id ?? '';
  service = first?.body.services[0] ?? '';
});
afterEach(() => test.stop());

const give = async (
  name: 'ticket:next' | 'ticket:finish' | 'ticket:undo' | 'window:take' | 'window:leave',
) => {
  const answer = await test.hub.hall.execute(name, { window }, clerk);
  if (!answer.ok) throw new Error(`${name}: ${answer.refused}`);
};
const issue = async () => {
  const answer = await test.hub.hall.execute('ticket:issue', { service, kind: 'normal' }, clerk);
  if (!answer.ok) throw new Error(answer.refused);
};
/** A visitor who waits four minutes and is served for six. */
const visit = async () => {
  await issue();
  test.clock.pass(4 * MINUTE);
  await give('ticket:next');
  test.clock.pass(6 * MINUTE);
  await give('ticket:finish');
};
const ask = async (by: string, from = '2026-11-19', to = '2026-11-19') =>
  (await test.ask<Report>(`/api/reports?from=${from}&to=${to}&by=${by}`, { cookie: admin })).body;

describe('reports (history.md)', () => {
  it('[T5] [T11] each day has its own, read back after a restart as before', async () => {
    await give('window:take');
    await visit();
    await issue();
    test.clock.pass(DAY);
    await visit();
    const before = await ask('day', '2026-11-18', '2026-11-20');
    expect(before.rows.map(({ key, issued, served, left }) => [key, issued, served, left])).toEqual([
      ['2026-11-19', 2, 1, 1],
      ['2026-11-20', 1, 1, 0],
    ]);
    expect(before.total).toMatchObject({ issued: 3, served: 2 });
    expect(before.total.wait).toEqual({
      mean: 4 * MINUTE,
      median: 4 * MINUTE,
      p90: 4 * MINUTE,
      max: 4 * MINUTE,
    });
    expect(before.total.service?.mean).toBe(6 * MINUTE);
    await test.restart();
    expect(await ask('day', '2026-11-18', '2026-11-20')).toEqual(before);
  });

  it('[T13] by window, clerk and service with their names; by hour', async () => {
    await give('window:take');
    await visit();
    expect((await ask('clerk')).rows).toMatchObject([{ key: clerk.id, name: '李窗口', served: 1 }]);
    expect((await ask('window')).rows).toMatchObject([{ key: window, served: 1 }]);
    expect((await ask('service')).rows).toMatchObject([{ key: service, served: 1 }]);
    expect((await ask('hour')).rows).toMatchObject([{ key: '09', name: '09:00', served: 1 }]);
    expect((await ask('origin')).rows).toMatchObject([{ name: '导办台' }]);
  });

  it('[T17] ratings stand beside the visits, also those that the records have let go', async () => {
    await give('window:take');
    const rate = async (degree: 1 | 5) => {
      await visit();
      const ticket = [...test.hub.hall.records.all('ticket')].findLast(
        ({ body }) => body.state.is === 'finished',
      );
      const visitor = { is: 'visitor', id: 'a'.repeat(16), name: '手机' } as const;
      const given = await test.hub.hall.execute('rating:give', { ticket: ticket?.id ?? '', degree }, visitor);
      if (!given.ok) throw new Error(given.refused);
    };
    await rate(5);
    await rate(1);
    const before = await ask('window');
    expect(before.rows[0]?.ratings).toMatchObject({
      count: 2,
      satisfied: { rate: 0.5 },
      bad: 1,
      mended: { rate: 0 },
    });
    expect(before.total.ratings).toEqual(before.rows[0]?.ratings);
    expect((await ask('hour')).rows[0]?.ratings).toMatchObject({ count: 2 });
    expect((await ask('origin')).rows[0]?.ratings).toBeNull();
    test.clock.pass(91 * DAY);
    admin = (await test.signIn('admin')).cookie;
    await rate(5);
    expect([...test.hub.hall.records.all('rating')].length).toBeLessThan(3);
    expect((await ask('window')).total).toEqual(before.total);
  });

  it('[T14] whoever is served after hours is counted as such', async () => {
    await give('window:take');
    await issue();
    test.clock.pass(9 * 60 * MINUTE);
    await give('ticket:next');
    await give('ticket:finish');
    expect((await ask('day')).total).toMatchObject({ served: 1, overtime: 1 });
  });

  it('[T3] the live view follows as commits come, without what was taken back', async () => {
    await give('window:take');
    const look = async () => (await test.ask<TodayView>('/api/reports/today', { cookie: admin })).body;
    expect(await look()).toMatchObject({ issued: 0, served: 0, hours: [] });
    await visit();
    expect((await look()).windows[window]).toEqual({ served: 1, mean: 6 * MINUTE });
    await give('ticket:undo');
    expect((await look()).served).toBe(0);
    expect((await look()).hours).toEqual([{ hour: '09', issued: 1, waiting: 1 }]);
    expect((await look()).staffing).toEqual({ is: 'unknown', why: expect.any(String) as string });
  });

  it('[T8] [T9] the hub learns the pace from the day, and a screen may see it', async () => {
    await give('window:take');
    await visit();
    test.clock.pass(MINUTE);
    const { hall, history } = { hall: test.hub.hall, history: test.hub.history };
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const learner = new Learner({ hall, history, now: test.clock.now, log });
    await learner.learn();
    await learner.learn();
    await learner.close();
    expect(hall.records.get('pace', 'pace')?.services).toEqual({ [service]: { count: 1, mean: 6 * MINUTE } });
    expect(hall.records.rev('pace', 'pace')).toBe(1);
    expect(hall.recordsFor('screen').find(({ kind }) => kind === 'pace')?.body).not.toHaveProperty('before');
  });

  it('[T11] CSV and Excel say what the page says; a name that looks like a formula does not run', async () => {
    await give('window:take');
    await visit();
    const [{ id, body } = { id: '', body: undefined }] = [...test.hub.hall.records.all('window')].filter(
      (one) => one.id === window,
    );
    if (!body) throw new Error('no window');
    const { number, business, services } = body;
    const renamed = { id, number, name: '=1+1,"x"', business, services };
    const by = {
      is: 'account' as const,
      id: [...test.hub.hall.records.all('account')][0]?.id ?? '',
      name: '陈静',
    };
    const saved = await test.hub.hall.execute('window:save', renamed, by);
    if (!saved.ok) throw new Error(saved.refused);
    const url = `/api/reports.csv?from=2026-11-19&to=2026-11-19&by=window`;
    const response = await fetch(test.url + url, { headers: { cookie: admin } });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.headers.get('content-disposition')).toContain('.csv');
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^窗口,取号,办结,/);
    expect(lines[1]).toContain(`"${number} =1+1,""x""",1,1,0,0,0,0,0,4,4,4,4,6,6,6`);
    const excel = await fetch(`${test.url}${url.replace('.csv', '.xlsx')}&lang=en`, {
      headers: { cookie: admin },
    });
    const rows = await readXlsxFile(Buffer.from(await excel.arrayBuffer()));
    const cells = (
      'data' in (rows[0] ?? {}) ? (rows[0] as unknown as { data: unknown[][] }).data : rows
    ) as unknown[][];
    expect(cells[0]?.[0]).toBe('Window');
    expect(cells[1]?.slice(0, 3)).toEqual([`${number} =1+1,"x"`, 1, 1]);
    expect(cells[1]?.[1 + columnKeys.indexOf('wait.mean')]).toBe(4);
  });

  it('[T11] only admins and auditors read reports; clerks the live view; ranges are checked', async () => {
    const clerks = (await test.signIn('li')).cookie;
    const url = '/api/reports?from=2026-11-19&to=2026-11-19&by=day';
    expect((await test.ask(url)).status).toBe(401);
    expect((await test.ask(url, { cookie: clerks })).status).toBe(403);
    expect((await test.ask('/api/reports/today', { cookie: clerks })).status).toBe(200);
    const auditor = await test.addAccount(admin, 'shen', ['auditor']);
    expect((await test.ask(url, { cookie: auditor })).status).toBe(200);
    const wrong = await test.ask('/api/reports?from=2026-11-20&to=2026-11-19&by=day', { cookie: admin });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'report.range' } });
    const long = await test.ask('/api/reports?from=2020-01-01&to=2026-11-19&by=day', { cookie: admin });
    expect(long).toMatchObject({ status: 400, body: { code: 'report.too-long' } });
    expect((await test.ask('/api/reports?from=x&to=y&by=z', { cookie: admin })).status).toBe(400);
  });
});
