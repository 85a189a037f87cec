import type { RefusalTable } from './table.ts';

export const reports = {
  'report.range': [
    400,
    '开始日期晚于结束日期，请改一个。',
    'The first day is after the last. Change one of them.',
  ],
  'report.too-long': [
    400,
    '一次最多统计两年，请把时间缩短。',
    'A report covers two years at most. Choose a shorter time.',
  ],
} as const satisfies RefusalTable;
