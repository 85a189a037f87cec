/** What in a text tells of one person and may not stand in it (个人信息). */
export type PersonalKind = 'identity' | 'phone' | 'bank';

export interface Personal {
  is: PersonalKind;
  /** Place in the text, in UTF-16 units; `to` is exclusive. */
  from: number;
  to: number;
}

interface Part {
  text: string;
  from: number;
  to: number;
}

/** Digits as people write them: in groups, with one space, dash or dot between; an identity number may end in X. */
const RUN = /(?:\+\s?)?[0-9]+(?:[ \-–.·][0-9]+)*[Xx]?/g;
const GROUP = /[0-9]+[Xx]?/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/**
 * Identity numbers (18 digits with the right checksum, or the old 15), phones and bank cards (Luhn) in a text, in
 * their order. A longer number is not searched for a shorter one in it: a file number is not somebody's phone.
 */
export function findPersonal(text: string): Personal[] {
  // Full-width digits and signs become their plain ones; every unit keeps its place.
  const plain = text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const found: Personal[] = [];
  for (const run of plain.matchAll(RUN)) {
    const parts = [...run[0].matchAll(GROUP)].map((group) => {
      const from = run.index + group.index;
      return { text: group[0], from, to: from + group[0].length };
    });
    found.push(...findIn(parts));
  }
  return found;
}

/** The longest joins of neighbouring groups that are something: 139 1234 5678 is one phone, not three numbers. */
function findIn(parts: readonly Part[]): Personal[] {
  const found: Personal[] = [];
  for (let first = 0; first < parts.length; first++) {
    for (let last = parts.length - 1; last >= first; last--) {
      const digits = parts
        .slice(first, last + 1)
        .map((part) => part.text)
        .join('')
        .toUpperCase();
      const whole = first === last || last - first + 1 === parts.length;
      const is = kindOf(digits, whole);
      const [start, end] = [parts[first], parts[last]];
      if (!is || !start || !end) continue;
      found.push({ is, from: start.from, to: end.to });
      first = last;
      break;
    }
  }
  return found;
}

/** One number in ten passes Luhn by chance, so a card is a whole number: not some groups out of a longer one. */
function kindOf(digits: string, whole: boolean): PersonalKind | null {
  if (isIdentity(digits)) return 'identity';
  if (isPhone(digits)) return 'phone';
  return whole && isBankCard(digits) ? 'bank' : null;
}

/** GB 11643: six digits of the place, the day of birth, three of the order, a checksum; the old ones had a short year and no checksum. */
function isIdentity(digits: string): boolean {
  if (/^[1-8]\d{14}$/.test(digits)) return isDay(`19${digits.slice(6, 12)}`);
  if (!/^[1-9]\d{16}[\dX]$/.test(digits) || !isDay(digits.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return CHECKS[sum % 11] === digits[17];
}

function isDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1880) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A mobile, with or without the country's code, or a landline with its area. */
function isPhone(digits: string): boolean {
  return /^(?:0{0,2}86)?1[3-9]\d{9}$/.test(digits) || /^0(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}$/.test(digits);
}

function isBankCard(digits: string): boolean {
  if (!/^[3-6]\d{14,18}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, sign, place) => {
    const value = Number(sign) * (place % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The text with the middle of every such number as stars: 139****5678. */
export function maskPersonal(text: string): string {
  let masked = '';
  let done = 0;
  for (const { from, to } of findPersonal(text)) {
    const number = text.slice(from, to);
    masked += text.slice(done, from) + number.slice(0, 3) + '*'.repeat(number.length - 7) + number.slice(-4);
    done = to;
  }
  return masked + text.slice(done);
}
