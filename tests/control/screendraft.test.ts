import { describe, expect, test } from 'vitest';
import { isComplete } from '../../control/scenedraft.ts';
import {
  bodyOf,
  draftOfScreen,
  fitsPicture,
  glassOf,
  insetPicture,
  isReady,
} from '../../control/screendraft.ts';

const picture = { x: 0, y: 0, width: 384, height: 64 };
const kept = {
  ...{ name: '门头屏', scene: { is: 'slogan' as const }, diagonal: 43, distance: 6, sound: false },
  ...{ picture, pace: 'slow' as const },
};

describe('the form of a screen', () => {
  test('[R15] what is sent names the picture and the pace that the screen has', () => {
    expect(bodyOf(draftOfScreen(kept))).toEqual(kept);
    expect(bodyOf({ ...draftOfScreen(kept), picture: undefined, pace: undefined })).not.toHaveProperty(
      'picture',
    );
  });

  test('a picture has a size that the hub takes, or nothing is sent', () => {
    expect(fitsPicture(picture)).toBe(true);
    expect(fitsPicture({ ...picture, width: 63 })).toBe(false);
    expect(fitsPicture({ ...picture, y: Number.NaN })).toBe(false);
    expect(isReady({ ...draftOfScreen(kept), picture: { ...picture, height: 1.5 } })).toBe(false);
    expect(isReady(draftOfScreen(kept))).toBe(true);
  });

  test('edges that a TV cuts are left out on all four sides', () => {
    expect(insetPicture({ width: 1920, height: 1080 }, 5)).toEqual({
      x: 96,
      y: 54,
      width: 1728,
      height: 972,
    });
    expect(glassOf(picture, { width: 1920, height: 1080 })).toEqual({ width: 384, height: 64 });
    expect(glassOf(undefined, { width: 1080, height: 1920 })).toEqual({ width: 1080, height: 1920 });
    expect(glassOf(undefined, null)).toEqual({ width: 1920, height: 1080 });
  });

  test('a scene of which something is still to be chosen is not complete', () => {
    expect(isComplete({ is: 'guide', items: [] })).toBe(false);
    expect(isComplete({ is: 'guide' })).toBe(true);
    expect(isComplete({ is: 'page', url: 'www' })).toBe(false);
    expect(isComplete({ is: 'ticker', topics: [], colour: 'red' })).toBe(false);
    expect(isComplete({ is: 'ticker', topics: [], own: ['欢迎'], colour: 'red' })).toBe(true);
    expect(isComplete({ is: 'sign', window: 'w1', width: 192, height: 8 })).toBe(false);
    const zone = {
      x: 0,
      y: 0,
      w: 1,
      h: 1,
      play: { scene: { is: 'media' as const, medium: '', fit: 'fill' as const } },
    };
    expect(isComplete({ is: 'mixed', columns: 1, rows: 1, zones: [zone] })).toBe(false);
  });
});
