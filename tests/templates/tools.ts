import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';

const run = promisify(execFile);

/** A PDF on disk, read with the tools of mupdf, poppler and zbar. */
export class Proof {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async of(pdf: Uint8Array): Promise<Proof> {
    const folder = await mkdtemp(join(tmpdir(), 'mingting-proof-'));
    await writeFile(join(folder, 'sheet.pdf'), pdf);
    return new Proof(folder);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true });
  }

  async #tool(name: string, ...args: string[]): Promise<string> {
    return (await run(name, args, { cwd: this.#folder, maxBuffer: 64 << 20 })).stdout;
  }

  /** Text as it is copied out, without white space. */
  async text(): Promise<string> {
    return (await this.#tool('mutool', 'draw', '-q', '-F', 'text', 'sheet.pdf')).replace(/\s/g, '');
  }

  /**
   * The same by a reader that goes by ActualText, as Acrobat does: stacks of Tibetan letters are several glyphs for
   * several characters, which no table of single glyphs can tell.
   */
  async actualText(): Promise<string> {
    return (await this.#tool('pdftotext', 'sheet.pdf', '-')).replace(/\s/g, '');
  }

  /** Characters that are set in no glyph of their font: boxes. */
  async boxed(): Promise<number> {
    const drawn = await this.#tool('mutool', 'trace', 'sheet.pdf');
    return drawn.split(/glyph="(?:0|\.notdef)"/).length - 1;
  }

  /** One line for each font, with its type and whether it is embedded. */
  async fonts(): Promise<{ name: string; type: string; embedded: boolean }[]> {
    const lines = (await this.#tool('pdffonts', 'sheet.pdf')).trim().split('\n').slice(2);
    return lines.map((line) => {
      const [, name = '', type = '', embedded] = /^(\S+)\s+(.+?)\s{2,}\S+\s+(yes|no)/.exec(line) ?? [];
      return { name: name.replace(/^[A-Z]{6}\+/, ''), type, embedded: embedded === 'yes' };
    });
  }

  /** Pictures of dots, in their own pixels. */
  async pictures(): Promise<{ kind: string; width: number; height: number }[]> {
    const lines = (await this.#tool('pdfimages', '-list', 'sheet.pdf')).trim().split('\n').slice(2);
    return lines.map((line) => {
      const [, , kind = '', width, height] = line.trim().split(/\s+/);
      return { kind, width: Number(width), height: Number(height) };
    });
  }

  /** Pages, and the size of the first in millimetres. */
  async pages(): Promise<{ count: number; width: number; height: number }> {
    const info = await this.#tool('pdfinfo', 'sheet.pdf');
    const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)!;
    const count = Number(/Pages:\s+(\d+)/.exec(info)![1]);
    return { count, width: (Number(width) / 72) * 25.4, height: (Number(height) / 72) * 25.4 };
  }

  /** Boxes of the first page, `[left, bottom, right, top]` in millimetres. */
  async boxes(): Promise<Record<'media' | 'bleed' | 'trim', number[]>> {
    const info = await this.#tool('pdfinfo', '-box', 'sheet.pdf');
    const box = (name: string) =>
      new RegExp(`${name}Box:\\s+(.*)`)
        .exec(info)![1]!
        .trim()
        .split(/\s+/)
        .map((points) => (Number(points) / 72) * 25.4);
    return { media: box('Media'), bleed: box('Bleed'), trim: box('Trim') };
  }

  /** Whether readers for the blind find the order of reading. */
  async tagged(): Promise<boolean> {
    return /Tagged:\s+yes/.test(await this.#tool('pdfinfo', 'sheet.pdf'));
  }

  async title(): Promise<string> {
    return /^Title:\s+(.*)$/m.exec(await this.#tool('pdfinfo', 'sheet.pdf'))?.[1] ?? '';
  }

  /** Of the whole file, for whatever reads it out. */
  async language(): Promise<string> {
    const catalog = await this.#tool('mutool', 'show', 'sheet.pdf', 'trailer/Root/Lang');
    return catalog.trim().replace(/^\(|\)$/g, '');
  }

  /** Boxes of all words in millimetres from the top left corner. */
  async words(): Promise<{ left: number; top: number; right: number; bottom: number; text: string }[]> {
    await this.#tool('pdftotext', '-bbox', 'sheet.pdf', 'boxes.html');
    const boxes = await this.#tool('cat', 'boxes.html');
    const mm = (points: string) => (Number(points) / 72) * 25.4;
    return [
      ...boxes.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g),
    ].map(([, left, top, right, bottom, text]) => ({
      left: mm(left!),
      top: mm(top!),
      right: mm(right!),
      bottom: mm(bottom!),
      text: text!,
    }));
  }

  /** What a phone reads in the page, the first or another, rendered at this resolution. */
  async code(dpi: number, page = 1): Promise<string> {
    const only = ['-f', String(page), '-l', String(page), '-singlefile'];
    await this.#tool('pdftoppm', '-png', '-r', String(dpi), ...only, 'sheet.pdf', 'page');
    return (await this.#tool('zbarimg', '-q', '--raw', '-S*.disable', '-Sqrcode.enable', 'page.png')).trim();
  }

  /** The first page as one sees it from across the room: 560 pixels long. */
  async glance(): Promise<Raster> {
    const { width, height } = await this.pages();
    return this.raster(Math.round((560 * width) / Math.max(width, height)));
  }

  /** Brightness of each pixel, 0 to 255, of the page rendered `width` pixels wide. */
  async raster(width: number): Promise<Raster> {
    await this.#tool(
      'pdftoppm',
      '-png',
      '-gray',
      '-singlefile',
      '-scale-to-x',
      String(width),
      '-scale-to-y',
      '-1',
      'sheet.pdf',
      'gray',
    );
    const { stdout } = await run('cat', ['gray.png'], {
      cwd: this.#folder,
      encoding: 'buffer',
      maxBuffer: 64 << 20,
    });
    return readPng(stdout);
  }
}

export interface Raster {
  width: number;
  height: number;
  /** Row by row. */
  light: Uint8Array;
}

/** Reads an 8-bit PNG without interlace, as brightness. */
export function readPng(file: Uint8Array): Raster {
  const data = Buffer.from(file);
  const width = data.readUInt32BE(16);
  const height = data.readUInt32BE(20);
  const channels = { 0: 1, 2: 3, 4: 2, 6: 4 }[data[25] as 0 | 2 | 4 | 6];
  const parts: Buffer[] = [];
  for (let at = 8; at < data.length; at += data.readUInt32BE(at) + 12)
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(data.subarray(at + 8, at + 8 + data.readUInt32BE(at)));
  const raw = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const light = new Uint8Array(width * height);
  for (let pixel = 0; pixel < light.length; pixel++) {
    const from = pixel * channels;
    light[pixel] = channels < 3 ? raw[from]! : (raw[from]! + raw[from + 1]! + raw[from + 2]!) / 3;
  }
  return { width, height, light };
}

function unfilter(packed: Uint8Array, stride: number, height: number, step: number): Uint8Array {
  const raw = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = packed[row * (stride + 1)]!;
    for (let column = 0; column < stride; column++) {
      const at = row * stride + column;
      const left = column >= step ? raw[at - step]! : 0;
      const up = row > 0 ? raw[at - stride]! : 0;
      const corner = row > 0 && column >= step ? raw[at - stride - step]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      raw[at] = packed[row * (stride + 1) + 1 + column]! + guess;
    }
  }
  return raw;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
