import { render } from 'svelte/server';
import type { SheetKind, SheetLayout } from '../content/model/sheet.ts';
import { designOf, type SheetNow } from '../content/sheets/kinds.ts';
import type { OnceNow } from '../content/sheets/once/kinds.ts';
import { POLICY, readStyles, wrapDocument } from './document.ts';
import { styleFonts } from './fonts.ts';
import { lettersOf } from './letters.ts';
import { loadComponent } from './loader.ts';
import { paperOf, smallestType, type Paper } from './paper.ts';
import { drawQr, QUIET, type QrShape } from './qr.ts';
import { PrintRefusal } from './refused.ts';
import { footOf, say } from './sheets/foot.ts';
import type { TypeWords } from '../content/views/casewords.ts';
import type { SheetProps } from './sheets/props.ts';
import { isOnce, onceTemplates } from './sheets/once.ts';
import { sheetTemplates } from './sheets/registry.ts';
import type { SheetTemplate } from './sheets/template.ts';
import type { SheetDocument } from './sheetdocument.ts';
import { OTHERS, type NamedFace } from './typefaces.ts';

/** What a sheet is made from: what the records say, and everything else that is printed on it. */
export interface SheetDress {
  now: SheetNow | OnceNow;
  layout: SheetLayout;
  /** Accent of the standard, `#rrggbb`. */
  accent: string;
  /** What the standard calls the types of items; absent, our own words. */
  types?: TypeWords;
  /** Code of the sheet, or null on a preview. */
  code: string | null;
  /** Revision of the record that it is about. */
  revision: number | null;
  /** What the QR code opens. */
  url: string;
  /** Printed once and registered nowhere: a certificate alone has a code then, and it is no proof to be thrown away. */
  once?: true;
  /** Day of printing as shown, 2026-11-21. */
  printedOn: string;
  /** Pictures that it shows, by digest, as `data:` addresses. */
  pictures?: Readonly<Record<string, string>>;
  /** The face that the standard names for it, if the hall has it. */
  face?: NamedFace;
}

/** Running type of a page held in the hand, 10.5 pt; never under what the reading distance asks. */
const RUNNING = 3.7;

/**
 * A sheet as one self-contained HTML document with its fonts, for `Printer`, which fits the text. Throws PrintRefusal
 * print.no-glyph when no font has a character, print.size for a paper that there is not.
 */
export async function renderSheet(dress: SheetDress): Promise<SheetDocument> {
  const { now, layout, accent } = dress;
  const template = (isOnce(now) ? onceTemplates[now.is] : sheetTemplates[now.is]) as SheetTemplate<SheetKind>;
  const paper = paperOf(layout);
  if (template.across?.(now as SheetNow) && paper.height > paper.width)
    throw new PrintRefusal('print.across');
  const bled = template.runs === 'page' ? (layout.bleed ?? 0) : 0;
  const qr = drawQr(dress.url);
  const component = loadComponent<SheetProps & Record<string, unknown>>(template.component);
  const { body: bare } = render(component, {
    props: {
      now,
      design: `${isOnce(now) ? 'plain' : designOf(now.is, layout)}${paper.width > paper.height ? ' wide' : ''}`,
      foot: footOf(now.hall, dress),
      qr,
      fit: fitOf(template, paper, now as SheetNow),
      accent,
      types: dress.types ?? {},
      inner: template.inner ? drawQr(template.inner(now as SheetNow, new URL(dress.url).origin)) : null,
      pictures: dress.pictures ?? {},
      once: dress.once ?? false,
      proof: dress.code === null && !dress.once,
      named: dress.face !== undefined,
    },
  });
  const drawings = [template.drawing?.(now as SheetNow, accent) ?? []].flat();
  const body = bare.replace(/data-drawing(="")?><\/div>/g, () => `>${drawings.shift() ?? ''}</div>`);
  const running = template.runs === 'page' ? '' : say('sheet.page', { page: '0123456789', pages: '' });
  const letters = lettersOf(body);
  const title = now.title || say(`sheet.kind.${now.is}`);
  const margins = template.margins?.(paper) ?? marginsOf(paper);
  const styles = [
    await styleFonts(
      { ...letters, 'sans-400': `${letters['sans-400'] ?? ''}${running}${title}` },
      dress.face,
    ),
    readStyles('../content/theme.css'),
    readStyles('./sheets/sheet.css'),
    ...(template.styles ?? []).map(readStyles),
    stylePaper(dress, paper, qr, bled),
    `:root{--least:${leastType(template, paper)}mm}`,
    ...(template.runs === 'page' ? [] : [stylePages(title, paper, margins)]),
  ];
  const head = `${POLICY}
<style>
${styles.join('\n')}</style>`;
  const { bleed, tiles, nup } = layout;
  return {
    html: wrapDocument(`${title} · ${now.hall}`, head, body),
    width: paper.width,
    height: paper.height,
    size: layout.size,
    bled,
    ...(template.cards ? { cards: true } : {}),
    ...(template.contents ? { contents: true } : {}),
    ...(template.runs === 'page' ? {} : { over: paddingOf(margins) }),
    finish: { ...(bleed ? { bleed } : {}), ...(tiles ? { tiles } : {}), ...(nup ? { nup } : {}) },
  };
}

