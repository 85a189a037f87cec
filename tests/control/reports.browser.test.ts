import './chinese.ts';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Figures, Report, ReportAsked } from '../../content/history/report.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import Reports from '../../control/pages/Reports.svelte';
import { smallHall } from '../support/hall.ts';
import { MINUTE, MORNING } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

const spread = { mean: 4 * MINUTE, median: 4 * MINUTE, p90: 5 * MINUTE, max: 6 * MINUTE };
const figures: Figures = {
  issued: 12,
  served: 10,
  passed: 1,
  dropped: 1,
  cancelled: 0,
  left: 0,
  overtime: 2,
  wait: spread,
  service: spread,
  estimate: { count: 9, error: 2 * MINUTE, inside: 0.8 },
  ratings: null,
};

function openReports(answer: (asked: ReportAsked) => Promise<unknown>) {
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot(smallHall().everything(), MORNING));
  const panel = { http: { report: answer } };
  const session = { hub, hall: new Hall(hub), clock: { now: MORNING }, panel };
  return render(Reports, { session: session as never, id: null });
}

test('[T11] [T12] a report is read again for what is asked, and a figure without visits is a dash', async () => {
  const asked: ReportAsked[] = [];
  const screen = await openReports((range) => {
    asked.push(range);
    const none: Figures = { ...figures, issued: 0, served: 0, wait: null, service: null, estimate: null };
    const rows = [
      { ...figures, key: '2026-11-18', name: '2026-11-18' },
      { ...none, key: '2026-11-19', name: '2026-11-19' },
    ];
    return Promise.resolve({ ok: true, value: { ...range, rows, total: figures } satisfies Report });
  });
  await expect.element(screen.getByRole('row', { name: /^2026-11-18 12 10 / })).toBeVisible();
  expect(asked).toEqual([{ from: '2026-11-13', to: '2026-11-19', by: 'day' }]);
  await expect.element(screen.getByRole('row', { name: /^2026-11-19 0 0 .*–/ })).toBeVisible();
  await screen.getByRole('combobox').selectOptions('window');
  await expect.poll(() => asked.at(-1)?.by).toBe('window');
  const csv = screen.getByRole('link', { name: /CSV/ }).element();
  await expect.poll(() => csv.getAttribute('href')).toContain('by=window');
});

test('[T11] what the hub refuses is said, and nothing stands there as if it were a report', async () => {
  const message = '一次最多统计两年，请缩短时间段。';
  const screen = await openReports(() => Promise.resolve({ ok: false, code: 'report.too-long', message }));
  await expect.element(screen.getByRole('alert')).toBeVisible();
  await expect.element(screen.getByText(message)).toBeVisible();
  expect(screen.getByRole('table').query()).toBeNull();
});
