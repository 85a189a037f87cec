import { describe, expect, test } from 'vitest';
import { readKey } from '../../control/keys.ts';
import type { Pressed } from '../../control/keys.ts';

const press = (key: string, more: Partial<Pressed> = {}) =>
  readKey({ key, repeat: false, ctrlKey: false, metaKey: false, altKey: false, focus: 'none', ...more });

describe('keys of the caller', () => {
  test('[C3] Enter and the space bar press the huge key, N calls next, and each letter its deed, in either case', () => {
    for (const key of ['Enter', ' ']) expect(press(key)).toBe('main');
    for (const key of ['n', 'N']) expect(press(key)).toBe('next');
    expect(['r', 'S', 'f', 'P'].map((key) => press(key))).toEqual(['recall', 'start', 'finish', 'pass']);
    expect(['h', 'd', 'U', 't'].map((key) => press(key))).toEqual(['hold', 'drop', 'undo', 'transfer']);
    expect(press('x')).toBeNull();
  });

  test('[C3] a held-down key, a key while typing, and a key with Ctrl count for nothing', () => {
    expect(press('n', { repeat: true })).toBeNull();
    expect(press('n', { focus: 'typing' })).toBeNull();
    expect(press('r', { ctrlKey: true })).toBeNull();
    expect(press('f', { altKey: true })).toBeNull();
    expect(press('p', { metaKey: true })).toBeNull();
  });

  test('[C3] Enter on a focused key is left to that key, letters are not', () => {
    expect(press('Enter', { focus: 'key' })).toBeNull();
    expect(press('n', { focus: 'key' })).toBe('next');
  });
});
