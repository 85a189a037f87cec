import '@fontsource-variable/noto-sans-sc/index.css';
import '../../content/theme.css';
import '../../display/page.css';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { CommandResult } from '../../content/model/command.ts';
import type { Reply } from '../../content/protocol.ts';
import { baseOf } from '../../display/glass.ts';
import Kiosk from '../../display/scenes/Kiosk.svelte';
import { hallOf, NOW } from './fixture.ts';

type Issue = Reply<CommandResult<'appointment:arrive'>>;

const DAY_MS = 86_400_000;

async function stand(has = true, size: [number, number] = [1080, 1920], diagonal = 21.5, now = NOW) {
  const [width, height] = size;
  await page.viewport(width, height);
  const records = hallOf();
  for (const { id, body } of records.all('hall'))
    if (has) records.apply([{ kind: 'hall', id, rev: 2, body: { ...body, appointments: {} } }]);
  const glass = { width, height };
  const place = { diagonal, distance: 1 };
  document.documentElement.style.setProperty('--base', `${baseOf(glass, place)}px`);
  const given: { name: string; input: unknown }[] = [];
  let answer: (reply: Issue) => void = () => {};
  const hub = {
    connected: true,
    you: { is: 'screen' as const, id: 's', hubUrl: 'http://192.168.1.20:8080', version: '1' },
    give: (name: string, input: unknown): Promise<Issue> => {
      given.push({ name, input });
      return new Promise((done) => (answer = done));
    },
    ask: () => undefined,
  };
  const scene = { is: 'kiosk' as const, slip: { is: 'none' as const } };
  const screen = await render(Kiosk, { records, scene, hub: hub as never, now, glass, place });
  await document.fonts.ready;
  const touch = (name: string) => screen.getByRole('button', { name, exact: true }).click();
  const type = async (signs: string) => {
    for (const sign of signs) await touch(sign);
  };
  return { screen, given, touch, type, answered: (reply: Issue) => answer(reply) };
}

const sizes: [number, number][] = [
  [1080, 1920],
  [1920, 1080],
];

describe('checking in at the kiosk', () => {
  test('[B18] is offered only where the hall has appointments', async () => {
    const { screen } = await stand(false);
    await expect.element(screen.getByRole('button', { name: '按拼音找' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '预约签到' })).not.toBeInTheDocument();
  });

  test('[B10] is there while the hall is closed, for those who come by appointment alone', async () => {
    const { screen, touch } = await stand(true, [1080, 1920], 21.5, NOW - (NOW % DAY_MS));
    await expect.element(screen.getByText('现在不发号')).toBeVisible();
    await touch('预约签到');
    await expect.element(screen.getByRole('button', { name: '签到取号' })).toBeVisible();
  });

  test('[B10] four figures of the phone and the time; the number stands as usual', async () => {
    const { screen, given, touch, type, answered } = await stand();
    await touch('预约签到');
    await expect.element(screen.getByRole('button', { name: '签到取号' })).toBeDisabled();
    await type('56781');
    await touch('删除');
    await type('1000');
    await touch('签到取号');
    expect(given).toEqual([{ name: 'appointment:arrive', input: { phone: '5678', time: '10:00' } }]);
    answered({
      ok: true,
      value: { id: 't', number: 'A007', ahead: 1, code: 'ABCDEFGH', kind: 'appointment', service: 'social' },
    });
    const number = () => document.querySelector('.kiosk .number')?.textContent;
    await expect.poll(number, { timeout: 5000 }).toMatch(/A007\s*预约/);
  });

  test('[B11] too late, an ordinary number is one touch away', async () => {
    const { screen, given, touch, type, answered } = await stand();
    await touch('预约签到');
    await touch('用预约码');
    await type('ABCD2345');
    await touch('签到取号');
    answered({ ok: false, code: 'appointment.late', message: '预约视为放弃。请取普通号。' });
    await expect.element(screen.getByText('预约视为放弃。请取普通号。')).toBeVisible();
    await touch('取普通号');
    expect(given.at(-1)).toEqual({ name: 'appointment:arrive', input: { code: 'ABCD2345', late: true } });
  });

  test('[K17] the keys at the foot hold their words in both languages', async () => {
    for (const size of sizes) {
      const { screen, touch } = await stand(true, size);
      for (const turn of ['English', '中文']) {
        for (const one of document.querySelectorAll<HTMLElement>('.kiosk footer button'))
          expect(one.scrollWidth, one.innerText).toBeLessThanOrEqual(one.clientWidth);
        await touch(turn);
      }
      await screen.unmount();
    }
  });

  for (const size of sizes)
    for (const diagonal of [21, 43])
      test(`[K17] ${size.join('×')}, ${diagonal} inches: keys of 20 mm, apart, within the glass, in both heights`, async () => {
        const { touch } = await stand(true, size, diagonal);
        const mm = Math.hypot(...size) / (diagonal * 25.4);
        await touch('预约签到');
        for (const [way, height] of [
          ['用预约码', '轮椅低位'],
          ['用手机号', '恢复高度'],
        ] as const) {
          for (const turn of [way, height]) {
            const keys = [...document.querySelectorAll('.kiosk button')];
            const typed = [...document.querySelectorAll('.kiosk .signs')];
            const boxes = [...keys, ...typed].map((one) => one.getBoundingClientRect());
            for (const [at, box] of boxes.entries()) {
              if (at < keys.length)
                expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(20 * mm - 1);
              expect(box.right).toBeLessThanOrEqual(size[0]);
              expect(box.bottom).toBeLessThanOrEqual(size[1]);
              for (const other of boxes.slice(at + 1))
                expect(
                  box.right <= other.left ||
                    other.right <= box.left ||
                    box.bottom <= other.top ||
                    other.bottom <= box.top,
                ).toBe(true);
            }
            await touch(turn);
          }
        }
      });
});
