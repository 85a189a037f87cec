import './chinese.ts';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { momentAt } from '../../content/calendar.ts';
import type { CommandInput, PanelCommand } from '../../content/model/command.ts';
import type { Flash } from '../../control/panel.svelte.ts';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import AppointmentsPage from '../../control/pages/Appointments.svelte';
import DeskPage from '../../control/pages/Desk.svelte';
import { office, smallHall } from '../support/hall.ts';
import { must, testWorld } from '../support/world.ts';
import { FakeWire, inputOf, snapshot } from './wire.ts';

const DAY = '2026-11-19';
const at = (clock: string) => momentAt(DAY, clock);

/** Thursday at nine: two agreed appointments of today, and a wish for the afternoon that nobody has answered. */
async function openPage(on: 'page' | 'desk' = 'page') {
  const world = testWorld().as('chen', '陈管理');
  world.now = at('08:30');
  const records = smallHall(office);
  const ask = (
    name: string,
    phone: string,
    from: string,
    to: string,
    more: Partial<CommandInput<'appointment:ask'>>,
  ) =>
    must(
      records,
      'appointment:ask',
      { name, phone, service: 'social', wish: { day: DAY, from, to }, askedBy: 'phone', ...more },
      world,
    );
  ask('王小明', '13912345678', '09:30', '10:00', { agree: { told: 'phone', time: at('09:30') } });
  ask('赵大海', '13800001111', '10:00', '10:30', { agree: { told: 'phone', time: at('10:00') } });
  ask('钱进', '13700002222', '14:00', '14:30', { askedBy: 'letter' });
  world.now = at('09:00');
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  const tell = (): void => wire.hear('state:replaced', snapshot(records.everything(), world.now));
  tell();
  const flashes: Flash[] = [];
  const panel = { tell: (flash: Flash) => flashes.push(flash), http: {} };
  const me = { id: 'chen', roles: ['admin'] };
  const session = { hub, hall: new Hall(hub), clock: { now: world.now }, panel, me } as never;
  const screen = await render(on === 'page' ? AppointmentsPage : DeskPage, { session });
  const acknowledge = (): void => {
    const { event, word, answer } = wire.last();
    const input = inputOf<PanelCommand>({ sent: word as never });
    const value = must(records, event as PanelCommand, input as never, world);
    tell();
    answer({ ok: true, value });
  };
  const given = () => wire.commands().map(({ name, sent }) => ({ name, input: sent.input }));
  return { screen, wire, records, world, flashes, acknowledge, given };
}

describe('appointments of the day', () => {
  test('[B10] a name and Enter check somebody in', async () => {
    const page = await openPage();
    await userEvent.keyboard('1111{Enter}');
    const id = [...page.records.all('appointment')].find(({ body }) => body.name === '赵大海')!.id;
    expect(page.given()).toEqual([{ name: 'appointment:arrive', input: { id } }]);
    page.acknowledge();
    await expect.element(page.screen.getByText('已到 A001 号')).toBeVisible();
    expect(page.flashes[0]?.text).toContain('A001');
  });

  test('[B8] a wish is answered from the list of those that are due', async () => {
    const page = await openPage();
    await expect.element(page.screen.getByText('待答复 1')).toBeVisible();
    await page.screen.getByRole('button', { name: '答复' }).first().click();
    await page.screen.getByRole('radio', { name: '不同意' }).click();
    await page.screen.getByRole('button', { name: '记下答复' }).click();
    await expect.element(page.screen.getByText('请填写理由和窗口负责人。')).toBeVisible();
    expect(page.given()).toEqual([]);
    await page.screen.getByLabelText('理由').fill('当天停办');
    await page.screen.getByLabelText('同意人（窗口负责人）').fill('陈主任');
    await page.screen.getByRole('button', { name: '记下答复' }).click();
    expect(page.given()[0]?.input).toMatchObject({
      answer: { is: 'decline', told: 'letter', reason: '当天停办', approved: '陈主任' },
    });
    page.acknowledge();
    await expect.element(page.screen.getByText('待答复 1')).not.toBeInTheDocument();
    await expect.element(page.screen.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('[B1] + begins a registration; what is missing is said, a full time may be gone beyond', async () => {
    const page = await openPage();
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('+');
    await page.screen.getByRole('button', { name: '登记', exact: true }).click();
    await expect.element(page.screen.getByText('请填写姓名、电话和时间。')).toBeVisible();
    await page.screen.getByLabelText('姓名', { exact: true }).fill('孙丽');
    await page.screen.getByLabelText('联系电话').fill('139 0000 9999');
    await page.screen.getByLabelText('时间', { exact: true }).selectOptions('10:30–11:00，余 2');
    await page.screen.getByRole('button', { name: '登记', exact: true }).click();
    expect(page.given()[0]?.input).toMatchObject({
      name: '孙丽',
      phone: '13900009999',
      wish: { day: DAY, from: '10:30', to: '11:00' },
      agree: { told: 'phone', time: at('10:30') },
    });
    page.wire.last().answer({ ok: false, code: 'appointment.full', message: '10:30–11:00 已经约满' });
    await expect.element(page.screen.getByText('10:30–11:00 已经约满')).toBeVisible();
    await page.screen.getByRole('checkbox', { name: '已与群众约好，照样登记' }).click();
    await page.screen.getByRole('button', { name: '登记', exact: true }).click();
    expect(page.given()[1]?.input).toMatchObject({ confirmed: true });
    page.acknowledge();
    await expect.element(page.screen.getByText('孙丽')).toBeVisible();
  });

  test('another day is looked at, and today is one click away', async () => {
    const page = await openPage();
    await page.screen.getByRole('button', { name: '后一天' }).click();
    await expect.element(page.screen.getByText('这一天没有预约')).toBeVisible();
    await page.screen.getByRole('button', { name: '今天', exact: true }).click();
    await expect.element(page.screen.getByText('王小明')).toBeVisible();
  });
});

test('[B10] the guide desk says how many come today, and checks in by the phone number', async () => {
  const desk = await openPage('desk');
  await expect.element(desk.screen.getByText(/今天 2 个预约，2 个未到/)).toBeVisible();
  await desk.screen.getByRole('searchbox', { name: '姓名、电话或预约码' }).fill('5678');
  await userEvent.keyboard('{Enter}');
  expect(desk.given()).toMatchObject([{ name: 'appointment:arrive' }]);
  desk.acknowledge();
  await expect.element(desk.screen.getByRole('status').first()).toMatchTextContent('A001');
});
