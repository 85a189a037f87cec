import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, press, seesText, write } from '../support/browser.ts';
import { PASSWORD, startTestHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let browser: Browser;
let admin: Page;
let writer: Page;
let second: Page;
let checker: Page;
const faults: string[][] = [];

beforeAll(async () => {
  hub = await startTestHub();
  const chief = await hub.setUp();
  await hub.addAccount(chief, 'bianji', ['editor'], '孙编辑');
  await hub.addAccount(chief, 'bianji2', ['editor'], '钱编辑');
  await hub.addAccount(chief, 'shenhe', ['reviewer'], '罗审核');
  browser = await openBrowser();
  [admin, writer, second, checker] = (await Promise.all(
    ['admin', 'bianji', 'bianji2', 'shenhe'].map(signIn),
  )) as [Page, Page, Page, Page];
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

async function signIn(name: string): Promise<Page> {
  const { page, faults: own } = await openPage(browser, `${hub.url}/control/`, { width: 1366, height: 768 });
  faults.push(own);
  await write(page, '用户名', name);
  await write(page, '密码', PASSWORD);
  await page.locator('form button').click();
  await seesText(page, '退出登录');
  return page;
}

const go = (page: Page, path: string): Promise<unknown> =>
  page.goto(`${hub.url}/control/${path}`, { waitUntil: 'load' });
const shown = (): string[] =>
  [...hub.hub.hall.records.all('notice')].map(({ body }) => `${body.title}：${body.text}`);

test('[D2] the admin asks for one review', async () => {
  await go(admin, 'hall');
  await seesText(admin, '先审后发');
  await admin.locator('::-p-aria([name="平时"])').fill('1');
  await admin.locator('::-p-xpath(//section[contains(.,"先审后发")]//form//button)').click();
  await seesText(admin, '已保存');
});

test('[D1] [D4] [D9] an author writes, a reviewer sees what changed and approves, and only then it is public', async () => {
  const { screen } = await hub.pairBoard((await hub.signIn('admin')).cookie);
  await go(writer, 'notices/new');
  await seesText(writer, '本中心先审后发');
  await write(writer, '标题', '农业补贴发放名单公示');
  await write(writer, '正文', '补贴标准为每亩一百二十元。\n名单见附表。');
  await press(writer, '提交审核');
  await seesText(writer, '待审核');
  expect(JSON.stringify(screen.heard)).not.toContain('每亩');
  await go(checker, 'review');
  await seesText(checker, '农业补贴发放名单公示');
  await checker.locator('table a').click();
  await seesText(checker, '审核意见');
  await press(checker, '退回');
  await seesText(checker, '请写明退回的原因');
  await write(checker, '审核意见', '标准应为一百三十元');
  await press(checker, '退回');
  await seesText(checker, '已退回');
  // The author reads why, mends it, and hands it in again.
  await seesText(writer, '标准应为一百三十元');
  await press(writer, '继续修改');
  await seesText(writer, '您在改一份还没发布的稿件');
  await write(writer, '正文', '补贴标准为每亩一百三十元。\n名单见附表。');
  await press(writer, '提交审核');
  await seesText(writer, '待审核');
  await seesText(checker, '审核意见');
  await press(checker, '通过');
  await seesText(checker, '罗审核 审核通过');
  expect(shown()).toEqual([]);
  await seesText(writer, '立即发布');
  await press(writer, '立即发布');
  await seesText(writer, '孙编辑 发布');
  expect(shown()).toEqual(['农业补贴发放名单公示：补贴标准为每亩一百三十元。\n名单见附表。']);
  await screen.reach(hub.hub.hall.mark.seq);
  expect(JSON.stringify([...screen.records.all('notice')])).toContain('一百三十元');
});

test('[D13] two editors of one notice: what only one changed is taken, the rest is chosen', async () => {
  const [live] = [...hub.hub.hall.records.all('notice')];
  await Promise.all([writer, second].map((page) => go(page, `notices/${live?.id}`)));
  await Promise.all([writer, second].map((page) => seesText(page, '先审后发')));
  await write(writer, '正文', '补贴标准为每亩一百三十元。\n名单见附表，共三十二户。');
  await write(writer, '标题', '农业补贴名单公示');
  await press(writer, '保存草稿');
  await seesText(writer, '草稿已保存');
  await write(second, '正文', '补贴标准为每亩一百四十元。\n名单见附表。');
  await write(second, '标题', '农业补贴发放名单公示（更正）');
  await press(second, '保存草稿');
  await seesText(second, '别人也改了这里');
  await second.locator('dialog[open] label:nth-of-type(2) input').click();
  await second.locator('dialog[open] button[type=submit]').click();
  await seesText(second, '已保存，并合入了别人对“正文”的修改');
  const draft = [...hub.hub.hall.records.all('draft')].find(({ body }) => body.state === 'draft');
  expect(draft?.body.of.body).toMatchObject({
    title: '农业补贴名单公示',
    text: '补贴标准为每亩一百四十元。\n名单见附表，共三十二户。',
  });
  expect(draft?.body.editors.map(({ name }) => name)).toEqual(['孙编辑', '钱编辑']);
});

test('[D10] an emergency release is reviewed after', async () => {
  await go(admin, 'notices/new');
  await write(admin, '标题', '今天下午停电通知');
  await write(admin, '正文', '下午两点起停电，恢复后照常办理。');
  await press(admin, '保存草稿');
  await seesText(admin, '改了什么');
  await press(admin, '紧急发布');
  await write(admin, '理由', '供电所临时通知');
  await admin.locator('dialog[open] button[type=submit]').click();
  await seesText(admin, '紧急发布，待补审');
  expect(shown().join()).toContain('下午两点起停电');
  await go(checker, 'review');
  await checker.locator('table a').click();
  await press(checker, '补审同意');
  await seesText(checker, '罗审核 补审同意');
});

test('[D11] versions are compared, and one is restored as a draft', async () => {
  const live = [...hub.hub.hall.records.all('notice')].find(({ body }) => body.title.includes('补贴'));
  const draft = [...hub.hub.hall.records.all('draft')].find(
    ({ body }) => body.of.id === live?.id && body.state !== 'done',
  );
  await go(writer, `review/${draft?.id}`);
  await press(writer, '提交审核');
  await seesText(writer, '待审核');
  await go(checker, `review/${draft?.id}`);
  await press(checker, '通过');
  await seesText(checker, '审核通过');
  await press(writer, '立即发布');
  await seesText(writer, '孙编辑 发布');
  await go(writer, `history/notice-${live?.id}`);
  await seesText(writer, '第 1 版 → 第 2 版');
  await press(writer, '恢复到第 1 版');
  await seesText(writer, '改了什么');
  const made = [...hub.hub.hall.records.all('draft')].find(({ body }) => body.state === 'draft');
  expect((made?.body.of.body as { title: string }).title).toBe('农业补贴发放名单公示');
});

test('nothing on these pages was blocked or failed', () => {
  expect(faults.flat()).toEqual([]);
});
