import type { Language } from '../content/refusals.ts';

/**
 * Language of the page: asked for in the address (`?lang=en`), else the one remembered, else English
 * when the browser prefers it, else Chinese.
 */
export function chooseLanguage(
  asked: string | null,
  remembered: string | null,
  preferred: readonly string[],
): Language {
  for (const wish of [asked, remembered, preferred[0]]) {
    if (!wish) continue;
    if (/^en\b/i.test(wish)) return 'en';
    if (/^zh\b/i.test(wish)) return 'zh-CN';
  }
  return 'zh-CN';
}
