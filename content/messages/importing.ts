import type { Entries } from './catalogue.ts';

/** Words of the importer: its warnings, and what `npm run import` prints. */
export const importEntries = {
  'import.warning.annex-not-listed': [
    '{annex}《{title}》在正文后的附件清单里没有，但文件里有全文，请核对是否一并采用。',
    '{annex} “{title}” is not in the list of annexes, but the file has its text; check whether it belongs.',
  ],
  'import.warning.annex-missing': [
    '附件清单里有{annex}《{title}》，文件里却没有它的内容，请核对文件是否完整。',
    'The list names {annex} “{title}”, but the file has no such annex; check that the file is complete.',
  ],
  'import.warning.annex-title': [
    '{annex}的题目与附件清单不一致：清单为“{listed}”，附件为“{title}”。',
    'The title of {annex} differs: the list has “{listed}”, the annex “{title}”.',
  ],
  'import.warning.articles-skip': [
    '《{title}》的条款序号不连续：“{before}”之后是“{after}”，请与原件核对。',
    'The numbering of “{title}” does not run on: “{before}” is followed by “{after}”; compare the original.',
  ],
  'import.warning.articles-start': [
    '《{title}》的条款序号从“{after}”开始，前面可能有缺漏，请与原件核对。',
    'The numbering of “{title}” starts with “{after}”; something may be missing. Compare the original.',
  ],
  'import.warning.broken-lines': [
    '《{title}》有 {count} 处句子断成两行，可能是从 PDF 复制造成的，请核对段落。',
    '“{title}” has {count} sentences broken over lines, perhaps by copying from a PDF; check its paragraphs.',
  ],
  'import.warning.empty-rule': [
    '{annex}《{title}》只有题目没有内容，未列入。',
    '{annex} “{title}” has a title but no text and is left out.',
  ],
  'import.warning.table-lines': [
    '《{title}》含有表格（{count} 行），只能按文字行保留，请看过版面再采用。',
    '“{title}” has a table of {count} lines, kept as lines of text only; look at its layout first.',
  ],
  'import.warning.too-long': [
    '{annex}《{title}》有 {count} 段，超过一份制度的上限 {limit} 段，未列入。',
    '{annex} “{title}” has {count} paragraphs, more than the {limit} that a rule takes; it is left out.',
  ],
} as const satisfies Entries;
