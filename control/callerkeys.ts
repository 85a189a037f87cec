import type { Caller } from './caller.svelte.ts';
import { focusOf, readKey } from './keys.ts';
import type { Keymap } from './keys.ts';

/** What a page with the caller's keys does besides the deeds at the window. */
export interface KeyWays {
  /** A dialog is open, and the keys are its own. */
  asking: boolean;
  /** The huge key. */
  main: () => void;
  transfer: () => void;
  /** A digit that begins a paper number, where there are such. */
  digit?: (digit: string) => void;
}

/** Does what a key press means on the caller's page (C2, C3, C15). */
export function pressKey(event: KeyboardEvent, caller: Caller, keys: Keymap, ways: KeyWays): void {
  const focus = focusOf(event.target);
  // A held-down Enter on a focused key would click it again and again, and empty the queue.
  if (event.repeat && focus !== 'typing') return event.preventDefault();
  const { key, code, repeat, ctrlKey, metaKey, altKey } = event;
  const meant = readKey({ key, code, repeat, ctrlKey, metaKey, altKey, focus }, keys);
  if (!meant || ways.asking) return;
  const digit = /^\d$/.test(meant);
  if (digit && !ways.digit) return;
  event.preventDefault();
  if (digit) ways.digit?.(meant);
  else if (meant === 'main') ways.main();
  else if (meant === 'transfer') ways.transfer();
  else void caller.press(meant as Exclude<typeof meant, 'transfer' | 'main' | `${number}`>);
}
