import '../../content/theme.css';
import '../../control/page.css';
import './chinese.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { Hall } from '../../control/hall.svelte.ts';
import { Hub } from '../../control/hub.svelte.ts';
import { Reminder } from '../../control/reminder.svelte.ts';
import CallerPage from '../../control/pages/Caller.svelte';
import SmallPage from '../../control/pages/Small.svelte';
import type { StandardView } from '../../content/api.ts';
import type { CommandName } from '../../content/model/command.ts';
import { smallHall } from '../support/hall.ts';
import { MINUTE, must, testWorld } from '../support/world.ts';
import { panelClock } from './panelclock.svelte.ts';
import { FakeWire, inputOf, snapshot } from './wire.ts';

beforeEach(() => localStorage.clear());

interface Given {
  paper?: boolean;
  waiting?: number;
  held?: boolean;
  prompts?: StandardView['prompts'];
}

const standard = {
  id: 'test',
  title: '某省',
  from: '某省方案',
  effective: '2020年1月1日',
  accent: '#0f4c9c',
  purpose: '某省各乡镇',
  board: { families: [] },
  names: [],
  endings: {},
  hours: { weekdays: [1], spans: [] },
};

/** Li at window 1 with people waiting, and the page of the caller, or the small one, before him. */
async function desk(
  Page: typeof CallerPage,
  { paper = false, waiting = 2, held = true, prompts = [] }: Given = {},
) {
  const world = testWorld().as('chen');
  const records = smallHall();
  if (paper) must(records, 'queue:settings', { paper: true }, world);
  must(records, 'window:take', { window: 'w1' }, held ? world.as('li') : world.as('wang'));
  for (let count = 0; count < waiting; count++)
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.wait(MINUTE));
  world.as('li');
  const wire = new FakeWire();
  const hub = new Hub('zh-CN', wire.dial);
  hub.open();
  wire.rise();
  const tell = (): void => wire.hear('state:replaced', snapshot(records.everything(), world.now));
  tell();
  const clock = panelClock(world.now);
  const standards = () => Promise.resolve({ ok: true as const, value: [{ ...standard, prompts }] });
  const panel = { http: { standards }, waiting: 0 };
  const session = { me: { id: 'li' }, hub, hall: new Hall(hub), clock, panel };
  const screen = await render(Page, { session });
  /** Does what the hub does with the newest command. */
  const acknowledge = (): void => {
    const { event, word, answer } = wire.last();
    const input = inputOf<'ticket:next'>({ sent: word as never });
    const value = must(records, event as 'ticket:next', input, world);
    tell();
    answer({ ok: true, value });
  };
  const names = (): CommandName[] => wire.commands().map(({ name }) => name as CommandName);
  return { world, records, wire, clock, screen, acknowledge, names, panel };
}

