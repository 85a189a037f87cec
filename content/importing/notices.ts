import type { NoticeBlock } from '../model/notice.ts';
import { tableOfRows } from './tables.ts';

/** A file read into a notice that somebody looks through and posts. */
export interface NoticeRead {
  title: string;
  number?: string;
  signer?: string;
  blocks: NoticeBlock[];
}

const NUMBER = /^[\u4e00-\u9fffA-Za-z]{1,20}[〔[（(【]\d{4}[〕\])）】]\s*\d{1,5}\s*号$/;
const DATE = /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/;
const SIGNER =
  /(?:政府|办事处|委员会|中心|局|所|院|站|村委会|居委会|党委|工作组|领导小组(?:办公室)?|办公室)(?:（(?:代)?章）)?$/;
const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章部分节])[^。；]{1,30}$/;
const BULLET = /^[·•●▪-]\s*/;

/**
 * A document's text, a paragraph a line and the cells of a table's row parted by tabs, as a notice: its title, 文号 and
 * 落款 taken out, rows of tabs as tables. Nothing is left out but what stands in these fields.
 */
export function readNoticeText(text: string): NoticeRead {
  const lines = text.split('\n').map((line) => (line.includes('\t') ? line : line.trim()));
  const filled = lines.filter((line) => line.trim() !== '');
  const numberAt = filled.slice(0, 5).findIndex((line) => NUMBER.test(line.trim()));
  const number = numberAt >= 0 ? filled.splice(numberAt, 1)[0]?.trim() : undefined;
  const title = takeTitle(filled);
  const signer = takeSigner(filled);
  return {
    title,
    ...(number ? { number: number.slice(0, 60) } : {}),
    ...(signer ? { signer } : {}),
    blocks: blocksOf(filled),
  };
}

/** The first line if it can be a title; a title in two lines is one of several. */
function takeTitle(lines: string[]): string {
  const first = lines[0]?.trim() ?? '';
  if (first === '' || first.includes('\t') || first.length > 60 || /[。；]$/.test(first)) return '';
  lines.shift();
  return first;
}

/** The last two lines if they are who issues it and when. */
function takeSigner(lines: string[]): string | undefined {
  const last = lines.at(-1)?.trim() ?? '';
  const before = lines.at(-2)?.trim() ?? '';
  if (!DATE.test(last) || !SIGNER.test(before) || before.length > 40) return undefined;
  lines.splice(-2, 2);
  return before.replace(/（(?:代)?章）$/, '');
}

function blocksOf(lines: readonly string[]): NoticeBlock[] {
  const blocks: NoticeBlock[] = [];
  for (let at = 0; at < lines.length;) {
    const rows = runOf(lines, at, (line) => line.includes('\t'));
    const table = rows.length > 1 ? tableOfRows(rows.map((row) => row.split('\t'))) : null;
    const bullets = runOf(lines, at, (line) => BULLET.test(line));
    if (table) {
      blocks.push(table);
      at += rows.length;
    } else if (bullets.length > 1) {
      blocks.push({
        is: 'list',
        ordered: false,
        lines: bullets.map((line) => line.replace(BULLET, '')).filter(Boolean),
      });
      at += bullets.length;
    } else {
      const line = (lines[at] ?? '').replaceAll('\t', ' ').trim();
      if (HEADING.test(line)) blocks.push({ is: 'heading', text: line });
      else blocks.push({ is: 'paragraph', text: line.slice(0, 4000) });
      at += 1;
    }
  }
  return blocks.filter((block) => block.is !== 'list' || block.lines.length > 0).slice(0, 200);
}

function runOf(lines: readonly string[], from: number, holds: (line: string) => boolean): string[] {
  let to = from;
  while (to < lines.length && holds(lines[to] ?? '')) to += 1;
  return lines.slice(from, to);
}
