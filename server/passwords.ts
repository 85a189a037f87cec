import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** 64 ms and 32 MB a guess on an ordinary PC. Node's own limit of memory is just below what this needs. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 128 * 2 ** 20 } satisfies ScryptOptions;
const KEY_BYTES = 32;

/** The passwords that people here choose first, and patterns are caught by `isPlain`. */
const common = new Set(
  `password password1 password123 passw0rd p@ssw0rd p@ssword admin123 admin888 admin1234 administrator
  qwertyuiop qwerty123 qwer1234 1qaz2wsx 1q2w3e4r 1q2w3e4r5t zaq12wsx asdfghjkl asdf1234 zxcvbnm123
  abcd1234 abc12345 abc123456 a1234567 a12345678 aa123456 aa112233 a123456789 1234abcd 123456aa
  12345678a 123456789a 123456abc woaini123 woaini1314 woaini520 iloveyou 5201314520 52013145
  147258369 123698745 741852963 789456123 123123123 112233445566 11223344 12341234 12344321
  zhengwu123 mingting mingting123 bianmin123 welcome1 letmein1 changeme sunshine1 test1234 root1234`.split(
    /\s+/,
  ),
);

/** One sign repeated, or a run such as 12345678 and 87654321. */
function isPlain(text: string): boolean {
  const steps = new Set<number>();
  for (let i = 1; i < text.length; i++) steps.add(text.charCodeAt(i) - text.charCodeAt(i - 1));
  const step = [...steps][0];
  // 1234567890 steps once by -9 at its end.
  return (steps.size === 1 && Math.abs(step!) <= 1) || /^(0?1234567890?|0?9876543210?)$/.test(text);
}

/** Whether a password is too easy to guess: short, common, a plain run, or made of the names given. */
export function isWeak(password: string, names: readonly string[]): boolean {
  const folded = password.normalize('NFKC').toLowerCase().trim();
  if ([...folded].length < 8 || common.has(folded) || isPlain(folded)) return true;
  // A name with a few figures behind it is the first thing that a colleague tries.
  const bare = folded.replace(/[\d!@#$%^&*._-]{0,4}$/, '');
  return names.some((name) => {
    const other = name.normalize('NFKC').toLowerCase().trim();
    return other !== '' && (other === folded || other === bare);
  });
}

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** `scrypt$N$r$p$salt$key`, base64url: keeps its own cost, so that a later rise leaves old passwords valid. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Compares in constant time. A hash of another form never matches. */
export async function matchesPassword(password: string, kept: string): Promise<boolean> {
  const [scheme, N, r, p, salt = '', key = ''] = kept.split('$');
  if (scheme !== 'scrypt') return false;
  const wanted = Buffer.from(key, 'base64url');
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: COST.maxmem };
  const found = await derive(password, Buffer.from(salt, 'base64url'), options);
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}
