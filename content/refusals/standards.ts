import type { RefusalTable } from './table.ts';

/** Changes of a hall to its standard. */
export const standards = {
  'standard.locked': [
    409,
    '这一项由“{by}”规定，不能在本中心更改。',
    'This is set by {by} and cannot be changed here.',
  ],
  'standard.no-entry': [
    404,
    '标准里没有这一项，可能刚刚更新过，请刷新后再改。',
    'The standard has no such entry; it may have been updated. Reload and try again.',
  ],
  'standard.entry-taken': [
    409,
    '标准里已经有这一项，请直接修改它。',
    'The standard has this entry already; change that one.',
  ],
  'standard.full': [
    409,
    '本中心的改动已到 {limit} 条，请先恢复不再需要的。',
    'The hall has {limit} changes of its own; take back those no longer needed.',
  ],
} as const satisfies RefusalTable;
