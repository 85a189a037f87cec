import type { CommandInput, CommandResult } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import type { Consent, Staff, StaffText, StaffWords } from '../model/staff.ts';
import type { Window } from '../model/window.ts';
import { readPhone } from '../publishing/contacts.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, Wanted, World } from '../rule.ts';
import { personOf } from './person.ts';

/**
 * Saves a person on show (Z1–Z4). Refuses `record.missing`, `record.changed`, `staff.*`, `phone.wrong`,
 * `medium.missing`.
 */
export const saveStaff: RuleOf<CommandInput<'staff:save'>, { id: string }> = (records, one, world) => {
  const put = putStaff(records, { staff: [one] }, world);
  return isRefusal(put) ? put : { changes: put.changes, result: { id: put.result.ids[0]! } };
};

/** Saves many or none (Z5). Refuses as `saveStaff` does, for the first that does not fit. */
export const putStaff: RuleOf<CommandInput<'staff:put'>, CommandResult<'staff:put'>> = (
  records,
  { staff },
  world,
) => {
  const after = new Map<string, Staff>();
  for (const { id, body } of records.all('staff')) after.set(id, body);
  let next = nextOrder(after.values());
  const changes: Wanted[] = [];
  const ids: string[] = [];
  for (const { id: seen, rev, agreed, ...text } of staff) {
    const stale = checkSeen(records, 'staff', { id: seen, rev });
    if (stale) return stale;
    const before = seen === undefined ? undefined : records.get('staff', seen);
    const tidy = tidyStaff(records, text);
    if (isRefusal(tidy)) return tidy;
    const consent = consentOf(tidy, agreed, before, records, world);
    if (consent && isRefusal(consent)) return consent;
    const id = seen ?? world.newId();
    const body: Staff = { ...tidy, order: before?.order ?? next++ };
    if (consent) body.consent = consent;
    ids.push(id);
    after.set(id, body);
    if (!sameBody(before, body)) changes.push({ kind: 'staff', id, body });
  }
  return checkUnique(after, new Set(ids)) ?? { changes, result: { ids, drafts: 0 } };
};

/** Puts the wall in order (Z6); who is not named follows as before. Refuses `record.missing`. */
export const orderStaff: RuleOf<CommandInput<'staff:order'>, CommandResult<'staff:order'>> = (
  records,
  { ids },
) => {
  if (ids.some((id) => !records.get('staff', id))) return refuse('record.missing');
  const named = new Set(ids);
  const rest = inWallOrder(records.all('staff')).filter(({ id }) => !named.has(id));
  const changes: Wanted[] = [];
  [...ids, ...rest.map(({ id }) => id)].forEach((id, order) => {
    const body = records.get('staff', id);
    if (body && body.order !== order) changes.push({ kind: 'staff', id, body: { ...body, order } });
  });
  return { changes, result: { ids } };
};

/** Takes a person off the wall and off every post (Z7). Refuses `record.missing`. */
export const removeStaff: RuleOf<CommandInput<'staff:remove'>, { id: string }> = (records, { id }) => {
  if (!records.get('staff', id)) return refuse('record.missing');
  const changes: Wanted[] = [{ kind: 'staff', id, body: null }];
  for (const { id: window, body } of records.all('window'))
    if (body.posts?.a === id || body.posts?.b === id)
      changes.push({ kind: 'window', id: window, body: withPosts(body, withoutPerson(body.posts, id)) });
  return { changes, result: { id } };
};

/** Takes a removal back (Z7). Refuses `staff.exists` and what a save refuses. */
export const restoreStaff: RuleOf<CommandInput<'staff:restore'>, { id: string }> = (
  records,
  { id, body, a, b },
  _world,
) => {
  if (records.get('staff', id)) return refuse('staff.exists', { name: body.name });
  const { order, consent, ...text } = body;
  const tidy = tidyStaff(records, text);
  if (isRefusal(tidy)) return tidy;
  if (tidy.photo !== undefined && !consent) return refuse('staff.photo-consent', { name: tidy.name });
  const back: Staff = { ...tidy, order };
  if (consent) back.consent = consent;
  const after = new Map<string, Staff>([[id, back]]);
  for (const one of records.all('staff')) after.set(one.id, one.body);
  const clash = checkUnique(after, new Set([id]));
  if (clash) return clash;
  const changes: Wanted[] = [{ kind: 'staff', id, body: back }];
  for (const { id: window, body: now } of records.all('window')) {
    const posts = { ...now.posts };
    if (a.includes(window)) posts.a ??= id;
    if (b.includes(window)) posts.b ??= id;
    if (!sameBody(posts, now.posts ?? {}))
      changes.push({ kind: 'window', id: window, body: withPosts(now, posts) });
  }
  return { changes, result: { id } };
};

