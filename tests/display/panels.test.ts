import { expect, test } from 'vitest';
import { panelOfNotice, panelOfWindows } from '../../display/panels.ts';
import { othersThan, shownCall } from '../../display/calls.ts';
import { wordDay } from '../../display/dates.ts';
import { boardOf } from '../../content/views/board.ts';
import { farmNotice, hallOf, healthNotice, morning, NOW } from './fixture.ts';

const zone = 'Asia/Shanghai';
const by = { id: 'chen', name: '陈晓' };

function notice(title: string, from: number, until: number) {
  const body = { title, text: '一\n\n 二', category: 'subsidy' as const, from, until };
  return {
    kind: 'notice' as const,
    id: 'n',
    rev: 2,
    body: { ...body, postedBy: by, postedAt: from, withdrawn: null },
  };
}
const midnight = Date.UTC(2026, 10, 25, 16);

test('a 公示 says its last day, which is the day before the midnight at which it ends, and the days left', () => {
  expect(panelOfNotice(notice(farmNotice.title, NOW, midnight), NOW, zone).dates).toBe(
    '公示期 11月21日–11月25日 · 还剩4天',
  );
});

test('a 公示 that ends today says so', () => {
  const ending = notice(farmNotice.title, NOW, NOW + 60_000);
  expect(panelOfNotice(ending, NOW, zone).dates).toContain('今天截止');
});

test('any other notice says when it was posted; empty lines are no paragraphs', () => {
  const panel = panelOfNotice(notice(healthNotice.title, NOW, midnight), NOW, zone);
  expect(panel.dates).toBe('11月21日发布，展示至11月25日');
  expect(panel.paragraphs).toEqual(['一', '二']);
});

test('the windows stand in the order of their numbers', () => {
  expect(panelOfWindows(hallOf(morning))?.paragraphs[0]).toBe('1号窗口　群众咨询接访');
  expect(panelOfWindows(hallOf({ windows: false }))).toBeNull();
});

test('days are named as people say them', () => {
  const day = 86_400_000;
  expect(wordDay(NOW, NOW, zone)).toBe('今天');
  expect(wordDay(NOW + day, NOW, zone)).toBe('明天');
  expect(wordDay(NOW + 2 * day, NOW, zone)).toBe('11月23日 星期一');
});

test('the list under the call shows neither its ticket nor calls whose turn has not come', () => {
  const board = boardOf(hallOf(morning), NOW);
  const older = board.last[1]!;
  const shown = shownCall(board, { call: older, how: 'announced' });
  expect(shown?.state).toBe('finished');
  expect(othersThan(board, older).map(({ number }) => number)).toEqual([
    'C003',
    'A010',
    'D002',
    'A006',
    'B002',
  ]);
});
