import type { CarriedBodies, CarriedKind } from '../model/bundle.ts';
import type { Body } from '../model/record.ts';

/** Who takes a record over, and when. */
export interface Stamp {
  by: { id: string; name: string };
  at: number;
}

/** How records of one kind travel. */
interface Carrier<B> {
  /** What leaves the hub, without people, keys and what goes on today; null if it stays. */
  carry(body: B): B | null;
  /** What is kept of one that came, beside what the hub has of it already. */
  take(body: B, before: B | undefined, stamp: Stamp): B;
  /** By what the same thing is known on another hub. */
  known(body: B): string;
  title(body: B): string;
}

/** In place of a person: names stay where they are. */
export const nobody: Stamp = { by: { id: 'nobody', name: '—' }, at: 0 };

/** Every kind that travels (C1–C4). */
export const carriers: { [K in CarriedKind]: Carrier<Body<K>> } = {
  hall: {
    carry: ({ entryKey: _, ...body }) => body,
    // What was decided here about review stays: a file is no way around it (C9).
    take: (body, before) => ({
      ...body,
      ...(before?.entryKey ? { entryKey: before.entryKey } : {}),
      ...(before?.review ? { review: before.review } : {}),
    }),
    known: () => 'hall',
    title: ({ name }) => name,
  },
  hallstandard: {
    carry: ({ own }) => ({ own: own.map((entry) => ({ ...entry, ...nobody })) }),
    take: ({ own }, _, stamp) => ({ own: own.map((entry) => ({ ...entry, ...stamp })) }),
    known: () => 'hallstandard',
    title: () => '',
  },
  calendar: { carry: (body) => body, take: (body) => body, known: () => 'calendar', title: () => '' },
  service: {
    carry: (body) => body,
    take: (body) => body,
    known: ({ name }) => name,
    title: ({ name }) => name,
  },
  window: {
    carry: ({ undo: _, turn: __, settings: ___, ...body }) => ({
      ...body,
      state: { is: 'closed' },
      ticket: null,
    }),
    take: (body, before) => {
      if (!before) return body;
      const { state, ticket, undo, turn, settings } = before;
      return {
        ...body,
        state,
        ticket,
        ...(undo ? { undo } : {}),
        ...(turn === undefined ? {} : { turn }),
        ...(settings === undefined ? {} : { settings }),
      };
    },
    known: ({ number }) => String(number),
    title: ({ number, name }) => `${number} ${name}`,
  },
  item: {
    carry: ({ checked: _, ...body }) => ({ ...body, savedBy: nobody.by, savedAt: nobody.at }),
    take: (body, _, { by, at }) => ({ ...body, savedBy: by, savedAt: at }),
    known: ({ name }) => name,
    title: ({ name }) => name,
  },
  package: {
    carry: (body) => body,
    take: (body) => body,
    known: ({ name }) => name,
    title: ({ name }) => name,
  },
  rule: {
    carry: (body) => ({ ...body, adoptedBy: nobody.by, adoptedAt: nobody.at }),
    take: (body, _, { by, at }) => ({ ...body, adoptedBy: by, adoptedAt: at }),
    known: ({ title }) => title,
    title: ({ title }) => title,
  },
  pledge: {
    carry: (body) => body,
    take: (body) => body,
    known: ({ role, title }) => `${role} ${title}`,
    title: ({ title }) => title,
  },
  assessment: {
    carry: (body) => (body.ended ? null : { ...body, by: nobody.by, at: nobody.at }),
    take: (body, _, { by, at }) => ({ ...body, by, at }),
    known: ({ title }) => title,
    title: ({ title }) => title,
  },
  notice: {
    carry: (body) => (body.withdrawn ? null : { ...body, postedBy: nobody.by, postedAt: nobody.at }),
    take: (body, _, { by, at }) => ({ ...body, postedBy: by, postedAt: at }),
    known: ({ title, from }) => `${title} ${from}`,
    title: ({ title }) => title,
  },
  contact: {
    carry: (body) => body,
    take: (body) => body,
    known: ({ role, label }) => `${role} ${label}`,
    title: ({ label }) => label,
  },
  /** Whoever takes one over looks at it anew: a tick is a person's word, and that person stays behind. */
  medium: {
    carry: ({ removed, ...body }) =>
      removed ? null : { ...body, checked: null, by: nobody.by, at: nobody.at },
    take: (body, before, { by, at }) => ({ ...body, checked: before?.checked ?? null, by, at }),
    known: ({ upload }) => upload,
    title: ({ name }) => name,
  },
  clip: { carry: (body) => body, take: (body) => body, known: ({ word }) => word, title: ({ word }) => word },
};

export const carriedKinds = Object.keys(carriers) as (keyof typeof CarriedBodies)[];
