import { characterPairs } from './characters.ts';
import type { Found } from './finding.ts';

const table = new Map<string, string>();
for (let at = 0; at < characterPairs.length; at += 2)
  table.set(characterPairs.charAt(at), characterPairs.charAt(at + 1));

const HAN = /[㐀-鿿]+/g;

/** Traditional characters, which notices of organs do not use (国家通用语言文字法 art. 2, 9), a run of them as one. */
export function findTraditional(text: string): Found[] {
  const found: Found[] = [];
  for (const { index, 0: run } of text.matchAll(HAN)) {
    for (let at = 0; at < run.length; at += 1) {
      const standard = table.get(run.charAt(at));
      if (standard === undefined) continue;
      const start = index + at;
      const last = found.at(-1);
      if (last?.end === start) {
        last.end += 1;
        last.params = {
          text: `${last.params['text']}${run.charAt(at)}`,
          instead: `${last.params['instead']}${standard}`,
        };
      } else {
        const params = { text: run.charAt(at), instead: standard };
        found.push({ code: 'wording.traditional', start, end: start + 1, params });
      }
    }
  }
  return found;
}
