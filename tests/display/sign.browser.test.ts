import '../../content/theme.css';
import '../../display/page.css';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { LIT, pixelsOf } from '../../content/led/dots.ts';
import type { Glyph } from '../../content/led/glyphs.ts';
import { makePack, openPack, PACK_SIZES, packUrl, strideOf } from '../../content/led/glyphs.ts';
import { Letters } from '../../content/led/letters.ts';
import { drawSign } from '../../content/led/sign.ts';
import { ledEntries } from '../../content/messages/led.ts';
import type { Body } from '../../content/model/record.ts';
import { RecordMap } from '../../content/records.ts';
import { signOf } from '../../content/views/sign.ts';
import Sign from '../../display/scenes/Sign.svelte';

const NOW = Date.UTC(2026, 10, 21, 1, 41);
const scene = { is: 'sign', window: 'w3', width: 192, height: 32 } as const;
const window3: Body<'window'> = {
  number: 3,
  name: '社会保障',
  business: [],
  services: [],
  state: { is: 'closed' },
  ticket: null,
};
const recordsOf = (window: Body<'window'>) =>
  new RecordMap([{ kind: 'window', id: 'w3', rev: 1, body: window }]);

/** Letters that can be told from one another and from those of any font: each is a pattern of its code. */
function patternPack(size: number): Uint8Array<ArrayBuffer> {
  const glyphs = new Map<number, Glyph>();
  for (const letter of '社会保障3请到0123456789A号窗口暂停服务未开放返回') {
    const code = letter.codePointAt(0) ?? 0;
    const width = code < 0x80 ? size / 2 : size;
    const stride = strideOf(width);
    glyphs.set(code, { width, height: size, stride, rows: new Uint8Array(stride * size).fill(code % 255) });
  }
  return makePack(size, glyphs);
}

/** The sign as it would come out with these packs, as RGBA. */
function expected(records: RecordMap, now: number): number[] {
  const letters = new Letters(PACK_SIZES.map((size) => openPack(patternPack(size))));
  const { frame } = drawSign(signOf(records, 'w3', now), scene, letters, now, 'Asia/Shanghai');
  return [...pixelsOf(frame)];
}

const canvas = () => document.querySelector('canvas')!;
const shown = () => [...canvas().getContext('2d')!.getImageData(0, 0, 192, 32).data];
const isDark = () => shown().every((byte, i) => i % 4 === 3 || byte === 0);

/** Answers the packs' addresses; returns how often each was asked for. */
function serve(answer: (size: number) => Response) {
  const asked = vi.fn(async (url: string) => {
    const size = PACK_SIZES.find((one) => packUrl(one) === url);
    return size ? answer(size) : new Response(null, { status: 404 });
  });
  vi.stubGlobal('fetch', asked);
  return asked;
}

const packs = (size: number) => new Response(patternPack(size));
const nothing = () => new Response('<p>Bad Gateway</p>', { status: 502 });

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function hang(records: RecordMap, clock = { now: () => NOW }) {
  const ontrouble = vi.fn();
  const screen = await render(Sign, { records, scene, clock, ontrouble });
  return { screen, ontrouble };
}

describe('the window sign page', () => {
  test('[L11] shows each dot as one pixel of the device, in the left top corner on black', async () => {
    serve(packs);
    const records = recordsOf(window3);
    const { ontrouble } = await hang(records);
    await vi.waitFor(() => expect(shown()).toEqual(expected(records, NOW)));
    const { left, top, width, height } = canvas().getBoundingClientRect();
    expect([left, top, width, height]).toEqual([0, 0, 192 / devicePixelRatio, 32 / devicePixelRatio]);
    expect(getComputedStyle(canvas().parentElement!).backgroundColor).toBe('rgb(0, 0, 0)');
    expect(getComputedStyle(canvas()).imageRendering).toBe('pixelated');
    expect(ontrouble.mock.lastCall).toEqual([null]);
  });

  test('[L11] system fonts stand in while there are no packs, and the report says so', async () => {
    const asked = serve(nothing);
    const records = recordsOf(window3);
    const { ontrouble } = await hang(records);
    await vi.waitFor(() => expect(isDark()).toBe(false));
    expect(ontrouble.mock.lastCall).toEqual([ledEntries['trouble.packs'][0]]);
    expect(new Set(shown().filter((_, i) => i % 4 === 0))).toEqual(new Set([0, LIT[0]]));
    asked.mockImplementation(async (url) => packs(PACK_SIZES.find((one) => packUrl(one) === url)!));
    await vi.advanceTimersByTimeAsync(6_000);
    await vi.waitFor(() => expect(shown()).toEqual(expected(records, NOW)));
    expect(ontrouble.mock.lastCall).toEqual([null]);
  });

  test('[L11] a hub that never answers does not keep the sign dark', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => {}));
    await hang(recordsOf(window3));
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.waitFor(() => expect(isDark()).toBe(false));
  });

  test('[L3] tells which characters it cannot draw', async () => {
    serve(packs);
    const { ontrouble } = await hang(recordsOf({ ...window3, name: '社会龘' }));
    await vi.waitFor(() => expect(ontrouble.mock.lastCall?.[0]).toContain('龘'));
  });

  test('[L12] draws at once when the records change, and sleeps until the moment that the drawing names', async () => {
    serve(packs);
    const { screen } = await hang(recordsOf(window3), { now: () => Date.now() });
    await vi.waitFor(() => expect(isDark()).toBe(false));
    const by = { id: 'li', name: '李敏' };
    const state = { is: 'paused', clerk: by, since: NOW, reason: 'away', goTo: 5 } as const;
    const paused = recordsOf({ ...window3, state });
    await screen.rerender({ records: paused });
    await vi.waitFor(() => expect(shown()).toEqual(expected(paused, NOW)));
    const draws = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
    const page = 4_000;
    const turns = page - (Date.now() % page);
    await vi.advanceTimersByTimeAsync(turns - 1);
    expect(draws).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2);
    expect(draws).toHaveBeenCalledOnce();
    expect(shown()).toEqual(expected(paused, NOW + page));
    draws.mockRestore();
  });
});
