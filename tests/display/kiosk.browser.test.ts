import '@fontsource-variable/noto-sans-sc/index.css';
import '../../content/theme.css';
import '../../display/page.css';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Body } from '../../content/model/record.ts';
import type { SlipWay } from '../../content/model/screen.ts';
import type { Reply, SlipPrinted } from '../../content/protocol.ts';
import type { RecordMap } from '../../content/records.ts';
import { baseOf } from '../../display/glass.ts';
import { CALM_MS, DONE_S, IDLE_MS, REMEMBER_S, SLOW_MS } from '../../display/kiosk/visit.svelte.ts';
import Kiosk from '../../display/scenes/Kiosk.svelte';
import { hallOf, NOW } from './fixture.ts';

const DIAGONALS = [21, 32, 43];
const SIZES: [number, number][] = [
  [1080, 1920],
  [1920, 1080],
];

type Issue = Reply<{ id: string; number: string; ahead: number; code?: string }>;
const taken: Issue = { ok: true, value: { id: 't1', number: 'A012', ahead: 3, code: 'ABCDEFGH' } };

/** A hub that answers when the test says so. */
class FakeHub {
  given: { name: string; input: unknown }[] = [];
  asked: string[] = [];
  answer: (reply: Issue) => void = () => {};
  printed: (reply: Reply<SlipPrinted>) => void = () => {};
  connected = true;
  you = { is: 'screen' as const, id: 's', hubUrl: 'http://192.168.1.20:8080', version: '1' };
  give = (name: string, input: unknown): Promise<Issue> => {
    this.given.push({ name, input });
    return new Promise((answer) => (this.answer = answer));
  };
  ask = (_event: string, word: { ticket: string }, answer: (reply: Reply<SlipPrinted>) => void): void => {
    this.asked.push(word.ticket);
    this.printed = answer;
  };
}

interface Wishes {
  size?: [number, number];
  diagonal?: number;
  slip?: SlipWay;
  services?: number;
  groups?: boolean;
  printer?: Partial<Body<'printer'>> | null;
  change?: (records: RecordMap) => void;
}

async function stand(wishes: Wishes = {}) {
  const [width, height] = wishes.size ?? [1080, 1920];
  await page.viewport(width, height);
  const records = hallOf({ waiting: ['A010', 'A011'] });
  const add = (kind: 'service' | 'printer' | 'window', id: string, body: unknown) =>
    records.apply([{ kind, id, rev: 2, body: body as never }]);
  for (let at = 6; at < (wishes.services ?? 6); at++)
    add('service', `more${at}`, {
      name: `第${at}项业务办理`,
      short: '业务',
      prefix: String.fromCharCode(65 + at),
      digits: 3,
    });
  if (wishes.groups)
    [...records.all('service')].forEach(({ id, body }, at) =>
      add('service', id, { ...body, group: ['民生', '营商', '综合'][at % 3] }),
    );
  add('window', 'w2', {
    ...records.get('window', 'w2')!,
    business: ['社会保险登记', '养老待遇领取'],
    services: ['social'],
    state: { is: 'open', clerk: { id: 'c', name: '陈晓' }, since: NOW },
  });
  if (wishes.printer !== null)
    add('printer', 'p', {
      name: '东门',
      width: 80,
      letters: 'gb18030',
      cut: true,
      main: true,
      settings: 1,
      ...wishes.printer,
    });
  wishes.change?.(records);
  const glass = { width, height };
  const place = { diagonal: wishes.diagonal ?? 21.5, distance: 1 };
  document.documentElement.style.setProperty('--base', `${baseOf(glass, place)}px`);
  const hub = new FakeHub();
  const scene = { is: 'kiosk' as const, slip: wishes.slip ?? { is: 'printer' as const } };
  const props = { records, scene, hub: hub as never, now: NOW, glass, place };
  const screen = await render(Kiosk, props);
  await document.fonts.ready;
  await frames();
  const text = () => document.querySelector<HTMLElement>('.kiosk')!.innerText;
  const keys = () => [...document.querySelectorAll<HTMLButtonElement>('.kiosk button')];
  const key = (words: string) => {
    const found = keys().find((one) => one.innerText.includes(words));
    if (!found) throw new Error(`no key says ${words}: ${text()}`);
    return found;
  };
  const touch = async (words: string) => {
    const found = key(words);
    found.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    found.click();
    await frames();
  };
  const answered = async (reply: Issue) => {
    hub.answer(reply);
    await frames();
  };
  return { screen, props, hub, text, keys, key, touch, answered, records };
}

