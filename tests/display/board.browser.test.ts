import '@fontsource-variable/noto-sans-sc/index.css';
import '../../content/theme.css';
import '../../display/page.css';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { callsByGroup } from '../../display/calls.ts';
import { baseOf, defaultPlace } from '../../display/glass.ts';
import { layoutOf } from '../../display/layout.ts';
import Board from '../../display/scenes/Board.svelte';
import { Turns } from '../../display/turns.ts';
import type { Turn } from '../../display/turns.ts';
import { crowded, hallOf, morning, NOW, scenes, spread, states } from './fixture.ts';
import type { Wishes } from './fixture.ts';

const sizes = [
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
  [1366, 768],
] as const;
/** Beside those: very wide, and not wide at all. */
const odd = [
  [3840, 1080],
  [2560, 1080],
  [1024, 768],
] as const;

interface Given {
  turns?: (Turn | null)[];
  lostAt?: number;
  groups?: 1 | 2 | 4;
}

/** Puts a board on a glass of this size and waits until faces and sizes have settled. */
async function hang(wishes: Wishes, [width, height]: readonly [number, number], given: Given = {}) {
  await page.viewport(width, height);
  const glass = { width, height };
  const base = baseOf(glass, defaultPlace);
  document.documentElement.style.setProperty('--base', `${base}px`);
  const records = hallOf(wishes);
  const scene = scenes[given.groups ?? 1];
  const turns = callsByGroup(records, scene).map((calls) => {
    const turns = new Turns();
    turns.learn(calls, NOW);
    return turns.step(0).turn;
  });
  const onwake = vi.fn();
  const props = {
    records,
    scene,
    now: NOW,
    clockValid: true,
    glass,
    base,
    lostAt: given.lostAt ?? null,
    onwake,
  };
  const screen = await render(Board, { ...props, turns: given.turns ?? turns });
  // What there is to read comes as a chunk of its own.
  const parts = layoutOf(glass, base, given.groups ?? 1).panel ? 2 : 1;
  await expect.poll(() => document.querySelectorAll('.board main > section').length).toBe(parts);
  // Groups, panels and waits are loaded when they are needed.
  for (let round = 0; round < 2; round++) {
    await vi.dynamicImportSettled();
    await settle();
  }
  return {
    screen,
    base,
    onwake,
    all: (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)],
  };
}

async function settle(): Promise<void> {
  await document.fonts.ready;
  for (const animation of document.getAnimations()) animation.finish();
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

/** Boxes of all text on the glass that is not on a later page of a notice. */
function texts(): { text: string; box: DOMRect; element: HTMLElement }[] {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('.board')!, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!;
    const text = node.textContent?.trim() ?? '';
    if (!text || element.closest('.room')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) found.push({ text, box, element });
  }
  return found;
}

/** The part of a line's box that has ink: the face's own box reaches far above and below. */
function ink({ box, element }: { box: DOMRect; element: HTMLElement }) {
  const size = parseFloat(getComputedStyle(element).fontSize);
  const middle = box.top + box.height / 2;
  return { left: box.left, right: box.right, top: middle - size * 0.5, bottom: middle + size * 0.5 };
}

beforeAll(async () => {
  vi.useRealTimers();
  // Chunks of the board that the test server makes at the first call, which may take longer than a test waits.
  await Promise.all([
    import('../../display/scenes/board/Groups.svelte'),
    import('../../display/scenes/board/Counts.svelte'),
    import('../../display/scenes/board/Panels.svelte'),
    import('../../display/scenes/notices/Flow.svelte'),
  ]);
});

/** Nothing is cut, outside the edges that TVs cut off, or over anything else. */
function checkTexts([width, height]: readonly [number, number], base: number): void {
  const lines = texts();
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const box = ink(line);
    // A twentieth of the base is less than the side bearing of a character.
    const slack = base / 20;
    for (let frame = line.element.parentElement; frame; frame = frame.parentElement) {
      if (getComputedStyle(frame).overflow === 'visible') continue;
      const outer = frame.getBoundingClientRect();
      const inside =
        box.left >= outer.left - slack &&
        box.right <= outer.right + slack &&
        box.top >= outer.top - slack - base * 0.2 &&
        box.bottom <= outer.bottom + slack + base * 0.2;
      expect(inside, `“${line.text}” inside ${frame.className || frame.tagName}`).toBe(true);
    }
    const safe = Math.min(box.left - width * 0.034, width * 0.966 - box.right, box.top - height * 0.03);
    expect(safe, `“${line.text}” in the safe area`).toBeGreaterThan(-slack);
    if (!line.element.closest('.queue') || line.element.closest('.slogan, .closed')) continue;
    const size = parseFloat(getComputedStyle(line.element).fontSize);
    expect(size, `“${line.text}” at least a base high`).toBeGreaterThanOrEqual(base * 0.99);
  }
  const boxes = lines.map((line) => ({ text: line.text, ...ink(line) }));
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1)) {
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const apart = wide < base / 10 || high < base / 4;
      expect(apart, `“${one.text}” beside “${other.text}”`).toBe(true);
    }
}