describe('keys', () => {
  test('[C15] a deed is set to another key, which holds at once; a taken and an unfit one are refused', async () => {
    const hub = await desk(CallerPage);
    await hub.screen.getByRole('button', { name: '按键与提醒' }).click();
    const change = hub.screen.getByRole('button', { name: /更改“顺呼”/ });
    await change.click();
    await userEvent.keyboard('r');
    await expect.element(hub.screen.getByText('“R”已用于“重呼”。')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(hub.screen.getByText('这个键不能用，请换一个。')).toBeVisible();
    await userEvent.keyboard('{PageDown}');
    await expect.element(change).toMatchTextContent('PgDn');
    await hub.screen.getByRole('button', { name: '完成', exact: true }).last().click();
    expect(hub.names()).toEqual([]);
    await userEvent.keyboard('n');
    expect(hub.names()).toEqual([]);
    await userEvent.keyboard('{PageDown}');
    expect(hub.names()).toEqual(['ticket:next']);
  });

  test('[C18] undo is offered for ten seconds, by U and by Ctrl+Z, and is gone at zero', async () => {
    const hub = await desk(CallerPage);
    await userEvent.keyboard('{Enter}');
    hub.acknowledge();
    const undo = hub.screen.getByRole('button', { name: /撤销/ });
    await expect.element(undo).toMatchTextContent('10 秒');
    hub.clock.now += 9_000;
    await expect.element(undo).toMatchTextContent('1 秒');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(hub.names()).toEqual(['ticket:next', 'ticket:undo']);
    hub.acknowledge();
    await expect.element(undo).not.toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    hub.acknowledge();
    await expect.element(undo).toBeVisible();
    hub.clock.now += 10_000;
    await expect.element(undo).not.toBeInTheDocument();
  });
});

describe('paper numbers', () => {
  test('[C19] digits typed anywhere are a number, Enter calls it, and then the huge key calls the one after', async () => {
    const hub = await desk(CallerPage, { paper: true, waiting: 0 });
    await expect.element(hub.screen.getByRole('button', { name: /输入第一个号码/ })).toBeVisible();
    await userEvent.keyboard('47{Enter}');
    expect(hub.wire.commands()).toMatchObject([
      { name: 'ticket:paper', sent: { input: { window: 'w1', number: '47' } } },
    ]);
    hub.acknowledge();
    await expect.element(hub.screen.getByRole('button', { name: /叫下一号\s*48/ })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    hub.acknowledge();
    await expect.element(hub.screen.getByLabelText('本窗口')).toMatchTextContent('48');
    expect(hub.records.get('window', 'w1')?.undo?.deed).toBe('paper');
    await userEvent.keyboard('u');
    hub.acknowledge();
    await expect.element(hub.screen.getByLabelText('本窗口')).toMatchTextContent('47');
  });

  test('[C19] a number called before is warned of, and called when it is given once more', async () => {
    const hub = await desk(CallerPage, { paper: true, waiting: 0 });
    await userEvent.keyboard('7{Enter}');
    hub.acknowledge();
    await expect.element(hub.screen.getByRole('status')).toMatchTextContent('已呼叫 7');
    await userEvent.keyboard('7{Enter}');
    hub.wire.last().answer({ ok: false, code: 'paper.again', message: '7 号今天已经叫过。' });
    const again = hub.screen.getByRole('button', { name: '再次呼叫' });
    await expect.element(again).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(hub.wire.commands().at(-1)).toMatchObject({ sent: { input: { number: '7', again: true } } });
  });
});

describe('the small window', () => {
  for (const paper of [false, true])
    test(`[C16] everything is in sight at 360 × 480${paper ? ' with paper numbers' : ''}`, async () => {
      await page.viewport(360, 480);
      const hub = await desk(SmallPage, { paper });
      await userEvent.keyboard(paper ? '5{Enter}' : '{Enter}');
      hub.acknowledge();
      await expect.element(hub.screen.getByRole('button', { name: /撤销/ })).toBeVisible();
      await expect.element(hub.screen.getByText(paper ? '等候 2 人' : '等候 1 人')).toBeVisible();
      for (const button of hub.screen.container.querySelectorAll('button')) {
        const { bottom, right, height } = button.getBoundingClientRect();
        expect([bottom <= 480, right <= 360, height >= 24], button.textContent).toEqual([true, true, true]);
      }
      await userEvent.keyboard('r');
      expect(hub.names().at(-1)).toBe('ticket:recall');
    });
});

describe('reminders', () => {
  test('[C17] it sounds when the first comes, or for each, never for who waits already, and off is off', () => {
    const played: string[] = [];
    const reminder = new Reminder(localStorage, (sound) => played.push(sound));
    reminder.see(['a']);
    reminder.choose({ sound: 'soft' });
    reminder.see(['a', 'b']);
    reminder.see([]);
    expect(played).toEqual([]);
    reminder.see(['c']);
    expect(played).toEqual(['soft']);
    reminder.choose({ when: 'each', sound: 'bell' });
    reminder.see(['c', 'd']);
    reminder.see(['d']);
    expect(played).toEqual(['soft', 'bell']);
    const later = new Reminder(localStorage, (sound) => played.push(sound));
    expect(later.chosen).toEqual({ sound: 'bell', when: 'each' });
    later.see(['d']);
    expect(played).toHaveLength(2);
  });
});

describe('what stands beside the number', () => {
  test('[C17] the count of people waiting goes to the page’s title', async () => {
    const hub = await desk(CallerPage);
    expect(hub.panel.waiting).toBe(2);
    await userEvent.keyboard('{Enter}');
    hub.acknowledge();
    await expect.poll(() => hub.panel.waiting).toBe(1);
  });

  test('[C21] what the standard wants said is shown at its moment', async () => {
    const prompts = [
      { when: 'called' as const, text: '您好，请问办什么？' },
      { when: 'finished' as const, text: '请慢走，再见。' },
    ];
    const hub = await desk(CallerPage, { prompts });
    await userEvent.keyboard('{Enter}');
    hub.acknowledge();
    await expect.element(hub.screen.getByText('您好，请问办什么？')).toBeVisible();
    await userEvent.keyboard('f');
    hub.acknowledge();
    await expect.element(hub.screen.getByText('请慢走，再见。')).toBeVisible();
    await expect.element(hub.screen.getByText('您好，请问办什么？')).not.toBeInTheDocument();
  });
});

describe('after the line was cut', () => {
  test('[C2] [C5] a call under way is sent again as the same request, and no key adds another', async () => {
    const hub = await desk(CallerPage);
    await userEvent.keyboard('{Enter}');
    const first = hub.wire.commands().at(-1);
    hub.wire.cut();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('n');
    hub.wire.rise();
    expect(hub.wire.commands()).toEqual([first, first]);
    hub.acknowledge();
    await expect.element(hub.screen.getByRole('status')).toMatchTextContent('已呼叫 A001');
    await expect.element(hub.screen.getByText('等候 1 人')).toBeVisible();
  });
});

describe('leaving and taking over', () => {
  test('[C20] leaving while people wait sends a reason, and nothing without one', async () => {
    const hub = await desk(CallerPage);
    await hub.screen.getByRole('button', { name: '离岗' }).click();
    const message = '还有 2 人在等。';
    hub.wire.last().answer({ ok: false, code: 'window.people-waiting', message });
    const leave = hub.screen.getByRole('button', { name: '确认离岗' });
    await leave.click();
    await expect.element(hub.screen.getByText('请选择或填写原因。')).toBeVisible();
    expect(hub.names()).toHaveLength(1);
    await hub.screen.getByText('身体不适').click();
    await leave.click();
    expect(hub.wire.commands().at(-1)).toMatchObject({
      name: 'window:leave',
      sent: { input: { reason: '身体不适' } },
    });
    hub.acknowledge();
    await expect.element(hub.screen.getByRole('heading', { name: '叫号' })).toBeVisible();
  });

  test('[C20] a held window shows who waits, and is taken over when that is confirmed', async () => {
    const hub = await desk(CallerPage, { held: false });
    await expect.element(hub.screen.getByText('2 人等候').first()).toBeVisible();
    await hub.screen.getByRole('button', { name: '接替 1 号窗口' }).click();
    await expect.element(hub.screen.getByText(/王窗口将离开这个窗口/)).toBeVisible();
    expect(hub.names()).toEqual([]);
    await hub.screen.getByRole('dialog').getByRole('button', { name: '接替' }).click();
    hub.acknowledge();
    await expect.element(hub.screen.getByRole('heading', { name: '1 号窗口 · 综合服务' })).toBeVisible();
    await expect.element(hub.screen.getByText('接替王窗口')).toBeVisible();
  });
});