function fitOf(template: SheetTemplate<SheetKind>, paper: Paper, now: SheetNow): SheetProps['fit'] {
  const smallest = leastType(template, paper) / (template.finest ?? 1);
  const over = template.running?.(paper) ?? Math.max(RUNNING, smallest);
  if (template.runs === 'page')
    return { smallest, largest: Math.max(smallest, template.largest(paper, now)), over: null };
  // What may run over pages is not squeezed onto one in small print.
  const least = Math.max(smallest, over * 0.8);
  return { smallest: least, largest: Math.max(least, template.largest(paper, now)), over };
}

/** Smallest type that anything on it may have, in millimetres. */
function leastType({ near }: SheetTemplate<SheetKind>, paper: Paper): number {
  return smallestType({ ...paper, distance: Math.min(paper.distance, near ?? Infinity) });
}

function stylePaper({ accent, now }: SheetDress, paper: Paper, qr: QrShape, bled: number): string {
  const { width, height } = paper;
  const unit = Math.min(width, height) / 100;
  const colour = /^#[0-9a-f]{6}$/i.test(accent) ? `;--accent:${accent}` : '';
  const title = sizeTitle(now.title, unit, width);
  return `@page{size:${width + 2 * bled}mm ${height + 2 * bled}mm;margin:0}
:root{--w:${width}mm;--h:${height}mm;--b:${bled}mm;--u:${unit}mm;--title:${title}mm;--zone:${
    (qr.modules + 2 * QUIET) / qr.modules
  }${colour}}`;
}

type Margins = ReturnType<NonNullable<SheetTemplate<SheetKind>['margins']>>;

function marginsOf({ width, height }: Paper): Margins {
  const unit = Math.min(width, height) / 100;
  return { sides: unit * 7.5, top: unit * 7, bottom: unit * 9, words: true };
}

function paddingOf({ sides, top, bottom }: Margins): string {
  return `${top}mm ${sides}mm ${bottom}mm`;
}

/** Pages after the first: margins all around, and the title with the number of the page below. */
function stylePages(title: string, { width, height }: Paper, margins: Margins): string {
  const unit = Math.min(width, height) / 100;
  const page = `margin:${paddingOf(margins)}`;
  if (!margins.words) return `@page over{${page}}`;
  const words = JSON.stringify(title).replace(/</g, '\\3c ');
  const [before, between, after] = say('sheet.page', { page: '|', pages: '|' }).split('|');
  const count = [
    JSON.stringify(before),
    'counter(page)',
    JSON.stringify(between),
    'counter(pages)',
    JSON.stringify(after),
  ];
  const type = `font:400 ${unit * 1.6}mm 'Sheet Sans',${OTHERS};color:#5b6672`;
  return `@page over{${page};@bottom-left{content:${words};${type}}@bottom-right{content:${count.join(' ')};${type}}}`;
}

/** Millimetres: as large as one line allows between limits, smaller again when it takes three lines. */
function sizeTitle(title: string, unit: number, width: number): number {
  const length = Math.max(1, Array.from(title).length);
  const line = (width - (100 / 6) * unit) / (length * 1.1);
  return Math.min(8.4 * unit, Math.max(line, (length > 24 ? 4.5 : 6) * unit));
}
