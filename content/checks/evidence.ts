import type { Item } from '../model/item.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import { hanging, stateOf } from '../sheets/sheet.ts';
import { allDisclose } from './disclosures.ts';
import type { Facts } from './facts.ts';
import { appointmentSettingsOf } from '../appointments/settings.ts';
import type { Staff } from '../model/staff.ts';
import { postsAt } from '../people/posts.ts';
import { photoOf } from '../views/staff.ts';
import { hasTitle } from './lacks.ts';
import { askedAreas, lackingAreas } from './people.ts';

/** How much of what a line asks the records show: `done` of `of`. */
export interface Proof {
  done: number;
  of: number;
}

const DAY = 86_400_000;
const yes = (is: boolean): Proof => ({ done: is ? 1 : 0, of: 1 });

interface Asking {
  records: Records;
  facts: Facts;
  now: number;
  detail: string | undefined;
}
type Prove = (asking: Asking) => Proof | null;

const countOf =
  (kind: 'screen' | 'pledge' | 'rating' | 'calendar'): Prove =>
  ({ records }) =>
    yes(records.count(kind) > 0);

/** How records prove each sort of evidence (K20); a sort that is not here, or a null, is for a person who looks. */
const proofs: Record<string, Prove> = {
  hall: ({ facts }) => yes(facts.hall !== null),
  windows: ({ records }) => {
    const windows = [...records.all('window')];
    const used = windows.filter(({ body }) => body.services.length > 0 || body.business.length > 0);
    return { done: used.length, of: Math.max(1, windows.length) };
  },
  items: proveItems,
  rules: ({ records, facts, detail }) => {
    const titles = [...records.all('rule')].map(({ body }) => body.title);
    const asked = facts.asked.institutions.filter(
      ({ key, by, force }) => by === 'rule' && force !== 'advice' && (!detail || key === detail),
    );
    if (detail && asked.length === 0) return null;
    if (asked.length === 0) return yes(titles.length > 0);
    return { done: asked.filter((one) => hasTitle(titles, one.titles)).length, of: asked.length };
  },
  pledges: countOf('pledge'),
  notices: ({ records, facts, now, detail }) => {
    const live = [...records.all('notice')].filter(({ body }) => !body.withdrawn && body.from <= now);
    if (!detail) return yes(live.some(({ body }) => body.until > now));
    const category = facts.asked.categories.find(({ key }) => key === detail);
    if (!category) return null;
    const since = now - category.fresh * DAY;
    return yes(live.some(({ body }) => body.category === detail && body.from > since));
  },
  contacts: ({ facts }) => ({
    done: ['complain', 'consult'].filter((role) => facts.phones.some((one) => one.role === role)).length,
    of: 2,
  }),
  sheets: ({ records, detail }) => (detail ? null : proveSheets(records)),
  screens: countOf('screen'),
  ratings: countOf('rating'),
  calendar: countOf('calendar'),
  posts: ({ records }) => {
    const windows = [...records.all('window')];
    const both = windows.filter(({ body }) => {
      const { a, b } = postsAt(records, body);
      return a !== undefined && b !== undefined;
    });
    return { done: both.length, of: Math.max(1, windows.length) };
  },
  staff: ({ records, detail }) => {
    const staff = [...records.all('staff')].map(({ body }) => body);
    if (detail === 'leader') return yes(staff.some(({ leader }) => leader));
    if (detail === 'members') return yes(staff.length > 0);
    const whole = staff.filter((one) => (detail === 'duties' ? one.duties?.length : isOnShow(records, one)));
    return { done: whole.length, of: Math.max(1, staff.length) };
  },
  areas: ({ records, facts }) => {
    const asked = askedAreas(facts).length;
    const lacking = lackingAreas(records, facts).length;
    return asked === 0 ? yes(records.count('area') > 0) : { done: Math.max(0, asked - lacking), of: asked };
  },
  appointments: ({ records }) =>
    yes(records.count('appointment') > 0 || appointmentSettingsOf(records).page !== 'off'),
  opening: ({ records, facts }) =>
    yes((facts.hall?.hours.spans.length ?? 0) > 0 && records.count('pace') > 0),
  complaints: ({ records, now }) => {
    const due = [...records.all('case')].filter(({ body }) => body.closed !== null || body.due <= now);
    return {
      done: due.filter(({ body }) => body.closed !== null).length || Number(!due.length),
      of: due.length || 1,
    };
  },
  tickets: ({ records }) => yes(records.count('pace') > 0 || records.count('ticket') > 0),
  reports: ({ records }) => yes(records.count('pace') > 0),
};

/** How many of the hall's rules hang in their present wording. Other sheets are not counted yet. */
function proveSheets(records: Records): Proof {
  const rules = [...records.all('rule')];
  const sheets = hanging(records).map(({ body }) => body);
  const hung = rules.filter(({ id }) =>
    sheets.some(
      (body) => body.of.is === 'rule' && body.of.rule === id && stateOf(records, body).is === 'current',
    ),
  );
  return { done: hung.length, of: Math.max(1, rules.length) };
}

/** What a plate shows (QJ 四(三)5, SC 二(二)2(4)): unit, name, photo, post or title, duties, phone. */
function isOnShow(records: Records, staff: Staff): boolean {
  const { title, post, duties, phone } = staff;
  return Boolean((title ?? post) && duties?.length && phone) && photoOf(records, staff) !== null;
}

function proveItems({ records, facts, detail }: Asking): Proof | null {
  const items: Item[] = [...records.all('item')]
    .map(({ body }: Kept<'item'>) => body)
    .filter(({ sample, checked }) => !sample || checked);
  if (items.length === 0) return { done: 0, of: 1 };
  if (!detail) return yes(true);
  const all = allDisclose(detail, items, facts);
  return all === null ? null : yes(all);
}

/** What records show for a line; null if they cannot prove it, or only beside a person who looked. */
export function prove(
  evidence: readonly string[],
  detail: string | undefined,
  records: Records,
  facts: Facts,
  now: number,
): Proof | null {
  if (evidence.includes('tick')) return null;
  const shown = evidence.map((sort) => proofs[sort]?.({ records, facts, now, detail }) ?? null);
  if (shown.some((one) => one === null)) return null;
  // The weakest of them is what the line has.
  const [first = null, ...rest] = shown as Proof[];
  return rest.reduce(
    (least, one) => (least && one.done / one.of >= least.done / least.of ? least : one),
    first,
  );
}
