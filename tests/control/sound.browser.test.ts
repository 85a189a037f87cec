import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { RATE } from '../../content/voice/clips.ts';
import { makeWav, peakOf } from '../../content/voice/shaping.ts';
import { shapeRecording, unpack, wordOf } from '../../control/sound.ts';

/** A second of stillness, `seconds` of a quiet tone, a second of stillness, at 44.1 kHz. */
function recording(seconds: number, loud = 0.1): Blob {
  const rate = 44_100;
  const sound = new Float32Array((seconds + 2) * rate);
  for (let at = rate; at < (1 + seconds) * rate; at++) sound[at] = Math.sin(at / 20) * loud;
  return new Blob([makeWav(sound, rate)]);
}

async function open(clip: Blob | null): Promise<AudioBuffer> {
  return new OfflineAudioContext(1, 1, RATE).decodeAudioData(await clip!.arrayBuffer());
}

describe('[V20] a recording in the panel', () => {
  test('comes out as long as its sound, as loud as the shipped clips, at their rate', async () => {
    const shaped = await open(await shapeRecording(recording(0.5)));
    expect(shaped.duration).toBeGreaterThan(0.5);
    expect(shaped.duration).toBeLessThan(0.6);
    expect(shaped.sampleRate).toBe(RATE);
    const sound = shaped.getChannelData(0);
    const rms = Math.sqrt(sound.reduce((sum, it) => sum + it * it, 0) / sound.length);
    expect(rms).toBeCloseTo(0.16, 1);
    expect(peakOf(sound)).toBeLessThan(0.91);
  });

  test('stillness, a speech, and what is no sound are not taken', async () => {
    expect(await shapeRecording(recording(0.5, 0.001))).toBeNull();
    expect(await shapeRecording(recording(7))).toBeNull();
    expect(await shapeRecording(new Blob(['no sound']))).toBeNull();
  });

  test('a ZIP is its files, named by their words whatever the folder', async () => {
    const bytes = new Uint8Array(await recording(0.3).arrayBuffer());
    const pack = zipSync({ '录音/零.wav': bytes, 'A.mp3': bytes, '__MACOSX/._零.wav': bytes });
    const files = await unpack([
      new File([pack], '全部.zip'),
      new File(['x'], '号到.m4a'),
      new File(['torn'], '坏.zip'),
    ]);
    expect(files.map(({ name }) => wordOf(name))).toEqual(['零', 'A', '号到', '坏']);
    expect(await shapeRecording(files[0]!.file)).not.toBeNull();
  });
});
