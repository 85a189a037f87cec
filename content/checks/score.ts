import type { Tick } from '../model/tick.ts';
import type { Records } from '../records.ts';
import type { ScoreExtra, ScoreLine } from './asked.ts';
import { prove } from './evidence.ts';
import type { Proof } from './proofs.ts';
import type { Facts } from './facts.ts';

/** A line as it stands: what it was given, null while somebody still has to look. */
export interface Scored {
  line: ScoreLine;
  /** Its full points; of a yes-or-no line 1. */
  full: number;
  got: number | null;
  /** What records show, where they prove it. */
  proof: Proof | null;
  tick: Tick | null;
}

export interface Scorecard {
  lines: Scored[];
  extras: { extra: ScoreExtra; tick: Tick | null }[];
  /** Points given, extras and deductions within their caps included. */
  points: number;
  /** The full score: what the standard says, else the sum of its lines; else how many yes-or-no lines it has. */
  full: number;
  /** Lines that somebody still has to look at. */
  open: number;
}

/** The id of a tick: keys of lines have dots, ids have none, and no key has an underscore. */
export const tickId = (is: 'line' | 'extra', key: string): string => `${is}_${key.replaceAll('.', '_')}`;

/** Lines of the hall's level. */
export function linesOf(facts: Facts): ScoreLine[] {
  const { asked, hall } = facts;
  const level = asked.names.find(({ placeKind }) => placeKind === hall?.placeKind)?.level;
  return asked.checklist.filter((line) => line.level === undefined || line.level === level);
}

/** The standard's checklist scored by records and ticks (K20, K21); null where the standard has none. */
export function scoreOf(records: Records, facts: Facts, now: number): Scorecard | null {
  const all = linesOf(facts);
  const pointed = all.filter(({ points }) => points !== undefined);
  // A checklist with points is scored by them; its lines without are questions of another standard in the chain.
  const asked = pointed.length ? pointed : all;
  if (asked.length === 0) return null;
  const lines = asked.map((line) => scoreLine(line, records, facts, now));
  const extras = facts.asked.extras.map((extra) => ({
    extra,
    tick: records.get('tick', tickId('extra', extra.key)) ?? null,
  }));
  const total = facts.asked.score[0];
  const sum = lines.reduce((points, { got }) => points + (got ?? 0), 0);
  return {
    lines,
    extras,
    points: rounded(sum + extraPoints(extras, total?.extra, total?.deduction)),
    full: (pointed.length ? total?.full : undefined) ?? lines.reduce((points, { full }) => points + full, 0),
    open: lines.filter(({ got }) => got === null).length,
  };
}

function scoreLine(line: ScoreLine, records: Records, facts: Facts, now: number): Scored {
  const full = line.points ?? 1;
  const proof = prove(line.evidence, line.detail, records, facts, now);
  const tick = proof ? null : (records.get('tick', tickId('line', line.key)) ?? null);
  const got = proof ? rounded((full * proof.done) / proof.of) : (tick?.points ?? null);
  return { line, full, got: got === null ? null : Math.min(full, got), proof, tick };
}

/** Additions and deductions, each within its cap where there is one. */
function extraPoints(extras: Scorecard['extras'], most?: number, least?: number): number {
  const given = extras.map(({ tick }) => tick?.points ?? 0);
  const added = given.filter((points) => points > 0).reduce((sum, points) => sum + points, 0);
  const taken = given.filter((points) => points < 0).reduce((sum, points) => sum - points, 0);
  return Math.min(added, most ?? added) - Math.min(taken, Math.abs(least ?? taken));
}

const rounded = (points: number): number => Math.round(points * 10) / 10;
