import { render } from 'svelte/server';
import { readStyles, wrapDocument } from './document.ts';
import type { RuleSheet } from './faces.ts';
import { styleFonts } from './fonts.ts';
import { loadComponent } from './loader.ts';
import { paperOf, smallestType, type Paper } from './paper.ts';
import { drawQr, QUIET, type QrShape } from './qr.ts';
import { arrangeRule, type ArrangedSheet } from './sheets/arrange.ts';

/**
 * Allows what the document itself holds and nothing else. The text is the same for every sheet: the
 * printer writes one document after the other into a page, where policies add up.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** Characters in a line of the largest type: fewer would look like a banner, not like a text. */
const FEWEST = { verse: 13, text: 20 };

/** Margins are a twelfth of the short side (look.md), which leaves five sixths for the text. */
const MEASURE = 5 / 6;

/**
 * A wall sheet as one self-contained HTML document with its fonts. Sizes are for `Printer`, which fits
 * the text. Throws PrintRefusal print.no-glyph when no font has a character.
 */
export async function renderRuleSheet(sheet: RuleSheet): Promise<string> {
  const paper = paperOf(sheet);
  const arranged = arrangeRule(sheet);
  const qr = drawQr(sheet.url);
  const component = loadComponent<{ sheet: ArrangedSheet; qr: QrShape; smallest: number; largest: number }>(
    './sheets/RuleSheet.svelte',
  );
  const largest = (paper.width * MEASURE) / (arranged.verse ? FEWEST.verse : FEWEST.text);
  const { body } = render(component, {
    props: { sheet: arranged, qr, smallest: smallestType(paper), largest },
  });
  const styles = [
    await styleFonts(textsOf(arranged)),
    readStyles('../content/theme.css'),
    readStyles('./sheets/sheet.css'),
    styleSheet(sheet, paper, qr),
  ];
  const head = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<style>
${styles.join('\n')}</style>`;
  return wrapDocument(`${sheet.rule.title} · ${sheet.hall}`, head, body);
}

/** What each face of the sheet has to say; the same division as in sheet.css. */
function textsOf(sheet: ArrangedSheet) {
  const numbers = sheet.paragraphs.map((paragraph) => paragraph.number);
  const texts = sheet.paragraphs.map((paragraph) => paragraph.text + paragraph.tail);
  const headings = sheet.paragraphs
    .filter((paragraph) => paragraph.look === 'heading')
    .map((paragraph) => paragraph.text + paragraph.tail);
  return {
    'serif-900': sheet.title,
    'serif-700': sheet.hall,
    'sans-700': [...numbers, ...headings].join(''),
    'sans-500': sheet.verse ? texts.join('') : '',
    'sans-400': [...numbers, ...(sheet.verse ? [] : texts), ...sheet.source, ...sheet.marks].join(''),
  };
}

function styleSheet(sheet: RuleSheet, paper: Paper, qr: QrShape): string {
  const unit = paper.width / 100;
  return `@page{size:${paper.width}mm ${paper.height}mm;margin:0}
:root{--w:${paper.width}mm;--h:${paper.height}mm;--u:${unit}mm;--title:${sizeTitle(sheet.rule.title, unit)}mm;--zone:${
    (qr.modules + 2 * QUIET) / qr.modules
  }${/^#[0-9a-f]{6}$/i.test(sheet.accent) ? `;--accent:${sheet.accent}` : ''}}`;
}

/** Millimetres: as large as one line allows between limits, smaller again when it takes three lines. */
function sizeTitle(title: string, unit: number): number {
  const length = Array.from(title).length;
  const line = (100 * unit * MEASURE) / (length * 1.1);
  return Math.min(8.4 * unit, Math.max(line, (length > 24 ? 4.5 : 6) * unit));
}