/** People in the order of the wall (Z6). */
export function inWallOrder(staff: Iterable<Kept<'staff'>>): Kept<'staff'>[] {
  return [...staff].sort((one, other) => one.body.order - other.body.order || (one.id < other.id ? -1 : 1));
}

/** What somebody wrote of a person, without the order and the consent. */
export function textOfStaff({ order: _, consent: __, ...text }: Staff): StaffText {
  return text;
}

/** What is reviewed of a person (Z13): what somebody wrote, and the day of the consent. */
export function wordsOfStaff(staff: Staff): StaffWords {
  const { consent } = staff;
  return { ...textOfStaff(staff), ...(consent ? { agreed: consent.on } : {}) };
}

/**
 * Whether something of a person becomes public by this that was not (Z13): what is only taken away, may stand among
 * the leaders or signs in somewhere is not.
 */
export function showsMore(before: Staff | undefined, after: Staff): boolean {
  if (!before) return true;
  const shown = ['name', 'unit', 'title', 'post', 'duties', 'phone', 'photo', 'number'] as const;
  if (after.party && !before.party) return true;
  return shown.some((field) => after[field] !== undefined && !sameBody(before[field], after[field]));
}

/** The window with these A and B posts, or with none. */
export function withPosts({ posts: _, ...window }: Window, posts: Window['posts']): Window {
  return posts && (posts.a !== undefined || posts.b !== undefined) ? { ...window, posts } : window;
}

function withoutPerson(posts: Window['posts'], id: string): Window['posts'] {
  const left: NonNullable<Window['posts']> = {};
  if (posts?.a !== undefined && posts.a !== id) left.a = posts.a;
  if (posts?.b !== undefined && posts.b !== id) left.b = posts.b;
  return left;
}

function nextOrder(staff: Iterable<Staff>): number {
  let next = 0;
  for (const { order } of staff) next = Math.max(next, order + 1);
  return next;
}

/** The wording as it is kept (Z1, Z2): without empty fields, with a phone that can be dialled. */
function tidyStaff(records: Records, text: StaffText): StaffText | Refusal {
  const tidy: StaffText = { ...text, name: text.name.trim(), unit: text.unit.trim() };
  if (tidy.phone !== undefined) {
    const phone = readPhone(tidy.phone);
    if (phone === null) return refuse('phone.wrong', { value: tidy.phone });
    tidy.phone = phone;
  }
  if (tidy.duties?.length === 0) delete tidy.duties;
  if (tidy.account !== undefined && !records.get('account', tidy.account))
    return refuse('staff.account-missing', { name: tidy.name });
  return tidy;
}

/**
 * Who agreed to the photo, and when (Z3). None without a photo; for the same photo as before what was
 * recorded then stands; another photo is asked about anew.
 */
function consentOf(
  { name, photo }: StaffText,
  agreed: string | undefined,
  before: Staff | undefined,
  records: Records,
  world: World,
): Consent | Refusal | undefined {
  if (photo === undefined) return undefined;
  const known = before?.photo === photo ? before.consent : undefined;
  if (agreed === undefined || agreed === known?.on) return known ?? refuse('staff.photo-consent', { name });
  return { on: agreed, by: personOf(records, world.by), at: world.now };
}

/** Nobody shares a 工号 or an account (Z4). */
function checkUnique(after: ReadonlyMap<string, Staff>, saved: ReadonlySet<string>): Refusal | undefined {
  const numbers = new Map<string, string>();
  const accounts = new Map<string, string>();
  const clash = (name: string, saves: boolean, kept: Map<string, string>, key?: string) => {
    if (key === undefined) return undefined;
    const other = kept.get(key);
    if (!saves || other === undefined) kept.set(key, name);
    return other !== undefined && saves ? other : undefined;
  };
  // Those that are not saved now come first, so that the one saved is the one refused.
  const rows = [...after].sort(([one], [other]) => Number(saved.has(one)) - Number(saved.has(other)));
  for (const [id, { name, number, account }] of rows) {
    const saves = saved.has(id);
    const byNumber = clash(name, saves, numbers, number?.toUpperCase());
    if (byNumber !== undefined) return refuse('staff.number-taken', { number: number ?? '', name: byNumber });
    const byAccount = clash(name, saves, accounts, account);
    if (byAccount !== undefined) return refuse('staff.account-taken', { name: byAccount });
  }
  return undefined;
}
