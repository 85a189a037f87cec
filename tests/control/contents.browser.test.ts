import './chinese.ts';
import { userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Contents from '../../control/pages/Contents.svelte';
import { smallHall } from '../support/hall.ts';
import { DAY, MORNING, must, testWorld } from '../support/world.ts';
import { livePanel } from './livepanel.ts';

const WELCOME = '城乡居民医保缴费通知';

async function open(text = '请在规定时间内缴费。') {
  const records = smallHall();
  const words = { title: '停电通知', text: '周三停电。', category: 'general' as const };
  const times = { from: MORNING + DAY, until: MORNING + 2 * DAY };
  must(records, 'notice:save', { ...words, ...times }, testWorld(2).as('chen'));
  const welcome = { ...records.get('notice', 'welcome')!, text };
  records.apply([{ kind: 'notice', id: 'welcome', rev: 2, body: welcome }]);
  const panel = await livePanel(records);
  const screen = await render(Contents, { session: panel.session, id: null });
  const titles = () =>
    screen
      .getByRole('row')
      .getByRole('link')
      .elements()
      .map((one) => one.textContent);
  return { ...panel, screen, titles };
}

test('everything that the public reads is in one list, found by its name, its sound, its kind and its state', async () => {
  const { screen, titles } = await open();
  await expect.element(screen.getByText('6 条，共 6 条')).toBeVisible();
  await screen.getByLabelText('查找名称，可用拼音').fill('ybjf');
  await expect.poll(titles).toEqual([WELCOME]);
  await screen.getByLabelText('查找名称，可用拼音').fill('停电');
  await expect.poll(titles).toEqual(['停电通知']);
  await screen.getByLabelText('查找名称，可用拼音').fill('');
  await screen.getByLabelText('种类').selectOptions('电话与地址');
  await expect.poll(() => titles().length).toBe(3);
  await screen.getByLabelText('种类').selectOptions('公告公示');
  await screen.getByLabelText('状态').selectOptions('未到时间');
  await expect.poll(titles).toEqual(['停电通知']);
});

test('what the checks find narrows the list', async () => {
  const { screen, titles } = await open('经办人身份证号 11010519491231002X。');
  await screen.getByLabelText('检查', { exact: true }).selectOptions('有问题的');
  await expect.poll(titles).toContain(WELCOME);
  await screen.getByLabelText('检查', { exact: true }).selectOptions('没有问题的');
  await expect.poll(titles).not.toContain(WELCOME);
});

test('several are chosen by keys, shown for longer at once, and that is taken back', async () => {
  const { screen, records, undo, flashes } = await open();
  const untils = () => [...records.all('notice')].map(({ body }) => body.until);
  const before = untils();
  await screen.getByLabelText('种类').selectOptions('公告公示');
  await expect.element(screen.getByText('2 条，共 6 条')).toBeVisible();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('a');
  await expect.element(screen.getByRole('group', { name: '已选 2 项' })).toBeVisible();
  await screen.getByRole('button', { name: '延长显示' }).click();
  await screen.getByLabelText('延长几天').fill('3');
  await screen.getByRole('dialog').getByRole('button', { name: '延长显示' }).click();
  await expect.poll(untils).toEqual(before.map((until) => until + 3 * DAY));
  expect(flashes.at(-1)?.text).toBe('已延长 2 条');
  undo();
  await expect.poll(untils).toEqual(before);
});
