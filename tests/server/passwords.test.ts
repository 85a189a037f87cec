import { describe, expect, it } from 'vitest';
import { hashPassword, isWeak, matchesPassword } from '../../server/passwords.ts';

describe('passwords', () => {
  it.each([
    '1234567',
    '12345678',
    '87654321',
    '1234567890',
    '88888888',
    'aaaaaaaaa',
    'abcdefgh',
    'Password1',
    'ADMIN123',
    'woaini1314',
    '１２３４５６７８',
    'wangfang',
    'WangFang2026',
    '白石镇便民服务中心',
  ])('%s is too easy to guess', (password) => {
    expect(isWeak(password, ['wangfang', '王芳', '白石镇便民服务中心'])).toBe(true);
  });

  it.each(['qingxi-7788-x', '雨后青山分外明亮', 'Tr0ubador&3'])('%s will do', (password) => {
    expect(isWeak(password, ['wangfang', '王芳', ''])).toBe(false);
  });

  it('are kept with their own salt and cost, and only the right one matches', async () => {
    const [one, other] = await Promise.all([
      hashPassword('雨后青山分外明亮'),
      hashPassword('雨后青山分外明亮'),
    ]);
    expect(one).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await matchesPassword('雨后青山分外明亮', one)).toBe(true);
    expect(await matchesPassword('雨后青山分外明', one)).toBe(false);
    expect(await matchesPassword('x', 'md5$abc')).toBe(false);
  });
});
