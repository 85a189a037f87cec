import type { Deed } from './caller.svelte.ts';

/** Keys of the caller. Enter and the space bar call next as well, unless they press a focused key. */
const letters: Record<string, Deed | 'transfer'> = {
  n: 'next',
  r: 'recall',
  s: 'start',
  f: 'finish',
  p: 'pass',
  h: 'hold',
  d: 'drop',
  u: 'undo',
  t: 'transfer',
};

export interface Pressed {
  key: string;
  repeat: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** What has the focus. */
  focus: 'typing' | 'key' | 'none';
}

/** What a key press means on the caller's page, `transfer` asks where to first; null if nothing. A held-down key counts once. */
export function readKey({ key, repeat, ctrlKey, metaKey, altKey, focus }: Pressed): Deed | 'transfer' | null {
  if (repeat || ctrlKey || metaKey || altKey || focus === 'typing') return null;
  if (key === 'Enter' || key === ' ') return focus === 'key' ? null : 'next';
  return letters[key.toLowerCase()] ?? null;
}

/** What kind of thing has the focus, for `readKey`. A dialog takes every key for itself. */
export function focusOf(target: EventTarget | null): Pressed['focus'] {
  if (!(target instanceof Element)) return 'none';
  if (target.closest('dialog, input, select, textarea, [contenteditable]')) return 'typing';
  return target.closest('a, button, summary') ? 'key' : 'none';
}
