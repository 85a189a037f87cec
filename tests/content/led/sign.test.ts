import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Letters } from '../../../content/led/letters.ts';
import { PAGE_MS, set } from '../../../content/led/setting.ts';
import { BLINK_MS, drawSign, layoutFor } from '../../../content/led/sign.ts';
import type { Size } from '../../../content/led/sign.ts';
import { AMBER, inkOf, LIT } from '../../../content/led/dots.ts';
import { ledEntries } from '../../../content/messages/led.ts';
import type { SignState } from '../../../content/views/sign.ts';
import { Frame } from '../../../content/led/frame.ts';
import { pictureOf, realPacks } from './packs.ts';

const packs = realPacks();
const letters = new Letters(packs);
const zone = 'Asia/Shanghai';
const PLATE: Size = { width: 192, height: 32 };
const TOWER: Size = { width: 128, height: 64 };
/** 2026-11-21 09:00 in China, at the start of a round of pages. */
const NOW = Math.ceil(Date.UTC(2026, 10, 21, 1) / (12 * PAGE_MS)) * 12 * PAGE_MS;

/** QJ 五(一): the eight windows of a town. */
const names = [
  '群众咨询接访',
  '社会保障',
  '卫生健康',
  '民生事务',
  '市场监管',
  '城乡建设',
  '涉农事务',
  '市政公用',
];

const plate = (name = '社会保障', business: string[] = [], window = 3) => ({
  window,
  name,
  business,
  until: null,
});
const called = (number = 'A012', since = NOW, shown = plate()): SignState => ({
  is: 'called',
  number,
  call: 'c1',
  since,
  count: 1,
  fresh: true,
  blinkUntil: since + 3_000,
  ...shown,
});
const beside = { standsFor: [3, 12, 108], standIn: '欧阳建国', overtime: true as const };
const still = (number: string, shown = plate()) => called(number, NOW - 10_000, shown);
const paused = (back: number | null, goTo: number | null): SignState => ({
  is: 'paused',
  reason: 'meal',
  back,
  goTo,
  ...plate(),
});

const draw = (state: SignState, size: Size, now = NOW) => drawSign(state, size, letters, now, zone);
const picture = (state: SignState, size: Size, now = NOW) => pictureOf(draw(state, size, now).frame);

/** What `text` looks like in `size` dots: to be looked for in a sign. */
function lettersOf(text: string, size: number): string[] {
  const frame = new Frame(letters.measure(text, size), size);
  letters.draw(frame, text, 0, 0, size, new Set());
  return pictureOf(frame);
}

/** Left edge and top of `text` in a sign, or null if it is not there dot for dot. */
function find(text: string, size: number, sign: string[]): { x: number; y: number } | null {
  const [first = '', ...rest] = lettersOf(text, size);
  for (let y = 0; y + size <= sign.length; y++)
    for (let x = sign[y]?.indexOf(first) ?? -1; x >= 0; x = sign[y]?.indexOf(first, x + 1) ?? -1)
      if (rest.every((row, i) => sign[y + 1 + i]?.startsWith(row, x))) return { x, y };
  return null;
}

const dark = (lines: string[]) => lines.every((line) => !line.includes('#'));

