import type { Calendar } from '../model/calendar.ts';
import type { Body, Kept, Kind } from '../model/record.ts';
import type { Records } from '../records.ts';
import type { Asked } from './asked.ts';
import { lacksOfItem } from './disclosures.ts';
import { factsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { canBePhone } from './phones.ts';
import { isMobile } from './personal.ts';
import { localDigits } from './privacy.ts';
import { checkItemFiles, checkParts } from './parts.ts';
import { checkPerson } from './people.ts';
import { checkText } from './text.ts';
import { textsOf } from './texts.ts';

/** Kinds that have something to check. */
export const checkedKinds = [
  'notice',
  'rule',
  'pledge',
  'contact',
  'service',
  'window',
  'item',
  'package',
  'staff',
  'calendar',
] as const satisfies Kind[];

/**
 * Everything that the checks find in one record, as it stands or as it is being written: `body` need not be the
 * one in `records`. `id` is `new` where there is none yet. Pure. The lists come from the hall's resolved standard.
 */
export function checkRecord<K extends Kind>(
  kind: K,
  body: Body<K>,
  records: Records,
  standard: Partial<Asked> | null | undefined,
  calendar: Calendar | null | undefined,
  now: number,
  id = 'new',
): Finding[] {
  return checkBody(kind, body, id, factsOf(records, standard, calendar ?? undefined), now);
}

/** What names what is not to be said. */
const TABOO = /忌语|禁语|禁用语/;

/** The same against facts at hand. */
export function checkBody<K extends Kind>(
  kind: K,
  body: Body<K>,
  id: string,
  facts: Facts,
  now: number,
): Finding[] {
  const record = { kind, id };
  const title = titleOf(kind, body);
  const written = kind === 'notice' ? (body as Body<'notice'>).from : now;
  const texts = textsOf(kind, body);
  const quotesTaboo = kind === 'rule' ? texts.some(({ text }) => TABOO.test(text)) : TABOO.test(title);
  const found = texts.flatMap(({ path, text, is }) =>
    checkText(text, { is, facts, now, title, written, quotesTaboo }).map(({ code, start, end, params }) =>
      finding(code, record, { path, start, end }, params),
    ),
  );
  if (kind === 'notice') found.push(...checkParts(body as Body<'notice'>, id, facts));
  if (kind === 'contact') found.push(...checkContact(body as Body<'contact'>, id));
  if (kind === 'item') {
    found.push(...lacksOfItem(body as Body<'item'>, id, facts));
    found.push(...checkItemFiles(body as Body<'item'>, id, facts));
  }
  if (kind === 'staff') found.push(...checkPerson(body as Body<'staff'>, id, facts));
  return found;
}

function titleOf<K extends Kind>(kind: K, body: Body<K>): string {
  if (kind === 'notice' || kind === 'rule' || kind === 'pledge') return (body as Body<'notice'>).title;
  return kind === 'item' || kind === 'package' ? (body as Body<'item'>).name : '';
}

function checkContact({ role, value, owner }: Body<'contact'>, id: string): Finding[] {
  const record = { kind: 'contact', id } as const;
  if (role === 'address') return [];
  const digits = localDigits(value);
  return [
    ...(canBePhone(value) ? [] : [finding('phone.impossible', record, { path: 'value' }, { text: value })]),
    ...(isMobile(digits) ? [finding('lack.mobile', record, { path: 'value' }, { text: value })] : []),
    ...(role === 'complain' && !owner
      ? [finding('lack.owner', record, { path: 'owner' }, { text: value })]
      : []),
  ];
}

interface KeptFindings {
  facts: Facts;
  day: number;
  findings: Finding[];
}
const kept = new WeakMap<object, KeptFindings>();
const HOUR = 3_600_000;

/** As `checkBody`, kept for as long as the record, the facts and the hour are the same. */
export function checkKept({ kind, id, body }: Kept, facts: Facts, now: number): Finding[] {
  const day = Math.floor(now / HOUR);
  const before = kept.get(body);
  if (before?.facts === facts && before.day === day) return before.findings;
  const findings = checkBody(kind, body, id, facts, now);
  kept.set(body, { facts, day, findings });
  return findings;
}
