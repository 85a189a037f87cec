import './chinese.ts';
import '@fontsource-variable/noto-sans-sc/index.css';
import '../../content/theme.css';
import '../../control/page.css';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Schedule } from '../../content/model/playlist.ts';
import EditWeek from '../../control/parts/schedule/EditWeek.svelte';
import { kept, smallHall } from '../support/hall.ts';
import { MORNING } from '../support/world.ts';
import { adminPanel } from './adminpanel.ts';

const by = { id: 'chen', name: '陈管理' };
const morning: Schedule = {
  ...{ name: '上午', playlist: 'films', to: { is: 'all' }, priority: 3, enabled: true, by, at: MORNING },
  ...{ weekdays: [2], hours: [{ from: '09:00', to: '12:00' }] },
};

async function open(entry: Schedule = morning) {
  await page.viewport(1366, 768);
  const panel = adminPanel(smallHall(), [
    kept('playlist', 'films', { name: '宣传片', items: [] }),
    kept('schedule', 'e1', entry),
  ]);
  const opened: string[] = [];
  const screen = await render(EditWeek, { session: panel.session, onentry: (id: string) => opened.push(id) });
  Element.prototype.setPointerCapture = () => {};
  const columns = screen.container.querySelector('.columns')!;
  /** A drag from day and hour to day and hour; Monday is 0. */
  const drag = (element: Element, from: [number, number], to: [number, number]): void => {
    const box = columns.getBoundingClientRect();
    const at = ([day, hour]: [number, number]) => ({
      ...{ bubbles: true, button: 0, pointerId: 1 },
      clientX: box.left + ((day + 0.5) / 7) * box.width,
      clientY: box.top + (hour / 24) * box.height,
    });
    element.dispatchEvent(new PointerEvent('pointerdown', at(from)));
    columns.dispatchEvent(new PointerEvent('pointermove', at(to)));
    columns.dispatchEvent(new PointerEvent('pointerup', at(to)));
  };
  const block = () => screen.getByRole('button', { name: /^宣传片，/ }).element() as HTMLElement;
  const days = () => [...columns.querySelectorAll('.day')];
  return { ...panel, screen, columns, drag, block, days, opened };
}

describe('the week of the schedule by hand (schedule.md L3)', () => {
  test('a drag over empty hours makes an entry of the chosen playlist, which can be taken back', async () => {
    const { screen, drag, days, given, wire } = await open();
    drag(days()[3]!, [3, 14.1], [3, 15.9]);
    expect(given()).toMatchObject([
      {
        name: 'schedule:save',
        input: {
          ...{ name: '宣传片', playlist: 'films', to: { is: 'all' }, weekdays: [4] },
          hours: [{ from: '14:00', to: '16:00' }],
        },
      },
    ]);
    wire.last().answer({ ok: true, value: { id: 'new' } });
    const body = { ...morning, ...(given()[0]!.input as object) } as Schedule;
    const mark = { seq: 11, hash: 'abcdefabcdef' };
    wire.hear('state:changed', { after: 10, mark, changes: [{ kind: 'schedule', id: 'new', rev: 1, body }] });
    await expect.element(screen.getByRole('button', { name: '宣传片，周四 14:00–16:00' })).toBeVisible();
    await screen.getByRole('button', { name: '撤销' }).click();
    expect(given().at(-1)).toMatchObject({ name: 'schedule:remove', input: { id: 'new' } });
  });

  test('a block goes to another day and time, and what it was else stays', async () => {
    const { drag, block, given } = await open();
    drag(block(), [1, 10], [4, 12]);
    expect(given()).toMatchObject([
      {
        name: 'schedule:save',
        input: { id: 'e1', rev: 1, priority: 3, weekdays: [5], hours: [{ from: '11:00', to: '14:00' }] },
      },
    ]);
    expect(given()[0]?.input).not.toHaveProperty('by');
  });

  test('its lower edge makes it longer, by pointer and by keyboard', async () => {
    const { drag, block, given, wire } = await open();
    drag(block().parentElement!.querySelector('.end')!, [1, 12], [1, 13.4]);
    expect(given().at(-1)?.input).toMatchObject({ hours: [{ from: '09:00', to: '13:30' }] });
    wire.last().answer({ ok: true, value: { id: 'e1' } });
    await expect.poll(() => block().closest('section')?.querySelector('button:disabled')).toBeNull();
    block().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', shiftKey: true, bubbles: true }));
    expect(given().at(-1)?.input).toMatchObject({ hours: [{ from: '09:00', to: '12:30' }] });
  });

  test('it is copied to other days, removed by its key and opened by Enter', async () => {
    const { screen, block, given, opened, wire } = await open();
    block().focus();
    await screen.getByLabelText('周四').click();
    expect(given().at(-1)?.input).toMatchObject({ id: 'e1', weekdays: [2, 4] });
    wire.last().answer({ ok: true, value: { id: 'e1' } });
    block().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(opened).toEqual(['e1']);
    await expect.element(screen.getByLabelText('周四')).toBeEnabled();
    block().dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true }));
    expect(given().at(-1)).toMatchObject({ name: 'schedule:remove', input: { id: 'e1' } });
  });

  test('an entry for the whole day stands above the hours and leaves them free', async () => {
    const { screen, drag, days, given } = await open({ ...morning, hours: undefined } as unknown as Schedule);
    await expect.element(screen.getByRole('button', { name: '宣传片，周二 全天' })).toBeVisible();
    drag(days()[1]!, [1, 8], [1, 9]);
    expect(given()).toHaveLength(1);
  });
});
