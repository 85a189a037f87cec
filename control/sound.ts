import { RATE } from '../content/voice/clips.ts';
import { makeWav, peakOf, shapeClip } from '../content/voice/shaping.ts';

/** A word is said in far less; longer is a mistake. */
const LONGEST_S = 5;
/** Quieter than this is nothing but the room. */
const FAINT = 0.01;
/** A room is never as still as a rendered voice. */
const SILENCE = 0.06;

/**
 * A recording as the voice needs it: one channel at 16 kHz, silence cut off, levelled, as WAV. Null if the
 * browser cannot read it, if nothing is to be heard, or if it is longer than a word.
 */
export async function shapeRecording(file: Blob): Promise<Blob | null> {
  try {
    const found = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await file.arrayBuffer());
    const sound = await toOneChannel(found);
    if (peakOf(sound) < FAINT) return null;
    const clip = shapeClip(sound, RATE, SILENCE);
    return clip.length > LONGEST_S * RATE ? null : new Blob([makeWav(clip, RATE)], { type: 'audio/wav' });
  } catch {
    return null;
  }
}

/** Mixed by the browser itself, which also knows how many channels a phone's recording has. */
async function toOneChannel(found: AudioBuffer): Promise<Float32Array<ArrayBuffer>> {
  const context = new OfflineAudioContext(1, Math.max(1, found.length), found.sampleRate);
  const source = new AudioBufferSourceNode(context, { buffer: found });
  source.connect(context.destination);
  source.start();
  const mixed = await context.startRendering();
  return Float32Array.from(mixed.getChannelData(0));
}

export interface NamedFile {
  name: string;
  file: Blob;
}

/** Larger packs are no set of words. */
const LARGEST = 60 * 2 ** 20;

/** The files that somebody chose, those of a ZIP one by one. What cannot be opened stays as it is. */
export async function unpack(chosen: Iterable<File>): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const file of chosen) {
    if (!/\.zip$/i.test(file.name) || file.size > LARGEST) {
      files.push({ name: file.name, file });
      continue;
    }
    const { unzipSync } = await import('fflate');
    try {
      const parts = unzipSync(new Uint8Array(await file.arrayBuffer()), {
        filter: ({ name, originalSize }) => !/\/$|(^|\/)[._]/.test(name) && originalSize < LARGEST,
      });
      for (const [name, bytes] of Object.entries(parts))
        files.push({ name, file: new Blob([bytes as BlobPart]) });
    } catch {
      files.push({ name: file.name, file });
    }
  }
  return files;
}

/** The word that a file is named by: `声音/号到.wav` is 号到. */
export function wordOf(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/\.[^.]*$/, '')
    .normalize('NFC')
    .trim();
}