describe('192 × 32', () => {
  it('[L4] shows number, line, name and business', () => {
    const sign = picture({ is: 'idle', ...plate('社会保障', ['社保', '医保']) }, PLATE);
    expect(find('3', 32, sign)).toEqual({ x: 9, y: 0 });
    expect(sign.map((row) => row.slice(34, 38))).toEqual([
      ...Array<string>(2).fill('....'),
      ...Array<string>(28).fill('#...'),
      ...Array<string>(2).fill('....'),
    ]);
    expect(find('社会保障', 16, sign)).toEqual({ x: 38, y: 0 });
    expect(find('社保、医保', 16, sign)).toEqual({ x: 38, y: 16 });
  });

  it('[L4] gives the name both lines where no business is written', () => {
    expect(find('群众咨询接访', 24, picture({ is: 'idle', ...plate('群众咨询接访') }, PLATE))).not.toBeNull();
    expect(find('社会保障', 32, picture({ is: 'idle', ...plate() }, PLATE))).not.toBeNull();
  });

  it('[L4] keeps two figures off the line, and makes three narrower', () => {
    const two = picture({ is: 'idle', ...plate('社会保障', [], 12) }, PLATE);
    expect(find('12', 32, two)).toEqual({ x: 1, y: 0 });
    const three = picture({ is: 'idle', ...plate('社会保障', [], 108) }, PLATE);
    expect(find('108', 24, three)).toEqual({ x: 1, y: 4 });
    expect(three[16]?.[38]).toBe('#');
  });

  it('[L6] calls in 32 dots beside the number, in the middle of what is left', () => {
    const sign = picture(still('A012'), PLATE);
    expect(find('请A012号', 32, sign)).toEqual({ x: 38 + (154 - 128) / 2, y: 0 });
    expect(find('3', 32, sign)).toEqual({ x: 9, y: 0 });
    expect(find('请A0123号', 32, picture(still('A0123'), PLATE))).not.toBeNull();
  });

  it('[L6] calls a long number in 32 dots all the same, without the number of the window', () => {
    expect(find('请A01234号', 32, picture(still('A01234'), PLATE))).toEqual({ x: 16, y: 0 });
  });

  it('[L6] blinks three times in three seconds, lit first, then stands still', () => {
    const state = called();
    const lit: boolean[] = [];
    let now: number | null = NOW;
    for (const last = NOW + 3_000; now !== null && now <= last;) {
      const { frame, until } = draw(state, PLATE, now);
      lit.push(find('请A012号', 32, pictureOf(frame)) !== null);
      if (now < last) expect(until).toBe(now + BLINK_MS);
      else expect(until).toBeNull();
      now = until;
    }
    expect(lit).toEqual([true, false, true, false, true, false, true]);
    expect(find('3', 32, picture(state, PLATE, NOW + 700))).not.toBeNull();
  });

  it('[L6] a sign that learns late of a call joins the blinking where it is, or shows the number still', () => {
    expect(draw(called(), PLATE, NOW + 1_234).until).toBe(NOW + 1_500);
    expect(draw(called(), PLATE, NOW + 20_000).until).toBeNull();
  });

  it('[L7] takes turns between pause, return and the window that stands in', () => {
    const state = paused(NOW + 90 * 60_000, 2);
    const at = (page: number) => picture(state, PLATE, NOW + page * PAGE_MS);
    expect(find('暂停服务', 32, at(0))).not.toBeNull();
    expect(find('10:30返回', 32, at(1))).not.toBeNull();
    expect(find('请到2号窗口', 24, at(2))).not.toBeNull();
    expect(at(3)).toEqual(at(0));
    expect(draw(state, PLATE).until).toBe(NOW + PAGE_MS);
  });

  it('[L7] names the day of a return on another day, and the reason where nothing else helps', () => {
    const later = picture(paused(NOW + 24 * 3_600_000, null), PLATE, NOW + PAGE_MS);
    expect(find('11月22日返回', 24, later)).not.toBeNull();
    expect(find('正在就餐', 32, picture(paused(null, null), PLATE, NOW + PAGE_MS))).not.toBeNull();
  });

  it('[L8] tells who is served, that it is closed, and that the window is gone', () => {
    const serving = picture({ is: 'serving', number: 'A012', ...plate() }, PLATE);
    expect(find('社会保障', 16, serving)).toEqual({ x: 38, y: 0 });
    expect(find('正在办理 A012', 16, serving)).toEqual({ x: 38, y: 16 });
    expect(find('暂未开放', 16, picture({ is: 'closed', ...plate() }, PLATE))).toEqual({ x: 38, y: 16 });
    expect(find('暂停使用', 32, picture({ is: 'missing', until: null }, PLATE))).toEqual({ x: 32, y: 0 });
  });
});

