import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openClips, RATE } from '../../content/voice/clips.ts';
import { sentenceOf, twice } from '../../content/voice/sentence.ts';
import { Voice } from '../../display/voice.ts';
import packUrl from '../../display/voice/clips.bin?url';
import { callsOf } from '../../display/calls.ts';
import { Turns } from '../../display/turns.ts';
import { hallOf, NOW } from './speaking.ts';

let voice: Voice | undefined;
afterEach(() => {
  voice?.close();
  vi.restoreAllMocks();
});

/** Opens a voice on hub time that stood at `NOW` when the test began, and frees it as a visitor's touch would. */
async function open() {
  const began = performance.now();
  const changed = vi.fn();
  const now = () => NOW + performance.now() - began;
  voice = new Voice({ now, connected: () => true, began: vi.fn(), changed });
  voice.open();
  return { voice, changed };
}

/** Every sound that is played from now on: when it starts and how long it is, in seconds. */
function listen() {
  const heard: { at: number; seconds: number }[] = [];
  const start = AudioBufferSourceNode.prototype.start;
  vi.spyOn(AudioBufferSourceNode.prototype, 'start').mockImplementation(function (
    this: AudioBufferSourceNode,
    at?: number,
  ) {
    heard.push({ at: at ?? 0, seconds: this.buffer?.duration ?? 0 });
    start.call(this, at);
  });
  return heard;
}

const calls: [string, number][] = [
  ['A012', 3],
  ['B007', 1],
  ['C120', 12],
];

describe('the voice in a browser', () => {
  test('[V11] a burst of three calls is three utterances in order, none over another', async () => {
    const heard = listen();
    const { voice } = await open();
    await userEvent.click(document.body);
    await vi.waitFor(() => expect(voice.sound).toBe('ready'), 10_000);
    // Loaded before the first call, as in a hall: the burst comes in one patch.
    await vi.waitFor(
      () => expect(performance.getEntriesByName(new URL(packUrl, location.href).href)).toHaveLength(1),
      10_000,
    );
    voice.learn(hallOf(calls), 's1', null);
    await vi.waitFor(() => expect(voice.spoken).toBe('callC120'), { timeout: 50_000, interval: 100 });

    const clips = openClips(new Uint8Array(await (await fetch(packUrl)).arrayBuffer()));
    const expected = calls.flatMap(([number, windowNumber]) =>
      twice(sentenceOf([{ number, windowNumber }])).clips!.filter((clip) => clip !== '。'),
    );
    expect(heard.map(({ seconds }) => Math.round(seconds * RATE))).toEqual(
      expected.map((clip) => clips.get(clip)!.length),
    );
    for (const [index, { at }] of heard.slice(1).entries()) {
      const before = heard[index]!;
      expect(at).toBeGreaterThanOrEqual(before.at + before.seconds - 0.001);
    }
  });

  test('[V13] with sound blocked the board still shows every call, and says that it is blocked', async () => {
    const resume = vi.spyOn(AudioContext.prototype, 'resume').mockResolvedValue();
    vi.spyOn(AudioContext.prototype, 'state', 'get').mockReturnValue('suspended');
    const heard = listen();
    const { voice } = await open();
    const records = hallOf(calls);
    voice.learn(records, 's1', null);
    expect(resume).toHaveBeenCalled();
    expect(voice.sound).toBe('blocked');
    const turns = new Turns();
    turns.learn(callsOf(records), NOW);
    const shown: string[] = [];
    for (let until: number | null = 0; until !== null;) {
      const step = turns.step(until);
      shown.push(step.turn!.call.number);
      until = step.until;
    }
    expect(shown).toEqual(['A012', 'B007', 'C120']);
    expect(heard).toEqual([]);
    expect(voice.spoken).toBeNull();
  });
});
