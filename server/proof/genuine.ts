import type { Day } from '../../content/model/base.ts';
import type { Certificate } from '../../content/model/showing.ts';
import { certificateWith } from '../../content/proof/keeping.ts';
import type { Hall } from '../hall.ts';
import type { Proof } from './proof.ts';

/** A certificate as it was made, beside what the log says now. */
export interface Genuine {
  certificate: Certificate;
  /** Days whose log no longer holds what the certificate was made from. */
  astray: Day[];
  /** Days whose log was let go of after its twelve months (PS6). */
  gone: Day[];
  /** When a later one of the same 公示 was made; null for the last one. */
  later: number | null;
}

/** What is looked up is read from the log once a minute at most: whoever scans is nobody we know. */
const FRESH_MS = 60_000;
const MOST_KEPT = 50;

/** Answers for printed certificates by their code (PS15, PS16). */
export class GenuineDesk {
  readonly #parts: { hall: Hall; proof: Proof; now: () => number };
  readonly #answers = new Map<string, { at: number; answer: Promise<Genuine | null> }>();

  constructor(parts: { hall: Hall; proof: Proof; now: () => number }) {
    this.#parts = parts;
  }

  /** Null for a code that the hall never gave, or of a certificate that is kept no longer. */
  async ask(code: string): Promise<Genuine | null> {
    const { hall, now } = this.#parts;
    const found = certificateWith(hall.records, code);
    if (!found) return null;
    const key = `${code} ${hall.records.rev('certificate', found.id)}`;
    const known = this.#answers.get(key);
    if (known && Math.abs(now() - known.at) < FRESH_MS) return known.answer;
    const answer = this.#look(code, found);
    this.#answers.delete(key);
    this.#answers.set(key, { at: now(), answer });
    answer.catch(() => this.#answers.delete(key));
    if (this.#answers.size > MOST_KEPT) this.#answers.delete(this.#answers.keys().next().value!);
    return answer;
  }

  async #look(code: string, { id, newest }: { id: string; newest: boolean }): Promise<Genuine | null> {
    const { hall, proof } = this.#parts;
    const last = hall.records.get('certificate', id);
    const certificate = newest ? last : await this.#former(code, id);
    if (!last || !certificate) return null;
    const astray: Day[] = [];
    const gone: Day[] = [];
    for (const { day, chain } of certificate.days) {
      if (chain === null) continue;
      const holds = await proof.holds(day, chain);
      if (holds === null) gone.push(day);
      else if (!holds) astray.push(day);
    }
    return { certificate, astray, gone, later: newest ? null : last.madeAt };
  }

  /** A former one stands in the journal alone. */
  async #former(code: string, id: string): Promise<Certificate | undefined> {
    const bodies = (await this.#parts.hall.revisions('certificate', id)).map(
      ({ change }) => change.body as Certificate | null,
    );
    return bodies.findLast((body) => body?.code === code) ?? undefined;
  }
}
