import type { Deed } from './caller.svelte.ts';

/** What a key may be set to: a deed at the window, or asking where to transfer. */
export type KeyDeed = Deed | 'transfer';
/** The key of every deed, as `KeyboardEvent.key` names it, letters in lower case. */
export type Keymap = Readonly<Record<KeyDeed, string>>;

/** In the order in which the dialog shows them. */
export const keyDeeds: readonly KeyDeed[] = [
  'next',
  'recall',
  'start',
  'finish',
  'pass',
  'transfer',
  'hold',
  'drop',
  'undo',
];

export const DEFAULT_KEYS: Keymap = {
  next: 'n',
  recall: 'r',
  start: 's',
  finish: 'f',
  pass: 'p',
  transfer: 't',
  hold: 'h',
  drop: 'd',
  undo: 'u',
};

export interface Pressed {
  key: string;
  /** The key's place on the board, which an input method that swallows letters still tells. */
  code?: string;
  repeat: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** What has the focus. */
  focus: 'typing' | 'key' | 'none';
}

/**
 * What a key press means on the caller's page (C3, C15): a deed, `main` for Enter and the space bar, which press
 * the page's huge key, a digit that begins a number, or null. A held-down key counts once.
 */
export function readKey(
  pressed: Pressed,
  keys: Keymap = DEFAULT_KEYS,
): KeyDeed | 'main' | `${number}` | null {
  const { repeat, ctrlKey, metaKey, altKey, focus } = pressed;
  if (repeat || altKey || focus === 'typing') return null;
  const key = nameOf(pressed);
  if (ctrlKey || metaKey) return key === 'z' ? 'undo' : null;
  if (key === 'Enter' || key === ' ') return focus === 'key' ? null : 'main';
  const deed = keyDeeds.find((one) => keys[one] === key);
  return deed ?? (/^\d$/.test(key) ? (key as `${number}`) : null);
}

/** The name of a key as a keymap keeps it; letters also while a Chinese input method is on. */
export function nameOf({ key, code = '' }: Pick<Pressed, 'key' | 'code'>): string {
  if (key === 'Process' && code.startsWith('Key')) return code.slice(3).toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Keys that mean something else to the page, the browser or the machine, or that begin a number. */
const unfit = /^(Enter| |Tab|Escape|F5|F6|F11|F12|\d|Process|Dead|Unidentified)$/;
const named = /^(F\d{1,2}|Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|Insert|Delete|Backspace)$/;

/** Whether a deed may be set to a key. */
export function isFit(key: string): boolean {
  return !unfit.test(key) && (key.length === 1 || named.test(key));
}

const faces: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
  Insert: 'Ins',
  Backspace: '⌫',
};

/** What stands on the key. */
export function faceOf(key: string): string {
  return faces[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** What kind of thing has the focus, for `readKey`. A dialog takes every key for itself. */
export function focusOf(target: EventTarget | null): Pressed['focus'] {
  // A small window has a document, and so an `Element`, of its own.
  const node = target as Partial<Element> | null;
  if (!node?.closest) return 'none';
  if (node.closest('dialog, input, select, textarea, [contenteditable]')) return 'typing';
  return node.closest('a, button, summary') ? 'key' : 'none';
}
