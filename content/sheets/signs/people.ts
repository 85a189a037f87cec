import type { DutyRole } from '../../model/roster.ts';
import type { Kept } from '../../model/record.ts';
import type { Made } from '../../model/sheet.ts';
import type { Standard } from '../../model/standard.ts';
import { dutiesOn } from '../../people/roster.ts';
import { inWallOrder } from '../../people/staff.ts';
import type { Records } from '../../records.ts';
import { refuse } from '../../rule.ts';
import { ownSuffix } from '../../views/casewords.ts';
import { photoOf } from '../../views/staff.ts';
import { madeOf, type Gather } from '../gathered.ts';
import { windowMade, windowOf, type SheetWindow } from './places.ts';

/** A person on paper; empty where nothing is given. */
export interface SheetPerson {
  name: string;
  unit: string;
  title: string;
  post: string;
  duties: readonly string[];
  phone: string;
  number: string;
  /** Only where the standard asks for it on a plate (SC 二(二)2(4)). */
  party: boolean;
  /** Digest of the picture; null: a frame for a two-inch photo is left. */
  photo: string | null;
}

function personOf(records: Records, { body }: Kept<'staff'>, standard: Standard | undefined): SheetPerson {
  const { name, unit, title = '', post = '', duties = [], phone = '', number = '', party } = body;
  const marked = party && (standard?.plate.some(({ key }) => key === 'party') ?? false);
  return { name, unit, title, post, duties, phone, number, party: marked, photo: photoOf(records, body) };
}

/** A person and the picture, as a sheet notes them. */
function personMade(records: Records, person: Kept<'staff'>): Made[] {
  const { photo } = person.body;
  const medium = photo !== undefined && photoOf(records, person.body) !== null;
  return [
    madeOf(person),
    ...(medium ? [{ kind: 'medium', id: photo, rev: records.rev('medium', photo) }] : []),
  ];
}

function staffOf(records: Records, id: string | undefined): Kept<'staff'> | undefined {
  return id === undefined ? undefined : [...records.all('staff')].find((one) => one.id === id);
}

/** Each record once, as two people may share a picture. */
function once(made: readonly Made[]): Made[] {
  return [...new Map(made.map((one) => [`${one.kind} ${one.id}`, one])).values()];
}

/** 座牌. */
export interface DeskSheetData {
  person: SheetPerson;
}

export const gatherDesk: Gather<'desk', DeskSheetData> = (records, { staff: id }, standard) => {
  const person = staffOf(records, id);
  if (!person) return refuse('staff.missing');
  return {
    title: person.body.name,
    data: { person: personOf(records, person, standard) },
    made: personMade(records, person),
    single: true,
  };
};

/** 工作牌, one card a person. */
export interface BadgeSheetData {
  people: SheetPerson[];
}

export const gatherBadge: Gather<'badge', BadgeSheetData> = (records, { staff: ids }, standard) => {
  const people = ids
    ? ids.flatMap((id) => staffOf(records, id) ?? [])
    : inWallOrder(records.all('staff')).slice(0, 100);
  if (people.length === 0) return refuse('sheet.no-staff');
  return {
    title: people.length === 1 ? people[0]!.body.name : '',
    // Phone and duties do not stand on a badge, so that they do not make it stale (S2).
    data: { people: people.map((one) => ({ ...personOf(records, one, standard), phone: '', duties: [] })) },
    made: once(people.flatMap((one) => personMade(records, one))),
    single: people.length === 1,
  };
};

/** 岗位牌 of a window: A and B post. */
export interface PostSheetData {
  window: SheetWindow;
  people: { post: 'a' | 'b'; person: SheetPerson }[];
  /** What follows A and B, where the standard does not say 岗 (Y14). */
  word?: string;
}

export const gatherPost: Gather<'post', PostSheetData> = (records, { window: id }, standard) => {
  const window = windowOf(records, id);
  if (!window) return refuse('window.missing');
  const { number, name, posts } = window.body;
  const found = (['a', 'b'] as const).flatMap((post) => {
    const staff = staffOf(records, posts?.[post]);
    return staff ? [{ post, staff }] : [];
  });
  if (found.length === 0) return refuse('sheet.no-posts', { number });
  const word = ownSuffix(standard);
  return {
    title: `${number} ${name}`,
    data: {
      window: { number, name },
      people: found.map(({ post, staff }) => ({ post, person: personOf(records, staff, standard) })),
      ...(word === undefined ? {} : { word }),
    },
    made: once([windowMade(window), ...found.flatMap(({ staff }) => personMade(records, staff))]),
    single: false,
  };
};

/** 工作人员公示: everybody in the wall's order, above them who leads on the day that was asked for. */
export interface WallSheetData {
  duties: { role: DutyRole; names: string[] }[];
  people: SheetPerson[];
}

export const gatherWall: Gather<'wall', WallSheetData> = (records, { day }, standard) => {
  const people = inWallOrder(records.all('staff'));
  if (people.length === 0) return refuse('sheet.no-staff');
  const duties = day === undefined ? [] : dutiesOn(records, day);
  const month = day?.slice(0, 7) ?? '';
  const roster: Made[] = duties.length
    ? [{ kind: 'roster', id: month, rev: records.rev('roster', month) }]
    : [];
  return {
    title: '',
    data: {
      duties: duties.map(({ role, staff }) => ({
        role,
        names: staff.flatMap((id) => staffOf(records, id)?.body.name ?? []),
      })),
      people: people.map((one) => ({ ...personOf(records, one, standard), number: '' })),
    },
    made: [...once(people.flatMap((one) => personMade(records, one))), ...roster],
    single: false,
  };
};
