import type { Piece, Show } from '../model/showing.ts';

/** A stretch of time; `until` is no longer in it. */
export interface Span {
  from: number;
  until: number;
}

/** What stood on a glass for a while. */
export interface Stretch extends Span {
  show: Show;
  /** Handed in long after: the hub was away, or the line was. */
  late: boolean;
}

/** The stretches of a piece in order, as far as they lie within `bounds`. Runs that name no show are left out. */
export function stretchesOf({ from, shows, runs }: Piece, bounds: Span, late: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  for (const [place, ms] of runs) {
    const cut = cutTo({ from: at, until: at + ms }, bounds);
    const show = shows[place];
    if (cut && show) stretches.push({ ...cut, show, late });
    at += ms;
  }
  return stretches;
}

/** The part of a span that lies within another; null if none does. */
export function cutTo(span: Span, bounds: Span): Span | null {
  const from = Math.max(span.from, bounds.from);
  const until = Math.min(span.until, bounds.until);
  return from < until ? { from, until } : null;
}

/** Spans as one list in order in which none touches another. */
export function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const { from, until } of [...spans].sort((one, other) => one.from - other.from)) {
    const last = out.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else if (from < until) out.push({ from, until });
  }
  return out;
}

/** The parts of a span that lie in none of `taken`, which is in order and joined. */
export function without(span: Span, taken: readonly Span[]): Span[] {
  const out: Span[] = [];
  let { from } = span;
  for (const one of taken) {
    if (one.until <= from) continue;
    if (one.from >= span.until) break;
    if (from < one.from) out.push({ from, until: one.from });
    from = one.until;
  }
  if (from < span.until) out.push({ from, until: span.until });
  return out;
}

/** The parts of a span that lie in one of `spans`, which is in order and joined. */
export function within(span: Span, spans: readonly Span[]): Span[] {
  return spans.flatMap((one) => cutTo(one, span) ?? []);
}

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, until }) => sum + until - from, 0);

/** A show as one line of text: the same for the same show. */
export const keyOf = (show: Show): string => JSON.stringify(show);
