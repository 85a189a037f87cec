import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';

/** Longer than any engine needs for one sentence on an old PC; a hanging one is ended. */
const LONGEST_MS = 20_000;
/** A minute of sound in CD quality. */
const LARGEST = 10 * 2 ** 20;
/** A quarter of a second at 8 kHz: less is no sentence. */
const SMALLEST = 4_000;

/** Words of a command line: parted by blanks, kept together by quotes. There is no shell, so nothing else is special. */
export function splitCommand(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, one, other, bare]) => one ?? other ?? bare ?? '',
  );
}

/** Whether a command line can be an engine's: it says where the sound goes. */
export function isEngine(line: string): boolean {
  const words = splitCommand(line);
  return words.length > 1 && words.slice(1).some((word) => word.includes('{out}'));
}

export interface RenderOptions {
  command: string;
  text: string;
  /** Path of a file that the engine is to write; it is gone afterwards. */
  out: string;
  longest?: number;
}

/**
 * Has the engine speak a text: `{text}` and `{out}` in its words are filled in; without `{text}` it reads the text
 * from its input, as piper does. Throws Error saying why there is no sound.
 */
export async function render({ command, text, out, longest = LONGEST_MS }: RenderOptions): Promise<Buffer> {
  const words = splitCommand(command);
  const [program = '', ...rest] = words.map((word) =>
    word.replaceAll('{text}', text).replaceAll('{out}', out),
  );
  try {
    await run(program, rest, words.some((word) => word.includes('{text}')) ? '' : text, longest);
    const sound = await readFile(out);
    if (!isWave(sound)) throw new Error('the engine wrote no WAV file');
    return sound;
  } finally {
    await rm(out, { force: true });
  }
}

function run(program: string, words: string[], input: string, longest: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'pipe'], windowsHide: true });
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the engine took longer than ${longest / 1000} s`));
    }, longest);
    child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-300)));
    // One that does not read its input closes it early.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`the engine ended with ${code}: ${said.trim()}`));
    });
  });
}

function isWave(sound: Buffer): boolean {
  const marks = sound.toString('latin1', 0, 4) + sound.toString('latin1', 8, 12);
  return marks === 'RIFFWAVE' && sound.length >= SMALLEST && sound.length <= LARGEST;
}