/** Waits until the page has been drawn, also while the test holds the clock. */
async function frames(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
}

const clock = () =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await frames();
}

beforeEach(() => vi.useRealTimers());
afterEach(() => vi.useRealTimers());

describe('what is touched', () => {
  for (const size of SIZES)
    for (const diagonal of DIAGONALS)
      test(`[K17] ${size.join('×')}, ${diagonal} inches: keys of 20 mm in the lower two thirds, or lower`, async () => {
        const { keys, touch, screen } = await stand({ size, diagonal, services: 24 });
        const mm = Math.hypot(...size) / (diagonal * 25.4);
        const check = (from: number) => {
          expect(keys().length).toBeGreaterThan(2);
          for (const one of keys()) {
            const box = one.getBoundingClientRect();
            expect(Math.min(box.width, box.height) / mm, one.innerText).toBeGreaterThanOrEqual(19.9);
            expect(box.top, one.innerText).toBeGreaterThanOrEqual(size[1] * from);
            expect(box.bottom).toBeLessThanOrEqual(size[1]);
            expect(box.right).toBeLessThanOrEqual(size[0]);
          }
        };
        check(0.3);
        await touch('轮椅低位');
        check(0.48);
        await touch('恢复高度');
        await touch('按拼音找');
        check(0.3);
        await touch('S');
        check(0.3);
        await touch('返回');
        await touch('社会保障');
        check(0.3);
        await screen.unmount();
      });

  test('[K17] nothing to read is cut off, in both languages, with the longest numbers', async () => {
    for (const size of SIZES) {
      const { touch, answered, screen } = await stand({ size });
      const inside = () => {
        for (const one of document.querySelectorAll<HTMLElement>('.kiosk p, .kiosk h1, .kiosk button')) {
          const box = one.getBoundingClientRect();
          expect(box.right, one.innerText).toBeLessThanOrEqual(size[0]);
          expect(box.bottom, one.innerText).toBeLessThanOrEqual(size[1]);
          expect(one.scrollWidth, one.innerText).toBeLessThanOrEqual(one.clientWidth + 2);
        }
      };
      inside();
      await touch('English');
      inside();
      await touch('社会保障');
      inside();
      await touch('priority');
      await answered({ ok: true, value: { ...(taken.ok ? taken.value : never()), number: 'A01234' } });
      inside();
      await screen.unmount();
    }
  });

  test('[K10] services closed to kiosks are not shown; more than a page is chosen by group', async () => {
    const few = await stand({
      change: (records) =>
        records.apply([
          {
            kind: 'service',
            id: 'land',
            rev: 3,
            body: { ...records.get('service', 'land')!, closedTo: ['kiosk'] },
          },
        ]),
    });
    expect(few.text()).toContain('社会保障');
    expect(few.text()).not.toContain('自然资源');
    await few.screen.unmount();
    const many = await stand({ services: 26, groups: true, size: [1920, 1080] });
    expect(many.text()).toContain('民生');
    expect(many.text()).not.toContain('社会保障');
    await many.touch('民生');
    expect(many.text()).toContain('社会保障');
    expect(many.text()).not.toContain('民政事务');
  });

  test('[K10] without groups, pages are turned', async () => {
    const { text, touch } = await stand({ services: 26, size: [1920, 1080] });
    expect(text()).toMatch(/1 \/ \d/);
    await touch('下一页');
    expect(text()).toMatch(/2 \/ \d/);
    expect(text()).not.toContain('社会保障');
  });

  test('it says how many wait, and where no window is at work', async () => {
    const { key } = await stand();
    expect(key('社会保障').innerText).toMatch(/等候 2 人 · .*分钟/);
    expect(key('民政事务').innerText).toContain('窗口暂时没人');
  });

  test('where nobody waits for a paused window it says how long, not that there is no wait', async () => {
    const clerk = { id: 'c', name: '陈晓' };
    const until = NOW + 20 * 60_000;
    const state = { is: 'paused' as const, clerk, since: NOW, reason: 'away' as const, until };
    const change = (records: RecordMap) => {
      const body = { ...records.get('window', 'w2')!, services: ['civil'], state };
      records.apply([{ kind: 'window', id: 'w2', rev: 2, body }]);
    };
    const { key } = await stand({ change });
    expect(key('民政事务').innerText).toMatch(/约 \d+–\d+ 分钟/);
    expect(key('民政事务').innerText).not.toContain('不用等');
  });

  test('[K12] letters find a service by its name before what its windows do', async () => {
    const { touch, keys } = await stand();
    const found = () => keys().map((one) => one.innerText.split('\n')[0]);
    await touch('按拼音找');
    await touch('S');
    await touch('B');
    expect(found()).toContain('社会保障');
    await touch('删除');
    await touch('删除');
    for (const letter of 'YLDY') await touch(letter);
    expect(found()).toContain('社会保障');
    expect(found()).not.toContain('民政事务');
  });
});

