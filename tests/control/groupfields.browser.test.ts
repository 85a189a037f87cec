import './chinese.ts';
import '@fontsource-variable/noto-sans-sc/index.css';
import '../../content/theme.css';
import '../../control/page.css';
import { mount, unmount } from 'svelte';
import { describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Scene } from '../../content/model/screen.ts';
import SceneFields from '../../control/parts/SceneFields.svelte';
import { adminPanel } from './adminpanel.ts';
import { SceneState } from './scenestate.svelte.ts';

async function open(scene: Scene) {
  await page.viewport(1366, 768);
  const state = new SceneState(scene);
  const { session } = adminPanel();
  const form = mount(SceneFields, {
    target: document.body,
    props: {
      session,
      get scene() {
        return state.scene;
      },
      set scene(next) {
        state.scene = next;
      },
    },
  });
  onTestFinished(() => unmount(form));
  return { screen: page, last: () => state.scene };
}

describe('groups of a board in the panel', () => {
  test('two groups divide the windows; a choice moves a window, and titles are kept', async () => {
    const { screen, last } = await open({ is: 'board' });
    await screen.getByRole('radio', { name: '两组' }).click();
    expect(last()).toEqual({ is: 'board', groups: [{ windows: ['w1', 'w2'] }, { windows: ['w3', 'w4'] }] });
    await screen.getByLabelText('第 1 组的名称').fill('一楼东侧');
    await screen.getByLabelText('3 号窗口归第 1 组').click();
    expect(last()).toEqual({
      is: 'board',
      groups: [{ title: '一楼东侧', windows: ['w1', 'w2', 'w3'] }, { windows: ['w4'] }],
    });
    await expect.element(screen.getByText('4号窗口', { exact: true })).toBeVisible();
  });

  test('[S2] an empty group is told beside the table', async () => {
    const { screen } = await open({
      is: 'board',
      groups: [{ windows: ['w1', 'w2', 'w3'] }, { windows: ['w4'] }],
    });
    await screen.getByLabelText('4 号窗口归第 1 组').click();
    await expect.element(screen.getByText('第 2 组还没有窗口', { exact: false })).toBeVisible();
  });

  test('one group again is a board without groups, and another scene keeps the division', async () => {
    const { screen, last } = await open({
      is: 'board',
      groups: [{ windows: ['w1'] }, { windows: ['w2', 'w3', 'w4'] }],
    });
    await screen.getByRole('radio', { name: '窗口屏' }).click();
    expect(last().is).toBe('sign');
    await screen.getByRole('radio', { name: '大厅屏' }).click();
    expect(last()).toMatchObject({ groups: [{ windows: ['w1'] }, {}] });
    await screen.getByRole('radio', { name: '一组' }).click();
    expect(last()).toEqual({ is: 'board' });
  });

  test('a window that was removed is left out when the form opens', async () => {
    const { last } = await open({ is: 'board', groups: [{ windows: ['w1', 'gone'] }, { windows: ['w3'] }] });
    expect(last()).toEqual({ is: 'board', groups: [{ windows: ['w1', 'w2', 'w4'] }, { windows: ['w3'] }] });
  });
});
