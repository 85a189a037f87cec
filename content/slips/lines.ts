import { saySlip as say } from '../messages/slips.ts';
import type { PaperWidth } from '../model/printer.ts';
import type { Slip } from './slip.ts';

/** Dots of a slip printer to the millimetre (203 to the inch), and the side of its Chinese letters. */
export const DOTS_PER_MM = 8;
export const LETTER = 24;

/** Printable dots across the paper. */
export const dotsOf: Record<PaperWidth, number> = { 58: 384, 80: 576 };

/**
 * One piece of a slip from top to bottom. `scale` is how many times the letter of 24 dots (3 mm) is enlarged; a
 * text is one line and fits. `gap` is in letters.
 */
export type Line =
  | { is: 'text'; text: string; scale: number; bold: boolean; align: 'left' | 'center' }
  | { is: 'rule' }
  | { is: 'gap'; letters: number }
  | { is: 'qr'; url: string; dots: number };

/** Halves of a Chinese letter that a character takes: Latin letters and figures are half as wide. */
export function halvesOf(text: string): number {
  let halves = 0;
  for (const character of text) halves += (character.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2;
  return halves;
}

/** May not begin a line. */
const CLOSING = /[、，。；：！？）》”,.;:!?)]/u;

/** Parts a text into lines of at most `most` halves: between Chinese characters, never within a figure or a word. */
export function wrap(text: string, most: number): string[] {
  const pieces = text.match(/[\x21-\x7e]+| |[^\x20-\x7e]/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    // A sign that may not stand alone pushes the character before it down with it.
    if (line && halvesOf(line + piece) > most) {
      const last = CLOSING.test(piece) ? (/.$/u.exec(line)?.[0] ?? '') : '';
      lines.push(line.slice(0, line.length - last.length).trimEnd());
      line = last;
    }
    for (const character of halvesOf(piece) > most ? piece : [piece]) {
      if (halvesOf(line + character) > most) {
        lines.push(line);
        line = '';
      }
      line += line === '' && character === ' ' ? '' : character;
    }
  }
  lines.push(line.trimEnd());
  return lines.filter((one) => one !== '');
}

/** Share of the paper that a whole number may fill: a browser's figures are wider than half a letter. */
const ROOM = 7 / 8;

/** Writes lines of a given width. */
class Writer {
  readonly lines: Line[] = [];
  readonly #halves: number;

  constructor(width: PaperWidth) {
    this.#halves = (dotsOf[width] / LETTER) * 2;
  }

  /** As large as `scale`, smaller where one word would not fit. */
  text(text: string, scale = 1, bold = false, align: 'left' | 'center' = 'center'): void {
    const most = Math.floor(this.#halves / scale);
    for (const line of wrap(text, most)) this.lines.push({ is: 'text', text: line, scale, bold, align });
  }

  /** A number or a word that is never parted: the largest scale that holds it. */
  whole(text: string, largest: number): void {
    const scale = Math.max(1, Math.min(largest, Math.floor((this.#halves * ROOM) / halvesOf(text))));
    this.lines.push({ is: 'text', text, scale, bold: true, align: 'center' });
  }

  rule(): void {
    this.lines.push({ is: 'rule' });
  }

  gap(letters = 0.5): void {
    this.lines.push({ is: 'gap', letters });
  }
}

/** QR codes are at least 22 mm wide: old phones read them from a shaking hand. */
const QR_MM = { 58: 26, 80: 30 } as const;

/** The slip from top to bottom, for paper of this width. One order for every printer and for the browser (K6). */
export function layOut(slip: Slip, width: PaperWidth): Line[] {
  const page = new Writer(width);
  page.text(slip.hall);
  page.gap();
  page.text(slip.priority ? `${slip.service}（${say('slip.priority')}）` : slip.service, 2, true);
  if (slip.appointed !== undefined) page.text(say('slip.appointed', { time: slip.appointed }), 2, true);
  page.gap(0.25);
  page.whole(slip.number, 8);
  page.gap(0.25);
  if (slip.windows.length > 0) page.text(say('slip.window', { windows: slip.windows.join('、') }), 2, true);
  page.gap(0.25);
  if (slip.ahead !== null)
    page.text(slip.ahead > 0 ? say('slip.ahead', { count: slip.ahead }) : say('slip.first'), 2);
  if (slip.ahead && slip.minutes)
    page.text(
      say(slip.minutes.from === 0 ? 'slip.up-to' : 'slip.minutes', slip.minutes),
      width === 80 ? 2 : 1,
    );
  page.text(say('slip.watch'));
  page.rule();
  if (slip.url) {
    page.lines.push({ is: 'qr', url: slip.url, dots: QR_MM[width] * DOTS_PER_MM });
    page.text(say('slip.scan'));
    page.rule();
  }
  page.text(wordPass(slip.passBack), 1, false, 'left');
  page.text(say('slip.taken', { day: slip.day, clock: slip.clock }), 1, false, 'left');
  page.text(say('slip.today'), 1, false, 'left');
  if (slip.complaint) page.text(say('slip.complaint', { phone: slip.complaint }), 1, false, 'left');
  return page.lines;
}

function wordPass(passBack: Slip['passBack']): string {
  if (passBack === 'list') return say('slip.pass.list');
  return passBack === 'end' ? say('slip.pass.end') : say('slip.pass.after', { count: passBack });
}

/** What a new printer is tried with: figures, Chinese, a code (K9). */
export function layOutTest(name: string, url: string, width: PaperWidth): Line[] {
  const page = new Writer(width);
  page.text(say('test.title'), 2, true);
  page.text(name);
  page.rule();
  page.text(say('test.letters'), 1, false, 'left');
  page.text(say('test.sample'), 1, false, 'left');
  page.text(say('test.sample'), 2, false, 'left');
  page.whole('A012', 8);
  page.text(say('test.figures'), 1, false, 'left');
  page.lines.push({ is: 'qr', url, dots: QR_MM[width] * DOTS_PER_MM });
  return page.lines;
}
