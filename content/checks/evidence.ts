import type { Item } from '../model/item.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import { silences } from '../interrupts/silence.ts';
import { countRates, ratedRows } from '../ratings/rates.ts';
import { forms } from '../sheets/forms/forms.ts';
import { hanging, stateOf } from '../sheets/sheet.ts';
import { allDisclose, lacksOfItem } from './disclosures.ts';
import { checkBody } from './record.ts';
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

/** How records prove each sort of evidence (K20); a sort that is not here, or a null, is for a person who looks. */
const proofs: Record<string, Prove> = {
  hall: ({ facts }) => yes(facts.hall !== null),
  windows: ({ records, facts, detail }) => {
    const windows = [...records.all('window')];
    if (detail === 'all') return proveWindows(windows, facts);
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
  pledges: provePledges,
  notices: ({ records, facts, now, detail }) => {
    const live = [...records.all('notice')].filter(({ body }) => !body.withdrawn && body.from <= now);
    if (!detail) return yes(live.some(({ body }) => body.until > now));
    const isFresh = ({ key, fresh }: { key: string; fresh: number }): boolean =>
      live.some(({ body }) => body.category === key && body.from > now - fresh * DAY);
    const { categories } = facts.asked;
    if (detail === 'all')
      return categories.length ? { done: categories.filter(isFresh).length, of: categories.length } : null;
    const category = categories.find(({ key }) => key === detail);
    return category ? yes(isFresh(category)) : null;
  },
  contacts: ({ records, facts, detail }) => {
    const complain = [...records.all('contact')].filter(({ body }) => body.role === 'complain');
    if (detail === 'owner')
      return { done: complain.filter(({ body }) => body.owner).length, of: Math.max(1, complain.length) };
    const roles = ['complain', 'consult'] as const;
    return { done: roles.filter((role) => facts.phones.some((one) => one.role === role)).length, of: 2 };
  },
  sheets: ({ records, detail }) => (detail ? null : proveSheets(records)),
  screens: ({ records, detail }) => {
    const screens = records.count('screen');
    const silent = detail === 'online' ? silences(records).length : 0;
    return { done: screens - silent, of: Math.max(1, screens) };
  },
  ratings: proveRatings,
  calendar: ({ records }) => yes((records.get('calendar', 'calendar')?.days.length ?? 0) > 0),
  slips: proveSlips,
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

/** Windows that the standard asks of a hall of this level, by their numbers; used ones where it asks for none. */
function proveWindows(windows: readonly Kept<'window'>[], { asked, hall }: Facts): Proof | null {
  const level = asked.names.find(({ placeKind }) => placeKind === hall?.placeKind)?.level;
  const wanted = asked.windows.filter((one) => one.level === level && one.force !== 'advice');
  const numbers = new Set(windows.map(({ body }) => body.number));
  if (wanted.length === 0) return null;
  return { done: wanted.filter(({ number }) => numbers.has(number)).length, of: wanted.length };
}

/** Pledges under the standard's titles, or those that stand for an institution (`detail`); any where it names none. */
function provePledges({ records, facts, detail }: Asking): Proof | null {
  const titles = [...records.all('pledge')].map(({ body }) => body.title);
  const { institutions, pledges } = facts.asked;
  const meant = detail ? institutions.filter(({ key, by }) => by === 'pledge' && key === detail) : [];
  const wanted = detail
    ? meant.map((one) => one.titles)
    : pledges.filter(({ force }) => force !== 'advice').map(({ title }) => [title]);
  if (wanted.length === 0) return yes(titles.length > 0);
  return { done: wanted.filter((names) => hasTitle(titles, names)).length, of: wanted.length };
}

/** `bad`: bad ratings that were mended and called back, the lesser share; `satisfied-98`: whether so many percent were. */
function proveRatings({ records, detail }: Asking): Proof | null {
  const { count, satisfied, mended, calledBack } = countRates([...ratedRows(records)]);
  if (count === 0 || !detail) return yes(count > 0);
  if (detail === 'bad') {
    const least = (mended.rate ?? 1) < (calledBack.rate ?? 1) ? mended : calledBack;
    return least.of === 0 ? yes(true) : { done: least.count, of: least.of };
  }
  const asked = /^satisfied-(\d+)$/.exec(detail)?.[1];
  return asked === undefined ? null : yes(satisfied.count * 100 >= Number(asked) * satisfied.of);
}

/**
 * `cases`: the notices that the standard gives for its kinds of cases (五件制), those that the register knows as printed.
 * Whether everybody was given one is for a person who looks: what is filled in is kept nowhere (S22).
 */
function proveSlips({ records, facts, detail }: Asking): Proof | null {
  const wanted = facts.asked.slips.filter(({ when, force }) => when?.length && force !== 'advice');
  if (detail !== 'cases' || wanted.length === 0) return null;
  const printed = new Set(
    hanging(records).flatMap(({ body: { of } }) => (of.is === 'form' ? forms[of.form].titles : [])),
  );
  return { done: wanted.filter(({ title }) => printed.has(title)).length, of: wanted.length };
}

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

/** Items with every disclosure by their share; of one disclosure all or nothing; `wording`: without banned wording. */
function proveItems({ records, facts, now, detail }: Asking): Proof | null {
  const items: Item[] = [...records.all('item')]
    .map(({ body }: Kept<'item'>) => body)
    .filter(({ sample, checked }) => !sample || checked);
  if (items.length === 0) return { done: 0, of: 1 };
  const share = (fit: (item: Item) => boolean): Proof => ({
    done: items.filter(fit).length,
    of: items.length,
  });
  if (!detail) return share((item) => lacksOfItem(item, '', facts).length === 0);
  if (detail === 'wording')
    return share(
      (item) => !checkBody('item', item, '', facts, now).some(({ code }) => code === 'wording.banned'),
    );
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
