import type { CommandInput } from '../model/command.ts';
import type { Means, Pace } from '../model/pace.ts';
import { expectedMs } from '../queue/estimate.ts';
import type { Durations } from '../queue/estimate.ts';
import type { Records } from '../records.ts';
import type { RuleOf } from '../rule.ts';

/** The id of the only record of its kind. */
export const PACE = 'pace';
/** So many visits of a service are remembered; older ones fade (T8). */
const MEMORY = 40;
/** A window is not busy with one visitor for longer; whoever forgot to press a key tells nothing (T8). */
const LONGEST_MS = 2 * 3_600_000;
/** A change of what is expected that is smaller than this share is told to nobody (T9). */
const WORTH_TELLING = 0.03;

/** What has been measured up to now; empty before the first visits. */
export function durationsOf(records: Records): Durations {
  return records.get('pace', PACE)?.services ?? {};
}

/** The means after some calls more, in their order. `ms` is from the call to its end at the window (T8). */
export function learnFrom(before: Means, calls: Iterable<{ service: string; ms: number }>): Means {
  const means: Means = { ...before };
  for (const { service, ms } of calls) {
    if (ms <= 0 || ms > LONGEST_MS) continue;
    const { count, mean } = means[service] ?? { count: 0, mean: 0 };
    const weight = Math.min(count + 1, MEMORY);
    means[service] = { count: weight, mean: Math.round(mean + (ms - mean) / weight) };
  }
  return means;
}

/** The means that a day of `records` begins with. */
export function meansBefore(records: Records, day: string): Means {
  const pace = records.get('pace', PACE);
  if (!pace) return {};
  return pace.day === day ? pace.before : pace.services;
}

/** Keeps what the hub has learned, if it is worth telling (T9). Given by the hub alone; never refused. */
export const learnPace: RuleOf<CommandInput<'pace:learn'>, { id: string }> = (records, { day, services }) => {
  const was = records.get('pace', PACE);
  const known = Object.fromEntries(
    Object.entries(services).filter(([service]) => records.get('service', service)),
  );
  const body: Pace = { day, before: meansBefore(records, day), services: known };
  const changes = was?.day === day && isNear(was.services, known) ? [] : [body];
  return { changes: changes.map((it) => ({ kind: 'pace', id: PACE, body: it })), result: { id: PACE } };
};

function isNear(was: Means, is: Means): boolean {
  const services = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...services].every((service) => {
    const [one, other] = [expectedMs(was, service), expectedMs(is, service)];
    return Math.abs(one - other) <= WORTH_TELLING * one;
  });
}
