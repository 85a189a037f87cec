import '@fontsource-variable/noto-sans-sc/index.css';
import '../../content/theme.css';
import '../../display/page.css';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { callsOf } from '../../display/calls.ts';
import { baseOf, defaultPlace } from '../../display/glass.ts';
import Board from '../../display/scenes/Board.svelte';
import { Turns } from '../../display/turns.ts';
import type { Turn } from '../../display/turns.ts';
import { crowded, hallOf, morning, NOW, states } from './fixture.ts';
import type { Wishes } from './fixture.ts';

const sizes = [
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
  [1366, 768],
] as const;

interface Given {
  turn?: Turn | null;
  lostAt?: number;
}

/** Puts a board on a glass of this size and waits until faces and sizes have settled. */
async function hang(wishes: Wishes, [width, height]: readonly [number, number], given: Given = {}) {
  await page.viewport(width, height);
  const glass = { width, height };
  const base = baseOf(glass, defaultPlace);
  document.documentElement.style.setProperty('--base', `${base}px`);
  const records = hallOf(wishes);
  const turns = new Turns();
  turns.learn(callsOf(records), NOW);
  const { turn } = turns.step(0);
  const onwake = vi.fn();
  const props = { records, now: NOW, clockValid: true, glass, base, lostAt: given.lostAt ?? null, onwake };
  const screen = await render(Board, { ...props, turn: given.turn === undefined ? turn : given.turn });
  // What there is to read comes as a chunk of its own.
  await expect.poll(() => document.querySelectorAll('.board main > section').length).toBe(2);
  await settle();
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

beforeAll(() => vi.useRealTimers());

describe('no text is cut, and nothing lies over anything else', () => {
  for (const [name, wishes] of Object.entries(states))
    for (const size of sizes)
      test(`${name} at ${size.join('×')}`, async () => {
        const { base } = await hang(wishes, size);
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
          const [width, height] = size;
          const safe = Math.min(box.left - width * 0.034, width * 0.966 - box.right, box.top - height * 0.03);
          expect(safe, `“${line.text}” in the safe area`).toBeGreaterThan(-slack);
        }
        const boxes = lines.map((line) => ({ text: line.text, ...ink(line) }));
        for (const [index, one] of boxes.entries())
          for (const other of boxes.slice(index + 1)) {
            const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            const apart = wide < base / 10 || high < base / 4;
            expect(apart, `“${one.text}” beside “${other.text}”`).toBe(true);
          }
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
