import type { RefusalTable } from './table.ts';

/** Signing in, rights and accounts. */
export const access = {
  'session.missing': [401, '请先登录。', 'Please sign in first.'],
  'session.wrong': [
    401,
    '用户名或密码不对，还可以再试 {left} 次。',
    'Wrong name or password; {left} tries left.',
  ],
  'session.locked': [
    423,
    '密码连续输错 5 次，账户已锁定。请在 {minutes} 分钟后再试，或请管理员重设密码。',
    'Five wrong passwords: this account is locked. Try again in {minutes} minutes, or ask the admin for a new password.',
  ],
  'session.forbidden': [
    403,
    '您的账户没有“{right}”的权限，请联系管理员。',
    'Your account may not do this ({right}); ask the admin.',
  ],
  'account.name-taken': [
    409,
    '用户名“{name}”已被使用，请换一个。',
    'The name {name} is taken; choose another.',
  ],
  'account.password-weak': [
    400,
    '密码至少 8 位，不能是常见密码，也不能与用户名相同。',
    'The password needs at least 8 characters and must be neither common nor the name.',
  ],
  'account.last-admin': [409, '至少要保留一名可用的管理员。', 'At least one working admin must remain.'],
} as const satisfies RefusalTable;
