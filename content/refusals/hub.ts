import type { RefusalTable } from './table.ts';

/** Requests, records, storage and the hub itself. */
export const hub = {
  'request.foreign': [
    403,
    '请求来自其他网站，已拒绝。请从本系统的页面操作。',
    'The request came from another site and was refused.',
  ],
  'request.invalid': [
    400,
    '提交的内容有误：{where} {what}。请改正后重试。',
    'Bad input: {where} {what}. Correct it and try again.',
  ],
  'request.too-many': [
    429,
    '操作太频繁，请在 {seconds} 秒后再试。',
    'Too many requests; try again in {seconds} seconds.',
  ],
  'request.too-large': [413, '内容太大，上限为 {limit}。', 'Too large; the limit is {limit}.'],
  'request.unknown': [404, '没有这个地址或操作：{what}。', 'There is no such address or operation: {what}.'],
  'record.missing': [
    404,
    '找不到这条记录，可能已被删除。请刷新后再看。',
    'This record is not there; it may have been removed.',
  ],
  'record.changed': [
    409,
    '这条记录刚刚被别人修改过，请看过新内容后再保存。',
    'Somebody else has just changed this record; look at it again before you save.',
  ],
  'journal.failed': [
    503,
    '数据没有存上，这次操作不算数。请检查主机的磁盘空间后重试。',
    'The change could not be stored and does not count; check the disk of the hub and try again.',
  ],
  'hub.unreachable': [
    503,
    '连不上主机。请看看网线或无线网络是否接好、主机是否开着，然后再试一次。',
    'The hub cannot be reached. Check the network cable or Wi-Fi and that the hub is on, then try again.',
  ],
  'hub.closing': [503, '主机正在关闭，请稍后再试。', 'The hub is closing; try again later.'],
  'hub.failed': [
    500,
    '主机出错了，操作没有完成。请重试；若仍不行，请把时间告诉管理员。',
    'The hub failed and nothing was changed. Try again; if it persists, tell the admin the time.',
  ],
} as const satisfies RefusalTable;
