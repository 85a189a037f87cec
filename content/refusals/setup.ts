import type { RefusalTable } from './table.ts';

/** Setting the hall up and composing its name. */
export const setup = {
  'setup.done': [409, '本中心已经完成设置，请直接登录。', 'This hall is already set up; sign in instead.'],
  'setup.code': [
    403,
    '设置码不对或已失效。请使用主机启动时显示的设置链接。',
    'The set-up code is wrong or used; take the link that the hub printed when it started.',
  ],
  'setup.missing': [
    409,
    '本中心还没有设置，请先打开主机启动时显示的设置链接。',
    'This hall is not set up yet; open the set-up link that the hub printed.',
  ],
  'standard.unknown': [400, '没有“{standard}”这个标准包。', 'There is no standard called {standard}.'],
  'name.part-missing': [400, '还缺{part}，名称无法生成。', 'The name needs the part {part}.'],
  'name.part-wrong': [400, '{part}应以“{endings}”结尾。', 'The part {part} must end with one of {endings}.'],
  'name.too-long': [
    400,
    '名称超过 {limit} 个字，请核对地名。',
    'The name is longer than {limit} characters; check the place names.',
  ],
  'name.kind-unknown': [
    400,
    '这个标准没有规定这一级的名称，请换一个级别。',
    'This standard has no name for this level.',
  ],
} as const satisfies RefusalTable;
