import { Frame } from '../led/frame.ts';
import type { Letters } from '../led/letters.ts';
import type { PaperWidth } from '../model/printer.ts';
import { dotsOf, LETTER, type Line } from './lines.ts';

/** A QR code: whether a module is dark. */
export interface Modules {
  size: number;
  dark(column: number, row: number): boolean;
}

/** Modules of white around a code. */
const QUIET = 4;
/** White between two lines, of the letter's height. */
const LEADING = 0.25;

/** Dots from the top of a piece to its bottom, the white below it included. */
export function heightOf(line: Line): number {
  switch (line.is) {
    case 'text':
      return Math.round(line.scale * LETTER + LETTER * LEADING * Math.min(2, line.scale));
    case 'rule':
      return LETTER;
    case 'gap':
      return Math.round(line.letters * LETTER);
    case 'qr':
      return line.dots + Math.round(LETTER / 2);
  }
}

/** Dots of a module: whole ones, so that no edge is blurred. */
export function moduleDots(code: Modules, dots: number): number {
  return Math.max(3, Math.floor(dots / (code.size + 2 * QUIET)));
}

/**
 * The slip as dots, as a printer without Chinese letters is sent it (K8). Characters that no letter pack has go
 * to `missing`.
 */
export function drawSlip(
  lines: readonly Line[],
  width: PaperWidth,
  letters: Pick<Letters, 'measure' | 'draw'>,
  code: (url: string) => Modules,
  missing: Set<string>,
): Frame {
  const across = dotsOf[width];
  const frame = new Frame(
    across,
    lines.reduce((sum, line) => sum + heightOf(line), 0),
  );
  let top = 0;
  for (const line of lines) {
    if (line.is === 'text') {
      const size = line.scale * LETTER;
      const left = line.align === 'left' ? 0 : Math.max(0, (across - letters.measure(line.text, size)) >> 1);
      letters.draw(frame, line.text, left, top, size, missing);
    } else if (line.is === 'rule') {
      for (let x = 0; x < across; x += 8) frame.fill({ x, y: top + LETTER / 2, width: 4, height: 2 });
    } else if (line.is === 'qr') {
      drawCode(frame, code(line.url), top, line.dots);
    }
    top += heightOf(line);
  }
  return frame;
}

function drawCode(frame: Frame, code: Modules, top: number, dots: number): void {
  const side = moduleDots(code, dots);
  const left = (frame.width - code.size * side) >> 1;
  const down = top + ((dots - code.size * side) >> 1);
  for (let row = 0; row < code.size; row++)
    for (let column = 0; column < code.size; column++)
      if (code.dark(column, row))
        frame.fill({ x: left + column * side, y: down + row * side, width: side, height: side });
}
