import './chinese.ts';
import { userEvent } from 'vitest/browser';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Pledge from '../../control/pages/Pledge.svelte';
import RuleEdit from '../../control/pages/RuleEdit.svelte';
import { smallHall } from '../support/hall.ts';
import { must, testWorld } from '../support/world.ts';
import { livePanel } from './livepanel.ts';

const rule = (title: string) => ({
  title,
  blocks: [{ number: '一、', depth: 0, text: '微笑服务。' }],
  source: { title: '本中心制定' },
});

describe('the editor of rules', () => {
  test('a rule is typed, parted by Enter, numbered by itself, and saved', async () => {
    const { session, records, went } = await livePanel();
    const screen = await render(RuleEdit, { session, id: 'new' });
    await screen.getByLabelText('名称', { exact: true }).fill('首问负责制度');
    await screen.getByLabelText('条文 一、').click();
    await userEvent.keyboard('第一位接待的人负责到底。{Enter}说不清的，带到窗口。');
    await expect.element(screen.getByLabelText('条文 二、')).toHaveValue('说不清的，带到窗口。');
    await screen.getByRole('button', { name: '保存并公开' }).click();
    await expect.poll(() => went).toEqual(['rule']);
    const [saved] = [...records.all('rule')];
    expect(saved?.body).toMatchObject({
      title: '首问负责制度',
      wording: 'own',
      blocks: [
        { number: '一、', depth: 0, text: '第一位接待的人负责到底。' },
        { number: '二、', depth: 0, text: '说不清的，带到窗口。' },
      ],
    });
  });

  test('a step of the articles is taken back by its key', async () => {
    const { session } = await livePanel();
    const screen = await render(RuleEdit, { session, id: 'new' });
    await screen.getByLabelText('条文 一、').click();
    await userEvent.keyboard('甲。{Enter}乙。');
    await screen
      .getByRole('group', { name: '二、 的操作' })
      .getByRole('button', { name: '删除这一条' })
      .click();
    await expect.element(screen.getByLabelText('条文 二、')).not.toBeInTheDocument();
    await screen.getByRole('button', { name: '撤销上一步' }).click();
    await expect.element(screen.getByLabelText('条文 二、')).toHaveValue('乙。');
  });

  test('[P7] without a title nothing is sent; a title that is taken is told at its field, and nothing typed is lost', async () => {
    const { session, records, world, given } = await livePanel();
    must(records, 'rule:save', rule('首问负责制度'), world);
    const screen = await render(RuleEdit, { session, id: 'new' });
    await screen.getByLabelText('条文 一、').fill('甲。');
    await screen.getByRole('button', { name: '保存并公开' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('请写名称。');
    expect(given()).toEqual([]);
    await screen.getByLabelText('名称', { exact: true }).fill('首问负责制度');
    await screen.getByRole('button', { name: '保存并公开' }).click();
    await expect
      .element(screen.getByLabelText('名称', { exact: true }))
      .toHaveAttribute('aria-invalid', 'true');
    await expect.element(screen.getByLabelText('条文 一、')).toHaveValue('甲。');
    expect(records.count('rule')).toBe(1);
  });

  test('[C32] what is typed is shown as it will look, once typing rests', async () => {
    const { session, preview } = await livePanel();
    const screen = await render(RuleEdit, { session, id: 'new' });
    await screen.getByLabelText('名称', { exact: true }).fill('首问负责制度');
    expect(preview).not.toHaveBeenCalled();
    await screen.getByLabelText('条文 一、').fill('负责到底。');
    await expect
      .poll(() => preview.mock.lastCall as unknown)
      .toMatchObject([{ kind: 'rule', body: { title: '首问负责制度' } }]);
  });

  test('[C32] what saving would refuse is told, in place of frames without a picture', async () => {
    const { session, preview } = await livePanel();
    const message = '已经有一份制度叫“首问负责制度”，请换一个名称。';
    preview.mockResolvedValue({ ok: false, code: 'rule.title-taken', message });
    const screen = await render(RuleEdit, { session, id: 'new' });
    await screen.getByLabelText('名称', { exact: true }).fill('首问负责制度');
    await screen.getByLabelText('条文 一、').fill('负责到底。');
    await expect.element(screen.getByText(message)).toBeVisible();
    await expect.element(screen.getByText('大厅电视')).not.toBeInTheDocument();
  });
});

describe('the editor of pledges', () => {
  test('a pledge is typed and saved line by line; without a line nothing is sent', async () => {
    const { session, records, given, went } = await livePanel();
    const screen = await render(Pledge, { session, id: 'new' });
    await screen.getByLabelText('名称', { exact: true }).fill('四公开');
    await screen.getByRole('button', { name: '保存并公开' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('请至少写一行。');
    expect(given()).toEqual([]);
    await screen.getByLabelText('内容').fill('公开事项\n\n公开时限 ');
    await screen.getByRole('button', { name: '保存并公开' }).click();
    await expect.poll(() => went).toEqual(['rules']);
    const saved = [...records.all('pledge')].find(({ body }) => body.title === '四公开');
    expect(saved?.body).toEqual({ role: 'pledge', title: '四公开', lines: ['公开事项', '公开时限'] });
  });

  test('the last slogan stays a slogan: told at the field', async () => {
    const { session, records } = await livePanel();
    const screen = await render(Pledge, { session, id: 'slogan' });
    await screen.getByLabelText('用途').selectOptions('服务承诺');
    await screen.getByRole('button', { name: '保存并公开' }).click();
    await expect.element(screen.getByLabelText('用途')).toHaveAttribute('aria-invalid', 'true');
    expect(records.get('pledge', 'slogan')?.role).toBe('slogan');
  });

  test('one is removed after a word on it, and that is taken back', async () => {
    const records = smallHall();
    const words = { role: 'pledge' as const, title: '四公开', lines: ['公开事项'] };
    const { id } = must(records, 'pledge:save', words, testWorld(2).as('chen'));
    const panel = await livePanel(records);
    const screen = await render(Pledge, { session: panel.session, id });
    await screen.getByRole('button', { name: '删除', exact: true }).click();
    await screen.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
    await expect.poll(() => records.get('pledge', id)).toBeUndefined();
    panel.undo();
    await expect.poll(() => [...records.all('pledge')].map(({ body }) => body)).toContainEqual(words);
  });
});
