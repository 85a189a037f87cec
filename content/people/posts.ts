import type { Kept } from '../model/record.ts';
import type { Staff } from '../model/staff.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';

/** The person who signs in with this account (Z4), if anybody is linked to it. */
export function staffOf(records: Records, account: string): Kept<'staff'> | undefined {
  for (const one of records.all('staff')) if (one.body.account === account) return one;
  return undefined;
}

/** Who has the A and the B post of a window; whoever is gone is left out. */
export function postsAt(records: Records, { posts }: Window): { a: Staff | undefined; b: Staff | undefined } {
  const find = (id: string | undefined): Staff | undefined =>
    id === undefined ? undefined : records.get('staff', id);
  return { a: find(posts?.a), b: find(posts?.b) };
}

/** What an account is to a window: its A or its B post, somebody else while there is a B post who could come, or free to take it (Q60). */
export type Post = { is: 'a' } | { is: 'b' } | { is: 'other'; b: string } | { is: 'free' };

/** See `Post`. */
export function hasPost(records: Records, window: Window, account: string): Post {
  const { a, b } = postsAt(records, window);
  if (a?.account === account) return { is: 'a' };
  if (b?.account === account) return { is: 'b' };
  return b?.account === undefined ? { is: 'free' } : { is: 'other', b: b.name };
}
