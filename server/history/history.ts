import { dayOf } from '../../content/calendar.ts';
import { DayFold } from '../../content/history/fold.ts';
import type { Visit } from '../../content/history/visit.ts';
import type { Day } from '../../content/model/base.ts';
import type { Commit } from '../../content/model/record.ts';
import type { Ticket } from '../../content/model/ticket.ts';
import { zoneOf } from '../../content/premises/hall.ts';
import type { Hall } from '../hall.ts';
import { dayStart, firstFrom } from './seek.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Clocks are set, and days of 23 and 25 hours are lived: a day's commits are looked for so far around it. */
const AROUND_MS = HOUR_MS;
/** So many commits in a row after a day's end, and nothing more of it comes: a clock set ahead makes fewer. */
const BEYOND = 500;
/** Days kept in memory, the ones asked for last: some 40 MB of a busy hall. */
const KEPT_DAYS = 100;

/**
 * The visits of each day, read back from the journal (history.md). Nothing is read before somebody asks. A day is
 * found by halving the journal, so a hub of many years answers as soon as a new one; today is followed live.
 */
export class History {
  readonly #hall: Hall;
  readonly #now: () => number;
  readonly #past = new Map<Day, readonly Visit[]>();
  #today: { day: Day; fold: Promise<DayFold> } | null = null;
  #live: DayFold | null = null;
  /** Commits that came while today was being read. */
  #queued: Commit[] = [];
  readonly #stop: () => void;

  constructor(hall: Hall, now: () => number) {
    this.#hall = hall;
    this.#now = now;
    this.#stop = hall.onCommit((commit) => {
      if (this.#live) this.#live.add(commit);
      else if (this.#today) this.#queued.push(commit);
    });
  }

  /** The visits of a day in the order of issue. Rejects with JournalTrouble when the journal cannot be read. */
  async visitsOf(day: Day): Promise<readonly Visit[]> {
    if (day > this.#day()) return [];
    if (day === this.#day()) return (await this.#follow()).visits;
    const known = this.#past.get(day);
    if (known) this.#past.delete(day);
    const visits = known ?? (await this.#read(new DayFold(day))).visits;
    return this.#keep(day, visits);
  }

  /**
   * Each day from the first to the last, both included, with its visits. Days that are not in memory are read in one
   * go; those after today are left out.
   */
  async *days(from: Day, to: Day): AsyncGenerator<{ day: Day; visits: readonly Visit[] }> {
    const today = this.#day();
    let unread: Day[] = [];
    for (const day of daysBetween(from, to > today ? today : to)) {
      if (day !== today && !this.#past.has(day)) {
        unread.push(day);
        continue;
      }
      yield* this.#scan(unread);
      unread = [];
      yield { day, visits: await this.visitsOf(day) };
    }
    yield* this.#scan(unread);
  }

  /** Days that follow each other, each let go as soon as the journal is well beyond it. */
  async *#scan(unread: readonly Day[]): AsyncGenerator<{ day: Day; visits: readonly Visit[] }> {
    const [first, last] = [unread[0], unread.at(-1)];
    if (first === undefined || last === undefined) return;
    const zone = zoneOf(this.#hall.records);
    const folds = new Map(unread.map((day) => [day, new DayFold(day)]));
    const end = dayStart(last, zone) + DAY_MS + AROUND_MS;
    let fold: DayFold | undefined;
    let beyond = 0;
    /** Commits in a row after the first day that is still open. */
    let late = 0;
    for await (const commit of this.#hall.commitsAfter(
      (await firstFrom(this.#hall, dayStart(first, zone) - AROUND_MS)) - 1,
    )) {
      const day = dayIn(commit);
      // What takes a paper number back names no day: it follows its deed within seconds.
      if (day !== undefined) fold = folds.get(day);
      fold?.add(commit);
      beyond = commit.at > end ? beyond + 1 : 0;
      if (beyond > BEYOND) break;
      const [next] = folds.keys();
      late = next !== undefined && isOver(next, commit.at) ? late + 1 : 0;
      if (late <= BEYOND) continue;
      late = 0;
      for (const [done, its] of folds) {
        if (!isOver(done, commit.at)) break;
        folds.delete(done);
        yield { day: done, visits: this.#keep(done, its.visits) };
      }
    }
    for (const [day, { visits }] of folds) yield { day, visits: this.#keep(day, visits) };
  }

  #keep(day: Day, visits: readonly Visit[]): readonly Visit[] {
    this.#past.set(day, visits);
    for (const oldest of this.#past.keys()) {
      if (this.#past.size <= KEPT_DAYS) break;
      this.#past.delete(oldest);
    }
    return visits;
  }

  close(): void {
    this.#stop();
  }

  #day(): Day {
    return dayOf(this.#now(), zoneOf(this.#hall.records));
  }

  async #follow(): Promise<DayFold> {
    const day = this.#day();
    if (this.#today?.day !== day) {
      this.#live = null;
      this.#queued = [];
      const fold = this.#load(day);
      this.#today = { day, fold };
      // A failed reading is tried again by whoever asks next.
      fold.catch(() => (this.#today = null));
    }
    return this.#today.fold;
  }

  async #load(day: Day): Promise<DayFold> {
    const fold = new DayFold(day);
    const { seq } = await this.#read(fold);
    if (this.#today?.day !== day) return fold;
    for (const commit of this.#queued) if (commit.seq > seq) fold.add(commit);
    this.#queued = [];
    this.#live = fold;
    return fold;
  }

  async #read(fold: DayFold): Promise<{ visits: Visit[]; seq: number }> {
    const start = dayStart(fold.day, zoneOf(this.#hall.records));
    let seq = (await firstFrom(this.#hall, start - AROUND_MS)) - 1;
    let beyond = 0;
    for await (const commit of this.#hall.commitsAfter(seq)) {
      seq = commit.seq;
      fold.add(commit);
      beyond = commit.at > start + DAY_MS + AROUND_MS ? beyond + 1 : 0;
      if (beyond > BEYOND) break;
    }
    return { visits: fold.visits, seq };
  }
}

/** Calendar days in order, both ends included. */
export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** The day of the tickets that a commit touches. */
function dayIn({ changes }: Commit): Day | undefined {
  for (const { kind, body } of changes) if (kind === 'ticket' && body !== null) return (body as Ticket).day;
  return undefined;
}

/** Whether a day is over at a moment wherever the hall is. */
function isOver(day: Day, at: number): boolean {
  return at > Date.parse(day) + 2 * DAY_MS;
}
