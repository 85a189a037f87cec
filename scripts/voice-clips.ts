// Renders the voice that the display ships: node scripts/voice-clips.ts OUTDIR writes OUTDIR/clips.bin and english.bin.
// Needs espeak-ng and sox on the path; both are tools of this script only, nothing of them is shipped.
// Voice cmn-latn-pinyin, fed pinyin: Debian's build of cmn reads hanzi as English letters.
// The format stands in content/voice/clips.ts.
import { execFileSync } from 'node:child_process';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLIPS, makeClips, RATE } from '../content/voice/clips.ts';
import { ENGLISH } from '../content/voice/english.ts';
import { peakOf, shapeClip } from '../content/voice/shaping.ts';

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
const ENGLISH_SPEED = '185';
const PITCH = '48';

function render(voice: string, speed: string, words: string): Float32Array<ArrayBuffer> {
  const wav = execFileSync('espeak-ng', [...['-v', voice, '-s', speed, '-p', PITCH, '--stdout'], words]);
  const raw = execFileSync(
    'sox',
    [...'-R -t wav - -t raw -e signed -b 16 -L -c 1 -r'.split(' '), String(RATE), '-'],
    { input: wav, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  return Float32Array.from({ length: raw.length / 2 }, (_, at) => raw.readInt16LE(at * 2) / 32_768);
}

function chinese(name: string): Float32Array<ArrayBuffer> {
  const pinyin = spoken[name];
  if (!pinyin) throw new Error(`no pinyin for ${name}`);
  return render('cmn-latn-pinyin', SPEED, pinyin);
}

const english = (name: string): Float32Array<ArrayBuffer> => render('en-us', ENGLISH_SPEED, name);

/** Writes a pack under a name of its own first: a page that loads it meanwhile gets a whole one. */
async function write(
  folder: string,
  file: string,
  names: readonly string[],
  say: (name: string) => Float32Array<ArrayBuffer>,
): Promise<void> {
  const clips = names.map((name) => [name, shapeClip(say(name), RATE)] as const);
  const pack = makeClips(clips);
  await writeFile(join(folder, `${file}.new`), pack);
  await rename(join(folder, `${file}.new`), join(folder, file));
  for (const [name, sound] of clips)
    console.log(`${name}\t${(sound.length / RATE).toFixed(2)} s\tpeak ${peakOf(sound).toFixed(2)}`);
  const seconds = clips.reduce((sum, [, sound]) => sum + sound.length, 0) / RATE;
  const kilo = (pack.length / 1024).toFixed(0);
  console.log(`${file}: ${clips.length} clips, ${seconds.toFixed(1)} s, ${kilo} KB`);
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Where to? node scripts/voice-clips.ts OUTDIR');
  process.exit(1);
}
await mkdir(folder, { recursive: true });
await write(folder, 'clips.bin', CLIPS, chinese);
await write(folder, 'english.bin', ENGLISH, english);