describe('taking a number', () => {
  test('[K13] touched twice, one number is asked for; it stands large with all there is to know', async () => {
    const { hub, text, touch, answered, key } = await stand();
    await touch('社会保障');
    const normal = key('直接取号');
    normal.click();
    normal.click();
    await frames();
    expect(hub.given).toEqual([{ name: 'ticket:issue', input: { service: 'social', kind: 'normal' } }]);
    expect(text()).toContain('正在取号');
    await answered(taken);
    for (const words of ['A012', '前面还有 3 人', '在 2 号窗口办理', '请看屏幕叫号', '正在打印小票'])
      expect(text()).toContain(words);
    const number = document.querySelector<HTMLElement>('.number')!;
    expect(parseFloat(getComputedStyle(number).fontSize)).toBeGreaterThan(250);
    expect(document.querySelector('svg[role="img"]')).not.toBeNull();
    expect(hub.asked).toEqual(['t1']);
  });

  test('priority is asked plainly', async () => {
    const { hub, text, touch } = await stand();
    await touch('社会保障');
    expect(text()).toContain('需要优先照顾吗？');
    expect(text()).toContain('老人、病人、残疾人、孕妇、带小孩的人、军人');
    await touch('需要优先');
    expect(hub.given).toMatchObject([{ input: { kind: 'priority' } }]);
  });

  test('[K11] back to the start after the seconds shown, in Chinese; a touch ends it at once', async () => {
    clock();
    const { text, touch, answered } = await stand({ slip: { is: 'none' } });
    await touch('English');
    await touch('社会保障');
    await touch('take a number');
    await answered(taken);
    expect(text()).toContain(`Back in ${DONE_S} s`);
    await pass(5_000);
    expect(text()).toContain(`Back in ${DONE_S - 5} s`);
    await pass((DONE_S - 5) * 1000);
    expect(text()).toContain('请点您要办的事');
    await touch('社会保障');
    await touch('直接取号');
    await answered(taken);
    await touch('好了');
    expect(text()).toContain('请点您要办的事');
  });

  test('[K11] left alone for a minute, it is ready for the next visitor', async () => {
    clock();
    const { text, touch } = await stand();
    await touch('轮椅低位');
    await touch('按拼音找');
    await pass(IDLE_MS - 1000);
    expect(text()).toContain('点拼音首字母');
    await touch('S');
    await pass(IDLE_MS - 1000);
    expect(text()).toContain('点拼音首字母');
    await pass(1000);
    expect(text()).toContain('请点您要办的事');
    expect(text()).toContain('轮椅低位');
  });

  test('a hub that takes its time: the visitor is told not to touch again', async () => {
    clock();
    const { text, touch, answered } = await stand();
    await touch('社会保障');
    await touch('直接取号');
    await pass(SLOW_MS);
    expect(text()).toContain('不用再点');
    await answered(taken);
    expect(text()).toContain('A012');
  });

  test('a refusal is said in words, with where to ask; in English too', async () => {
    const { text, touch, answered } = await stand();
    const refused: Issue = { ok: false, code: 'limit.day', message: '社会保障今天的号已发完，请改天再来。' };
    await touch('社会保障');
    await touch('直接取号');
    await answered(refused);
    for (const words of ['现在取不了号', '今天的号已发完', '请到导办台', '023-7900 0000'])
      expect(text()).toContain(words);
    await touch('English');
    expect(text()).toContain('gives out no numbers now');
    await touch('All right');
    expect(text()).toContain('请点您要办的事');
  });
});