describe('128 × 64', () => {
  it('[L10] keeps number and name above while the state changes below', () => {
    const states: SignState[] = [
      { is: 'idle', ...plate('社会保障', ['社保', '医保', '劳动就业']) },
      { is: 'closed', ...plate() },
      { is: 'serving', number: 'A012', ...plate() },
      still('A012'),
      paused(null, 2),
    ];
    const bands = states.map((state) => picture(state, TOWER).slice(0, 32).join('\n'));
    expect(new Set(bands).size).toBe(1);
    expect(find('社会保障', 24, picture(states[0]!, TOWER))).toEqual({ x: 31, y: 4 });
  });

  it('[L10] shows business in two lines, and large the call, the number served and the time of return', () => {
    const idle = picture({ is: 'idle', ...plate('社会保障', ['社保', '医保', '劳动就业']) }, TOWER);
    expect(find('社保、医保', 16, idle)).toEqual({ x: 24, y: 32 });
    expect(find('劳动就业', 16, idle)).toEqual({ x: 32, y: 48 });
    expect(find('请A012号', 32, picture(still('A012'), TOWER))).toEqual({ x: 0, y: 32 });
    const serving = picture({ is: 'serving', number: 'A012', ...plate() }, TOWER);
    expect(find('A012', 32, serving)).not.toBeNull();
    expect(find('正在', 16, serving)?.y).toBe(32);
    expect(find('办理', 16, serving)?.y).toBe(48);
    const back = picture(paused(NOW + 90 * 60_000, null), TOWER, NOW + PAGE_MS);
    expect(find('10:30', 32, back)).not.toBeNull();
    expect(find('预计', 16, back)).not.toBeNull();
  });
});

describe('small and rolling signs', () => {
  const long = '优抚救济、低保、老年优待证、残疾人证、城乡居民医保';
  const idle: SignState = { is: 'idle', ...plate('社会保障', [long]) };
  const rolled = (now: number, size = PLATE) => drawSign(idle, size, letters, now, zone, 'rolls');

  it('[L1] a strip of 12 dots speaks in letters of 12, one of 24 in two lines of them', () => {
    expect(find('请A012号', 12, picture(still('A012'), { width: 64, height: 12 }))).not.toBeNull();
    const two = { width: 96, height: 24 };
    expect(find('请A012号', 24, picture(still('A012'), two))).not.toBeNull();
    const turns = [0, 1].map((page) =>
      picture({ is: 'idle', ...plate('群众咨询接访民生事务') }, two, NOW + page * PAGE_MS),
    );
    expect(turns.some((sign) => find('群众咨询', 12, sign)?.y === 0)).toBe(true);
  });

  it('[L13] what fits is still, what does not rolls from right to left by hub time', () => {
    const { frame, until } = drawSign({ is: 'idle', ...plate() }, PLATE, letters, NOW, zone, 'rolls');
    expect(until).toBeNull();
    expect(find('社会保障', 32, pictureOf(frame))).not.toBeNull();
    const first = rolled(NOW);
    expect(first.until).toBeGreaterThan(NOW);
    const next = rolled(first.until!);
    const line = { x: 38, y: 16, width: 154, height: 16 };
    const moved = pictureOf(next.frame, line).map((row) => row.slice(0, -1));
    expect(moved).toEqual(pictureOf(first.frame, line).map((row) => row.slice(1)));
  });

  it('[L13] the whole text passes, and the number beside it stays', () => {
    const seen = new Set<string>();
    for (let now = NOW; now < NOW + 15_000; now += 500) {
      const sign = pictureOf(rolled(now).frame);
      expect(find('3', 32, sign)).toEqual({ x: 9, y: 0 });
      expect(find('社会保障', 16, sign)).toEqual({ x: 38, y: 0 });
      for (const character of long) if (find(character, 16, sign)) seen.add(character);
    }
    expect([...long].filter((one) => !seen.has(one))).toEqual([]);
  });

  it('[L14] red by the standards, amber where the dots are, amber on full colour while paused', () => {
    expect(inkOf(idle)).toEqual(LIT);
    expect(inkOf(idle, 'amber')).toEqual(AMBER);
    expect(inkOf(still('A012'), 'full')).toEqual(LIT);
    expect(inkOf(paused(null, 2), 'full')).toEqual(AMBER);
  });
});

