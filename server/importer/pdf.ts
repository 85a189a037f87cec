import { getDocumentProxy } from 'unpdf';

/** A word or a few as the file places them, in points from the left and from the top. */
interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** `columns`: pages that were read column by column. */
export interface PdfText {
  text: string;
  columns: number;
}

export type PdfFault = 'broken' | 'locked' | 'scanned' | 'garbled' | 'long';

/** A book of rules; a file with more is an archive. */
const PAGES = 600;
/** A page of text has hundreds of characters, a scan a stamp or a page number at most. */
const FEWEST = 20;

/** The text of a PDF, in reading order, its pages parted by form feeds. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText | PdfFault> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
    });
    if (document.numPages > PAGES) return 'long';
    const pages: string[] = [];
    let columns = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const [, , right = 0, top = 0] = page.view;
      const pieces = piecesOf((await page.getTextContent()).items, top);
      const apart = gutterOf(pieces, right);
      if (apart !== null) columns += 1;
      pages.push(apart === null ? linesOf(pieces).join('\n') : inColumns(pieces, apart).join('\n'));
      page.cleanup();
    }
    const text = withoutRadicals(pages.join('\f'));
    const signs = text.replace(/\s/gu, '');
    if (signs.length < FEWEST * Math.max(1, pages.length / 4)) return 'scanned';
    const strange = signs.match(/[\p{Co}\p{Cn}\p{Cc}\uFFFD]/gu)?.length ?? 0;
    return strange * 20 > signs.length ? 'garbled' : { text, columns };
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken';
  }
}

function piecesOf(items: readonly object[], top: number): Piece[] {
  return items.flatMap((item) => {
    if (!('str' in item) || !('transform' in item) || !('width' in item)) return [];
    const { str, transform, width } = item;
    if (typeof str !== 'string' || !Array.isArray(transform) || typeof width !== 'number') return [];
    const [a, b, , d, x, y] = transform.map(Number);
    if (str.trim() === '' || x === undefined || y === undefined) return [];
    return [{ text: str, x, y: top - y, width, size: Math.hypot(a ?? 0, b ?? 0) || Math.abs(d ?? 10) }];
  });
}

/** Pieces that stand on one height, from left to right, lines from top to bottom. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: { y: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((one, other) => one.y - other.y)) {
    const last = rows.at(-1);
    if (last && piece.y - last.y < piece.size * 0.5) last.pieces.push(piece);
    else rows.push({ y: piece.y, pieces: [piece] });
  }
  return rows.map((row) => row.pieces.sort((one, other) => one.x - other.x));
}

/** Lines of text; a blank one where the gap between two is wide, a tab where cells stand apart. */
function linesOf(pieces: readonly Piece[]): string[] {
  const rows = rowsOf(pieces);
  const gaps = rows.slice(1).map((row, i) => (row[0]?.y ?? 0) - (rows[i]?.[0]?.y ?? 0));
  const usual = [...gaps].sort((one, other) => one - other)[Math.floor((gaps.length - 1) / 2)] ?? 0;
  return rows.flatMap((row, i) => {
    const wide = i > 0 && (gaps[i - 1] ?? 0) > usual * 1.6;
    return wide ? ['', textOf(row)] : [textOf(row)];
  });
}

function textOf(row: readonly Piece[]): string {
  let text = '';
  let end = 0;
  for (const piece of row) {
    const gap = piece.x - end;
    if (text !== '' && gap > piece.size * 2) text += '\t';
    else if (text !== '' && gap > piece.size * 0.25 && !/\s$/.test(text)) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text;
}

/**
 * Where a page in two columns is parted: an upright strip in its middle third that next to no line crosses,
 * with running text on both sides. A table has such a strip too, but short cells.
 */
function gutterOf(pieces: readonly Piece[], width: number): number | null {
  const rows = rowsOf(pieces);
  if (rows.length < 10 || width === 0) return null;
  for (let share = 0.4; share <= 0.6; share += 0.02) {
    const at = width * share;
    const crossed = pieces.filter(({ x, width: own }) => x < at - 2 && x + own > at + 2).length;
    const side = (left: boolean) => pieces.filter(({ x }) => x < at === left);
    const [left, right] = [side(true), side(false)];
    const long = (half: readonly Piece[]) => {
      const lines = rowsOf(half);
      return lines.filter((line) => spanOf(line) > width * 0.28).length >= Math.max(5, lines.length * 0.4);
    };
    if (crossed <= rows.length * 0.1 && long(left) && long(right)) return at;
  }
  return null;
}

function spanOf(row: readonly Piece[]): number {
  const last = row.at(-1);
  return last ? last.x + last.width - (row[0]?.x ?? 0) : 0;
}

/** What crosses the gutter, such as a title, stands before both columns. */
function inColumns(pieces: readonly Piece[], at: number): string[] {
  const across = pieces.filter(({ x, width }) => x < at - 2 && x + width > at + 2);
  const rest = pieces.filter((piece) => !across.includes(piece));
  const half = (left: boolean) => linesOf(rest.filter(({ x }) => x < at === left));
  return [...linesOf(across), '', ...half(true), ...half(false)];
}

/** PDF fonts give 用 and 户 as Kangxi radicals ⽤ ⼾: they look alike, and nobody finds the word. */
function withoutRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FDF]/gu, (sign) => sign.normalize('NFKC').replace('戶', '户'));
}
