import type { Kind } from '../model/record.ts';

/** `block`: not released until mended or overruled; `warn`: somebody should look; `hint`: could be better. */
export type Severity = 'block' | 'warn' | 'hint';

/** Every finding there is, by its check, and how grave it is (checks.md K1). */
export const severities = {
  'privacy.identity': 'block',
  'privacy.bank': 'block',
  'privacy.mobile': 'block',
  'privacy.home': 'block',
  'privacy.sensitive': 'block',
  'privacy.name': 'warn',
  'privacy.address': 'warn',
  'privacy.masked': 'warn',
  'media.missing': 'block',
  'media.unchecked': 'block',
  'media.unread': 'block',
  'media.private': 'block',
  'media.doubtful': 'warn',
  'media.unreadable': 'warn',
  'wording.banned': 'block',
  'wording.doubtful': 'warn',
  'wording.taboo': 'warn',
  'wording.vague': 'hint',
  'wording.doubled': 'hint',
  'wording.brackets': 'hint',
  'wording.traditional': 'warn',
  'wording.placeholder': 'warn',
  'phone.impossible': 'warn',
  'date.impossible': 'warn',
  'date.weekday': 'warn',
  'date.over': 'warn',
  'same.name': 'warn',
  'same.phone': 'warn',
  'same.hours': 'warn',
  'same.limit': 'warn',
  'same.written': 'hint',
  'same.title': 'warn',
  'lack.complain': 'warn',
  'lack.consult': 'warn',
  'lack.owner': 'warn',
  'lack.mobile': 'hint',
  'lack.window': 'warn',
  'lack.service': 'warn',
  'lack.service-window': 'warn',
  'lack.business': 'hint',
  'lack.screen': 'warn',
  'lack.rule': 'warn',
  'lack.institution': 'warn',
  'lack.pledge': 'hint',
  'lack.category': 'hint',
  'lack.review': 'hint',
  'lack.levels': 'warn',
  'lack.sheet': 'warn',
  'lack.item': 'hint',
  'lack.disclosure': 'warn',
  'lack.area': 'hint',
  'lack.staff': 'hint',
  'lack.post-a': 'hint',
  'lack.post-b': 'hint',
  'lack.staff-phone': 'hint',
  'lack.photo': 'hint',
  'privacy.staff-mobile': 'warn',
  'late.case': 'warn',
} as const satisfies Record<string, Severity>;
export type FindingCode = keyof typeof severities;
export type Check = FindingCode extends `${infer C}.${string}` ? C : never;

/** A place in a record: the field, such as `text`, `blocks.3.text`, `lines.0`; for text from `start` to before `end`. */
export interface Where {
  path: string;
  start?: number;
  end?: number;
}

/** What a check found in a text, before it is known whose text it is. */
export interface Found {
  code: FindingCode;
  start: number;
  end: number;
  params: Record<string, string | number>;
}

/** One thing to mend. Worded by messages `finding.CODE`. A gap of the whole hall stands at the hall's own record. */
export interface Finding {
  check: Check;
  code: FindingCode;
  severity: Severity;
  record: { kind: Kind; id: string };
  where: Where;
  params: Record<string, string | number>;
}

export const checkOf = (code: FindingCode): Check => code.slice(0, code.indexOf('.')) as Check;

export function finding(
  code: FindingCode,
  record: Finding['record'],
  where: Where,
  params: Finding['params'] = {},
): Finding {
  return { check: checkOf(code), code, severity: severities[code], record, where, params };
}

/** What keeps a record from being released until it is mended, or overruled with a reason by the reviewer (K3). */
export function blockersOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'block');
}
