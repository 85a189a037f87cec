import './chinese.ts';
import '@fontsource-variable/noto-sans-sc/index.css';
import '../../content/theme.css';
import '../../control/page.css';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Scene } from '../../content/model/scene.ts';
import type { Kept } from '../../content/model/record.ts';
import ScreenPage from '../../control/pages/Screen.svelte';
import { withPart } from '../../control/playlistform.ts';
import { Undo } from '../../control/undo.svelte.ts';
import { kept, smallHall } from '../support/hall.ts';
import { MORNING } from '../support/world.ts';
import { adminPanel } from './adminpanel.ts';

const picture = { x: 10, y: 20, width: 1280, height: 720 };

function hallWith(scene: Scene, more: object = {}): Kept[] {
  return [
    kept('screen', 'tv', {
      ...{ name: '大厅屏', scene, diagonal: 43, distance: 6, sound: false, tokenHash: 'a'.repeat(64) },
      ...{ pairedBy: { id: 'chen', name: '陈管理' }, pairedAt: MORNING },
      ...more,
    }),
    kept('playlist', 'films', { name: '宣传片', items: [] }),
  ];
}

async function open(scene: Scene, more: object = {}) {
  await page.viewport(1366, 768);
  const panel = adminPanel(smallHall(), hallWith(scene, more));
  const screen = await render(ScreenPage, { session: panel.session, id: 'tv' });
  const save = async () => {
    await screen.getByRole('button', { name: '保存' }).first().click();
    const saved = panel.given().filter(({ name }) => name === 'screen:save');
    panel.wire.last().answer({ ok: true, value: { id: 'tv' } });
    return saved.at(-1)?.input as { scene: Extract<Scene, { is: 'mixed' }> } & Record<string, unknown>;
  };
  return { ...panel, screen, save };
}

/** A drag of the pointer over an element, from and to shares of its width and height. */
function drag(element: Element, over: Element, from: [number, number], to: [number, number]): void {
  const box = over.getBoundingClientRect();
  const at = ([x, y]: [number, number]) => ({
    ...{ bubbles: true, button: 0, pointerId: 1, isPrimary: true },
    ...{ clientX: box.left + x * box.width, clientY: box.top + y * box.height },
  });
  // A made-up pointer cannot be captured.
  Element.prototype.setPointerCapture = () => {};
  element.dispatchEvent(new PointerEvent('pointerdown', at(from)));
  const half: [number, number] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  for (const spot of [half, to]) over.dispatchEvent(new PointerEvent('pointermove', at(spot)));
  over.dispatchEvent(new PointerEvent('pointerup', at(to)));
}

const play = (is: 'slogan' | 'hours') => ({ scene: { is } });
const halves: Scene = {
  ...{ is: 'mixed', columns: 12, rows: 12 },
  zones: [
    { x: 0, y: 0, w: 6, h: 12, play: play('slogan') },
    { x: 6, y: 0, w: 6, h: 6, play: play('hours') },
  ],
};

describe('the form of a screen', () => {
  test('[R15] a save of another field keeps the picture’s place and the pace', async () => {
    const { screen, save } = await open({ is: 'slogan' }, { picture, pace: 'slow' });
    await screen.getByLabelText('名称', { exact: true }).fill('门头屏');
    expect(await save()).toMatchObject({ name: '门头屏', picture, pace: 'slow' });
  });

  test('[R15] the picture goes back to the whole screen, and the pace to the usual one, where somebody says so', async () => {
    const { screen, save } = await open({ is: 'slogan' }, { picture, pace: 'slow' });
    await screen.getByLabelText('画面范围').selectOptions('占满屏幕');
    await screen.getByLabelText(/翻页放慢一倍/).click();
    const sent = await save();
    expect(sent).not.toHaveProperty('picture');
    expect(sent).not.toHaveProperty('pace');
  });

  test('what is not chosen whole cannot be saved, and says so', async () => {
    const { screen } = await open({ is: 'rules' });
    await screen.getByLabelText('只放选中的').click();
    await expect.element(screen.getByText('请至少选一项。')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '保存' }).first()).toBeDisabled();
  });

  test('[L6] a field of an item that is emptied is gone', () => {
    const item = { id: 'i1', scene: { is: 'slogan' as const }, seconds: 20 };
    expect(withPart(item, { weight: 3 })).toEqual({ ...item, weight: 3 });
    expect(withPart({ ...item, weight: 3 }, { weight: undefined })).toEqual(item);
  });

  test('what was undone is done again, until something else is done', () => {
    const undo = new Undo<string>();
    undo.keep('a');
    undo.keep('b');
    expect(undo.undo('c')).toBe('b');
    expect(undo.undo('b')).toBe('a');
    expect(undo.canUndo).toBe(false);
    expect(undo.redo('a')).toBe('b');
    undo.keep('b');
    expect(undo.canRedo).toBe(false);
  });
});

describe('the designer of zones', () => {
  test('[R14] arrows move a zone, with Shift they size it, and it stops at its neighbour', async () => {
    const { screen, save } = await open(halves);
    const zone = screen.getByRole('button', { name: /^第 2 块/ }).element() as HTMLElement;
    const press = (key: string, shiftKey = false) =>
      zone.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
    press('ArrowDown');
    press('ArrowLeft');
    press('ArrowDown', true);
    expect((await save()).scene.zones[1]).toMatchObject({ x: 6, y: 1, w: 6, h: 7 });
  });

  test('[R14] a drag over empty cells cuts a new zone, an edge sizes one, and both are taken back', async () => {
    const { screen, save } = await open(halves);
    const sheet = screen.container.querySelector('.sheet')!;
    drag(sheet, sheet, [0.55, 0.6], [0.95, 0.95]);
    await expect.element(screen.getByRole('button', { name: /^第 3 块/ })).toBeVisible();
    expect((await save()).scene.zones[2]).toMatchObject({ x: 6, y: 7, w: 6, h: 5 });
    const edge = sheet.querySelectorAll('.zone')[1]!.querySelector('.bottom')!;
    drag(edge, sheet, [0.75, 0.49], [0.75, 0.2]);
    await expect.poll(async () => (await save()).scene.zones[1]?.h).toBeLessThan(6);
    await screen.getByRole('button', { name: '撤销' }).click();
    expect((await save()).scene.zones[1]).toMatchObject({ h: 6 });
    await screen.getByRole('button', { name: '撤销' }).click();
    expect((await save()).scene.zones).toHaveLength(2);
  });

  test('a content that is dropped on a zone, or pressed for the chosen one, is what it plays', async () => {
    const { screen, save } = await open(halves);
    const data = new DataTransfer();
    data.setData('text/plain', 'playlist:films');
    const second = screen.container.querySelectorAll('.zone')[1]!;
    second.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    expect((await save()).scene.zones[1]?.play).toEqual({ playlist: 'films' });
    await screen.getByRole('button', { name: /^第 1 块/ }).click();
    await screen.getByRole('button', { name: '咨询投诉电话', exact: true }).click();
    expect((await save()).scene.zones[0]?.play).toEqual({ scene: { is: 'contacts' } });
  });

  test('a ready layout keeps what its places played before', async () => {
    const { screen, save } = await open(halves);
    await screen.getByLabelText('布局').selectOptions('左一块，右两块');
    const { zones } = (await save()).scene;
    expect(zones.map(({ play: one }) => one)).toMatchObject([play('slogan'), play('hours'), {}]);
  });
});
