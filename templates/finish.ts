import { PDFDocument, rgb, type PDFPage } from '@cantoo/pdf-lib';
import type { SmallPaper } from '../content/model/sheet.ts';
import type { SheetDocument } from './sheetdocument.ts';

/** Points in a millimetre. */
const MM = 72 / 25.4;
/** White around the bleed for the crop marks, and the marks themselves, in millimetres. */
const MARGIN = 10;
const MARK = 5;
/** White that a small printer leaves at the edges of its paper. */
const EDGE = 6;
const HAIR = 0.25;
const BLACK = rgb(0, 0, 0);
const papers: Record<SmallPaper, [number, number]> = { A4: [210, 297], A3: [297, 420] };

/** Whether anything is to be done to the file of a document. */
export function needsFinish({ finish }: SheetDocument): boolean {
  return Boolean(finish.bleed ?? finish.tiles ?? finish.nup);
}

/** The file as a print shop or a small printer wants it (P20 to P22). */
export async function finishPdf(pdf: Uint8Array, document: SheetDocument): Promise<Uint8Array> {
  const { tiles, nup, bleed } = document.finish;
  if (tiles) return tilePdf(pdf, document, papers[tiles.on], tiles.overlap);
  if (nup) return cutPdf(pdf, document, papers[nup]);
  if (bleed) return bleedPdf(pdf, document, bleed);
  return pdf;
}

/** The page grows around its content: text, tags and title stay as they are. */
async function bleedPdf(pdf: Uint8Array, document: SheetDocument, bleed: number): Promise<Uint8Array> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  const { bled } = document;
  for (const page of file.getPages()) {
    const { width, height } = page.getSize();
    const trim = { x: bled * MM, y: bled * MM, width: width - 2 * bled * MM, height: height - 2 * bled * MM };
    const grow = (by: number) =>
      [trim.x - by * MM, trim.y - by * MM, trim.width + 2 * by * MM, trim.height + 2 * by * MM] as const;
    page.setMediaBox(...grow(bleed + MARGIN));
    page.setCropBox(...grow(bleed + MARGIN));
    page.setBleedBox(...grow(bleed));
    page.setTrimBox(...grow(0));
    for (const [x, across] of [
      [trim.x, -1],
      [trim.x + trim.width, 1],
    ] as const)
      for (const [y, up] of [
        [trim.y, -1],
        [trim.y + trim.height, 1],
      ] as const) {
        const gap = (bleed + 1) * MM;
        const far = gap + MARK * MM;
        line(page, x + across * gap, y, x + across * far, y);
        line(page, x, y + up * gap, x, y + up * far);
      }
  }
  return file.save();
}

function line(page: PDFPage, x: number, y: number, toX: number, toY: number): void {
  page.drawLine({ start: { x, y }, end: { x: toX, y: toY }, thickness: HAIR, color: BLACK });
}

/** Pieces for a small printer: each shows its part and `overlap` of the next, with the edge to cut marked. */
async function tilePdf(
  pdf: Uint8Array,
  document: SheetDocument,
  paper: readonly [number, number],
  overlap: number,
): Promise<Uint8Array> {
  const from = await PDFDocument.load(pdf);
  const file = await emptyLike(from);
  const [wide, high] = turn(paper, document);
  const [stepX, stepY] = [wide - 2 * EDGE - overlap, high - 2 * EDGE - overlap];
  for (const big of from.getPages()) {
    const { width, height } = big.getSize();
    const columns = Math.max(1, Math.ceil((width / MM - overlap) / stepX));
    const rows = Math.max(1, Math.ceil((height / MM - overlap) / stepY));
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const left = column * stepX * MM;
        const bottom = height - row * stepY * MM - (high - 2 * EDGE) * MM;
        const right = Math.min(width, left + (wide - 2 * EDGE) * MM);
        const top = height - row * stepY * MM;
        const part = await file.embedPage(big, { left, bottom: Math.max(0, bottom), right, top });
        const page = file.addPage([wide * MM, high * MM]);
        const y = high * MM - EDGE * MM - (top - Math.max(0, bottom));
        page.drawPage(part, { x: EDGE * MM, y });
        if (column > 0) edge(page, (EDGE + overlap) * MM, 0, 0, high * MM);
        if (row > 0) edge(page, 0, (high - EDGE - overlap) * MM, wide * MM, 0);
        drawPlace(page, { rows, columns, row, column });
      }
  }
  return file.save();
}

