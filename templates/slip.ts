import { create } from 'qrcode';
import type { PaperWidth } from '../content/model/printer.ts';
import { DOTS_PER_MM, LETTER, type Line } from '../content/slips/lines.ts';
import { heightOf } from '../content/slips/picture.ts';
import { escapeHtml, readStyles, wrapDocument } from './document.ts';
import { styleFonts } from './fonts.ts';
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

/**
 * The faces of a slip with exactly its characters: a kiosk may have no Chinese font of its own. Throws PrintRefusal
 * print.no-glyph when no font has a character.
 */
export function styleSlip(lines: readonly Line[]): Promise<string> {
  const words = (bold: boolean) =>
    lines.flatMap((line) => (line.is === 'text' && line.bold === bold ? [line.text] : [])).join('');
  return styleFonts({ 'sans-400': words(false), 'sans-700': words(true) });
}

/**
 * A slip as a page that a browser prints, with the lines that the printer of the network gets. No script, no inline style.
 * @param ticket the code or the id by which the page was opened
 */
export function renderSlip(ticket: string, title: string, lines: readonly Line[], width: PaperWidth): string {
  const body = lines.map(renderLine).join('\n');
  return wrapDocument(
    title,
    `<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/slip/slip.css">
<link rel="stylesheet" href="/slip/${ticket}/faces.css?width=${width}">
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
