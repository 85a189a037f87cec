import '@fontsource-variable/noto-sans-sc/index.css';
import '../../content/theme.css';
import '../../display/page.css';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { RecordMap } from '../../content/records.ts';
import type { Reply } from '../../content/protocol.ts';
import { REASONS_S, THANKS_S } from '../../display/counter/asking.svelte.ts';
import { baseOf } from '../../display/glass.ts';
import { LOOK } from '../../content/premises/look.ts';
import Counter from '../../display/scenes/Counter.svelte';
import { kept, smallHall } from '../support/hall.ts';
import { must, testWorld } from '../support/world.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** A screen at window 1, whose clerk has just finished A001; A002 is called if `busy`. */
async function stand({
  touch = true,
  busy = false,
  size = [1280, 800] as [number, number],
  change = (_records: RecordMap): void => {},
} = {}) {
  await page.viewport(...size);
  const glass = { width: size[0], height: size[1] };
  const place = { diagonal: 15, distance: 1 };
  document.documentElement.style.setProperty('--base', `${baseOf(glass, place)}px`);
  const records = smallHall();
  const world = testWorld().as('li');
  must(records, 'window:take', { window: 'w1' }, world);
  const ids = ['social', 'social'].map(
    (service) => must(records, 'ticket:issue', { service, kind: 'normal' }, world).id,
  );
  must(records, 'ticket:next', { window: 'w1' }, world);
  must(records, 'ticket:finish', { window: 'w1' }, world);
  if (busy) must(records, 'ticket:next', { window: 'w1' }, world.wait(1000));
  change(records);
  const given: { name: string; input: unknown }[] = [];
  let answer: (reply: Reply<{ id: string }>) => void = () => {};
  const give = (name: string, input: unknown) => {
    given.push({ name, input });
    return new Promise<Reply<{ id: string }>>((resolve) => (answer = resolve));
  };
  const screen = await render(Counter, {
    records,
    scene: { is: 'counter', window: 'w1', touch },
    hub: {
      give: give as never,
      lost: false,
      you: { is: 'screen', id: 's', hubUrl: 'http://192.168.1.20:8080', version: '1' },
    },
    now: world.now,
    glass,
    place,
    onwake: () => {},
  });
  const key = (name: string) => screen.getByRole('button', { name, exact: true });
  return { screen, key, given, id: ids[0]!, answer: (reply: Reply<{ id: string }>) => answer(reply) };
}

const done = (id: string): Reply<{ id: string }> => ({ ok: true, value: { id } });

describe('the counter screen', () => {
  test('[E19] a good degree is sent at the touch, thanked for, and asked no more', async () => {
    const { screen, key, given, id, answer } = await stand();
    await key('非常满意').click();
    expect(given).toEqual([{ name: 'rating:give', input: { ticket: id, degree: 5 } }]);
    answer(done(id));
    await expect.element(screen.getByText('谢谢您的评价')).toBeVisible();
    vi.advanceTimersByTime(THANKS_S * 1000);
    await expect.element(screen.getByText('请等候叫号')).toBeVisible();
  });

  test('[E19] a bad one asks for reasons, may be taken back, and is sent with what was chosen', async () => {
    const { key, given, id } = await stand();
    await key('非常不满意').click();
    await key('重选').click();
    await key('不满意').click();
    await key('办理太慢').click();
    expect(given).toEqual([]);
    await key('提交').click();
    expect(given).toEqual([{ name: 'rating:give', input: { ticket: id, degree: 2, reasons: ['slow'] } }]);
  });

  test('[E19] a visitor who walks off has said enough: it is sent by itself', async () => {
    const { key, given, id } = await stand();
    await key('不满意').click();
    await expect.element(key('提交')).toBeVisible();
    vi.advanceTimersByTime((REASONS_S - 1) * 1000);
    expect(given).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(given).toEqual([{ name: 'rating:give', input: { ticket: id, degree: 2 } }]);
  });

  test('[E7] rated meanwhile by phone is thanked too; another refusal is told', async () => {
    const one = await stand();
    await one.key('满意').click();
    one.answer({ ok: false, code: 'rating.done', message: '已评价' });
    await expect.element(one.screen.getByText('谢谢您的评价')).toBeVisible();
    await one.screen.unmount();
    const other = await stand();
    await other.key('满意').click();
    other.answer({ ok: false, code: 'rating.over', message: '评价当天有效' });
    await expect.element(other.screen.getByText('评价当天有效')).toBeVisible();
  });

  test('[E4] whoever does not want to rate is left alone', async () => {
    const { screen, key, given } = await stand();
    await key('不评价').click();
    await expect.element(screen.getByText('请等候叫号')).toBeVisible();
    expect(given).toEqual([]);
  });

  test('[E18] the next number is called above the question', async () => {
    const { screen } = await stand({ busy: true });
    await expect.element(screen.getByText('正在叫 A002 号')).toBeVisible();
    await expect.element(screen.getByText('请您评价这次服务')).toBeVisible();
  });

  test('[Y14] the post of who sits here is called as the standard calls it', async () => {
    const change = (records: RecordMap): void => {
      const person = { name: '李秀英', unit: '社会事务办', account: 'li', order: 0 };
      const families = ['Noto Sans SC'];
      const look = { accent: '#0f4c9c', name: { families }, slogan: { families }, post: '角' };
      const window = { ...records.get('window', 'w1')!, posts: { a: 's' } };
      records.apply([
        kept('staff', 's', { ...person, party: false, leader: false }),
        kept('window', 'w1', window),
        kept('look', LOOK, look),
      ]);
    };
    const { screen } = await stand({ change });
    await screen.getByRole('button', { name: '不评价' }).click();
    await expect.element(screen.getByText('A 角', { exact: true })).toBeVisible();
  });

  test('[E20] without touch it shows a code and no keys', async () => {
    const { screen } = await stand({ touch: false });
    await expect.element(screen.getByRole('img', { name: '手机扫码评价' })).toBeVisible();
    expect(screen.container.querySelectorAll('button')).toHaveLength(0);
  });

  test('every key is 20 mm at least and inside the glass, lying and upright', async () => {
    for (const size of [
      [1280, 800],
      [1920, 1080],
      [800, 1280],
    ] as [number, number][]) {
      const { screen, key } = await stand({ size, busy: true });
      const mm = Math.hypot(...size) / (15 * 25.4);
      const check = () => {
        for (const button of screen.container.querySelectorAll('button')) {
          const box = button.getBoundingClientRect();
          expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(20 * mm - 1);
          expect(box.left >= 0 && box.right <= size[0] && box.top >= 0 && box.bottom <= size[1]).toBe(true);
          expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth);
        }
      };
      check();
      await key('不满意').click();
      check();
      await screen.unmount();
    }
  });
});
