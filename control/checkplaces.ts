import type { Finding, FindingCode } from '../content/checks/finding.ts';
import type { Kind } from '../content/model/record.ts';
import { pathOf } from './route.ts';
import type { PageName } from './route.ts';

/** Where the records of a kind are mended; `id` where each has a page of its own. */
const places: Partial<Record<Kind, { page: PageName; own?: true }>> = {
  notice: { page: 'notice', own: true },
  rule: { page: 'rule', own: true },
  pledge: { page: 'pledge', own: true },
  contact: { page: 'contacts' },
  service: { page: 'windows' },
  window: { page: 'windows' },
  item: { page: 'item', own: true },
  package: { page: 'packages' },
  calendar: { page: 'calendar' },
  case: { page: 'case', own: true },
  staff: { page: 'staff' },
  area: { page: 'areas' },
  plan: { page: 'plan', own: true },
};

/** What the whole hall lacks is mended where such records are made. */
const lacks: Partial<Record<FindingCode, PageName>> = {
  'lack.complain': 'contacts',
  'lack.consult': 'contacts',
  'lack.window': 'windows',
  'lack.service': 'windows',
  'lack.screen': 'screens',
  'lack.rule': 'import',
  'lack.institution': 'import',
  'lack.pledge': 'rules',
  'lack.category': 'notices',
  'lack.area': 'areas',
  'lack.staff': 'staff',
  'lack.review': 'hall',
  'lack.levels': 'hall',
  'lack.item': 'items',
};

/** The address in the panel where a finding is mended, and its page (K1). */
export function placeOf({ code, record }: Pick<Finding, 'code' | 'record'>): {
  page: PageName;
  href: string;
} {
  const own = lacks[code];
  if (own && record.kind === 'hall') return { page: own, href: pathOf(own) };
  const place = places[record.kind];
  const page = place?.page ?? 'hall';
  return { page, href: place?.own ? pathOf(page, record.id) : pathOf(page) };
}
