import { CLIPS } from './clips.ts';
import { cutWords } from './cut.ts';

/** A ticket called to a window. */
export interface Called {
  /** As on the ticket: `A012`. */
  number: string;
  windowNumber: number;
}

/** What a voice says. Rules: voice.md. */
export interface Sentence {
  /** In writing, for a voice that reads: digits one by one. */
  text: string;
  /** Clips and pauses (`，` short, `。` long) in order; null if the clips lack a word of it. */
  clips: string[] | null;
}

export const WORDING = '请{number}号到{window}号窗口办理';

const digits = '零一二三四五六七八九';
const sayable = new Set(CLIPS);

/** A whole number from 1 to 999 as it is spoken: 12 is 十二, 108 is 一百零八 (V2). */
export function wordNumber(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  let words = hundreds ? `${digits[hundreds]}百` : '';
  if (tens) words += tens === 1 && !hundreds ? '十' : `${digits[tens]}十`;
  else if (hundreds && ones) words += '零';
  return words + (ones || !words ? digits[ones]! : '');
}

/** A ticket's number, letter by letter and digit by digit (V1). */
function spell(number: string): string[] {
  return [...number].map((sign) => (/\d/.test(sign) ? digits[Number(sign)]! : sign));
}

/** One sentence for these calls in their order, said once (V3, V4). A wording without both places is not used. */
export function sentenceOf(calls: readonly Called[], wording = WORDING): Sentence {
  const shape = shapeOf(wording) ?? shapeOf(WORDING)!;
  const parts = calls.flatMap((call, index) => [
    ...wordsOf(index === 0 ? shape.head : '，'),
    ...shape.each(call),
    ...wordsOf(index === calls.length - 1 ? shape.unit + shape.tail : shape.unit),
  ]);
  const text = parts
    .join(' ')
    .replace(/ *([，。]) */g, '$1')
    .replace(/ +/g, ' ')
    .trim();
  return { text, clips: cutWords(parts.join(''), sayable) };
}

/** The words of a wording itself, cut as a voice says them in one breath: 请, 号到, 号窗口, 号窗口办理. */
export function phrasesOf(wording = WORDING): string[] {
  const { phrases } = shapeOf(wording) ?? shapeOf(WORDING)!;
  return [...new Set(phrases.flatMap(wordsOf))].filter((word) => !/[，。]/.test(word));
}

/** The same once more, as a call of one ticket is (V3). */
export function twice({ text, clips }: Sentence): Sentence {
  return { text: `${text}。${text}`, clips: clips && [...clips, '。', ...clips] };
}

interface Shape {
  /** Said once before and after all calls of a sentence. */
  head: string;
  tail: string;
  /** Said after each call. */
  unit: string;
  phrases: string[];
  each: (call: Called) => string[];
}

/**
 * Takes a wording apart at its places: `请 | {number} 号到 {window} | 号窗口 | 办理`. The unit behind the window
 * belongs to every call. Where the window comes first, everything does. Null if a place is missing.
 */
function shapeOf(wording: string): Shape | null {
  const match = /^(.*)\{(number|window)\}(.*)\{(number|window)\}(号?(?:窗口|柜台)?)(.*)$/s.exec(wording);
  if (!match || match[2] === match[4]) return null;
  const [, before = '', place, between = '', , unit = '', after = ''] = match;
  if (place === 'number')
    return {
      head: before,
      unit,
      tail: after,
      phrases: [before, between, unit, unit + after],
      each: ({ number, windowNumber }) => [...spell(number), ...wordsOf(between), wordNumber(windowNumber)],
    };
  return {
    head: '',
    unit: unit + after,
    tail: '',
    phrases: [before, between, unit + after],
    each: ({ number, windowNumber }) => [
      ...wordsOf(before),
      wordNumber(windowNumber),
      ...wordsOf(between),
      ...spell(number),
    ],
  };
}

/** A wording's own words, with its marks made into the two pauses. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/[、；,;]/g, '，')
    .replace(/[！!.]/g, '。')
    .replace(/\s+/g, '');
  return plain.split(/([，。])/).filter(Boolean);
}
