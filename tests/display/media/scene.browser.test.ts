import '../../../content/theme.css';
import '../../../display/page.css';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Medium } from '../../../content/model/medium.ts';
import { RecordMap } from '../../../content/records.ts';
import { hold } from '../../../display/media/urls.ts';
import Media from '../../../display/scenes/media/Media.svelte';
import type { SceneProps } from '../../../display/scenes/props.ts';
import type { Turn } from '../../../display/turns.ts';

const NOW = Date.UTC(2026, 10, 21, 1, 41);
const by = { id: 'lin', name: '林秀英' };
const digestOf = (sign: string) => sign.repeat(64);

let film: Blob;
let still: Blob;
beforeAll(async () => {
  await page.viewport(1280, 720);
  document.documentElement.style.setProperty('--base', '40px');
  still = await drawStill();
  film = await makeFilm();
  expect(film.size).toBeGreaterThan(1000);
});

function canvasOf(colour: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 320, height: 180 });
  const brush = canvas.getContext('2d')!;
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 320, 180);
  return canvas;
}

function drawStill(): Promise<Blob> {
  return new Promise((done) => canvasOf('#0f4c9c').toBlob((blob) => done(blob!), 'image/png'));
}

/** A real video of a second, made by the browser. */
async function makeFilm(): Promise<Blob> {
  const canvas = canvasOf('#c4161c');
  const stream = canvas.captureStream(25);
  const recorder = new MediaRecorder(stream, { mimeType: 'video/webm' });
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  const whole = new Promise<Blob>((done) => {
    recorder.onstop = () => done(new Blob(pieces, { type: 'video/webm' }));
  });
  recorder.start();
  const brush = canvas.getContext('2d')!;
  for (let frame = 0; frame < 30; frame++) {
    await new Promise((next) => requestAnimationFrame(next));
    await new Promise((next) => requestAnimationFrame(next));
    brush.fillRect(frame * 4, 0, 8, 8);
  }
  recorder.stop();
  return whole;
}

function mediumOf(is: Medium['is'], more: Partial<Medium>): Medium {
  return {
    ...{ name: '宣传片', is, upload: digestOf('a'), type: 'video/webm', size: 1, checked: { by, at: NOW } },
    ...{ by, at: NOW, sound: true },
    ...more,
  };
}

function turnOf(number: string, how: Turn['how'] = 'announced'): Turn {
  const call = { ...{ id: `call-${number}`, ticket: number, number, service: '社会保障' }, windowNumber: 3 };
  return { call: { ...call, at: NOW, count: 1, state: 'called' }, how };
}

function propsOf(medium: Medium | null, more: Partial<SceneProps<'media'>> = {}): SceneProps<'media'> {
  const screen = { name: '公示屏', scene: { is: 'media', medium: 'm1', fit: 'whole' }, sound: true };
  const records = new RecordMap([
    ...(medium ? [{ kind: 'medium' as const, id: 'm1', rev: 1, body: medium }] : []),
    { kind: 'screen', id: 's1', rev: 1, body: screen as never },
  ]);
  const you = { is: 'screen', id: 's1' } as SceneProps['hub']['you'];
  return {
    ...{ records, scene: { is: 'media', medium: 'm1', fit: 'whole' }, now: NOW, clock: { now: () => NOW } },
    ...{ clockValid: true, glass: { width: 1280, height: 720 }, place: { diagonal: 43, distance: 6 } },
    ...{ base: 40, pace: 2.5, zone: false, turns: [], speaking: [], lostAt: null, onwake: () => {} },
    hub: { you, connected: true, lost: false } as SceneProps['hub'],
    ...more,
  };
}

const video = (): HTMLVideoElement => document.querySelector('video')!;
const LONG = { timeout: 20_000 };

async function ready(): Promise<void> {
  await vi.waitFor(() => {
    expect(video().error?.message ?? '').toBe('');
    expect(video().readyState).toBeGreaterThanOrEqual(2);
  }, LONG);
}

