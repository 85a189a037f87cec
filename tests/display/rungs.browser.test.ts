import { afterEach, describe, expect, test, vi } from 'vitest';
import { RATE } from '../../content/voice/clips.ts';
import { englishOf } from '../../content/voice/english.ts';
import { sentenceOf } from '../../content/voice/sentence.ts';
import { makeWav } from '../../content/voice/shaping.ts';
import { ClipVoice } from '../../display/speech-clips.ts';
import { EngineVoice } from '../../display/speech-engine.ts';
import { OwnClips } from '../../display/speech-own.ts';

afterEach(() => vi.restoreAllMocks());

const call = { number: 'A012', windowNumber: 3 };
const sentence = sentenceOf([call], '{number}个号噻到{window}号窗口头来');
const words = ['零', '一', '二', '三', 'A', '个号噻到', '号窗口头来', '号窗口'];
const own = (missing: string[] = []) => ({
  on: true,
  needed: words,
  missing,
  clips: new Map(words.map((word, index) => [word, String(index)])),
});

/** A tone of so many hundredths of a second. */
const tone = (hundredths: number) =>
  makeWav(
    Float32Array.from({ length: (hundredths * RATE) / 100 }, (_, at) => Math.sin(at / 9)),
    RATE,
  );

describe('[V20] own recordings in a browser', () => {
  test('say a wording that no clip has, in a dialect, each as long as it is', async () => {
    vi.spyOn(window, 'fetch').mockImplementation(
      async (path) => new Response(tone(10 + Number(String(path).split('/').at(-1)))),
    );
    const voice = new OwnClips();
    expect(voice.canSay(sentence)).toBe(false);
    voice.learn(own());
    await expect.poll(() => voice.canSay(sentence)).toBe(true);
    const heard: number[] = [];
    vi.spyOn(AudioBufferSourceNode.prototype, 'start').mockImplementation(function (
      this: AudioBufferSourceNode,
    ) {
      heard.push(Math.round((this.buffer?.duration ?? 0) * 100));
    });
    void voice.say(sentence, new GainNode(new AudioContext()));
    // A 零 一 二 个号噻到 三 号窗口头来
    expect(heard).toEqual([14, 10, 11, 12, 15, 13, 16]);
  });

  test('are silent while one is missing, or the hall does not want them', async () => {
    const asked = vi.spyOn(window, 'fetch').mockImplementation(async () => new Response(tone(10)));
    const voice = new OwnClips();
    voice.learn(own(['A']));
    voice.learn({ ...own(), on: false });
    expect(asked).not.toHaveBeenCalled();
    expect(voice.canSay(sentence)).toBe(false);
  });
});

describe('[V22] the engine of the hub', () => {
  const saying = { ...sentence, call: 'call1' };

  test('is asked ahead for a call of one ticket, and for nothing where the hub has none', async () => {
    const asked = vi.spyOn(window, 'fetch').mockImplementation(async () => new Response(tone(30)));
    const voice = new EngineVoice();
    voice.prepare(saying);
    expect(asked).not.toHaveBeenCalled();
    voice.on = true;
    voice.prepare(sentence);
    expect(asked).not.toHaveBeenCalled();
    voice.prepare(saying);
    await expect.poll(() => voice.canSay(saying)).toBe(true);
    expect(voice.canSay({ ...saying, call: 'call2' })).toBe(false);
    expect(asked.mock.calls[0]![0]).toBe('/speech/call1.wav');
  });

  test('what is no sound, or is not there, leaves the call to the next rung', async () => {
    const voice = new EngineVoice();
    voice.on = true;
    const answers = [new Response('MZ'), new Response('', { status: 404 })];
    const asked = vi.spyOn(window, 'fetch').mockImplementation(async () => answers.shift()!);
    voice.prepare(saying);
    voice.prepare(saying);
    await Promise.all(asked.mock.results.map(({ value }) => value as Promise<Response>));
    expect(voice.canSay(saying)).toBe(false);
  });
});

test('[V17] the English clips say a call with the letters of the Chinese ones', async () => {
  const voice = ClipVoice.english();
  await expect
    .poll(() => voice.canSay(englishOf({ number: 'Z987', windowNumber: 12 })), { timeout: 10_000 })
    .toBe(true);
});
