import type { RefusalTable } from './table.ts';

/** What screens showed. */
export const proof = {
  'proof.picture': [400, '画面不是图片，没有保存。', 'The picture is none; it was not kept.'],
  'proof.too-long': [400, '一次最多统计 62 天，请缩短日期范围。', 'At most 62 days at once; choose fewer.'],
  'proof.no-publicity': [
    409,
    '这条公告没有设公示期，不能生成公示播放证明。',
    'This notice has no period of publicity, so there is nothing to certify.',
  ],
} as const satisfies RefusalTable;
