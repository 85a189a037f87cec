import { addDays, momentAt } from '../calendar.ts';
import type { Day } from '../model/base.ts';
import type { GapWhy, ScreenShowing, Show, ShownContent } from '../model/showing.ts';
import { zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { lightAt } from '../schedule/care.ts';
import { joined, keyOf, within, without } from './stretches.ts';
import type { Span, Stretch } from './stretches.ts';

/** A part of a screen's day, of one of three kinds that together are the day (PS3). */
export interface DayPart extends Span {
  /** Something of the hall was to be seen; black by its hours; nobody knows, or nothing of it was. */
  is: 'shown' | 'off' | 'gap';
  /** What the page said of itself; null where it said nothing. */
  show: Show | null;
  /** Of a gap. */
  why: GapWhy | null;
  late: boolean;
}

/** What is known of a screen's day besides its own word. */
export interface DayFacts {
  /** The day, as far as it has gone. */
  day: Span;
  /** When it is black by its care, in order. */
  off: readonly Span[];
  /** When the hub ran, in order and joined. */
  awake: readonly Span[];
  pairedAt: number;
}

/** A day of the hall from midnight to midnight. */
export function spanOfDay(records: Records, day: Day): Span {
  const zone = zoneOf(records);
  return { from: momentAt(day, '00:00', zone), until: momentAt(addDays(day, 1), '00:00', zone) };
}

/** When a screen is black by its care within a span, as the care is now. */
export function offSpans(records: Records, screen: string, { from, until }: Span): Span[] {
  const off: Span[] = [];
  for (let at = from; at < until;) {
    const lit = lightAt(records, screen, at);
    const end = Math.min(Math.max(lit.until, at + 1), until);
    if (lit.light === 0) off.push({ from: at, until: end });
    at = end;
  }
  return joined(off);
}

const gapOf: Partial<Record<Show['is'], GapWhy>> = {
  over: 'interrupt',
  blocked: 'blocked',
  hidden: 'hidden',
  starting: 'starting',
};

/** The parts of a day in order, without a hole (PS3). `stretches` are in any order; of two that overlap the earlier counts. */
export function partsOf(stretches: readonly Stretch[], { day, off, awake, pairedAt }: DayFacts): DayPart[] {
  const parts: DayPart[] = [];
  let at = day.from;
  for (const stretch of [...stretches].sort((one, other) => one.from - other.from)) {
    const from = Math.max(stretch.from, at);
    const until = Math.min(stretch.until, day.until);
    if (from >= until) continue;
    parts.push(...hole({ from: at, until: from }));
    parts.push(...told({ ...stretch, from, until }));
    at = until;
  }
  parts.push(...hole({ from: at, until: day.until }));
  return mergeAlike(parts);

  function told({ show, late, ...span }: Stretch): DayPart[] {
    const why = gapOf[show.is];
    if (show.is === 'dark') return [{ ...span, is: 'off', show, why: null, late }];
    if (why === undefined) return [{ ...span, is: 'shown', show, why: null, late }];
    return inOrder([
      ...within(span, off).map((one): DayPart => ({ ...one, is: 'off', show, why: null, late })),
      ...without(span, off).map((one): DayPart => ({ ...one, is: 'gap', show, why, late })),
    ]);
  }

  function hole(span: Span): DayPart[] {
    const part =
      (is: 'off' | 'gap', why: GapWhy | null) =>
      (one: Span): DayPart => ({
        ...one,
        is,
        show: null,
        why,
        late: false,
      });
    const open = without(span, off).flatMap((one) => {
      const paired = { from: Math.max(one.from, pairedAt), until: one.until };
      return [
        ...within(one, [{ from: -Infinity, until: pairedAt }]).map(part('gap', 'unpaired')),
        ...within(paired, awake).map(part('gap', 'silent')),
        ...(paired.from < paired.until ? without(paired, awake).map(part('gap', 'hub')) : []),
      ];
    });
    return inOrder([...within(span, off).map(part('off', null)), ...open]);
  }
}

const inOrder = (parts: DayPart[]): DayPart[] => parts.sort((one, other) => one.from - other.from);

function mergeAlike(parts: readonly DayPart[]): DayPart[] {
  const out: DayPart[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last && last.until === part.from && sameKind(last, part)) last.until = part.until;
    else out.push({ ...part });
  }
  return out;
}

function sameKind(one: DayPart, other: DayPart): boolean {
  if (one.is !== other.is || one.why !== other.why || one.late !== other.late) return false;
  if (one.show === null || other.show === null) return one.show === other.show;
  return one.show === other.show || keyOf(one.show) === keyOf(other.show);
}

/** A content of a show: a record whose words stood there, or a scene that shows no single record. */
export interface Content {
  kind: string;
  id: string;
  rev: number | null;
}

/** Contents of a show, each once, however many zones show it. */
export function contentsOf({ parts }: Show): Content[] {
  const contents = new Map<string, Content>();
  for (const { scene, records } of parts) {
    const of: Content[] = records ?? [{ kind: 'scene', id: scene, rev: null }];
    for (const one of of) contents.set(`${one.kind} ${one.id}`, { kind: one.kind, id: one.id, rev: one.rev });
  }
  return [...contents.values()];
}

/** How long each content stood in the parts of a day, the longest first (PS4). */
export function totalsOf(parts: readonly DayPart[]): ShownContent[] {
  const totals = new Map<string, ShownContent & { until: number }>();
  for (const part of parts) {
    if (part.is !== 'shown' || !part.show) continue;
    const ms = part.until - part.from;
    for (const { kind, id, rev } of contentsOf(part.show)) {
      const key = `${kind} ${id}`;
      const total = totals.get(key) ?? { kind, id, ms: 0, turns: 0, revs: [], until: -1 };
      total.ms += ms;
      if (total.until !== part.from) total.turns += 1;
      total.until = part.until;
      if (rev !== null && !total.revs.includes(rev) && total.revs.length < 50) total.revs.push(rev);
      totals.set(key, total);
    }
  }
  return [...totals.values()]
    .map(({ until: _, ...total }) => total)
    .sort((one, other) => other.ms - one.ms || (one.id < other.id ? -1 : 1));
}

/** Contents of one screen and day that a seal names; the rest is in the log. */
const SEALED_CONTENTS = 200;

/** What a screen showed on a day, as the seal keeps it (PS5). */
export function summaryOf(screen: string, name: string, parts: readonly DayPart[]): ScreenShowing {
  const ms = (is: DayPart['is']): number =>
    parts.reduce((sum, part) => (part.is === is ? sum + part.until - part.from : sum), 0);
  return {
    ...{ screen, name, shown: ms('shown'), off: ms('off'), gap: ms('gap') },
    contents: totalsOf(parts).slice(0, SEALED_CONTENTS),
  };
}
