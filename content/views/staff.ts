import { dayOf } from '../calendar.ts';
import type { Kept } from '../model/record.ts';
import type { DutyRole } from '../model/roster.ts';
import type { Staff } from '../model/staff.ts';
import type { Window } from '../model/window.ts';
import { dutiesOn } from '../people/roster.ts';
import { staffOf } from '../people/posts.ts';
import { inWallOrder } from '../people/staff.ts';
import { zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { dayEnds } from './moment.ts';

/** A person as screens, phones and the panel show one. */
export interface StaffCard {
  id: string;
  name: string;
  unit: string;
  /** 职务 and 岗位, those that are given. */
  title: string;
  post: string;
  duties: readonly string[];
  /** Empty where none is given. */
  phone: string;
  number: string;
  party: boolean;
  /** Digest of the photo's file for `/media/DIGEST`, and of its small picture; null: the drawn one stands in. */
  photo: string | null;
  /** The window that the person holds now (Z11). */
  at: { window: number; paused: boolean } | null;
  /** Windows whose A or B post the person has, by number. */
  a: readonly number[];
  b: readonly number[];
}

export interface StaffWall {
  /** Leaders of the day by role (Z9); roles without anybody are left out. */
  duties: { role: DutyRole; people: StaffCard[] }[];
  cards: StaffCard[];
  /** When the day, and with it the duties, ends. */
  until: number;
}

/** One person's card. */
export function cardOf(records: Records, { id, body }: Kept<'staff'>): StaffCard {
  const windows = [...records.all('window')].map((one) => one.body);
  const numbers = (post: 'a' | 'b'): number[] =>
    windows
      .filter(({ posts }) => posts?.[post] === id)
      .map(({ number }) => number)
      .sort((one, other) => one - other);
  return {
    id,
    name: body.name,
    unit: body.unit,
    title: body.title ?? '',
    post: body.post ?? '',
    duties: body.duties ?? [],
    phone: body.phone ?? '',
    number: body.number ?? '',
    party: body.party,
    photo: photoOf(records, body),
    at: heldBy(windows, body),
    a: numbers('a'),
    b: numbers('b'),
  };
}

/** The wall at `now`: who leads the day, and everybody in the wall's order. */
export function staffWallOf(records: Records, now: number): StaffWall {
  const zone = zoneOf(records);
  const cards = inWallOrder(records.all('staff')).map((one) => cardOf(records, one));
  const byId = new Map(cards.map((card) => [card.id, card]));
  const duties = dutiesOn(records, dayOf(now, zone)).map(({ role, staff }) => ({
    role,
    people: staff.flatMap((id) => byId.get(id) ?? []),
  }));
  return { duties, cards, until: dayEnds(now, zone) };
}

/** Who is at a window now, by the account that holds it (Z11); null where nobody is linked to it. */
export function personAt(records: Records, { state }: Window): StaffCard | null {
  if (state.is === 'closed') return null;
  const person = staffOf(records, state.clerk.id);
  return person ? cardOf(records, person) : null;
}

function heldBy(windows: readonly Window[], { account }: Staff): StaffCard['at'] {
  if (account === undefined) return null;
  for (const { number, state } of windows)
    if (state.is !== 'closed' && state.clerk.id === account)
      return { window: number, paused: state.is === 'paused' };
  return null;
}

/** The digest of a photo; the small picture is too coarse for a wall. */
export function photoOf(records: Records, { photo }: Pick<Staff, 'photo'>): string | null {
  const medium = photo === undefined ? undefined : records.get('medium', photo);
  return medium && medium.is === 'picture' && !medium.removed ? medium.upload : null;
}