describe('every sign', () => {
  const long = '城乡建设规划与自然资源管理综合服务';
  const states: SignState[] = [...names, long, '综', 'Service for people from abroad'].flatMap((name, i) => {
    const shown = plate(
      name,
      i % 2 ? [] : ['社保', '优抚救济、低保、老年优待证、残疾人证', long],
      [1, 12, 108][i % 3],
    );
    return [
      { is: 'idle', ...shown },
      { is: 'idle', ...shown, ...beside },
      { is: 'closed', ...shown },
      { is: 'serving', number: 'A012', ...shown, ...beside },
      { is: 'serving', number: 'W01234', ...shown },
      still('A012', shown),
      still('W01234', shown),
      { is: 'paused', reason: 'fault', back: NOW + 3_600_000, goTo: 999, ...shown },
      { is: 'missing', until: null },
    ] satisfies SignState[];
  });
  const sizes = [
    PLATE,
    TOWER,
    ...[64, 96, 128, 160, 256, 500].flatMap((width) =>
      [12, 16, 24, 32, 48, 64, 100].map((height) => ({ width, height })),
    ),
  ];

  it('[L1] draws nothing beyond its dots, on any page', () => {
    for (const size of sizes)
      for (const state of states)
        for (let page = 0; page < 6; page++) {
          const spy = new Spy(packs, size);
          drawSign(state, size, spy, NOW + page * PAGE_MS, zone);
          expect(spy.outside, `${JSON.stringify({ size, state })}`).toEqual([]);
        }
  });

  it('[L7] a waiting sign tells in turn its business, for whom it stands in, who stands in there, and overtime', () => {
    const state: SignState = { is: 'idle', ...plate('社会保障', ['社保']), ...beside, standsFor: [3] };
    const wanted = ['社保', '兼办3号窗口', '欧阳建国顶岗', '延时服务'];
    for (const size of [PLATE, TOWER])
      wanted.forEach((text, page) => {
        const sign = picture(state, size, NOW + page * PAGE_MS);
        expect(find(text, 16, sign), `${text} on ${size.width}`).not.toBeNull();
      });
    const serving = picture(
      { is: 'serving', number: 'A012', ...plate(), overtime: true },
      PLATE,
      NOW + PAGE_MS,
    );
    expect(find('延时服务', 16, serving)).not.toBeNull();
  });

  it('[L7] on a narrow sign the number of a window stays with what it means', () => {
    const narrow: Size = { width: 64, height: 16 };
    const turns = Array.from({ length: 12 }, (_, page) =>
      picture(paused(null, 2), narrow, NOW + page * PAGE_MS),
    );
    expect(turns.some((sign) => find('请到2号', 16, sign))).toBe(true);
    expect(turns.some((sign) => find('号窗口', 16, sign) && !find('3号窗口', 16, sign))).toBe(false);
  });

  it('[L1] shows something in every state', () => {
    for (const size of sizes) for (const state of states) expect(dark(picture(state, size))).toBe(false);
  });

  it('[L9] has all characters of its words and of the windows of the standards in every pack', () => {
    const folder = join(import.meta.dirname, '../../../content/standards');
    const standards = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    const windows = standards.flatMap((text) => text.match(/^ *(name|business): .*$/gm) ?? []);
    expect(windows.length).toBeGreaterThan(names.length);
    const text =
      [...names, ...windows, ...Object.values(ledEntries).flat()].join('') +
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    for (const pack of packs) {
      const lacking = [...new Set(text)].filter((letter) => !pack.find(letter.codePointAt(0) ?? 0));
      expect(lacking, `${pack.size} dots`).toEqual([]);
    }
  });

  it('[L3] draws rare characters of names from 16 dots, and names what it cannot draw', () => {
    const rare = draw({ is: 'idle', ...plate('䶮㙍服务') }, PLATE);
    expect(rare.missing).toEqual([]);
    const unknown = draw({ is: 'idle', ...plate('\u{2f9ff}\u{10fffd}服务') }, PLATE);
    expect(unknown.missing).toEqual(['\u{2f9ff}', '\u{10fffd}']);
    expect(unknown.frame.lit(39, 1)).toBe(true);
  });

  it('[L12] comes out the same until the moment that it names', () => {
    for (const size of [PLATE, TOWER])
      for (const state of [...states, called(), paused(NOW + 3_600_000, 2)]) {
        const { until } = draw(state, size);
        const last = until === null ? NOW + 60_000 : until - 1;
        expect(picture(state, size, last)).toEqual(picture(state, size));
      }
  });

  it('[L12] names the moment of the state itself when that comes first', () => {
    const state: SignState = { is: 'idle', ...plate('社会保障', [long]), until: NOW + 100 };
    expect(draw(state, PLATE).until).toBe(NOW + 100);
  });

  it('[L10] has the layout of its dots', () => {
    const wanted = {
      '192x32': 'plate',
      '128x32': 'plate',
      '384x64': 'plate',
      '128x64': 'tower',
      '256x128': 'tower',
      '192x64': 'tower',
      '128x16': 'strip',
      '64x16': 'strip',
      '64x32': 'stack',
      '64x64': 'stack',
    };
    for (const [dots, layout] of Object.entries(wanted)) {
      const [width = 0, height = 0] = dots.split('x').map(Number);
      expect([dots, layoutFor({ width, height })]).toEqual([dots, layout]);
    }
  });

  it('[L10] of twice the dots has twice the letters', () => {
    const twice = picture(still('A012'), { width: 384, height: 64 });
    expect(find('请A012号', 64, twice)).toEqual({ x: 2 * (38 + 13), y: 0 });
    expect(find('社会保障', 32, picture({ is: 'closed', ...plate() }, { width: 384, height: 64 }))).toEqual({
      x: 76,
      y: 0,
    });
  });
});