describe('the scene of media', () => {
  test('[N11] a video plays from its beginning to its end, tells it, and goes on', async () => {
    const release = hold(digestOf('a'), film);
    const ondone = vi.fn();
    const ontrouble = vi.fn();
    const shown = await render(Media, propsOf(mediumOf('video', {}), { ondone, ontrouble }));
    await ready();
    await vi.waitFor(() => expect(ondone).toHaveBeenCalled(), LONG);
    await vi.waitFor(() => expect(video().paused).toBe(false));
    expect(ontrouble.mock.calls.flat().filter(Boolean)).toEqual([]);
    await shown.unmount();
    release();
  });

  test('[N12] a call lies over the video and hushes it; an old one does not; then the picture is back', async () => {
    const release = hold(digestOf('a'), film);
    const old = turnOf('A001');
    const props = propsOf(mediumOf('video', {}), { turns: [old] });
    const shown = await render(Media, props);
    await ready();
    await expect.element(shown.getByRole('status')).not.toBeInTheDocument();
    expect(video().volume).toBe(1);

    await shown.rerender({ ...props, turns: [turnOf('A012')] });
    const told = () => document.querySelector('[role=status]')?.textContent ?? '';
    await vi.waitFor(() => expect(told()).toMatch(/A012\s*3\s*号窗口/), LONG);
    await vi.waitFor(() => expect(video().volume).toBeCloseTo(0.15));
    const card = document.querySelector('[role=status]')!.getBoundingClientRect();
    expect(card.bottom).toBeLessThanOrEqual(720);
    expect(card.top).toBeGreaterThan(360);

    await vi.waitFor(() => expect(video().volume).toBe(1), LONG);
    await expect.element(shown.getByRole('status')).not.toBeInTheDocument();
    expect(video().paused).toBe(false);
    await shown.unmount();
    release();
  });

  test('[N11] without sound on the screen a video is mute', async () => {
    const release = hold(digestOf('a'), film);
    const props = propsOf(mediumOf('video', {}));
    const mute = new RecordMap([{ kind: 'medium', id: 'm1', rev: 1, body: mediumOf('video', {}) }]);
    const shown = await render(Media, { ...props, records: mute });
    await ready();
    expect(video().muted).toBe(true);
    await shown.unmount();
    release();
  });

  test('[N10] a picture stands until the next is decoded', async () => {
    const release = hold(digestOf('b'), still);
    const picture = mediumOf('picture', { upload: digestOf('b'), type: 'image/png', alt: '大门' });
    const shown = await render(Media, propsOf(picture));
    await expect.element(shown.getByAltText('大门')).toBeInTheDocument();
    const ontrouble = vi.fn();
    const torn = { ...picture, upload: digestOf('c'), alt: '坏图' };
    await shown.rerender(propsOf(torn, { ontrouble }));
    await vi.waitFor(() => expect(ontrouble).toHaveBeenCalledWith('素材“宣传片”无法播放'));
    await expect.element(shown.getByAltText('大门')).toBeInTheDocument();
    await shown.unmount();
    release();
  });

  test('[N13] pages of a document turn, and one that is missing is left out', async () => {
    const ends = [hold(digestOf('b'), still), hold(digestOf('d'), await drawStill())];
    const pages = [digestOf('b'), digestOf('c'), digestOf('d')];
    const medium = mediumOf('document', { type: 'application/pdf', pages, upload: digestOf('e') });
    const ondone = vi.fn();
    const shown = await render(Media, propsOf(medium, { ondone, pace: 200 }));
    await expect.element(shown.getByAltText('宣传片 1/3')).toBeInTheDocument();
    await expect.element(shown.getByAltText('宣传片 3/3')).toBeInTheDocument();
    await vi.waitFor(() => expect(ondone).toHaveBeenCalled());
    await shown.unmount();
    for (const end of ends) end();
  });

  test('[N14] a medium that is gone, and a torn video, are told and skipped', async () => {
    const ondone = vi.fn();
    const ontrouble = vi.fn();
    const gone = await render(Media, propsOf(null, { ondone, ontrouble }));
    await vi.waitFor(() => expect(ondone).toHaveBeenCalledTimes(1));
    expect(ontrouble).toHaveBeenCalledWith('素材“m1”无法播放');
    await gone.unmount();
    const release = hold(digestOf('f'), new Blob(['no video'], { type: 'video/webm' }));
    const torn = await render(
      Media,
      propsOf(mediumOf('video', { upload: digestOf('f') }), { ondone, ontrouble }),
    );
    await vi.waitFor(() => expect(ontrouble).toHaveBeenCalledWith('素材“宣传片”无法播放'));
    expect(ondone).toHaveBeenCalledTimes(2);
    await torn.unmount();
    release();
  });
});
