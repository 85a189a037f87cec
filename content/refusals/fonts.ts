import type { RefusalTable } from './table.ts';

/** Fonts with a licence. */
export const fonts = {
  'font.type': [
    415,
    '这不是可以使用的中文字体。请上传 TrueType 字体文件（.ttf）。',
    'This is not a Chinese font that can be used; upload a TrueType file (.ttf).',
  ],
  'font.collection': [
    415,
    '这是字体合集（.ttc）。请向厂商索取单个字体的 .ttf 文件，或先拆开再上传。',
    'This is a collection (.ttc); ask for the single .ttf file, or take it apart first.',
  ],
  'font.outlines': [
    415,
    '这个字体（CFF 轮廓或可变字体）嵌入 PDF 后文字不能正确复制。请上传同款的 TrueType 版本（.ttf）。',
    'Text set in this font (CFF outlines, or variable) cannot be copied out of a PDF; upload its TrueType version (.ttf).',
  ],
  'font.restricted': [
    422,
    '字体“{name}”不允许嵌入文件。请向厂商取得可以嵌入的版本。',
    'The font {name} may not be embedded; ask its maker for a version that may.',
  ],
  'font.no-licence': [
    422,
    '请写明字体的授权：从哪里取得，凭证存放在哪里。',
    'Say by what licence the font is used: from whom, and where the proof is kept.',
  ],
} as const satisfies RefusalTable;
