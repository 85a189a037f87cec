import type { Language } from '../content/refusals.ts';

/**
 * Language of the page: asked for in the address (`?lang=en`), else the one remembered, else Chinese.
 * The browser is not asked: hall PCs often run one that was installed in English.
 */
export function chooseLanguage(asked: string | null, remembered: string | null): Language {
  for (const wish of [asked, remembered]) {
    if (!wish) continue;
    if (/^en\b/i.test(wish)) return 'en';
    if (/^zh\b/i.test(wish)) return 'zh-CN';
  }
  return 'zh-CN';
}
