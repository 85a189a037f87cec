// Renders the voice that the display ships: node scripts/voice-clips.ts OUTDIR writes OUTDIR/clips.bin.
// Needs espeak-ng and sox on the path; both are tools of this script only, nothing of them is shipped.
// Voice cmn-latn-pinyin, fed pinyin: Debian's build of cmn reads hanzi as English letters.
// The format stands in content/voice/clips.ts.
import { execFileSync } from 'node:child_process';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLIPS, makeClips, RATE } from '../content/voice/clips.ts';

/** Pinyin with tones, or espeak-ng's own phonemes in [[…]] where pinyin has no such syllable. */
const spoken: Record<string, string> = {
  ...{ 零: 'ling2', 一: 'yi1', 二: 'er4', 三: 'san1', 四: 'si4', 五: 'wu3', 六: 'liu4' },
  ...{ 七: 'qi1', 八: 'ba1', 九: 'jiu3', 十: 'shi2', 百: 'bai3' },
  ...{ 请: 'qing3', 号: 'hao4', 到: 'dao4', 号到: 'hao4 dao4', 前往: 'qian2 wang3' },
  ...{ 窗口: 'chuang1 kou3', 号窗口: 'hao4 chuang1 kou3', 号窗口办理: 'hao4 chuang1 kou3 ban4 li3' },
  ...{ 柜台: 'gui4 tai2', 号柜台: 'hao4 gui4 tai2', 办理: 'ban4 li3', 业务: 'ye4 wu4' },
  // Letters as Chinese halls say them, not as English ones do.
  ...{ A: 'ei1', B: 'bi4', C: 'sei1', D: 'di4', E: 'yi4', F: "[['ai35fu11]]", G: 'ji4' },
  ...{ H: "[['ei35ts.hi.11]]", I: 'ai4', J: 'zhei4', K: 'kei4', L: "[['ai35lou11]]", M: "[['ai35mu11]]" },
  ...{ N: 'en1', O: 'ou1', P: 'pi4', Q: 'kiu1', R: "[['A51@r11]]", S: "[['ai35si[11]]", T: 'ti4' },
  ...{ U: 'you1', V: 'wei1', W: "[[t'A35pu11liou11]]", X: "[['ai35k@si[11]]", Y: 'wai4', Z: 'zei4' },
};

/** Words a minute: a call lasts four seconds, and each digit can still be told apart. */
const SPEED = '175';
const PITCH = '48';
/** Quieter than this share of the clip's peak is silence at its ends. */
const SILENCE = 0.02;
/** Kept around the sound, and faded, so that a joint does not click. In samples. */
const GUARD = RATE * 0.012;
const FADE = RATE * 0.006;
/** Every clip is made as loud as the others (RMS), unless its peak would come too near to the limit. */
const LOUDNESS = 0.16;
const PEAK = 0.9;

function render(pinyin: string): Float32Array {
  const wav = execFileSync('espeak-ng', [
    ...['-v', 'cmn-latn-pinyin', '-s', SPEED, '-p', PITCH, '--stdout'],
    pinyin,
  ]);
  const raw = execFileSync(
    'sox',
    [...'-R -t wav - -t raw -e signed -b 16 -L -c 1 -r'.split(' '), String(RATE), '-'],
    { input: wav, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  return Float32Array.from({ length: raw.length / 2 }, (_, at) => raw.readInt16LE(at * 2) / 32_768);
}

const peakOf = (sound: Float32Array): number => sound.reduce((peak, it) => Math.max(peak, Math.abs(it)), 0);

function trim(sound: Float32Array): Float32Array {
  const limit = peakOf(sound) * SILENCE;
  const first = sound.findIndex((it) => Math.abs(it) > limit);
  const last = sound.findLastIndex((it) => Math.abs(it) > limit);
  const cut = sound.slice(Math.max(0, first - GUARD), last + 1 + GUARD);
  for (let at = 0; at < FADE; at++) {
    cut[at]! *= at / FADE;
    cut[cut.length - 1 - at]! *= at / FADE;
  }
  return cut;
}

function level(sound: Float32Array): Float32Array {
  const rms = Math.sqrt(sound.reduce((sum, it) => sum + it * it, 0) / sound.length);
  const gain = Math.min(LOUDNESS / rms, PEAK / peakOf(sound));
  return sound.map((it) => it * gain);
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Where to? node scripts/voice-clips.ts OUTDIR');
  process.exit(1);
}
const clips = CLIPS.map((name) => {
  const pinyin = spoken[name];
  if (!pinyin) throw new Error(`no pinyin for ${name}`);
  return [name, level(trim(render(pinyin)))] as const;
});
const pack = makeClips(clips);
await mkdir(folder, { recursive: true });
const file = join(folder, 'clips.bin');
await writeFile(`${file}.new`, pack);
await rename(`${file}.new`, file);

for (const [name, sound] of clips)
  console.log(`${name}\t${(sound.length / RATE).toFixed(2)} s\tpeak ${peakOf(sound).toFixed(2)}`);
const seconds = clips.reduce((sum, [, sound]) => sum + sound.length, 0) / RATE;
console.log(`${clips.length} clips, ${seconds.toFixed(1)} s, ${(pack.length / 1024).toFixed(0)} KB`);