describe('no text is cut, and nothing lies over anything else', () => {
  for (const [name, wishes] of Object.entries(states))
    for (const size of sizes)
      test(`${name} at ${size.join('×')}`, async () => {
        const { base } = await hang(wishes, size);
        checkTexts(size, base);
      });

  for (const groups of [1, 2, 4] as const)
    for (const size of [...sizes, ...odd])
      test(`[S9] ${groups} groups at ${size.join('×')}`, async () => {
        for (const wishes of [morning, crowded, spread, states.paused!]) {
          const { base, screen } = await hang(wishes, size, { groups });
          checkTexts(size, base);
          await screen.unmount();
        }
      });
});

describe('a board of groups', () => {
  test('[S1] each group shows the newest call of its own windows, and its last calls', async () => {
    const { all } = await hang(spread, [1920, 1080], { groups: 4 });
    expect(all('.group h2').map((title) => title.textContent)).toEqual([
      ...['一楼东侧综合服务区', '一楼西侧', '二楼', '10号等9个窗口'],
    ]);
    expect(all('.group .number').map(({ textContent }) => textContent)).toEqual([
      'A1012',
      'B007',
      'D002',
      'C0103',
    ]);
    expect(all('.group .window').map(({ textContent }) => textContent)).toEqual([
      '2号',
      '3号',
      '9号',
      '12号',
    ]);
    expect(all('.group')[0]!.textContent).toContain('A011');
    // Window 11 is in no group: its calls are the first group's.
    expect(all('.group')[0]!.textContent).toContain('F009');
  });

  test('[S9] number and window are at least four bases high in every group', async () => {
    for (const size of [...sizes, ...odd])
      for (const groups of [2, 4] as const) {
        const { all, base, screen } = await hang(spread, size, { groups });
        const numbers = all('.group .number, .group .window');
        expect(numbers).toHaveLength(groups * 2);
        for (const number of numbers)
          expect(
            parseFloat(getComputedStyle(number).fontSize) / base,
            `${number.textContent} of ${groups} at ${size.join('×')}`,
          ).toBeGreaterThanOrEqual(4);
        await screen.unmount();
      }
  });

  test('a group that nobody was called in says so, and is not empty', async () => {
    const { all } = await hang(morning, [1920, 1080], { groups: 4 });
    expect(all('.group').map((group) => group.textContent?.includes('请等候叫号'))).toEqual([
      ...[false, false, false, true],
    ]);
  });
});

describe('lists below the calls', () => {
  test('[S5] [S6] passed numbers say where to go, and waiting lines how long it takes', async () => {
    const { all } = await hang(morning, [1920, 1080]);
    const text = all('.counts')[0]!.textContent ?? '';
    expect(text).toMatch(/过号\s*A006\s*B002\s*请到导办台/);
    await vi.waitFor(() => expect(all('.counts')[0]!.textContent).toMatch(/社会保障\s*4人\s*约\d+–\d+分钟/));
    expect(all('.counts')[0]!.textContent).not.toMatch(/0人|约0/);
  });

  test('[S7] a paused window says which one stands in', async () => {
    const { all } = await hang(states.paused!, [1920, 1080]);
    expect(all('.counts')[0]!.textContent).toContain('3号窗口，请到2号窗口');
  });

  test('[S6] with nobody waiting it says so in words', async () => {
    const { all } = await hang({ calls: morning.calls!, open: [1] }, [1920, 1080]);
    expect(all('.counts')[0]!.textContent).toContain('目前无人等候');
  });

  test('[S5] after the last closing of the day nothing is told that can no longer happen', async () => {
    const wishes: Wishes = {
      ...{ weekdays: [1, 2, 3, 4, 5], waiting: ['A001'] },
      calls: [['A002', 1, 90, 'passed']],
    };
    const { all } = await hang(wishes, [1920, 1080]);
    expect(all('.closed')).toHaveLength(1);
    expect(all('.counts')).toHaveLength(0);
  });

  test('[S8] who still works after the closing is told', async () => {
    const { all } = await hang({ weekdays: [1, 2, 3, 4, 5], waiting: ['A001'], open: [1] }, [1920, 1080]);
    expect(all('header')[0]!.textContent).toContain('延时服务');
    expect(all('.closed')).toHaveLength(0);
  });
});

