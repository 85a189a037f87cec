import './chinese.ts';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { PairInput, SetupInput, StandardView } from '../../content/api.ts';
import { refusals } from '../../content/refusals.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import SetupPage from '../../control/pages/Setup.svelte';
import ScreenPage from '../../control/pages/Screen.svelte';
import type { Panel, Session } from '../../control/panel.svelte.ts';
import { smallHall } from '../support/hall.ts';
import { MORNING } from '../support/world.ts';
import { FakeWire, snapshot } from './wire.ts';

const standard: StandardView = {
  id: 'test',
  title: '某省',
  purpose: '某省各乡镇',
  from: '某省方案',
  effective: '2020年1月1日',
  accent: '#0f4c9c',
  board: { families: [] },
  names: [
    { placeKind: 'town', level: 'town', label: '乡镇', pattern: '{town}公共服务中心' },
    { placeKind: 'village', level: 'village', label: '村', pattern: '{town}{village}便民服务中心' },
  ],
  endings: { town: ['乡', '镇'], village: ['村'] },
  hours: { weekdays: [1, 2, 3, 4, 5], spans: [{ from: '09:00', to: '17:00' }] },
  prompts: [],
};

async function openSetup() {
  const sent: SetupInput[] = [];
  const panel = {
    http: {
      standards: () => Promise.resolve({ ok: true, value: [standard] }),
      setup: (input: SetupInput) => {
        sent.push(input);
        return Promise.resolve({
          ok: false,
          code: 'phone.wrong',
          message: refusals['phone.wrong'][1].replace('{value}', input.complaint),
        });
      },
    },
    router: { query: new URLSearchParams('code=ABCD2345') },
  } as unknown as Panel;
  return { sent, screen: await render(SetupPage, { panel }) };
}

describe('set-up', () => {
  test('[C9] the official name follows every key and is empty while a part is wrong or missing', async () => {
    const { screen } = await openSetup();
    const town = screen.getByLabelText('乡镇名');
    await town.fill('白石');
    await expect.element(screen.getByText('应以“乡”或“镇”结尾', { exact: false }).first()).toBeVisible();
    await expect.element(screen.getByText('白石镇公共服务中心').first()).not.toBeInTheDocument();
    await town.fill('白石镇');
    await expect.element(screen.getByText('白石镇公共服务中心').first()).toBeVisible();
    await screen.getByRole('radio', { name: '村' }).click();
    await expect.element(screen.getByText('白石镇公共服务中心').first()).not.toBeInTheDocument();
    await screen.getByLabelText('村名').fill('柳湾村');
    await expect.element(screen.getByText('白石镇柳湾村便民服务中心').first()).toBeVisible();
  });

  test('what is missing is told beside its field, and nothing is sent', async () => {
    const { screen, sent } = await openSetup();
    await screen.getByRole('button', { name: '建立本中心' }).click();
    await expect.element(screen.getByText('还缺乡镇名', { exact: false })).toBeVisible();
    await expect.element(screen.getByText('还有内容没有填好', { exact: false })).toBeVisible();
    expect(sent).toHaveLength(0);
  });

  test("the hub's refusal stands beside the field that it is about", async () => {
    const { screen, sent } = await openSetup();
    await screen.getByLabelText('乡镇名').fill('白石镇');
    await screen.getByLabelText('监督投诉电话').fill('abc');
    await screen.getByLabelText('姓名').fill('陈静');
    await screen.getByLabelText('新密码').fill('ginkgo-77-leaf');
    await screen.getByLabelText('再输一遍').fill('ginkgo-77-leaf');
    await screen.getByRole('button', { name: '建立本中心' }).click();
    expect(sent).toMatchObject([{ code: 'ABCD2345', place: { town: '白石镇' }, complaint: 'abc' }]);
    expect('consult' in (sent[0] ?? {})).toBe(false);
    await expect.element(screen.getByLabelText('监督投诉电话')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(screen.getByText('“abc”不像电话号码', { exact: false })).toBeVisible();
  });
});

async function openPairing(code = '') {
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  wire.hear('state:replaced', snapshot(smallHall().everything(), MORNING, 'chen'));
  const sent: PairInput[] = [];
  const panel = {
    http: {
      pair: (input: PairInput) => {
        sent.push(input);
        return Promise.resolve({
          ok: false,
          code: 'pairing.unknown',
          message: refusals['pairing.unknown'][1],
        });
      },
    },
    router: { query: new URLSearchParams({ code }) },
  } as unknown as Panel;
  const me = { id: 'chen', name: 'chen', displayName: '陈管理', roles: ['admin' as const] };
  const clock = { now: MORNING } as Session['clock'];
  const session: Session = { me, panel, hub, hall: new Hall(hub), clock };
  const screen = await render(ScreenPage, { session, id: null });
  const boxes = [1, 2, 3, 4, 5, 6].map((at) => screen.getByLabelText(`第 ${at} 位`));
  const typed = (): string => boxes.map((box) => (box.element() as HTMLInputElement).value).join('');
  return { screen, sent, boxes, typed };
}

describe('pairing', () => {
  test('[C10] typing goes on by itself, also in full-width digits, and takes nothing but digits', async () => {
    const { boxes, typed } = await openPairing();
    await boxes[0]?.click();
    await userEvent.keyboard('12x3');
    await userEvent.keyboard('４56');
    expect(typed()).toBe('123456');
  });

  test('[C10] a paste fills all six, whatever stands between the digits', async () => {
    const { boxes, typed } = await openPairing();
    const data = new DataTransfer();
    data.setData('text', ' 825 774 ');
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    boxes[0]?.element().dispatchEvent(paste);
    await expect.poll(typed).toBe('825774');
  });

  test('[C10] Backspace in an empty box takes the digit before it', async () => {
    const { boxes, typed } = await openPairing();
    await boxes[0]?.click();
    await userEvent.keyboard('12');
    await userEvent.keyboard('{Backspace}');
    expect(typed()).toBe('1');
    await userEvent.keyboard('9');
    expect(typed()).toBe('19');
  });

  test('a code in the address is filled in; a wrong one is told beside it and nothing is lost', async () => {
    const { screen, sent, typed } = await openPairing('123456');
    expect(typed()).toBe('123456');
    await screen.getByLabelText('名称').fill('大厅东侧电视');
    await screen.getByRole('button', { name: '添加屏幕' }).click();
    expect(sent).toMatchObject([{ code: '123456', name: '大厅东侧电视', scene: { is: 'board' } }]);
    await expect.element(screen.getByText('配对码不对或已过期', { exact: false })).toBeVisible();
    await expect.element(screen.getByLabelText('名称')).toHaveValue('大厅东侧电视');
  });
});
