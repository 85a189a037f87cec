import type { Asked } from './asked.ts';
import type { Found, FindingCode } from './finding.ts';

interface Words {
  pattern: RegExp | null;
  of: ReadonlyMap<string, { code: FindingCode; instead: string }>;
}

const guides = new WeakMap<Asked, Words>();
const taboos = new WeakMap<Asked, Words>();

function wordsOf(
  cache: WeakMap<Asked, Words>,
  asked: Asked,
  list: readonly [string, FindingCode, string][],
): Words {
  const kept = cache.get(asked);
  if (kept) return kept;
  const of = new Map(list.map(([word, code, instead]) => [word, { code, instead }]));
  // The longest first: 等有关材料 is one finding, not two.
  const words = [...of.keys()].sort((one, other) => other.length - one.length).map(escape);
  const made = { pattern: words.length ? new RegExp(words.join('|'), 'g') : null, of };
  cache.set(asked, made);
  return made;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function findWords(text: string, { pattern, of }: Words): Found[] {
  if (!pattern) return [];
  return [...text.matchAll(pattern)].flatMap(({ index, 0: word }) => {
    const entry = of.get(word);
    if (!entry) return [];
    return [
      {
        code: entry.code,
        start: index,
        end: index + word.length,
        params: { text: word, instead: entry.instead },
      },
    ];
  });
}

/** Wording in a guide that leaves open what is asked for (K11). */
export function findBanned(text: string, asked: Asked): Found[] {
  const list = asked.banned.map(({ word, level, instead }): [string, FindingCode, string] => [
    word,
    level === 'block' ? 'wording.banned' : 'wording.doubtful',
    instead ?? '',
  ]);
  return findWords(text, wordsOf(guides, asked, list));
}

/** 服务忌语 (K12). */
export function findTaboo(text: string, asked: Asked): Found[] {
  // Their full stops and brackets are the notice's, not the speaker's.
  const list = asked.taboo.map(({ text: said }): [string, FindingCode, string] => [
    said.replace(/（[^）]*）/g, '').replace(/[。！？.!?]+$/, ''),
    'wording.taboo',
    '',
  ]);
  return findWords(text, wordsOf(taboos, asked, list));
}

/** Words that name no day and no amount where a visitor needs one. */
const VAGUE =
  /尽快办理|尽快办结|近期内?办理|适时(?:公布|公示|办理)|一段时间|若干(?:份|天|日|元)|适当(?:收费|收取)|另行通知|不日(?:公布|公示)/g;
/** Ellipses and dashes are double by nature. */
const DOUBLED = /([，。；：、？！,;:?!])\s?\1+|[，、；：][，。、；：]|。[，、；：]/g;
const PAIRS: readonly (readonly [string, string])[] = [
  ['（', '）'],
  ['《', '》'],
  ['“', '”'],
  ['【', '】'],
];
/** What a form leaves to be filled in. */
const PLACEHOLDER =
  /[\d-]*[XＸx×]{3,}|[XＸ×]{2}(?=[乡镇村县市区街社局年月日路号])|某某(?=[乡镇村县市区街社局])|待(?:填|补充|完善)|（此处[^）]{0,20}）/g;

/** Words without content, doubled marks, brackets that never close, what nobody filled in (K13). */
export function findSlips(text: string): Found[] {
  return [
    ...all(text, VAGUE, 'wording.vague'),
    ...all(text, DOUBLED, 'wording.doubled'),
    ...all(text, PLACEHOLDER, 'wording.placeholder'),
    ...findBrackets(text),
  ];
}

function all(text: string, pattern: RegExp, code: FindingCode): Found[] {
  return [...text.matchAll(pattern)].map(({ index, 0: whole }) => ({
    code,
    start: index,
    end: index + whole.length,
    params: { text: whole },
  }));
}

/** Brackets within a paragraph; a number's own, as 1）, opens nothing. */
function findBrackets(text: string): Found[] {
  const found: Found[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g))
    for (const [open, close] of PAIRS) {
      const stack: number[] = [];
      let lonely = -1;
      for (let at = 0; at < line.length; at += 1) {
        const sign = line.charAt(at);
        if (sign === open) stack.push(at);
        else if (
          sign === close &&
          stack.pop() === undefined &&
          !/[\d一二三四五六七八九十a-zA-Z]$/.test(line.slice(0, at))
        )
          lonely = at;
      }
      const at = stack[0] ?? lonely;
      if (at >= 0) {
        const params = { text: line.charAt(at) };
        found.push({ code: 'wording.brackets', start: index + at, end: index + at + 1, params });
      }
    }
  return found;
}
