import type { RefusalTable } from './table.ts';

/** Taking over a notice. */
export const importing = {
  'import.not-text': [
    400,
    '“{file}”不是能导入的文件。可导入 TXT、Markdown、Word（DOCX）和文字版 PDF；DOC、WPS 请另存为 DOCX。',
    '{file} cannot be imported. TXT, Markdown, Word (DOCX) and PDF with text can; save DOC and WPS files as DOCX.',
  ],
  'import.broken': [
    400,
    '“{file}”已损坏，无法读取。请用原程序打开后重新保存，再导入。',
    '{file} is damaged and cannot be read; open it in its own program, save it again, then import it.',
  ],
  'import.bomb': [
    400,
    '“{file}”解压后过大，已拒绝。请确认文件来源。',
    '{file} unpacks to too much and was refused; make sure where it comes from.',
  ],
  'import.scanned': [
    400,
    '“{file}”里没有可读取的文字，可能是扫描件。请先做文字识别（OCR），或导入 Word、TXT 原件。',
    '{file} has no text that can be read, it may be a scan. Run OCR on it first, or import the Word or text original.',
  ],
  'import.locked': [
    400,
    '“{file}”设有打开密码。请先解除密码再导入。',
    '{file} asks for a password to open; remove it first.',
  ],
  'import.garbled': [
    400,
    '“{file}”里的文字无法正确读出（字体编码缺失）。请导入 Word、TXT 原件。',
    'The text of {file} cannot be read correctly (its fonts lack an encoding); import the Word or text original.',
  ],
  'import.long': [
    400,
    '“{file}”超过 600 页。请分成几份再导入。',
    '{file} has more than 600 pages; import it in parts.',
  ],
  'import.too-hard': [
    400,
    '“{file}”处理时间过长或占用过大，已停止。请分成几份，或另存为 TXT 再导入。',
    '{file} took too long or too much memory and was stopped; import it in parts, or as plain text.',
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
