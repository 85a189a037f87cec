import { refuse } from '../../content/rule.ts';
import type { Refusal } from '../../content/rule.ts';
import { readDocx } from './docx.ts';
import { readPdf } from './pdf.ts';

/** A file that somebody hands in. */
export interface NoticeFile {
  name: string;
  bytes: Uint8Array;
}

const pdf = [0x25, 0x50, 0x44, 0x46];
const zip = [0x50, 0x4b, 0x03, 0x04];

/** Formats that people take for text: they begin with these bytes. */
const signatures: readonly (readonly number[])[] = [
  pdf,
  zip, // XLSX, WPS, ZIP
  [0xd0, 0xcf, 0x11, 0xe0], // DOC, XLS
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
];

/** Text with the number of its pages that were set in columns. */
export interface ReadText {
  text: string;
  columns: number;
}

/**
 * The text of a TXT, Markdown, DOCX or PDF, told by its content and never by its name. Refuses
 * `import.not-text` for other formats, `import.encoding`, and what cannot be read of a DOCX or PDF:
 * `import.broken`, `import.bomb`, `import.scanned`, `import.locked`, `import.garbled`, `import.long`.
 */
export async function readAny(file: NoticeFile): Promise<ReadText | Refusal> {
  const { name, bytes } = file;
  // Some programs put a few bytes before the mark.
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes(Buffer.from(pdf));
  if (isPdf) {
    const found = await readPdf(bytes);
    return typeof found === 'string' ? refuse(`import.${found}`, { file: name }) : found;
  }
  if (startsWith(bytes, zip)) {
    const found = readDocx(bytes);
    if (found === 'other') return refuse('import.not-text', { file: name });
    return typeof found === 'string' ? refuse(`import.${found}`, { file: name }) : { ...found, columns: 0 };
  }
  const text = readNotice(file);
  return typeof text === 'string' ? { text, columns: 0 } : text;
}

/**
 * The text of a file in UTF-8, UTF-16 or GB18030, the encodings that Chinese editors write. Refuses
 * `import.not-text` for other formats, `import.encoding` for bytes that are text in none of these.
 */
export function readNotice({ name, bytes }: NoticeFile): string | Refusal {
  if (signatures.some((signature) => startsWith(bytes, signature)))
    return refuse('import.not-text', { file: name });
  const marked = markedEncoding(bytes);
  if (marked) return decode(bytes, marked) ?? refuse('import.encoding', { file: name });
  // Zero bytes occur in no text but UTF-16.
  if (bytes.includes(0)) return readWide(bytes) ?? refuse('import.not-text', { file: name });
  // UTF-8 first: GB18030 takes almost any UTF-8 for other characters.
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030') ?? refuse('import.encoding', { file: name });
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  return null;
}

/**
 * UTF-16 without a mark, in the order of bytes that gives more Chinese. Counting zero bytes does not tell:
 * 一 and the wide blank have them on the other side than figures and line ends.
 */
function readWide(bytes: Uint8Array): string | null {
  const texts = ['utf-16le', 'utf-16be'].map((encoding) => decode(bytes, encoding));
  const weigh = (text: string | null) =>
    text === null ? -1 : (text.match(/[\p{Script=Han}，。\n]/gu)?.length ?? 0);
  return texts.reduce((best, text) => (weigh(text) > weigh(best) ? text : best));
}

/** The text, or null if the bytes are not in this encoding or hold what no notice has. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return hasControls(text) ? null : text;
  } catch {
    // Not this encoding: the next one is tried, and in the end the file is refused.
    return null;
  }
}

/** Control characters other than those that part lines and columns do not occur in a notice. */
function hasControls(text: string): boolean {
  return /[^\P{Cc}\t\n\v\f\r\u0085]|\uFFFD/u.test(text);
}
