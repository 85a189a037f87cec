import { refuse } from '../../content/rule.ts';
import type { Refusal } from '../../content/rule.ts';

/** A file that somebody hands in. */
export interface NoticeFile {
  name: string;
  bytes: Uint8Array;
}

/** Formats that people take for text: they begin with these bytes. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // DOCX, XLSX, WPS, ZIP
  [0xd0, 0xcf, 0x11, 0xe0], // DOC, XLS
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
];

/** How much of the start tells whether a text has zero bytes at every second place. */
const SAMPLE = 4096;

/**
 * The text of a file in UTF-8, UTF-16 or GB18030, the encodings that Chinese editors write. Refuses
 * `import.not-text` for other formats, `import.encoding` for bytes that are text in none of these.
 */
export function readNotice({ name, bytes }: NoticeFile): string | Refusal {
  if (signatures.some((signature) => startsWith(bytes, signature)))
    return refuse('import.not-text', { file: name });
  const marked = markedEncoding(bytes);
  const encodings = marked ? [marked] : guessedEncodings(bytes);
  if (encodings.length === 0) return refuse('import.not-text', { file: name });
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text !== null && !hasControls(text)) return text;
  }
  return refuse('import.encoding', { file: name });
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
 * Without a mark: zero bytes occur in UTF-16 only, where line ends and figures have them on one side; on
 * both sides it is no text. UTF-8 goes before GB18030, which takes almost any UTF-8 for other characters.
 */
function guessedEncodings(bytes: Uint8Array): string[] {
  if (!bytes.includes(0)) return ['utf-8', 'gb18030'];
  let even = 0;
  let odd = 0;
  bytes.subarray(0, SAMPLE).forEach((byte, i) => {
    if (byte === 0 && i % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  });
  if (bytes.length % 2 === 1 || (even > 0 && odd > 0)) return [];
  return even > odd ? ['utf-16be'] : ['utf-16le'];
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this encoding: the next one is tried, and in the end the file is refused.
    return null;
  }
}

/** Control characters other than those that part lines and columns do not occur in a notice. */
function hasControls(text: string): boolean {
  return /[^\P{Cc}\t\n\v\f\r\u0085]|\uFFFD/u.test(text);
}
