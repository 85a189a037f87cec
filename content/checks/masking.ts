import { findPrivate } from './privacy.ts';
import type { PrivacyContext } from './privacy.ts';

/**
 * The one rule of the hall for every list and every surface (K10): identity numbers, accounts and phones go whole, a
 * name keeps its ends, an address its group. There is no second rule, so that two lists never tell together what
 * each of them hides.
 */
const GONE = '＊＊＊';

/** 张三丰 → 张＊丰, 张三 → 张＊, 欧阳锋 → 欧＊锋. A masked name stays as it is. */
export function maskName(name: string): string {
  const signs = [...name];
  const [first, last] = [signs[0] ?? '', signs.at(-1) ?? ''];
  if (signs.length < 2 || signs.includes('＊')) return name;
  return signs.length === 2 ? `${first}＊` : `${first}${'＊'.repeat(signs.length - 2)}${last}`;
}

/** 白石镇柳湾村3组12号 → 白石镇柳湾村3组; 人民路12号3栋501室 → 人民路. */
export function maskAddress(address: string): string {
  const kept = /^(?:.*?(?:\d+[组社队]|[路街巷弄村组里屯庄湾坪社]|小区|花园|社区|苑))(?=\d)/.exec(
    address,
  )?.[0];
  const group = /^\d{1,5}[组社队]/.exec(address.slice(kept?.length ?? 0))?.[0] ?? '';
  return kept ? kept + group : GONE;
}

/** Passes until nothing is found: taking one number out may show that its neighbour was one. */
const MOST_PASSES = 8;

/** The text as it may be released, every place masked by the hall's rule. Masking what is masked changes nothing. */
export function maskText(text: string, context: PrivacyContext = { title: '', phones: new Set() }): string {
  let masked = text;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = maskOnce(masked, context);
    if (next === masked) break;
    masked = next;
  }
  return masked;
}

function maskOnce(text: string, context: PrivacyContext): string {
  let masked = '';
  let done = 0;
  for (const { code, start, end } of findPrivate(text, context)) {
    if (start < done) continue;
    masked += text.slice(done, start) + maskPart(code, text.slice(start, end));
    done = end;
  }
  return masked + text.slice(done);
}

function maskPart(code: string, part: string): string {
  if (code === 'privacy.name' || code === 'privacy.sensitive') return maskName(part);
  if (code === 'privacy.home' || code === 'privacy.address') return maskAddress(part);
  return GONE;
}

/** What people put for a character of a name, or the rest of it. */
const OTHER_MASK = /[*×○〇●Ｘ某xX＊]/;

/** A name that may be masked in some other way, by the hall's rule: 张* → 张＊, 张三* → 张＊＊, 张某某 → 张＊＊. */
export function remaskName(name: string): string {
  const signs = [...name.trim()];
  if (signs.length < 2 || !signs.some((sign) => OTHER_MASK.test(sign))) return maskName(name.trim());
  return signs
    .map((sign, i) => (i > 0 && (i < signs.length - 1 || OTHER_MASK.test(sign)) ? '＊' : sign))
    .join('');
}
