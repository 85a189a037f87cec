/**
 * Everything that the shipped voice can say, each the name of one clip. `号到` and `号窗口办理` are spoken in
 * one breath, because syllables cut apart and put together again sound like a machine.
 */
export const CLIPS = [
  ...'零一二三四五六七八九十百',
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...['请', '号', '到', '号到', '前往', '窗口', '号窗口', '号窗口办理', '柜台', '号柜台', '办理', '业务'],
] as readonly string[];

/** Samples in a second of every clip: speech needs no more, and a call is four times smaller than on a CD. */
export const RATE = 16_000;

/** Sound of clips by name, samples from -1 to 1 at `RATE`. */
export type Clips = ReadonlyMap<string, Float32Array<ArrayBuffer>>;

const BIAS = 132;
const CLIP = 32_635;

/** A 16-bit sample as G.711 μ-law: eight bits with the finest steps where it is quiet, as on the telephone. */
function squeeze(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const size = Math.min(CLIP, Math.abs(Math.round(sample))) + BIAS;
  const exponent = Math.floor(Math.log2(size)) - 7;
  const mantissa = (size >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

function unfold(byte: number): number {
  const code = ~byte & 0xff;
  const size = ((((code & 0x0f) << 3) + BIAS) << ((code >> 4) & 7)) - BIAS;
  return code & 0x80 ? -size : size;
}

/** Big-endian length of the index, the index in UTF-8 JSON ([name, samples] in order), μ-law samples. */
const HEAD = 4;

/** Packs clips (samples from -1 to 1) into one file. */
export function makeClips(clips: Iterable<readonly [name: string, sound: Float32Array]>): Uint8Array {
  const all = [...clips];
  const index = new TextEncoder().encode(JSON.stringify(all.map(([name, sound]) => [name, sound.length])));
  const total = all.reduce((sum, [, sound]) => sum + sound.length, 0);
  const pack = new Uint8Array(HEAD + index.length + total);
  new DataView(pack.buffer).setUint32(0, index.length);
  pack.set(index, HEAD);
  let at = HEAD + index.length;
  for (const [, sound] of all) for (const sample of sound) pack[at++] = squeeze(sample * 32_767);
  return pack;
}

/** Opens a pack. Throws RangeError if it is not whole. */
export function openClips(pack: Uint8Array<ArrayBuffer>): Clips {
  const length = new DataView(pack.buffer, pack.byteOffset).getUint32(0);
  if (HEAD + length > pack.length) throw new RangeError('the clips have no index');
  const index = JSON.parse(new TextDecoder().decode(pack.subarray(HEAD, HEAD + length))) as [
    string,
    number,
  ][];
  const clips = new Map<string, Float32Array<ArrayBuffer>>();
  let at = HEAD + length;
  for (const [name, samples] of index) {
    if (at + samples > pack.length) throw new RangeError('the clips are cut off');
    clips.set(
      name,
      Float32Array.from(pack.subarray(at, at + samples), (byte) => unfold(byte) / 32_768),
    );
    at += samples;
  }
  return clips;
}
