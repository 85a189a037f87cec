import type { Body, Kept } from '../model/record.ts';
import { mobileOf } from '../people/mobile.ts';
import { postsAt } from '../people/posts.ts';
import { postSuffix } from '../views/casewords.ts';
import { photoOf } from '../views/staff.ts';
import type { Records } from '../records.ts';
import type { Facts } from './facts.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';
import { checkMedium } from './parts.ts';

/**
 * What people, posts and areas lack of what the standard asks (K40–K43): areas, A and B posts of windows, phones and
 * photos of who is on show. A hall that has begun with none of its people is told so once, not window by window.
 */
export function lackingPeople(
  records: Records,
  facts: Facts,
  at: (code: 'lack.area' | 'lack.staff', params?: Finding['params']) => Finding,
): Finding[] {
  const staff = [...records.all('staff')];
  return [
    ...lackingAreas(records, facts).map(({ key, label }) => at('lack.area', { key, label })),
    ...(staff.length === 0
      ? [at('lack.staff')]
      : [
          ...[...records.all('window')].flatMap((window) => lackingPosts(records, facts, window)),
          ...staff.flatMap((person) => lackingOn(records, person)),
        ]),
  ];
}

/** Areas that the standard asks of a hall of this level (K40). What is only advised is not asked. */
export function askedAreas({ asked, hall }: Facts): { key: string; label: string }[] {
  const level = asked.names.find(({ placeKind }) => placeKind === hall?.placeKind)?.level;
  return asked.areas
    .filter((one) => one.force === 'must' || one.force === 'should')
    .filter((one) => one.level === undefined || one.level === level)
    .map(({ key, label }) => ({ key, label }));
}

/** Those of them that the hall does not have, by kind. */
export function lackingAreas(records: Records, facts: Facts): { key: string; label: string }[] {
  const kinds = new Set([...records.all('area')].map(({ body }) => body.is as string));
  return askedAreas(facts).filter(({ key }) => !kinds.has(key));
}

/** A window without its A or its B post (K41). */
function lackingPosts(records: Records, { asked }: Facts, { id, body }: Kept<'window'>): Finding[] {
  const { a, b } = postsAt(records, body);
  const where = { path: 'posts' };
  const params = { number: body.number, post: postSuffix(asked) };
  return [
    ...(a ? [] : [finding('lack.post-a', { kind: 'window', id }, where, params)]),
    ...(b ? [] : [finding('lack.post-b', { kind: 'window', id }, where, params)]),
  ];
}

/** A private mobile on show (K43), and a photo that nobody looked at (K44): what keeps a person from release. */
export function checkPerson(
  { name, phone, photo }: Pick<Body<'staff'>, 'name' | 'phone' | 'photo'>,
  id: string,
  facts: Pick<Facts, 'media'>,
): Finding[] {
  const record = { kind: 'staff' as const, id };
  return [
    ...(phone !== undefined && mobileOf(phone)
      ? [finding('privacy.staff-mobile', record, { path: 'phone' }, { name })]
      : []),
    ...(photo === undefined ? [] : checkMedium(photo, 'photo', record, facts)),
  ];
}

/** A person without phone or photo (K42). */
function lackingOn(records: Records, { id, body }: Kept<'staff'>): Finding[] {
  const record = { kind: 'staff' as const, id };
  const params = { name: body.name };
  return [
    ...(body.phone === undefined ? [finding('lack.staff-phone', record, { path: 'phone' }, params)] : []),
    ...(photoOf(records, body) === null ? [finding('lack.photo', record, { path: 'photo' }, params)] : []),
  ];
}
