import type { Load } from '../queue/staffing.ts';
import type { Visit } from './visit.ts';

/** A stretch long enough to have enough visits, and short enough to have one rate. */
export const STRETCH_MS = 3_600_000;

/** What the last hour asks of Erlang C (Q46): arrivals in its halves, and how long windows were busy with a call. */
export function measureLoad(
  visits: readonly Visit[],
  now: number,
): Pick<Load, 'span' | 'arrivals' | 'served'> {
  const from = now - STRETCH_MS;
  const middle = now - STRETCH_MS / 2;
  const arrived = visits.filter(({ issued, origin }) => origin !== 'paper' && issued > from && issued <= now);
  const first = arrived.filter(({ issued }) => issued <= middle).length;
  const lengths = visits
    .flatMap(({ sittings }) => sittings)
    .flatMap(({ called, ended, to }) =>
      ended !== null && ended > from && to === 'finished' ? [ended - called] : [],
    );
  const count = lengths.length;
  const mean = count === 0 ? 0 : lengths.reduce((sum, one) => sum + one, 0) / count;
  const variance = count === 0 ? 0 : lengths.reduce((sum, one) => sum + (one - mean) ** 2, 0) / count;
  return {
    span: STRETCH_MS,
    arrivals: [first, arrived.length - first],
    served: { count, mean, deviation: Math.sqrt(variance) },
  };
}
