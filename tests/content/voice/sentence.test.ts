import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLIPS, makeClips, openClips, RATE } from '../../../content/voice/clips.ts';
import { ENGLISH, englishOf } from '../../../content/voice/english.ts';
import { sentenceOf, twice, wordNumber } from '../../../content/voice/sentence.ts';

const read = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../display/voice/${name}`, import.meta.url)));
const shipped = read('clips.bin');
const second = read('english.bin');
const clips = openClips(shipped);
const english = openClips(second);
const call = { number: 'A012', windowNumber: 3 };
const other = { number: 'B007', windowNumber: 1 };

describe('the words of a call', () => {
  test('[V1] a number is spelt, and 2 is 二', () => {
    const { clips } = sentenceOf([call]);
    expect(clips?.slice(1, 5)).toEqual(['A', '零', '一', '二']);
  });

  test.each([
    [1, '一'],
    [2, '二'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [21, '二十一'],
    [100, '一百'],
    [101, '一百零一'],
    [108, '一百零八'],
    [110, '一百一十'],
    [112, '一百一十二'],
    [999, '九百九十九'],
  ])('[V2] window %i is %s', (number, words) => expect(wordNumber(number)).toBe(words));

  test('[V3] one call, in writing and in clips, twice with a pause between', () => {
    const once = sentenceOf([call]);
    expect(once).toEqual({
      text: '请 A 零 一 二 号到 三 号窗口办理',
      clips: ['请', 'A', '零', '一', '二', '号到', '三', '号窗口办理'],
    });
    expect(twice(once)).toEqual({
      text: `${once.text}。${once.text}`,
      clips: [...once.clips!, '。', ...once.clips!],
    });
  });

  test('[V3] a hall words it as it likes; a wording that lacks a place is not used', () => {
    expect(sentenceOf([call], '{window}号窗口，请{number}号').text).toBe('三 号窗口，请 A 零 一 二 号');
    expect(sentenceOf([call], '请{number}前往{window}号柜台').clips?.slice(5)).toEqual([
      '前往',
      '三',
      '号柜台',
    ]);
    for (const wrong of ['', '请{number}号', '{number}{number}'])
      expect(sentenceOf([call], wrong)).toEqual(sentenceOf([call]));
  });

  test('[V4] several calls share the first and the last words', () => {
    const { text, clips } = sentenceOf([call, other]);
    expect(text).toBe('请 A 零 一 二 号到 三 号窗口，B 零 零 七 号到 一 号窗口办理');
    expect(clips?.filter((clip) => clip === '请' || clip === '，' || clip === '号窗口办理')).toEqual([
      '请',
      '，',
      '号窗口办理',
    ]);
    const turned = sentenceOf([call, other], '{window}号窗口请{number}号');
    expect(turned.text).toBe('三 号窗口请 A 零 一 二 号，一 号窗口请 B 零 零 七 号');
  });

  test('[V4] words that the clips have no sound for leave the sentence to the next rung', () => {
    const { text, clips } = sentenceOf([call], '请{number}号的大爷到{window}号窗口');
    expect(clips).toBeNull();
    expect(text).toContain('大爷');
  });
});

describe('[V17] the same in English', () => {
  test.each([
    [3, 'three'],
    [12, 'twelve'],
    [21, 'two one'],
    [108, 'one zero eight'],
  ])('counter %i is %s', (windowNumber, words) => {
    const { text, clips } = englishOf({ number: 'A012', windowNumber });
    expect(text).toBe(`Ticket A zero one two, please go to counter ${words}.`);
    const spoken = ['ticket', 'A', 'zero', 'one', 'two', '，', 'please go to counter', ...words.split(' ')];
    expect(clips).toEqual(spoken);
  });
});

describe('the clips that ship', () => {
  test('there is one for every name, and they are small', () => {
    expect([...clips.keys()]).toEqual([...CLIPS]);
    expect([...english.keys()]).toEqual([...ENGLISH]);
    expect(shipped.length + second.length).toBeLessThan(400_000);
  });

  test.each([...clips, ...english])('%s is trimmed, loud and not overdriven', (_name, sound) => {
    const seconds = sound.length / RATE;
    expect(seconds).toBeGreaterThan(0.12);
    expect(seconds).toBeLessThan(1.6);
    const peak = sound.reduce((most, it) => Math.max(most, Math.abs(it)), 0);
    expect(peak).toBeGreaterThan(0.4);
    expect(peak).toBeLessThan(0.95);
    // Silence at the ends would make the sentence drag: a fiftieth of the peak is the first sound.
    const first = sound.findIndex((it) => Math.abs(it) > peak * 0.03);
    const last = sound.findLastIndex((it) => Math.abs(it) > peak * 0.03);
    expect(first / RATE).toBeLessThan(0.06);
    expect((sound.length - last) / RATE).toBeLessThan(0.06);
    // A joint does not click.
    expect(Math.abs(sound[0]!)).toBeLessThan(0.01);
    expect(Math.abs(sound.at(-1)!)).toBeLessThan(0.01);
  });

  test('every window and every letter can be said with them', () => {
    for (let windowNumber = 1; windowNumber <= 999; windowNumber++) {
      const number = `${String.fromCharCode(65 + (windowNumber % 26))}${windowNumber}`;
      const sentence = sentenceOf([{ number, windowNumber }]);
      expect(sentence.clips?.every((clip) => clips.has(clip))).toBe(true);
    }
  });

  test('a pack gives back what went in, and one that is cut off is refused', () => {
    const sound = Float32Array.from({ length: 800 }, (_, at) => Math.sin(at / 9) * 0.8);
    const pack = new Uint8Array(makeClips([['零', sound]]));
    const back = openClips(pack).get('零')!;
    expect(back).toHaveLength(800);
    for (const [at, it] of back.entries()) expect(Math.abs(it - sound[at]!)).toBeLessThan(0.03);
    expect(() => openClips(pack.slice(0, 600))).toThrow(RangeError);
    expect(() => openClips(pack.slice(0, 10))).toThrow(RangeError);
  });
});
