import { appointmentSettingsOf } from '../appointments/settings.ts';
import { silences } from '../interrupts/silence.ts';
import { postsAt } from '../people/posts.ts';
import type { Records } from '../records.ts';
import type { Facts } from './facts.ts';
import { hasTitle } from './lacks.ts';
import { askedAreas, lackingAreas } from './people.ts';
import {
  isOnShow,
  proveItems,
  provePledges,
  proveRatings,
  proveSheets,
  proveSlips,
  proveWindows,
  yes,
} from './proofs.ts';
import type { Proof, Prove } from './proofs.ts';

const DAY = 86_400_000;

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
