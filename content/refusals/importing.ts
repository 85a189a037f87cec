import type { RefusalTable } from './table.ts';

/** Taking over a notice. */
export const importing = {
  'import.not-text': [
    400,
    '“{file}”不是文本文件（TXT 或 Markdown）。请先另存为纯文本再导入。',
    '{file} is not a text file (TXT or Markdown); save it as plain text first.',
  ],
  'import.encoding': [
    400,
    '“{file}”的文字编码无法识别，请另存为 UTF-8 后再导入。',
    'The encoding of {file} cannot be read; save it as UTF-8.',
  ],
  'import.no-rules': [
    400,
    '“{file}”里没有找到制度条文（如“附件1”或“一、”开头的条目）。请核对是否选错了文件。',
    'No rules (annexes or articles such as 一、) were found in {file}; is it the right file?',
  ],
  'import.choose': [400, '没有选中任何制度。', 'No rule was chosen.'],
  'import.unknown': [
    400,
    '文件里没有“{title}”。可选：{titles}',
    'The file has no rule called {title}. It has: {titles}',
  ],
} as const satisfies RefusalTable;
