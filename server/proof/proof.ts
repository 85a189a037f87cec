import { hash } from 'node:crypto';
import { addDays, dayOf } from '../../content/calendar.ts';
import type { Certificate, Piece, ShownPicture } from '../../content/model/showing.ts';
import type { Actor } from '../../content/model/record.ts';
import { zoneOf } from '../../content/premises/hall.ts';
import { ASTRAY_MS, follow } from '../../content/proof/agrees.ts';
import type { Course } from '../../content/proof/agrees.ts';
import { certificateOf, daysOf } from '../../content/proof/certificate.ts';
import type { LoggedDay } from '../../content/proof/certificate.ts';
import { offSpans, partsOf, spanOfDay, summaryOf } from '../../content/proof/day.ts';
import type { DayPart } from '../../content/proof/day.ts';
import { KEPT_DAYS } from '../../content/proof/keeping.ts';
import { cutTo, joined, stretchesOf, without } from '../../content/proof/stretches.ts';
import type { Stretch } from '../../content/proof/stretches.ts';
import { refuse } from '../../content/rule.ts';
import { valueOf } from '../access.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import { firstOf } from '../journal/daylog.ts';
import type { DayLogs, ReadLog } from '../journal/daylog.ts';
import type { Log } from '../log.ts';
import type { Store } from '../uploads/store.ts';
import { Book, LATE_MS } from './book.ts';
import type { Line } from './book.ts';

/** That the hub runs is noted so often: no crash makes a longer hole than this. */
const AWAKE_MS = 5 * 60_000;
const LOOK_MS = 60_000;
/** A page's clock may be so far ahead of the hub's. */
const AHEAD_MS = 5_000;
/** A day is sealed once screens had so long to hand in its end. */
const SEAL_AFTER_MS = 10 * 60_000;
/** Days that are looked at for a seal when the hub starts: what came in while nobody sealed. */
const LOOK_BACK = 40;

export interface ProofParts {
  hall: Hall;
  logs: DayLogs;
  pictures: Store;
  now: () => number;
  log: Log;
}

/** The days of a hall as they were read from the log. */
export interface ReadDay extends LoggedDay {
  day: string;
  screens: Map<string, readonly DayPart[]>;
  pictures: readonly ShownPicture[];
  /** Number of the first line that was tampered with, or null. */
  broken: number | null;
}

/** Keeps what screens say they showed, and answers for it. Rules: content/proof/proof.md. */
export class Proof {
  readonly #parts: ProofParts;
  readonly #timer: NodeJS.Timeout;
  readonly #books = new Map<string, Book>();
  readonly #courses = new Map<string, Course>();
  /** Days whose seal may be missing or old. */
  readonly #unsealed: Set<string>;
  #awakeFrom: number;
  #work: Promise<unknown> = Promise.resolve();
  #closed: Promise<void> | null = null;

  constructor(parts: ProofParts) {
    this.#parts = parts;
    this.#awakeFrom = parts.now();
    this.#unsealed = new Set(parts.logs.days.slice(-LOOK_BACK));
    this.#timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  /** One after another: two writers would take the same number for two shows. */
  #queue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => null);
    return done;
  }

  #today(): string {
    return dayOf(this.#parts.now(), zoneOf(this.#parts.hall.records));
  }

