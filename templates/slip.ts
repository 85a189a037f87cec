import { create } from 'qrcode';
import type { PaperWidth } from '../content/model/printer.ts';
import { DOTS_PER_MM, LETTER, type Line } from '../content/slips/lines.ts';
import { heightOf } from '../content/slips/picture.ts';
import { escapeHtml, readStyles, wrapDocument } from './document.ts';
import { drawQr, QUIET } from './qr.ts';

/** White above and below the slip in millimetres: the cutter stands some way above the print head. */
const TOP = 2;
const BOTTOM = 6;

/** Styles of every slip; those of one length come from `slipPage`. The hub serves both under /slip/. */
export const slipStyles = readStyles('./slip.css');

/** The modules of a QR code (level M), for printers of dots. */
export function qrModules(text: string): { size: number; dark: (column: number, row: number) => boolean } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, dark: (column, row) => Boolean(modules.get(row, column)) };
}

/** Millimetres from the top of the slip to its end. */
export function slipLength(lines: readonly Line[]): number {
  const dots = lines.reduce((sum, line) => sum + heightOf(line), 0);
  return Math.ceil(dots / DOTS_PER_MM) + TOP + BOTTOM;
}

/** The paper of a slip, which a printer's driver goes by: its width and its length in millimetres. */
export function slipPage(width: PaperWidth, length: number): string {
  return `@page{size:${width}mm ${length}mm;margin:0}body{width:${width}mm;height:${length}mm}\n`;
}

/** A slip as a page that a browser prints, with the lines that the printer of the network gets. No script, no inline style. */
export function renderSlip(title: string, lines: readonly Line[], width: PaperWidth): string {
  const body = lines.map(renderLine).join('\n');
  return wrapDocument(
    title,
    `<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/slip/slip.css">
<link rel="stylesheet" href="/slip/page/${width}x${slipLength(lines)}.css">`,
    `<main data-slip class="w${width}">\n${body}\n</main>`,
  );
}

function renderLine(line: Line): string {
  switch (line.is) {
    case 'text':
      return `<p class="s${line.scale} ${line.align}${line.bold ? ' bold' : ''}">${escapeHtml(line.text)}</p>`;
    case 'rule':
      return '<hr>';
    case 'gap':
      return `<div class="gap" data-letters="${line.letters}"></div>`;
    case 'qr': {
      const { modules, path } = drawQr(line.url);
      const side = modules + 2 * QUIET;
      const mm = line.dots / DOTS_PER_MM;
      return `<svg width="${mm}mm" height="${mm + LETTER / 2 / DOTS_PER_MM}mm" viewBox="${-QUIET} ${-QUIET} ${side} ${side}" preserveAspectRatio="xMidYMin"><path d="${path}"/></svg>`;
    }
  }
}
