import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import iconv from 'iconv-lite';
import type { Frame } from '../../content/led/frame.ts';
import type { Letters } from '../../content/led/letters.ts';
import type { Printer } from '../../content/model/printer.ts';
import type { Line } from '../../content/slips/lines.ts';
import { drawSlip, type Modules } from '../../content/slips/picture.ts';

/** Rows of dots sent as one picture: cheap printers have buffers of a few kilobytes. */
const BAND = 96;
const ESC = 0x1b;
const GS = 0x1d;
const FS = 0x1c;
const LF = 0x0a;

export interface EncodeOptions {
  printer: Pick<Printer, 'width' | 'letters' | 'cut'>;
  /** Letters for a picture; null where the packs are not built, and then Chinese is left to the printer. */
  letters: Letters | null;
  code: (url: string) => Modules;
}

/**
 * A slip as ESC/POS bytes: Chinese in GB18030, the QR code always as dots, since not every printer draws one.
 * A printer without Chinese letters, or a character that needs four bytes, makes all of it a picture (K8).
 */
export function encodeSlip(lines: readonly Line[], { printer, letters, code }: EncodeOptions): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    imageMode: 'raster',
    newline: '\n',
    feedAfterBlock: false,
    feedBeforeCut: 4,
  });
  encoder.initialize();
  const draw = (some: readonly Line[]) => {
    if (letters) addPicture(encoder, drawSlip(some, printer.width, letters, code, new Set()));
  };
  if (letters && (printer.letters === 'picture' || !isTwoBytes(lines))) draw(lines);
  else
    for (const line of lines) {
      if (line.is === 'qr') addPicture(encoder, drawSlip([line], printer.width, NO_LETTERS, code, new Set()));
      else encoder.raw(wordsOf(line));
    }
  if (printer.cut) encoder.cut('partial');
  // Without a cutter the slip is torn off: its last line must be past the edge.
  else encoder.raw([LF, LF, LF, LF, LF]);
  return encoder.encode();
}

/** A code has no letters. */
const NO_LETTERS: Pick<Letters, 'measure' | 'draw'> = { measure: () => 0, draw: () => undefined };

function isTwoBytes(lines: readonly Line[]): boolean {
  return lines.every(
    (line) => line.is !== 'text' || [...line.text].every((one) => iconv.encode(one, 'gb18030').length <= 2),
  );
}

/** `FS &` chooses two-byte letters, `GS !` their size, `ESC a` where they stand. */
function wordsOf(line: Exclude<Line, { is: 'qr' }>): number[] {
  if (line.is === 'gap') return [ESC, 0x4a, Math.round(line.letters * 24)];
  if (line.is === 'rule') return [ESC, 0x61, 1, ...Array<number>(24).fill(0x2d), LF, ESC, 0x61, 0];
  const { text, scale, bold, align } = line;
  const size = Math.min(8, scale) - 1;
  return [
    ...[FS, 0x26, ESC, 0x61, align === 'center' ? 1 : 0, ESC, 0x45, bold ? 1 : 0, GS, 0x21, size * 16 + size],
    ...iconv.encode(text, 'gb18030'),
    ...[LF, GS, 0x21, 0, ESC, 0x45, 0, ESC, 0x61, 0],
  ];
}

/** Dots in bands of whole rows, one under the other without a gap. */
function addPicture(encoder: ReceiptPrinterEncoder, frame: Frame): void {
  for (let top = 0; top < frame.height; top += BAND) {
    const height = Math.min(BAND, frame.height - top);
    // The encoder takes multiples of eight; white rows below do no harm.
    const rows = Math.ceil(height / 8) * 8;
    const data = new Uint8ClampedArray(frame.width * rows * 4).fill(255);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < frame.width; x++)
        if (frame.lit(x, top + y)) data.fill(0, (y * frame.width + x) * 4, (y * frame.width + x) * 4 + 3);
    encoder.image({ data, width: frame.width, height: rows }, frame.width, rows, 'threshold', 128);
  }
}
