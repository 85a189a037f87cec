/**
 * Whether an address is a literal IP address of a private network or of this very computer (K2). The hub sends
 * what it is told to a printer; it must not be made to send it to machines of others, nor follow a name there.
 */
export function isPrivate(host: string): boolean {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host);
  if (four) return isPrivate4(four.slice(1).map(String));
  return /^[0-9a-f:]+$/i.test(host) && isPrivate6(host.toLowerCase());
}

function isPrivate4(parts: readonly string[]): boolean {
  // A leading zero is read as octal by some systems and as decimal by others.
  if (parts.some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith('0')))) return false;
  const [first = 0, second = 0] = parts.map(Number);
  return (
    first === 10 ||
    first === 127 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254)
  );
}

/** Loopback, unique local (fc00::/7) and link local (fe80::/10); no address that carries an IPv4 one. */
function isPrivate6(host: string): boolean {
  const groups = host.split(':');
  if (host === '::1') return true;
  if (groups.length < 3 || groups.length > 8 || groups.some((group) => group.length > 4)) return false;
  if (host.split('::').length > 2 || (!host.includes('::') && groups.length !== 8)) return false;
  const first = parseInt(groups[0] || '0', 16);
  return (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80;
}
