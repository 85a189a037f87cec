import './chinese.ts';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Areas from '../../control/pages/Areas.svelte';
import Staff from '../../control/pages/Staff.svelte';
import { smallHall } from '../support/hall.ts';
import { must, testWorld } from '../support/world.ts';
import { livePanel } from './livepanel.ts';

const person = (name: string, unit: string) => ({ name, unit, party: false, leader: false });

describe('people on show', () => {
  test('[Z2] [Z4] a person is added; a wrong phone and a taken number are told at their fields', async () => {
    const records = smallHall();
    const world = testWorld(2).as('chen');
    must(records, 'staff:save', { ...person('王小明', '党政办'), number: 'A01' }, world);
    const { session } = await livePanel(records);
    const screen = await render(Staff, { session, id: null });
    await screen.getByRole('button', { name: '添加人员' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByLabelText('姓名').fill('李想');
    await dialog.getByLabelText('单位、部门').fill('社会事务办');
    await dialog.getByLabelText('办公电话').fill('办公室');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect.element(dialog.getByLabelText('办公电话')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByLabelText('办公电话').fill('０２３-７９００１１１１');
    await dialog.getByLabelText('工号').fill('a01');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect.element(dialog.getByLabelText('工号')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByLabelText('工号').fill('A02');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect.element(screen.getByRole('listitem').filter({ hasText: '李想' })).toBeVisible();
    expect([...records.all('staff')].map(({ body }) => [body.name, body.phone])).toEqual([
      ['王小明', undefined],
      ['李想', '023-79001111'],
    ]);
  });

  test('[Z7] one is found by the sound of the name, removed after a word on it, and comes back with the posts', async () => {
    const records = smallHall();
    const world = testWorld(2).as('chen');
    const { id } = must(records, 'staff:save', person('李想', '社会事务办'), world);
    must(records, 'staff:save', person('王小明', '党政办'), world);
    const window = records.get('window', 'w1')!;
    records.apply([{ kind: 'window', id: 'w1', rev: 2, body: { ...window, posts: { a: id } } }]);
    const { session, undo } = await livePanel(records);
    const screen = await render(Staff, { session, id: null });
    await screen.getByLabelText('姓名或拼音首字母、工号').fill('lx');
    await expect.element(screen.getByText('王小明')).not.toBeInTheDocument();
    await screen.getByRole('button', { name: '移除' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: '移除' }).click();
    await expect.poll(() => records.get('staff', id)).toBeUndefined();
    undo();
    await expect.poll(() => records.get('window', 'w1')?.posts).toEqual({ a: id });
    expect(records.get('staff', id)?.name).toBe('李想');
  });
});

describe('areas of the hall', () => {
  test('an area is added, its name taken from its kind; a name that is taken is told at the field', async () => {
    const { session, records } = await livePanel();
    const screen = await render(Areas, { session, id: null });
    await screen.getByRole('button', { name: '添加功能区' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByLabelText('类别').selectOptions('等候区');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => [...records.all('area')].map(({ body }) => body.name)).toEqual(['等候区']);
    await screen.getByRole('button', { name: '添加功能区' }).click();
    await dialog.getByLabelText('名称').fill('等候区');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect.element(dialog.getByLabelText('名称')).toHaveAttribute('aria-invalid', 'true');
    expect(records.count('area')).toBe(1);
  });

  test('one is moved down by its key, removed, and comes back in its place', async () => {
    const records = smallHall();
    const world = testWorld(2).as('chen');
    for (const [is, name] of [
      ['waiting', '等候区'],
      ['writing', '填写区'],
      ['consult', '导服区'],
    ] as const)
      must(records, 'area:save', { is, name, windows: [] }, world);
    const { session, undo } = await livePanel(records);
    const screen = await render(Areas, { session, id: null });
    const names = () =>
      screen
        .getByRole('row')
        .elements()
        .slice(1)
        .map((row) => row.querySelector('td')?.textContent?.trim());
    await expect.poll(names).toEqual(['等候区', '填写区', '导服区']);
    await screen.getByRole('button', { name: '等候区下移' }).click();
    await expect.poll(names).toEqual(['填写区', '等候区', '导服区']);
    await screen.getByRole('row').filter({ hasText: '等候区' }).getByRole('button', { name: '删除' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await expect.poll(names).toEqual(['填写区', '导服区']);
    undo();
    await expect.poll(names).toEqual(['填写区', '等候区', '导服区']);
  });
});
