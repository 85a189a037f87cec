/** What in a text tells of one person and may not stand in it (个人信息). */
export type PersonalKind = 'identity' | 'phone' | 'bank';

export interface Personal {
  is: PersonalKind;
  /** Place in the text, in UTF-16 units; `to` is exclusive. */
  from: number;
  to: number;
  /** Its digits and X alone. */
  digits: string;
}

interface Part {
  text: string;
  from: number;
  to: number;
}

/** Digits as people write them: in groups, with one space, dash, dot or the like between; an identity number may end in X. */
const RUN = /(?:\+\s?)?[0-9]+(?:(?:[ \u00a0\u3000\u200b\-‐‑–—.·_/]|[）)] ?|[（(])[0-9]+[Xx]?)*[Xx]?/g;
const GROUP = /[0-9]+[Xx]?/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const HAN_FIGURES = '〇零一二三四五六七八九幺';
const HAN_VALUES = '001234567891';
const HAN_RUN = new RegExp(`[${HAN_FIGURES}]{11,}`, 'g');

/** Full-width digits and signs, and long rows of Chinese figures, become plain ones; every unit keeps its place. */
export function plainFigures(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(HAN_RUN, (run) => [...run].map((one) => HAN_VALUES[HAN_FIGURES.indexOf(one)]).join(''));
}

/**
 * Identity numbers (18 digits with the right checksum, or the old 15), phones and bank cards (Luhn) in a text, in
 * their order. A longer number is not searched for a shorter one in it: a file number is not somebody's phone.
 */
export function findPersonal(text: string): Personal[] {
  const plain = plainFigures(text);
  const found: Personal[] = [];
  for (const run of plain.matchAll(RUN)) {
    // Nothing that tells of a person has fewer digits than a landline without its area.
    if (run[0].length < 10) continue;
    const parts = [...run[0].matchAll(GROUP)].map((group) => {
      const from = run.index + group.index;
      return { text: group[0], from, to: from + group[0].length };
    });
    found.push(...findIn(parts));
  }
  return found;
}

/** A number is at most twenty digits, and nobody writes one in more groups. */
const MOST_GROUPS = 20;

/** The longest joins of neighbouring groups that are something: 139 1234 5678 is one phone, not three numbers. */
function findIn(parts: readonly Part[]): Personal[] {
  const found: Personal[] = [];
  for (let first = 0; first < parts.length; first++) {
    for (let last = Math.min(parts.length, first + MOST_GROUPS) - 1; last >= first; last--) {
      const joined = parts.slice(first, last + 1);
      const digits = joined
        .map(({ text }) => text)
        .join('')
        .toUpperCase();
      if (digits.length < 10 || digits.length > 20) continue;
      const alone = parts[first - 1]?.text.length !== 4 && parts[last + 1]?.text.length !== 4;
      const is = kindOf(
        digits,
        joined.map(({ text }) => text.length),
        alone,
      );
      const [start, end] = [parts[first], parts[last]];
      if (!is || !start || !end) continue;
      found.push({ is, from: start.from, to: end.to, digits });
      first = last;
      break;
    }
  }
  return found;
}

function kindOf(digits: string, groups: readonly number[], alone: boolean): PersonalKind | null {
  if (isIdentity(digits, groups)) return 'identity';
  if (isPhone(digits, groups)) return 'phone';
  return isBankCard(digits, groups, alone) ? 'bank' : null;
}

/** First two digits of a place (GB/T 2260) with those of Hong Kong, Macao and Taiwan; a foreigner's begins with 9. */
const PROVINCE = /^9?(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
/** The next two: up to 70, or 90 for counties under the province itself; cities under the state have three at most. */
const CITY = /^(?:(?:11|12|31)0[0-3]|8[1-3]00|(?!11|12|31|8)\d\d(?:0[1-9]|[1-6]\d|70|90)|9\d{3})/;

/** GB 11643: six digits of the place, the day of birth, three of the order, a checksum; the old ones had a short year and no checksum. */
function isIdentity(digits: string, groups: readonly number[]): boolean {
  if (!PROVINCE.test(digits) || !CITY.test(digits)) return false;
  if (/^[1-8]\d{14}$/.test(digits))
    return (groups.length === 1 || groups.join() === '6,6,3') && isDay(`19${digits.slice(6, 12)}`);
  // Two more on the card of a person with disabilities say which and how grave.
  if (!/^\d{17}(?:[\dX]|\d{3})$/.test(digits) || !isDay(digits.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return CHECKS[sum % 11] === digits[17];
}

function isDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year < 1880 || year > 2099) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const MOBILE = /^(?:0{0,2}86|0)?1[3-9]\d{9}$/;

/** A mobile, with or without the country's code, or a landline with its area. */
function isPhone(digits: string, groups: readonly number[]): boolean {
  if (isMobile(digits)) return groups.length === 1 || groups.every((one) => one === 1) || fewGroups(groups);
  return /^0(?:(?:10|2\d)[2-9]\d{7}|[3-9]\d\d[2-9]\d{6,7})$/.test(digits);
}

/** 139 0000 1111, not 1.39-0000-11-1: no group of one digit, and the first, after the country's code, of three. */
const fewGroups = (groups: readonly number[]): boolean =>
  groups.every((one) => one > 1) && (groups.find((one) => one !== 2 && one !== 4) ?? 3) >= 3;

/** Whether the digits are a mobile number's, with or without the country's code. */
export const isMobile = (digits: string): boolean => MOBILE.test(digits);

/** What cards begin with: 银联 62 and the debit cards before it, and the international ones that banks here issue. */
const CARD =
  /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|35\d{14}|3[47]\d{13}|6[0-9]\d{14,17}|9558\d{15}|955[5-9]\d{12,15})$/;
const CARD_GROUPS = /^(?:(?:4,){3,4}[1-4]|6,\d{1,2}|4,6,5)$/;

/**
 * One number in ten passes Luhn by chance, so a card in groups must be written as cards are, and not be some
 * groups out of a longer number (`alone`).
 */
function isBankCard(digits: string, groups: readonly number[], alone: boolean): boolean {
  if (!CARD.test(digits)) return false;
  if (groups.length > 1 && !(alone && CARD_GROUPS.test(groups.join()))) return false;
  const sum = [...digits].reverse().reduce((total, sign, place) => {
    const value = Number(sign) * (place % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
