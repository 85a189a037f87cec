import { strFromU8 } from 'fflate';
import { Parser } from 'saxen';
import { openZip } from './archive.ts';
import { Counter } from './numbering.ts';
import type { Level, Numbering } from './numbering.ts';

/** A long book of rules with its numbering; pictures are not unpacked at all. */
const LIMITS = { bytes: 64 * 2 ** 20, files: 5000 };
const parts = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'];
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

type Attributes = Record<string, string>;
interface Handlers {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * The text of a DOCX as Word shows it: one line a paragraph with the number that its list gives it, rows of
 * tables with their cells parted by tabs. Heads, feet, notes, comments and deleted words are not in it.
 * `other` for a ZIP that is no DOCX.
 */
export function readDocx(bytes: Uint8Array): { text: string } | 'broken' | 'bomb' | 'other' {
  const files = openZip(bytes, (path) => parts.includes(path), LIMITS);
  if (typeof files === 'string') return files;
  const document = files.get('word/document.xml');
  if (!document) return 'other';
  const xml = (path: string) => strFromU8(files.get(path) ?? new Uint8Array());
  try {
    const styles = readStyles(xml('word/styles.xml'));
    const numbering = readNumbering(xml('word/numbering.xml'));
    return { text: readBody(strFromU8(document), styles, new Counter(numbering)) };
  } catch {
    // The XML is torn: half a text is worse than none.
    return 'broken';
  }
}

function parseXml(text: string, handlers: Handlers): void {
  if (text === '') return;
  const parser = new Parser();
  parser.ns({ [word]: 'w', [strict]: 'w' });
  parser.on('openTag', (name, attributes, decode) => {
    const own: Attributes = {};
    for (const [key, value] of Object.entries(attributes())) own[key] = decode(String(value));
    handlers.open(name, own);
  });
  parser.on('closeTag', (name) => handlers.close?.(name));
  parser.on('text', (value, decode) => handlers.text?.(decode(value)));
  parser.on('cdata', (value) => handlers.text?.(value));
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(text);
}

interface InList {
  numId: string;
  depth: number;
}

/** Styles that put their paragraphs into a list, as headings do. */
function readStyles(xml: string): Map<string, InList> {
  const styles = new Map<string, InList>();
  let id = '';
  let depth = 0;
  parseXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') [id, depth] = [attributes['w:styleId'] ?? '', 0];
      else if (name === 'w:ilvl') depth = Number(value);
      else if (name === 'w:numId') styles.set(id, { numId: value, depth });
    },
  });
  return styles;
}

function readNumbering(xml: string): Numbering {
  const abstracts = new Map<string, Level[]>();
  const lists = new Map<string, string>();
  let levels: Level[] = [];
  let numId = '';
  let overriding = false;
  parseXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      const level = levels.at(-1);
      if (name === 'w:abstractNum') abstracts.set(attributes['w:abstractNumId'] ?? '', (levels = []));
      else if (name === 'w:num') [numId, overriding] = [attributes['w:numId'] ?? '', true];
      else if (name === 'w:abstractNumId' && overriding) lists.set(numId, value);
      else if (overriding) return;
      else if (name === 'w:lvl') levels.push({ format: 'decimal', text: '', start: 1 });
      else if (level && name === 'w:start') level.start = Number(value);
      else if (level && name === 'w:numFmt') level.format = value;
      else if (level && name === 'w:lvlText') level.text = value;
    },
  });
  return { abstracts, lists };
}

/** Elements whose text is not what a reader sees: another form of the same picture, deleted words, field codes. */
const hidden = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:instrText', 'w:txbxContent']);

function readBody(xml: string, styles: ReadonlyMap<string, InList>, counter: Counter): string {
  const lines: string[] = [];
  let line = '';
  let list: Partial<InList> = {};
  let inText = false;
  let unseen = 0;
  /** Cells of the row that is open, one array a table within a table. */
  const rows: string[][] = [];
  parseXml(xml, {
    open(name, attributes) {
      if (hidden.has(name)) unseen += 1;
      if (unseen > 0) return;
      const value = attributes['w:val'] ?? '';
      if (name === 'w:p') [line, list] = ['', {}];
      else if (name === 'w:pStyle') list = { ...styles.get(value), ...list };
      else if (name === 'w:numId') list = { depth: 0, ...list, numId: value };
      else if (name === 'w:ilvl') list = { ...list, depth: Number(value) };
      else if (name === 'w:t') inText = true;
      else if (name === 'w:tab' && Object.keys(attributes).length === 0) line += rows.length > 0 ? ' ' : '\t';
      else if (name === 'w:br') line += attributes['w:type'] === 'page' ? '' : '\n';
      else if (name === 'w:noBreakHyphen') line += '-';
      else if (name === 'w:tr') rows.push([]);
      else if (name === 'w:tc') rows.at(-1)?.push('');
    },
    close(name) {
      if (hidden.has(name)) unseen -= 1;
      if (unseen > 0 || hidden.has(name)) return;
      if (name === 'w:t') inText = false;
      else if (name === 'w:p') endParagraph();
      else if (name === 'w:tr') lines.push((rows.pop() ?? []).map((cell) => cell.trim()).join('\t'));
    },
    text(text) {
      if (inText && unseen === 0) line += text;
    },
  });
  return lines.join('\n');

  function endParagraph(): void {
    const { numId, depth = 0 } = list;
    // Word uses list 0 to take a paragraph out of the list of its style.
    const number =
      numId === undefined || numId === '0' || line.trim() === '' ? '' : counter.next(numId, depth);
    const cells = rows.at(-1);
    if (!cells || cells.length === 0) lines.push(number + line);
    else cells[cells.length - 1] += `${cells.at(-1) === '' ? '' : ' '}${number}${line.replaceAll('\n', ' ')}`;
    line = '';
  }
}
