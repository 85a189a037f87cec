import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { init } from '@embedpdf/pdfium';
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** Old office programs leave Chinese fonts out of a PDF: ours stands in for them. */
const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
/** Character sets of Windows that our font has: Japanese, simplified, Korean, traditional. */
const CHINESE = [128, 134, 129, 136];
const SIMPLIFIED = 134;
/** FPDF_ERR_PASSWORD */
const PASSWORD = 4;
/** Four bytes a pixel, the last of them not used. */
const FORMAT = 3;
/** With its annotations, and red first instead of blue. */
const FLAGS = 0x01 | 0x10;
const WHITE = 0xffffffff;

/** A page as pixels: red, green, blue and one more, row by row. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** An open PDF; lives as long as the thread that opened it. */
export interface Pages {
  count: number;
  /** Pixels of a page, its longer side `longest`. */
  draw(index: number, longest: number): Pixels;
}

/** Opens a PDF for drawing. `locked` if it asks for a password. */
export async function openPages(bytes: Uint8Array): Promise<Pages | 'locked' | 'broken'> {
  const [wasm, font] = await Promise.all([
    readFile(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))),
    readFile(fileURLToPath(import.meta.resolve(FONT))),
  ]);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  const pdfium = await init({ wasmBinary });
  pdfium.PDFiumExt_Init();
  lendFont(pdfium, font);
  const document = pdfium.FPDF_LoadMemDocument(place(pdfium, bytes), bytes.length, '');
  if (document === 0) return pdfium.FPDF_GetLastError() === PASSWORD ? 'locked' : 'broken';
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, pdfium.PDFiumExt_OpenFormFillInfo());
  return {
    count: pdfium.FPDF_GetPageCount(document),
    draw: (index, longest) => drawPage(pdfium, { document, form }, index, longest),
  };
}

function drawPage(
  pdfium: WrappedPdfiumModule,
  { document, form }: { document: number; form: number },
  index: number,
  longest: number,
): Pixels {
  const page = pdfium.FPDF_LoadPage(document, index);
  const [across, down] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
  const scale = longest / Math.max(across, down, 1);
  const width = Math.max(1, Math.round(across * scale));
  const height = Math.max(1, Math.round(down * scale));
  const buffer = pdfium.pdfium.wasmExports.malloc(width * height * 4);
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, FORMAT, buffer, width * 4);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
  pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, FLAGS);
  const data = memory(pdfium).slice(buffer, buffer + width * height * 4);
  pdfium.FPDFBitmap_Destroy(bitmap);
  pdfium.pdfium.wasmExports.free(buffer);
  pdfium.FPDF_ClosePage(page);
  return { data, width, height };
}

/** Anew each time: it moves when it grows. */
const memory = ({ pdfium }: WrappedPdfiumModule): Uint8Array =>
  (pdfium as typeof pdfium & { HEAPU8: Uint8Array }).HEAPU8;

function place(pdfium: WrappedPdfiumModule, bytes: Uint8Array): number {
  const at = pdfium.pdfium.wasmExports.malloc(bytes.length);
  memory(pdfium).set(bytes, at);
  return at;
}

/**
 * Answers the library's questions for fonts of the system (FPDF_SYSFONTINFO, fpdf_sysfontinfo.h) with the one font that
 * there is, and only where a Chinese one is asked for: for Latin ones it has its own.
 */
function lendFont(pdfium: WrappedPdfiumModule, font: Uint8Array): void {
  const { pdfium: inner } = pdfium;
  const giveData = (_self: number, _font: number, table: number, buffer: number, size: number): number => {
    if (table !== 0) return 0;
    if (buffer !== 0 && size >= font.length) memory(pdfium).set(font, buffer);
    return font.length;
  };
  const answers: [(...args: number[]) => number | void, string][] = [
    [() => undefined, 'vi'], // Release
    [() => undefined, 'vii'], // EnumFonts
    [(_self, _weight, _italic, charset = 0) => (CHINESE.includes(charset) ? 1 : 0), 'iiiiiiii'], // MapFont
    [() => 0, 'iii'], // GetFont
    [giveData as (...args: number[]) => number, 'iiiiii'], // GetFontData
    [() => 0, 'iiiii'], // GetFaceName
    [() => SIMPLIFIED, 'iii'], // GetFontCharset
    [() => undefined, 'vii'], // DeleteFont
  ];
  const info = inner.wasmExports.malloc(4 * (answers.length + 1));
  inner.setValue(info, 1, 'i32');
  answers.forEach(([answer, signature], i) =>
    inner.setValue(info + 4 * (i + 1), inner.addFunction(answer, signature), 'i32'),
  );
  pdfium.FPDF_SetSystemFontInfo(info);
}