describe('text on pages', () => {
  const pages = (text: string, width: number, height = 16) =>
    set(letters, text, { width, height }, [16]).map(({ lines }) => lines.join('/'));

  it('[L5] ends lines between items, and leaves the comma behind', () => {
    expect(pages('优抚救济、低保、老年优待证、残疾人证', 154)).toEqual([
      '优抚救济、低保',
      '老年优待证',
      '残疾人证',
    ]);
    expect(pages('社保、医保、劳动就业', 128, 32)).toEqual(['社保、医保/劳动就业']);
  });

  it('[L5] ends lines between words where an item is too long', () => {
    expect(pages('城乡居民医疗保险参保登记', 112).every((page) => !/^险|医$|保$|^记/.test(page))).toBe(true);
    expect(pages('正在办理 A012', 64)).toEqual(['正在办理', 'A012']);
  });

  it('[L5] cuts between characters what has no other end', () => {
    expect(pages('ABCDEFGHIJ', 64)).toEqual(['ABCDE', 'FGHIJ']);
  });

  it('[L5] loses no character but commas and spaces at the ends of lines', () => {
    const text = '办理不动产登记（含抵押、变更）、国有建设用地使用权转移，以及“最多跑一次”事项 A4 打印。';
    for (const width of [64, 80, 96, 128, 154])
      expect(
        pages(text, width)
          .join('')
          .replace(/[、，/ ]/g, ''),
      ).toBe(text.replace(/[、， ]/g, ''));
  });

  it('[L5] turns every 4 s for all signs at once', () => {
    const one: SignState = {
      is: 'idle',
      ...plate('社会保障', ['优抚救济', '低保', '老年优待证', '残疾人证']),
    };
    const untils = [0, 1, 3_999].map((late) => draw(one, PLATE, NOW + late).until);
    expect(untils).toEqual([NOW + PAGE_MS, NOW + PAGE_MS, NOW + PAGE_MS]);
    expect(picture(one, PLATE, NOW + PAGE_MS)).not.toEqual(picture(one, PLATE));
  });
});

/** Letters that note what they are asked to draw beyond the frame. */
class Spy extends Letters {
  outside: string[] = [];
  #size: Size;

  constructor(given: typeof packs, size: Size) {
    super(given);
    this.#size = size;
  }

  override draw(frame: Frame, text: string, x: number, y: number, size: number, missing: Set<string>): void {
    const right = x + this.measure(text, size);
    if (x < 0 || y < 0 || right > this.#size.width || y + size > this.#size.height) this.outside.push(text);
    super.draw(frame, text, x, y, size, missing);
  }
}
