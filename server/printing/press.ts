import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { makeCode, readCode } from '../../content/code.ts';
import type { SheetInput } from '../../content/api/printing.ts';
import type { Actor } from '../../content/model/record.ts';
import type { Sheet, SheetLayout } from '../../content/model/sheet.ts';
import type { Standard } from '../../content/model/standard.ts';
import type { Records } from '../../content/records.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import { gatherSheet } from '../../content/sheets/kinds.ts';
import type { SheetNow } from '../../content/sheets/kinds.ts';
import type { OnceNow } from '../../content/sheets/once/kinds.ts';
import { sameSheet } from '../../content/sheets/register.ts';
import { sheetOf } from '../../content/sheets/sheet.ts';
import { renderSheet, type Printer, type SheetDocument } from '../../templates/index.ts';
import { valueOf } from '../access.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import { newId } from '../ids.ts';
import { draw } from '../uploads/drawing.ts';
import type { FontShelf } from '../uploads/fontshelf.ts';
import type { Store } from '../uploads/store.ts';
import { dressSheet, gatherOr, recordsOfSheet, standardOf, type Wanted } from './dress.ts';
import { readFace, standInsOf } from './faces.ts';
import { readPictures } from './pictures.ts';

/** Bytes of ready files that are kept; the oldest go first, and are made again when asked for. */
const KEPT = 400 * 1024 * 1024;
const DPI = 150;
const INCH = 25.4;
/** Pixels of a picture's longer side at most: what a browser can draw at once. */
const WIDEST = 10_000;
/** The same of one of several pages, which are drawn from the file: A4 at 600 dpi. */
const WIDEST_PAGE = 7020;

export interface PressOptions {
  hall: Hall;
  standards: ReadonlyMap<string, Standard>;
  printer: Printer;
  /** Ready files, by the hash of what they were made from. */
  store: Store;
  /** Files of the library, for the pictures on sheets. */
  uploads: Pick<Store, 'has' | 'path'>;
  /** Fonts of the faces that a standard names. */
  fonts: Pick<FontShelf, 'read'>;
  now: () => number;
}

/** A file of a sheet, to be sent. */
export interface SheetFile {
  name: string;
  type: 'application/pdf' | 'image/png';
  bytes: Uint8Array;
}

/** A page of a preview; `name` is that of its file, sides are pixels. */
export interface PreviewPage {
  name: string;
  width: number;
  height: number;
}

/** Previews whose pages are remembered. */
const DRAWN = 60;

/** Makes sheets and keeps their files: what is the same is made once, whoever asks for it. */
export class SheetPress {
  readonly #options: PressOptions;
  /** Files on their way, so that two who ask at once wait for one. */
  readonly #making = new Map<string, Promise<Uint8Array>>();
  /** Pages of the last previews, by the hash of their file. */
  readonly #drawn = new Map<string, Promise<PreviewPage[]>>();

  constructor(options: PressOptions) {
    this.#options = options;
  }

  /** A picture or file of a sheet that is registered nowhere. Throws what gathering and rendering refuse. */
  async preview(
    { of, ...layout }: SheetInput,
    base: string,
    as: 'pdf' | { px: number },
  ): Promise<Uint8Array> {
    const { hall, standards, now } = this.#options;
    const at = now();
    const wanted = {
      now: gatherOr(hall.records, of, standards),
      layout: layoutOf(layout),
      code: null,
      base,
      at,
    };
    const sheet = await this.#render(hall.records, wanted);
    if (of.is === 'wifi')
      return as === 'pdf' ? this.#options.printer.pdf(sheet) : this.#options.printer.png(sheet, as.px);
    return as === 'pdf' ? this.#pdf(sheet) : this.#png(sheet, as.px);
  }

  /** Faces that the standard asks for and ours stand in for, on a sheet of this kind. */
  standIns({ is }: SheetInput['of']): { wanted: string; used: string }[] {
    const { hall, standards } = this.#options;
    return standInsOf(hall.records, standardOf(hall.records, standards), is);
  }

