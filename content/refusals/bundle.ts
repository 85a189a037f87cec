import type { RefusalTable } from './table.ts';

/** Taking over a whole hall from a file. */
export const bundle = {
  'bundle.broken': [
    400,
    '“{file}”不是完整的整体导出文件（{what}）。请从原主机重新导出。',
    '{file} is no complete export of a hall ({what}); export it again.',
  ],
  'bundle.newer': [
    400,
    '“{file}”由较新的版本导出（{version}）。请先升级本主机再导入。',
    '{file} was exported by a newer version ({version}); update this hub first.',
  ],
  'bundle.standard': [
    400,
    '本主机没有标准包“{standard}”。请先装入该标准包，或不选“大厅设置”再导入。',
    'This hub has no standard {standard}; add it first, or leave the settings of the hall out.',
  ],
  'bundle.prefix': [
    409,
    '导入后会有两项业务同用号头“{prefix}”。请先改其中一项的号头，或不选该业务。',
    'Two services would have the letter {prefix}; change one of them first, or leave it out.',
  ],
  'bundle.waits': [
    409,
    '“{title}”有还没发布的稿件，不能再导入一份。请先发布或丢弃那份稿件，或不选它再导入。',
    '{title} has a draft that is not released; release or discard that draft first, or leave this one out.',
  ],
  'bundle.same': [
    409,
    '所选内容与本中心相同，没有变化。',
    'What was chosen is the same here; nothing changed.',
  ],
} as const satisfies RefusalTable;