  /** PS2: takes what a screen hands in; resolves once it is on disk. The same again adds nothing. */
  hand(screen: string, pieces: readonly Piece[]): Promise<void> {
    return this.#queue(async () => {
      for (const piece of pieces) await this.#take(screen, piece);
      await this.#noteAstray(screen);
    });
  }

  async #take(screen: string, piece: Piece): Promise<void> {
    const { hall, now } = this.#parts;
    const at = now();
    const zone = zoneOf(hall.records);
    const first = addDays(this.#today(), -KEPT_DAYS);
    const bounds = { from: spanOfDay(hall.records, first).from, until: at + AHEAD_MS };
    const stretches = stretchesOf(piece, bounds, false);
    const days = new Set(stretches.flatMap(({ from, until }) => [dayOf(from, zone), dayOf(until - 1, zone)]));
    for (const day of days) await this.#write(day, screen, stretches, at);
    const last = stretches.at(-1);
    if (last && at - last.until <= LATE_MS)
      for (const one of stretches)
        this.#courses.set(screen, follow(hall.records, screen, this.#courses.get(screen), one));
  }

  /** Writes what is not known yet of a day: one line for each stretch without a hole. */
  async #write(day: string, screen: string, stretches: readonly Stretch[], at: number): Promise<void> {
    const book = await this.#book(day);
    const bounds = spanOfDay(this.#parts.hall.records, day);
    const fresh = stretches.flatMap((one) => {
      const cut = cutTo(one, bounds);
      return cut ? without(cut, book.coveredOf(screen)).map((span) => ({ ...one, ...span })) : [];
    });
    const log = await this.#parts.logs.of(day);
    for (const { from, until } of joined(fresh)) {
      const line = book.lineOf(
        screen,
        fresh.filter((one) => from <= one.from && one.until <= until),
        at,
      );
      await log.append(line);
      book.take(line);
    }
    if (fresh.length) this.#unsealed.add(day);
  }

  async #book(day: string): Promise<Book> {
    let book = this.#books.get(day);
    if (!book) {
      book = new Book((await (await this.#parts.logs.of(day)).read()).lines);
      if (this.#books.size >= 4) this.#books.delete(this.#books.keys().next().value!);
      this.#books.set(day, book);
    }
    return book;
  }

  /** PS9 */
  async #noteAstray(screen: string): Promise<void> {
    const { hall, log } = this.#parts;
    const course = this.#courses.get(screen);
    if (!course || !hall.records.get('screen', screen)) return;
    const before = hall.records.get('astray', screen);
    const noted = before !== undefined && before.back === null;
    const { since, until, show } = course;
    const by: Actor = { is: 'system', name: '播放核对' };
    try {
      if (noted && since === null)
        await hall.execute(
          'screen:astray',
          { id: screen, since: before.since, back: until, shown: show },
          by,
        );
      else if (!noted && since !== null && until - since >= ASTRAY_MS)
        await hall.execute('screen:astray', { id: screen, since, back: null, shown: show }, by);
    } catch (error) {
      log.error('a screen that went astray was not noted', error);
    }
  }

  /** Whether a picture of a notice on a screen is wanted today (PS7): there is none yet, and it is a 公示. */
  async #wanted(screen: string, notice: string): Promise<boolean> {
    if (!this.#parts.hall.records.get('notice', notice)?.publicity) return false;
    const book = await this.#book(this.#today());
    return !book.pictures.some((one) => one.screen === screen && one.notice === notice);
  }

  /** PS7: keeps a picture that a page drew of itself while a 公示 stood there. Refuses `proof.picture`. */
  picture(screen: string, notice: string, bytes: Buffer): Promise<void> {
    return this.#queue(async () => {
      const { hall, pictures, now, logs } = this.#parts;
      if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff)
        throw new Refused(refuse('proof.picture'));
      const name = hall.records.get('screen', screen)?.name;
      if (name === undefined || !(await this.#wanted(screen, notice))) return;
      const day = this.#today();
      const book = await this.#book(day);
      const digest = hash('sha256', bytes, 'hex');
      await pictures.put(digest, bytes);
      const line: Line = { is: 'picture', at: now(), screen, name, notice, digest };
      await (await logs.of(day)).append(line);
      book.take(line);
      this.#unsealed.add(day);
    });
  }

  pictureFile(digest: string): string | null {
    const { pictures } = this.#parts;
    return pictures.has(digest) ? pictures.path(digest) : null;
  }

  /** A day as the log tells it; null if it has none. */
  day(day: string): Promise<ReadDay | null> {
    return this.#queue(() => this.#read(day));
  }

  async #read(day: string): Promise<ReadDay | null> {
    const { hall, logs, now } = this.#parts;
    if (!logs.has(day)) return null;
    const log = await logs.of(day);
    const read = await log.read();
    const book = new Book(read.lines);
    const whole = spanOfDay(hall.records, day);
    const span = { from: whole.from, until: Math.min(whole.until, Math.max(whole.from, now())) };
    const awake = joined([...book.awake, { from: this.#awakeFrom, until: now() }]);
    const ids = new Set([...book.screens, ...[...hall.records.all('screen')].map(({ id }) => id)]);
    const screens = new Map<string, readonly DayPart[]>();
    for (const id of ids) {
      const pairedAt = hall.records.get('screen', id)?.pairedAt ?? 0;
      if (pairedAt >= span.until) continue;
      const off = offSpans(hall.records, id, span);
      screens.set(id, partsOf(book.stretchesOf(id), { day: span, off, awake, pairedAt }));
    }
    const chain = log.tail.hash;
    return {
      ...{ day, chain, screens, pictures: book.pictures, broken: read.broken },
      sealed: this.#fits(day, read),
    };
  }

  /** PS5: whether the log still holds what the journal's seal says; null while there is no seal. */
  #fits(day: string, { hashes, broken }: ReadLog): boolean | null {
    const seal = this.#parts.hall.records.get('showing', day);
    if (!seal) return broken === null ? null : false;
    return broken === null && (seal.lines === 0 || hashes[seal.lines - 1] === seal.chain);
  }

  /** Makes the certificate of a 公示 anew and keeps it. Refuses `record.missing`, `proof.no-publicity`. */
  async certify(notice: string, by: Actor): Promise<Certificate> {
    const certificate = await this.certificate(notice);
    valueOf(await this.#parts.hall.execute('certificate:keep', certificate, by));
    return this.#parts.hall.records.get('certificate', notice) ?? certificate;
  }

  /** PS15: whether a day's log still leads through this link of its chain and fits its seal; null once the log is let go of. */
  holds(day: string, chain: string): Promise<boolean | null> {
    return this.#queue(async () => {
      if (!this.#parts.logs.has(day)) return null;
      const read = await (await this.#parts.logs.of(day)).read();
      const known = chain === firstOf(day) || read.hashes.includes(chain);
      return known && read.broken === null && this.#fits(day, read) !== false;
    });
  }

  /** The certificate as the log proves it now. Refuses `record.missing`, `proof.no-publicity`. */
  certificate(notice: string): Promise<Certificate> {
    return this.#queue(async () => {
      const { hall, now } = this.#parts;
      const body = hall.records.get('notice', notice);
      if (!body) throw new Refused(refuse('record.missing'));
      const read = new Map<string, ReadDay>();
      for (const day of daysOf(hall.records, body)) {
        const its = day <= this.#today() ? await this.#read(day) : null;
        if (its) read.set(day, its);
      }
      const certificate = certificateOf(hall.records, notice, {
        now: now(),
        logged: (day) => read.get(day) ?? null,
        pictures: [...read.values()].flatMap(({ pictures }) => pictures),
        digest: (text) => hash('sha256', text, 'hex'),
      });
      if (!certificate) throw new Refused(refuse('proof.no-publicity'));
      return certificate;
    });
  }

  /** Notes that the hub runs, seals days that are over, lets go of old ones. Never rejects. */
  look(): Promise<void> {
    return this.#queue(async () => {
      try {
        await this.#noteAwake(AWAKE_MS);
        await this.#seal();
        await this.#sweep();
      } catch (error) {
        this.#parts.log.error('the log of showing was not kept', error);
      }
    });
  }

  /** Up to `now`, day by day; not before `least` ms have gone by. */
  async #noteAwake(least: number): Promise<void> {
    const { hall, logs, now } = this.#parts;
    const at = now();
    // The hub's clock was set back.
    if (at < this.#awakeFrom) this.#awakeFrom = at;
    const today = this.#today();
    const zone = zoneOf(hall.records);
    if (at - this.#awakeFrom < least && dayOf(this.#awakeFrom, zone) === today) return;
    for (let day = dayOf(this.#awakeFrom, zone); day <= today; day = addDays(day, 1)) {
      const span = cutTo({ from: this.#awakeFrom, until: at }, spanOfDay(hall.records, day));
      if (!span) continue;
      const line: Line = { is: 'hub', at: span.until, from: span.from };
      await (await logs.of(day)).append(line);
      this.#books.get(day)?.take(line);
      this.#unsealed.add(day);
    }
    this.#awakeFrom = at;
  }

  async #seal(): Promise<void> {
    const { hall, logs, now } = this.#parts;
    if (!hall.records.get('hall', 'hall')) return;
    for (const day of [...this.#unsealed].sort()) {
      if (!logs.has(day) || now() < spanOfDay(hall.records, day).until + SEAL_AFTER_MS) continue;
      const tail = (await logs.of(day)).tail;
      const seal = hall.records.get('showing', day);
      const read = seal?.chain === tail.hash ? null : await this.#read(day);
      // A log that was tampered with is never sealed anew: the break would be forgotten.
      if (read && read.broken === null && read.sealed !== false) {
        const screens = [...read.screens].map(([id, parts]) =>
          summaryOf(id, hall.records.get('screen', id)?.name ?? id, parts),
        );
        const input = { day, chain: tail.hash, lines: tail.lines, screens: screens.slice(0, 500) };
        valueOf(await hall.execute('showing:keep', input, { is: 'system', name: '播放日结' }));
      }
      this.#unsealed.delete(day);
    }
  }

  async #sweep(): Promise<void> {
    const { hall, logs, pictures } = this.#parts;
    const gone = addDays(this.#today(), -KEPT_DAYS);
    const old = logs.days.filter((day) => day < gone);
    for (const day of old) {
      const book = await this.#book(day);
      for (const { digest } of book.pictures) await pictures.remove(digest);
      this.#books.delete(day);
      await logs.remove(day);
    }
    const due = [...hall.records.all('showing')].some(({ id }) => id < gone) || old.length > 0;
    if (due) valueOf(await hall.execute('showing:sweep', {}, { is: 'system', name: '播放记录整理' }));
  }

  /** Notes to its end that the hub ran. May be called twice. */
  close(): Promise<void> {
    this.#closed ??= this.#queue(async () => {
      clearInterval(this.#timer);
      await this.#noteAwake(1).catch((error: unknown) =>
        this.#parts.log.error('the end of the hub was not noted', error),
      );
      await this.#parts.logs.close();
    });
    return this.#closed;
  }
}
