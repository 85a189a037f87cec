import type { RefusalTable } from './table.ts';

export const checks = {
  'tick.unknown': [
    404,
    '标准里没有这一项，可能刚被改过。请刷新后再看。',
    'The standard has no such line; it may have just changed. Look again.',
  ],
  'tick.proved': [
    409,
    '这一项由系统记录证明，不用人工核对。',
    'The hub’s records prove this line; nobody has to tick it.',
  ],
  'tick.points': [400, '得分应在 {least} 到 {most} 之间。', 'Give {least} to {most} points.'],
  'score.none': [409, '本标准没有考核评分表。', 'This standard has no checklist.'],
} as const satisfies RefusalTable;
