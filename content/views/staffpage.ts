import type { DutyRole } from '../model/roster.ts';
import type { Standard } from '../model/standard.ts';
import type { Records } from '../records.ts';
import { staffWallOf, type StaffCard } from './staff.ts';

/** All that a phone is told of a person (Z20). */
export interface StaffSeen {
  name: string;
  /** 岗位, else 职务; empty where neither is given. */
  post: string;
  /** Digest of the photo's file; null where there is none, or the standard's plate asks for none. */
  photo: string | null;
}

/** A window with whoever is at it, or has its A post. */
export interface StaffWindow {
  number: number;
  name: string;
  is: 'open' | 'paused' | 'closed';
  /** At the window now; of a closed one, those of the A post. Empty where nobody is named. */
  people: StaffSeen[];
}

export interface StaffPage {
  /** Leaders of the day by role (Z9). */
  duties: { role: DutyRole; people: StaffSeen[] }[];
  /** By number; a closed window of which nobody has the A post is left out. */
  windows: StaffWindow[];
}

/** The staff wall of `staffWallOf` as a phone shows it (Z20): who leads the day, and who is at which window. */
export function staffPageOf(records: Records, now: number, standard: Standard | undefined): StaffPage {
  const { duties, cards } = staffWallOf(records, now);
  const photos = standard?.plate.some(({ key }) => key === 'photo') ?? false;
  const seen = ({ name, post, title, photo }: StaffCard): StaffSeen => ({
    name,
    post: post || title,
    photo: photos ? photo : null,
  });
  const windows = [...records.all('window')]
    .map(({ body: { number, name, state } }): StaffWindow => {
      const at = cards.filter((card) => card.at?.window === number);
      const posted = state.is === 'closed' ? cards.filter(({ a }) => a.includes(number)) : [];
      return { number, name, is: state.is, people: [...at, ...posted].map(seen) };
    })
    .filter(({ is, people }) => is !== 'closed' || people.length > 0)
    .sort((one, other) => one.number - other.number);
  return { duties: duties.map(({ role, people }) => ({ role, people: people.map(seen) })), windows };
}
