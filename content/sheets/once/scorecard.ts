import type { Scorecard, Scored } from '../../checks/score.ts';
import type { Records } from '../../records.ts';
import type { Gathered } from '../gathered.ts';

export interface ScoreLineData {
  group: string;
  label: string;
  full: number;
  /** Null while somebody still has to look. */
  got: number | null;
  /** Records prove it: so many of so many. */
  proof: { done: number; of: number } | null;
  note: string;
  /** Who looked at it. */
  by: string;
}

/** A hall's own score at a moment, with the months before. */
export interface ScorecardSheetData {
  standard: string;
  lines: ScoreLineData[];
  extras: { label: string; points: number; note: string }[];
  points: number;
  full: number;
  open: number;
  /** Oldest first, twelve at most. */
  months: { month: string; points: number; full: number }[];
}

/** @param standard id and title of the hall's standard */
export function scorecardSheet(
  records: Records,
  card: Scorecard,
  standard: { id: string; title: string },
): Gathered<ScorecardSheetData> {
  const { points, full, open } = card;
  const months = [...records.all('score')]
    .filter(({ body }) => body.standard === standard.id)
    .sort((one, other) => one.id.localeCompare(other.id))
    .slice(-12)
    .map(({ id, body }) => ({ month: id, points: body.points, full: body.full }));
  return {
    title: '',
    data: {
      standard: standard.title,
      lines: card.lines.map(lineOf),
      extras: card.extras.flatMap(({ extra, tick }) =>
        tick ? { label: extra.label, points: tick.points, note: tick.note } : [],
      ),
      points,
      full,
      open,
      months,
    },
    made: [],
    single: false,
  };
}

function lineOf({ line, full, got, proof, tick }: Scored): ScoreLineData {
  return {
    group: line.group,
    label: line.label,
    full,
    got,
    proof: proof && { done: proof.done, of: proof.of },
    note: tick?.note ?? '',
    by: tick?.by.name ?? '',
  };
}
