/** Quieter than this share of the clip's peak is silence at its ends. */
const SILENCE = 0.02;
/** Seconds kept around the sound, and faded, so that a joint does not click. */
const GUARD = 0.012;
const FADE = 0.006;
/** Every clip is made as loud as the others (RMS), unless its peak would come too near to the limit. */
const LOUDNESS = 0.16;
const PEAK = 0.9;

type Sound = Float32Array<ArrayBuffer>;

export const peakOf = (sound: Float32Array): number =>
  sound.reduce((peak, it) => Math.max(peak, Math.abs(it)), 0);

/** A clip fit to be joined to others: silence cut off at both ends, made as loud as the others. `rate` in Hz. */
export function shapeClip(sound: Sound, rate: number, silence = SILENCE): Sound {
  return level(trim(sound, rate, silence));
}

function trim(sound: Sound, rate: number, silence: number): Sound {
  const limit = peakOf(sound) * silence;
  const guard = Math.round(GUARD * rate);
  const fade = Math.round(FADE * rate);
  const first = sound.findIndex((it) => Math.abs(it) > limit);
  const last = sound.findLastIndex((it) => Math.abs(it) > limit);
  const cut = sound.slice(Math.max(0, first - guard), last + 1 + guard);
  for (let at = 0; at < Math.min(fade, cut.length); at++) {
    cut[at]! *= at / fade;
    cut[cut.length - 1 - at]! *= at / fade;
  }
  return cut;
}

function level(sound: Sound): Sound {
  const rms = Math.sqrt(sound.reduce((sum, it) => sum + it * it, 0) / sound.length);
  const gain = Math.min(LOUDNESS / rms, PEAK / peakOf(sound));
  return sound.map((it) => it * gain);
}

const HEADER = 44;

/** Samples from -1 to 1 as a WAV file: 16 bits, one channel. */
export function makeWav(sound: Float32Array, rate: number): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(HEADER + sound.length * 2);
  const view = new DataView(file.buffer);
  const write = (at: number, text: string) =>
    [...text].forEach((sign, i) => view.setUint8(at + i, sign.charCodeAt(0)));
  write(0, 'RIFF');
  view.setUint32(4, file.length - 8, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, sound.length * 2, true);
  sound.forEach((it, i) => view.setInt16(HEADER + i * 2, Math.max(-1, Math.min(1, it)) * 32_767, true));
  return file;
}
