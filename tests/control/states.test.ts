import { describe, expect, test } from 'vitest';
import { chooseLanguage } from '../../control/language.ts';
import { stateOf as noticeState } from '../../control/noticestate.ts';
import { countArticles, printedOf } from '../../control/printed.ts';
import { stateOf as screenState, STALE_MS } from '../../control/screenstate.ts';
import { judgePassword } from '../../control/strength.ts';
import type { Notice } from '../../content/model/notice.ts';
import type { ScreenPresence, ScreenReport } from '../../content/protocol.ts';
import { kept } from '../support/hall.ts';

const by = { id: 'sun', name: '孙编辑' };
const report: ScreenReport = {
  showing: 'board',
  mark: 1,
  call: null,
  sound: 'ready',
  clockError: 0,
  width: 1920,
  height: 1080,
  version: '1',
  trouble: null,
};

test('[C11] the language asked for wins over the remembered one; without either it is Chinese', () => {
  expect(chooseLanguage('en', 'zh-CN')).toBe('en');
  expect(chooseLanguage(null, 'en-GB')).toBe('en');
  expect(chooseLanguage('fr', 'zh-CN')).toBe('zh-CN');
  expect(chooseLanguage(null, null)).toBe('zh-CN');
});

test('a notice is coming, shown from its start, over from its end, and withdrawn whenever it is', () => {
  const notice: Notice = {
    title: '通知',
    text: '正文',
    category: 'general',
    from: 100,
    until: 200,
    postedBy: by,
    postedAt: 50,
    withdrawn: null,
  };
  expect([99, 100, 199, 200].map((now) => noticeState(notice, now))).toEqual([
    'coming',
    'shown',
    'shown',
    'over',
  ]);
  expect(noticeState({ ...notice, withdrawn: { by, at: 120 } }, 150)).toBe('withdrawn');
});

describe('screens', () => {
  const presence = (change: Partial<ScreenPresence>): ScreenPresence => ({
    screen: 's1',
    connected: true,
    heardAt: 1000,
    report,
    ...change,
  });

  test('[C12] a screen is online by its own word only', () => {
    expect(screenState(presence({}), 2000)).toBe('online');
    expect(screenState(presence({ report: null }), 2000)).toBe('unknown');
    expect(screenState(presence({}), 1001 + STALE_MS)).toBe('unknown');
  });

  test('[C12] a cut line leaves it playing, a page that went away does not, and unheard is unknown', () => {
    const HOUR = 3_600_000;
    expect(screenState(presence({ connected: false }), 2000)).toBe('alone');
    expect(screenState(presence({ connected: false }), 1001 + 72 * HOUR)).toBe('offline');
    expect(screenState(presence({ connected: false }), 1001 + 2 * HOUR, 2)).toBe('offline');
    expect(screenState(presence({ connected: false, left: true }), 2000)).toBe('offline');
    expect(screenState(presence({ connected: false, report: null }), 2000)).toBe('offline');
    for (const showing of ['pairing', 'starting'] as const)
      expect(screenState(presence({ connected: false, report: { ...report, showing } }), 2000)).toBe(
        'offline',
      );
    expect(screenState(undefined, 2000)).toBe('unknown');
    expect(screenState(presence({ connected: false, heardAt: null, report: null }), 0)).toBe('unknown');
  });
});

describe('sheets', () => {
  const sheet = (id: string, size: 'A3' | 'A1', revision: number, printedAt: number) =>
    kept('sheet', id, {
      of: { is: 'rule', rule: 'r1' },
      size,
      made: [{ kind: 'rule', id: 'r1', rev: revision }],
      hash: '',
      printedBy: by,
      printedAt,
    });

  test('[C13] only the newest sheet of a size counts', () => {
    const sheets = [sheet('C', 'A3', 2, 30), sheet('B', 'A1', 1, 20), sheet('A', 'A3', 1, 10)];
    const printed = printedOf({ id: 'r1', rev: 2 }, sheets);
    expect(printed.last?.id).toBe('C');
    expect(printed.outdated).toEqual(['A1']);
    expect(printedOf({ id: 'other', rev: 1 }, sheets)).toEqual({ last: null, outdated: [] });
  });

  test('articles are the numbered paragraphs of the first level, or all where none is numbered', () => {
    expect(
      countArticles([
        { number: '', depth: 0 },
        { number: '一、', depth: 0 },
        { number: '（一）', depth: 1 },
      ]),
    ).toBe(1);
    expect(countArticles([{ number: '', depth: 0 }])).toBe(1);
  });
});

test('a password is judged short, same, weak, fair or strong', () => {
  expect(judgePassword('1234567', 'li')).toBe('short');
  expect(judgePassword('liqingxi', 'LiQingxi')).toBe('same');
  expect(judgePassword('88888888', 'li')).toBe('weak');
  expect(judgePassword('password1', 'li')).toBe('weak');
  expect(judgePassword('ginkgo77', 'li')).toBe('fair');
  expect(judgePassword('青溪茶园早上九点钟开门了好', 'li')).not.toBe('short');
  expect(judgePassword('Ginkgo-77-leaf', 'li')).toBe('strong');
});