/** Two short marks at the ends of the line along which the next piece is laid over this one. */
function edge(page: PDFPage, x: number, y: number, across: number, up: number): void {
  const mark = (EDGE - 1) * MM;
  if (up) {
    line(page, x, 0, x, mark);
    line(page, x, up - mark, x, up);
  } else {
    line(page, 0, y, mark, y);
    line(page, across - mark, y, across, y);
  }
}

/** Where the piece belongs, drawn as a small plan: it needs no words and no font. */
function drawPlace(
  page: PDFPage,
  { rows, columns, row, column }: { rows: number; columns: number; row: number; column: number },
): void {
  const cell = Math.min(2, (EDGE - 2) / rows) * MM;
  const [x, y] = [EDGE * MM * 2, 1 * MM];
  for (let down = 0; down < rows; down++)
    for (let across = 0; across < columns; across++)
      page.drawRectangle({
        x: x + across * cell,
        y: y + (rows - 1 - down) * cell,
        width: cell,
        height: cell,
        borderWidth: HAIR,
        borderColor: BLACK,
        ...(down === row && across === column ? { color: BLACK } : {}),
      });
}

/** As many of each page as the paper holds, with marks to cut along. */
async function cutPdf(
  pdf: Uint8Array,
  document: SheetDocument,
  paper: readonly [number, number],
): Promise<Uint8Array> {
  const from = await PDFDocument.load(pdf);
  const file = await emptyLike(from);
  const fits = (sides: readonly [number, number]) =>
    [0, 1].map((side) => Math.floor((sides[side]! - 2 * EDGE) / [document.width, document.height][side]!));
  const upright = fits(paper);
  const wide = fits([paper[1], paper[0]]);
  const lie = wide[0]! * wide[1]! > upright[0]! * upright[1]!;
  const [columns, rows] = (lie ? wide : upright).map((count) => Math.max(1, count)) as [number, number];
  const [width, height] = lie ? [paper[1], paper[0]] : paper;
  const x0 = (width - columns * document.width) / 2;
  const y0 = (height - rows * document.height) / 2;
  const cards = await file.embedPages(from.getPages());
  const places = columns * rows;
  // Different cards follow each other; a card that is alone, and each page of a text, fills its paper.
  const each = document.cards && cards.length > 1;
  for (let first = 0; first < cards.length; first += each ? places : 1) {
    const page = file.addPage([width * MM, height * MM]);
    for (let place = 0; place < places; place++) {
      const card = cards[each ? first + place : first];
      const [column, row] = [place % columns, rows - 1 - Math.floor(place / columns)];
      if (card)
        page.drawPage(card, { x: (x0 + column * document.width) * MM, y: (y0 + row * document.height) * MM });
    }
    for (let column = 0; column <= columns; column++) {
      const x = (x0 + column * document.width) * MM;
      line(page, x, (y0 - 4) * MM, x, (y0 - 1) * MM);
      line(page, x, (height - y0 + 1) * MM, x, (height - y0 + 4) * MM);
    }
    for (let row = 0; row <= rows; row++) {
      const y = (y0 + row * document.height) * MM;
      line(page, (x0 - 4) * MM, y, (x0 - 1) * MM, y);
      line(page, (width - x0 + 1) * MM, y, (width - x0 + 4) * MM, y);
    }
  }
  return file.save();
}

/** The small paper turned as takes fewer pieces of it. */
function turn([short, long]: readonly [number, number], { width, height }: SheetDocument): [number, number] {
  const pieces = (wide: number, high: number) =>
    Math.ceil(width / (wide - 2 * EDGE)) * Math.ceil(height / (high - 2 * EDGE));
  return pieces(long, short) < pieces(short, long) ? [long, short] : [short, long];
}

async function emptyLike(from: PDFDocument): Promise<PDFDocument> {
  const file = await PDFDocument.create();
  const title = from.getTitle();
  if (title) file.setTitle(title, { showInWindowTitleBar: true });
  file.setLanguage('zh-CN');
  return file;
}
