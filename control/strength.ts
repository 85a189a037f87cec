/** How well a password holds: words, not a meter. The hub decides what it takes (at least 8, not common). */
export type Strength = 'short' | 'same' | 'weak' | 'fair' | 'strong';

const common =
  /^(?:(.)\1*|0?123456789?0?|12345678\w*|password\w*|qwert\w*|admin\w*|abc123\w*|iloveyou|88888888)$/i;

export function judgePassword(password: string, name: string): Strength {
  if (password.length < 8) return 'short';
  if (password.toLowerCase() === name.toLowerCase()) return 'same';
  if (common.test(password)) return 'weak';
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  if (password.length >= 14 || (password.length >= 10 && kinds >= 3)) return 'strong';
  return kinds >= 2 ? 'fair' : 'weak';
}
