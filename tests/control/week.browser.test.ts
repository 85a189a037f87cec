import './chinese.ts';
import '@fontsource-variable/noto-sans-sc/index.css';
import '../../content/theme.css';
import '../../control/page.css';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Schedule } from '../../content/model/playlist.ts';
import type { Kept } from '../../content/model/record.ts';
import EditWeek from '../../control/parts/schedule/EditWeek.svelte';
import type { Screen } from '../../content/model/screen.ts';
import { kept, smallHall } from '../support/hall.ts';
import { MORNING } from '../support/world.ts';
import { adminPanel } from './adminpanel.ts';

const by = { id: 'chen', name: '陈管理' };
const morning: Schedule = {
  ...{ name: '上午', playlist: 'films', to: { is: 'all' }, priority: 3, enabled: true, by, at: MORNING },
  ...{ weekdays: [2], hours: [{ from: '09:00', to: '12:00' }] },
};

async function open(entry: Schedule = morning, more: readonly Kept[] = []) {
  await page.viewport(1366, 768);
  const panel = adminPanel(smallHall(), [
    kept('playlist', 'films', { name: '宣传片', items: [] }),
    kept('schedule', 'e1', entry),
    ...more,
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

const screenOf = (name: string, pairedAt: number, groups?: string[]): Screen => ({
  ...{ name, scene: { is: 'program' }, diagonal: 55, distance: 5, sound: false },
  ...(groups ? { groups } : {}),
  ...{ tokenHash: 'a'.repeat(64), pairedBy: by, pairedAt },
});

/** A hall of three screens, two of them a group, with an entry for all, one for the group and one for a single screen. */
async function openGroups() {
  const at = (hour: string, until: string) => ({ hours: [{ from: hour, to: until }] });
  const words = { ...morning, ...at('13:00', '14:00') };
  return open(morning, [
    kept('screen', 's1', screenOf('1 号窗口屏', 1, ['窗口屏'])),
    kept('screen', 's2', screenOf('2 号窗口屏', 2, ['窗口屏'])),
    kept('screen', 's3', screenOf('门口屏', 3)),
    kept('playlist', 'window', { name: '窗口须知', items: [] }),
    kept('playlist', 'door', { name: '门口通知', items: [] }),
    kept('schedule', 'e2', { ...words, playlist: 'window', to: { is: 'group', group: '窗口屏' } }),
    kept('schedule', 'e3', {
      ...{ ...words, ...at('15:00', '16:00') },
      ...{ playlist: 'door', to: { is: 'screen', screen: 's3' } },
    }),
  ]);
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
    await expect
      .element(screen.getByRole('button', { name: '宣传片，周四 14:00–16:00，全部屏幕' }))
      .toBeVisible();
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
    await expect.element(screen.getByRole('button', { name: '宣传片，周二 全天，全部屏幕' })).toBeVisible();
    drag(days()[1]!, [1, 8], [1, 9]);
    expect(given()).toHaveLength(1);
  });

  test('what is for all, a group or another screen says so, and a block drawn for a group goes to the group', async () => {
    const { screen, columns, drag, days, given } = await openGroups();
    const blocks = () =>
      [...columns.querySelectorAll('.block button')].map((one) => [
        one.querySelector('strong')?.textContent,
        one.querySelector('small')?.textContent ?? null,
        one.classList.contains('else'),
      ]);
    const look = screen.getByRole('combobox', { name: '哪些屏幕' });
    await expect.poll(blocks).toEqual([
      ['宣传片', null, false],
      ['窗口须知', '分组：窗口屏', true],
      ['门口通知', '门口屏', true],
    ]);
    await look.selectOptions('分组：窗口屏');
    await expect.poll(blocks).toEqual([
      ['宣传片', '全部屏幕', true],
      ['窗口须知', null, false],
    ]);
    await expect.element(screen.getByText('这一组的屏幕：1 号窗口屏、2 号窗口屏')).toBeVisible();
    drag(days()[3]!, [3, 14.1], [3, 15.9]);
    expect(given().at(-1)?.input).toMatchObject({ to: { is: 'group', group: '窗口屏' }, weekdays: [4] });
    await look.selectOptions('1 号窗口屏');
    await expect.poll(blocks).toEqual([
      ['宣传片', '全部屏幕', true],
      ['窗口须知', '分组：窗口屏', true],
    ]);
    await look.selectOptions('门口屏');
    await expect.poll(blocks).toEqual([
      ['宣传片', '全部屏幕', true],
      ['门口通知', null, false],
    ]);
  });

  test('the entry chosen is given to a group, and taken back', async () => {
    const { screen, given, wire } = await openGroups();
    await screen.getByRole('button', { name: '宣传片，周二 09:00–12:00，全部屏幕' }).click();
    await screen.getByRole('combobox', { name: '排给' }).selectOptions('分组：窗口屏');
    expect(given().at(-1)?.input).toMatchObject({
      ...{ id: 'e1', rev: 1, to: { is: 'group', group: '窗口屏' } },
      ...{ weekdays: [2], hours: [{ from: '09:00', to: '12:00' }] },
    });
    wire.last().answer({ ok: true, value: { id: 'e1' } });
    await screen.getByRole('button', { name: '撤销' }).click();
    expect(given().at(-1)?.input).toMatchObject({ id: 'e1', to: { is: 'all' } });
  });

  test('a group that no screen is in says so', async () => {
    const { screen } = await open({ ...morning, to: { is: 'group', group: '旧的一组' } });
    await screen.getByRole('combobox', { name: '哪些屏幕' }).selectOptions('分组：旧的一组');
    await expect.element(screen.getByText('这一组还没有屏幕，请在屏幕的设置里填写分组。')).toBeVisible();
  });
});
