import type { RefusalTable } from './table.ts';

/** The library of pictures, videos and documents. */
export const media = {
  'medium.used': [
    409,
    '“{name}”正在使用，不能删除。使用它的有 {count} 处：{where}。请先在那里换掉它。',
    '“{name}” is in use in {count} places: {where}. Take it out there first.',
  ],
} as const satisfies RefusalTable;