describe('the hall board', () => {
  test('the called number is at least four bases high, the window beside it', async () => {
    for (const wishes of [morning, crowded])
      for (const size of sizes) {
        const { all, base, screen } = await hang(wishes, size);
        const number = all('.call .number')[0]!;
        expect(parseFloat(getComputedStyle(number).fontSize)).toBeGreaterThanOrEqual(base * 4);
        expect(all('.call .window')[0]!.textContent).toMatch(/^\d+号窗口$/);
        await screen.unmount();
      }
  });

  test('the phones of asking and complaining are on it in every state', async () => {
    for (const wishes of Object.values(states)) {
      const { all, screen } = await hang(wishes, [1366, 768]);
      const footer = all('footer')[0]!.textContent ?? '';
      for (const phone of ['023-7900 0000', '023-7900 0001', '12345']) expect(footer).toContain(phone);
      await screen.unmount();
    }
  });

  test('before the first call it says what to do, with the slogan', async () => {
    const { all } = await hang({}, [1920, 1080]);
    expect(all('.queue')[0]!.textContent).toContain('请先取号');
    expect(all('.queue .words')[0]!.textContent).toContain('为群众办好事');
  });

  test('the longest title leaves a notice room for four lines of text', async () => {
    const title = '关于进一步规范村级组织工作事务、机制牌子和证明事项的通知'.padEnd(60, '并请互相转告');
    const { all } = await hang(
      { ...morning, notices: [{ title, text: '缴费标准以公布为准。'.repeat(90) }] },
      [1920, 1080],
    );
    const line = parseFloat(getComputedStyle(all('.text')[0]!).lineHeight);
    expect(all('.room')[0]!.clientHeight / line).toBeGreaterThanOrEqual(4);
  });

  test('a slogan is never cut: a long phrase is set smaller', async () => {
    for (const size of sizes) {
      const { all, screen } = await hang(
        { pledges: false, slogan: '规范、公开、便捷、贴心、高效、廉洁、为民、务实' },
        size,
      );
      const words = all('.queue .words')[0]!;
      expect(words.textContent).toBe('规范、公开、便捷、贴心、高效、廉洁、为民、务实');
      const range = document.createRange();
      range.selectNodeContents(words);
      const edge = all('.queue')[0]!.getBoundingClientRect().right;
      expect(range.getBoundingClientRect().right).toBeLessThanOrEqual(edge);
      await screen.unmount();
    }
  });

  test('outside the hours it says when the hall opens next', async () => {
    const { all } = await hang({ weekdays: [1, 2, 3, 4, 5] }, [1920, 1080]);
    expect(all('.closed')[0]!.textContent).toMatch(/今日休息.*11月23日 星期一.*09:00/);
  });

  test('a late call is called late and does not pulse; a ticket being served says so', async () => {
    const wishes: Wishes = { calls: [['A012', 3, 2, 'called']] };
    const late = await hang(wishes, [1920, 1080]);
    expect(late.all('.state')[0]!.textContent).toBe('刚才叫过');
    expect(late.all('.announced')).toHaveLength(0);
    await late.screen.unmount();
    const served = await hang({ calls: [['A012', 3, 2, 'serving']] }, [1920, 1080]);
    expect(served.all('.state')[0]!.textContent).toBe('正在办理');
  });

  test('a fresh call pulses three times in three seconds and then stands still', async () => {
    await page.viewport(1920, 1080);
    const { all } = await hang(morning, [1920, 1080]);
    const style = getComputedStyle(all('.call .number')[0]!);
    expect(style.animationDuration).toBe('1s');
    expect(style.animationIterationCount).toBe('3');
    expect(document.getAnimations().filter(({ playState }) => playState === 'running')).toEqual([]);
  });

  test('a longer loss of the line is told, with the time of what is shown', async () => {
    const { all } = await hang(morning, [1920, 1080], { lostAt: NOW - 5 * 60_000 });
    expect(all('.lost')[0]!.textContent).toContain('09:36');
  });

  test('it asks to be woken when time alone changes it', async () => {
    const { onwake } = await hang(morning, [1920, 1080]);
    expect(onwake.mock.lastCall?.[0]).toBeGreaterThan(NOW);
  });

  test('pages of a notice end between two lines and hold all of its text', async () => {
    const { all } = await hang(morning, [1920, 1080]);
    const line = parseFloat(getComputedStyle(all('.text')[0]!).lineHeight);
    const [room, window, text] = ['.room', '.room .window', '.text'].map((it) => all(it)[0]!.offsetHeight);
    expect(window! % line).toBe(0);
    expect(text! % line).toBe(0);
    expect(window!).toBeLessThanOrEqual(room!);
    // Full pages: a text that does not fit stands on as few as it can.
    expect(Number(all('.index')[0]!.textContent?.split('/')[1])).toBe(Math.ceil(text! / room!));
  });
});