describe('outside the hours', () => {
  test('it says when the hall opens again and whom to call, in both languages', async () => {
    const hall = (records: RecordMap) => {
      const [own] = [...records.all('hall')];
      const hours = { weekdays: [1, 2, 3, 4, 5], spans: [{ from: '09:00', to: '17:00' }] };
      records.apply([{ kind: 'hall', id: own!.id, rev: 2, body: { ...own!.body, hours } }]);
    };
    const { text, touch, keys } = await stand({ change: hall });
    for (const words of ['现在不发号', '11月23日 09:00', '023-7900 0000']) expect(text()).toContain(words);
    expect(keys()).toHaveLength(1);
    await touch('English');
    expect(text()).toContain('opens on 11/23 at 09:00');
  });
});

describe('slips', () => {
  const take = async (wishes: Wishes) => {
    const stood = await stand(wishes);
    await stood.touch('社会保障');
    await stood.touch('直接取号');
    await stood.answered(taken);
    return stood;
  };

  test('[K16] no paper: the number is valid, and stands twice as long', async () => {
    clock();
    const { hub, text } = await take({});
    hub.printed({ ok: false, code: 'printer.paper', message: '' });
    await frames();
    expect(text()).toContain('号已取好，小票没打出来。请记住号码，或用手机扫码。');
    expect(text()).toContain(`${REMEMBER_S} 秒后返回`);
  });

  test('[K16] no answer of the printer before the time is up counts as no slip', async () => {
    clock();
    const { text } = await take({});
    await pass((DONE_S - 1) * 1000);
    expect(text()).toContain('小票没打出来');
  });

  test('a slip that came out, and one that nobody can vouch for', async () => {
    const { hub, text, screen } = await take({});
    hub.printed({ ok: true, value: { unsure: false } });
    await frames();
    expect(text()).toMatch(/请拿好小票$/m);
    await screen.unmount();
    const mute = await take({});
    mute.hub.printed({ ok: true, value: { unsure: true } });
    await frames();
    expect(mute.text()).toContain('没有出来就记住号码');
  });

  test('without a printer nothing is asked for, and the number is to be remembered', async () => {
    const { hub, text } = await take({ printer: null });
    expect(hub.asked).toEqual([]);
    expect(text()).toContain('请记住号码，或用手机扫码');
  });

  test('a printer in trouble is told before a number is taken', async () => {
    const { text } = await stand({ printer: { trouble: { is: 'paper', since: NOW } } });
    expect(text()).toContain('小票暂时打不出来');
  });
});

describe('without the hub', () => {
  test('[K15] after a moment it sends people to the guide desk, and comes back by itself', async () => {
    clock();
    const { screen, props, hub, text } = await stand();
    const lost = new FakeHub();
    lost.connected = false;
    await screen.rerender({ ...props, hub: lost as never });
    await pass(CALM_MS - 100);
    expect(text()).toContain('请点您要办的事');
    await pass(100);
    expect(text()).toContain('取号机暂时不能用');
    expect(text()).toContain('请到导办台取号');
    await screen.rerender({ ...props, hub: hub as never });
    await frames();
    expect(text()).toContain('请点您要办的事');
  });

  test('[K15] a touch in between takes no number for later', async () => {
    const { screen, props, text, touch } = await stand();
    const lost = new FakeHub();
    lost.connected = false;
    await screen.rerender({ ...props, hub: lost as never });
    await touch('社会保障');
    await touch('直接取号');
    expect(lost.given).toEqual([]);
    expect(text()).toContain('请到导办台取号');
  });
});

function never(): never {
  throw new Error('the answer is a number');
}
