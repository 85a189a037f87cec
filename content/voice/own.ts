import type { Clip } from '../model/upload.ts';
import { hallOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { phrasesOf } from './sentence.ts';

const DIGITS = [...'零一二三四五六七八九'];

/** Words that calls in this hall are made of (V20): digits, letters of its services, and its wording's phrases. */
export function neededWords(records: Records): string[] {
  const letters = new Set([...records.all('service')].map(({ body }) => body.prefix));
  const most = [...records.all('window')].reduce((number, { body }) => Math.max(number, body.number), 0);
  const tens = most >= 100 ? ['十', '百'] : most >= 10 ? ['十'] : [];
  return [
    ...DIGITS,
    ...tens,
    ...[...letters].filter(Boolean).sort(),
    ...phrasesOf(hallOf(records)?.body.wording),
  ];
}

export interface OwnVoice {
  /** Whether the hall wants it spoken. */
  on: boolean;
  /** Recordings by word: digests of uploads. */
  clips: ReadonlyMap<string, string>;
  needed: readonly string[];
  /** Without them it is not used: half a sentence in another voice is worse than none. */
  missing: readonly string[];
}

/** The hall's own recordings, and what they lack. */
export function ownVoice(records: Records): OwnVoice {
  const clips = new Map([...records.all('clip')].map(({ body }) => [body.word, body.upload] as const));
  const needed = neededWords(records);
  return {
    on: hallOf(records)?.body.voice?.own ?? false,
    clips,
    needed,
    missing: needed.filter((word) => !clips.has(word)),
  };
}

/** The record's id of a word: its characters' code points, because ids are ASCII. */
export function clipId(word: Clip['word']): string {
  return [...word].map((sign) => sign.codePointAt(0)!.toString(16)).join('-');
}
