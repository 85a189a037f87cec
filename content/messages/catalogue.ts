import type { Language } from '../refusals.ts';

/** One part of the catalogue: key → [中文, English]. `{x}` marks what is filled in. */
export type Entries = Record<string, readonly [string, string]>;

/** A function that words a key in one language; the language is chosen once for a page. */
export function speaker<E extends Entries>(entries: E, language: Language) {
  const column = language === 'en' ? 1 : 0;
  return (key: keyof E & string, params: Record<string, string | number> = {}): string => {
    const words = entries[key]?.[column] ?? key;
    return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
}