  /** A picture of a sheet from records as they would be; kept nowhere. Throws what gathering and rendering refuse. */
  async sketch(
    records: Records,
    { of, ...layout }: SheetInput,
    base: string,
    px: number,
  ): Promise<Uint8Array> {
    const { standards, now, printer } = this.#options;
    const gathered = gatherOr(records, of, standards);
    const wanted = { now: gathered, layout: layoutOf(layout), code: null, base, at: now() };
    return printer.png(await this.#render(records, wanted), px);
  }

  /** Every page of a preview as its PDF has it, drawn from that very file and kept as any file is (S17). */
  async pages(input: SheetInput, base: string): Promise<PreviewPage[]> {
    const pdf = await this.preview(input, base, 'pdf');
    const key = createHash('sha256').update(pdf).digest('hex');
    const known = this.#drawn.get(key);
    const pages = known ?? this.#draw(key, pdf);
    this.#drawn.set(key, pages);
    if (this.#drawn.size > DRAWN) this.#drawn.delete(this.#drawn.keys().next().value!);
    pages.catch(() => this.#drawn.delete(key));
    const { store } = this.#options;
    if (!known || (await pages).every(({ name }) => store.has(name))) return pages;
    this.#drawn.delete(key);
    return this.pages(input, base);
  }

  async #draw(key: string, pdf: Uint8Array): Promise<PreviewPage[]> {
    const { store } = this.#options;
    const drawn = await draw({ is: 'pages', bytes: pdf });
    if (typeof drawn === 'string') throw new Refused(refuse('print.failed'));
    // The last is a small one for lists.
    const pages = drawn.slice(0, -1).map(({ bytes, width, height }, index) => ({
      ...{ name: `${key}-${index + 1}`, width, height },
      bytes,
    }));
    for (const { name, bytes } of pages) await store.put(name, bytes);
    await store.trim(KEPT);
    return pages.map(({ name, width, height }) => ({ name, width, height }));
  }

  /** A page of a preview as JPEG; undefined when it was cleared away. */
  async page(name: string): Promise<Uint8Array | undefined> {
    const { store } = this.#options;
    return store.has(name) ? readFile(store.path(name)) : undefined;
  }

  /**
   * Renders a sheet and registers it (S4); the same sheet again keeps its code and its file (S5). It is rendered
   * first: a text that does not fit must not leave a registered sheet that never was.
   */
  async make(input: SheetInput, by: Actor, base: string): Promise<string> {
    const { hall, standards, now } = this.#options;
    const { of, place } = input;
    const layout = layoutOf(input);
    const gathered = gatherOr(hall.records, of, standards);
    const { made, hash } = gathered;
    const same = sameSheet(hall.records, { of, ...layout, made, hash, ...(place ? { place } : {}) });
    if (same !== null) return same;
    const code = makeCode(newId());
    if (of.is === 'wifi') throw new Refused(refuse('sheet.typed'));
    const dress = { now: gathered, layout, code, base, at: now() };
    await this.#pdf(await this.#render(hall.records, dress));
    const wanted = { of, ...layout, ...(place ? { place } : {}), hash, code };
    return valueOf(await hall.execute('sheet:print', wanted, by)).code;
  }

  /** The file of a registered sheet, as it was printed. Throws sheet.missing. */
  async file(typed: string, base: string): Promise<SheetFile> {
    const [file] = await this.files(typed, base, 'pdf');
    return file!;
  }

  /** The same as pictures of its pages: one of most sheets, several of those that run over pages (P9). */
  async files(typed: string, base: string, as: 'pdf' | 'png', dpi = DPI): Promise<SheetFile[]> {
    const { hall } = this.#options;
    const code = readCode(typed);
    const sheet = sheetOf(hall.records, code);
    if (!sheet) throw new Refused(refuse('sheet.missing', { code }));
    const document = await this.#document(sheet, code, base);
    const name = `${document.title || code}-${sheet.size}-${code}`.replace(/[\\/:*?"<>|\s]+/g, '_');
    if (as === 'pdf')
      return [{ name: `${name}.pdf`, type: 'application/pdf', bytes: await this.#pdf(document.sheet) }];
    const pages = await this.#pictures(document.sheet, dpi);
    return pages.map((bytes, index) => ({
      name: pages.length > 1 ? `${name}-${index + 1}.png` : `${name}.png`,
      type: 'image/png',
      bytes,
    }));
  }

  /** Every page of a sheet, without what is done to the file for a printer. Throws print.failed. */
  async #pictures(sheet: SheetDocument, dpi: number): Promise<Uint8Array[]> {
    const { width, height } = sheet;
    const side = Math.max(width, height);
    const longest = (side / INCH) * dpi;
    if (!sheet.over && !sheet.cards)
      return [await this.#png(sheet, Math.round((Math.min(longest, WIDEST) * width) / side))];
    const bytes = await this.#pdf({ ...sheet, finish: {} });
    const drawn = await draw({ is: 'prints', bytes, longest: Math.round(Math.min(longest, WIDEST_PAGE)) });
    if (typeof drawn === 'string') throw new Refused(refuse('print.failed'));
    return drawn.map((page) => page.bytes);
  }

  async #document(
    sheet: Sheet,
    code: string,
    base: string,
  ): Promise<{ title: string; sheet: SheetDocument }> {
    const { hall, standards } = this.#options;
    const current = sheet.made.every(({ kind, id, rev }) => hall.records.rev(kind as never, id) === rev);
    const live = gatherSheet(hall.records, sheet.of, standardOf(hall.records, standards));
    // Calls raise the revision of a window all day; only the foot of a sheet about one record names its revision.
    const usable = !isRefusal(live) && (current || (Boolean(sheet.hash) && !live.single));
    const records =
      usable && (!sheet.hash || live.hash === sheet.hash) ? hall.records : await recordsOfSheet(hall, sheet);
    const now = gatherOr(records, sheet.of, standards);
    const dress = { now, layout: layoutOf(sheet), code, base, at: sheet.printedAt };
    return { title: now.title, sheet: await this.#render(records, dress) };
  }

  /** A paper that is printed once: registered nowhere, and its file kept nowhere (S21). `page`: its first page as JPEG. */
  async once(
    paper: SheetNow | OnceNow,
    layout: SheetLayout,
    base: string,
    as: 'pdf' | 'page',
  ): Promise<Uint8Array> {
    const { hall, standards, now, uploads, store, printer } = this.#options;
    // A certificate is no sheet, but it has a code by which it is looked up (proof.md PS15).
    const code = paper.is === 'certificate' ? (paper.data.code ?? null) : null;
    const wanted = { now: paper, layout: layoutOf(layout), code, base, at: now() };
    const pictures = await readPictures(hall.records, paper, uploads, store);
    const sheet = await renderSheet({ ...dressSheet(hall.records, standards, wanted), pictures, once: true });
    const pdf = await printer.pdf(sheet);
    if (as === 'pdf') return pdf;
    const drawn = await draw({ is: 'pages', bytes: pdf });
    if (typeof drawn === 'string') throw new Refused(refuse('print.failed'));
    return drawn[0]!.bytes;
  }

  async #render(records: Records, wanted: Wanted): Promise<SheetDocument> {
    const { hall, standards, uploads, store, fonts } = this.#options;
    const pictures = await readPictures(records, wanted.now, uploads, store);
    // Fonts are those of today, also for a sheet of long ago: the words are what it was made from.
    const standard = standardOf(hall.records, standards);
    const face = await readFace(hall.records, standard, wanted.now.is, fonts);
    return renderSheet({ ...dressSheet(records, standards, wanted), pictures, ...face });
  }

  #pdf(sheet: SheetDocument): Promise<Uint8Array> {
    return this.#kept(keyOf(sheet, 'pdf'), () => this.#options.printer.pdf(sheet));
  }

  #png(sheet: SheetDocument, px: number): Promise<Uint8Array> {
    return this.#kept(keyOf(sheet, `png${px}`), () => this.#options.printer.png(sheet, px));
  }

  async #kept(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const { store } = this.#options;
    if (store.has(key)) return readFile(store.path(key));
    const making = this.#making.get(key) ?? this.#make(key, make);
    this.#making.set(key, making);
    return making;
  }

  async #make(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const { store } = this.#options;
    try {
      const bytes = await make();
      await store.put(key, bytes);
      await store.trim(KEPT);
      return bytes;
    } finally {
      this.#making.delete(key);
    }
  }
}

/** What a file is made from, as one name: the document itself and what is done to it. */
function keyOf({ html, finish, width, height }: SheetDocument, as: string): string {
  return createHash('sha256')
    .update(JSON.stringify([as, finish, width, height]))
    .update(html)
    .digest('hex');
}

function layoutOf({ size, orientation, design, bleed, tiles, nup }: SheetLayout): SheetLayout {
  return {
    size,
    ...(orientation ? { orientation } : {}),
    ...(design ? { design } : {}),
    ...(bleed ? { bleed } : {}),
    ...(tiles ? { tiles } : {}),
    ...(nup ? { nup } : {}),
  };
}
