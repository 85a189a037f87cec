import { personOf } from '../people/person.ts';
import { hallOf } from '../premises/hall.ts';
import type { CommandInput } from '../model/command.ts';
import type { AlertRule, AlertSource, Interrupt } from '../model/interrupt.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { Outcome, RuleOf, Wanted, World } from '../rule.ts';
import { forgetOld } from './begin.ts';

type Alert = CommandInput<'interrupt:alert'>;
/** What became of an alert. */
export interface AlertTaken {
  id: string;
  state: Interrupt['state'];
}

/**
 * Takes a CAP alert of another system (Z12–Z15): it waits for a person, or a rule of the hall lets it
 * through. The same alert again changes nothing. Refuses `alert.unknown` for a Cancel of nothing known.
 */
export const takeAlert: RuleOf<Alert, AlertTaken> = (records, alert, world) => {
  const same = [...records.all('interrupt')].find(({ body }) => sameAlert(body.source, alert.source));
  if (same) return { changes: [], result: { id: same.id, state: same.body.state } };
  const named = referred(records, alert);
  if (alert.act === 'Cancel') return cancel(records, named, world);
  const rule = hallOf(records)?.body.interrupts?.alerts?.find((one) => letsThrough(one, alert.source));
  const gone = alert.until !== undefined && alert.until <= world.now;
  const on = !gone && (rule !== undefined || named.some(({ body }) => body.state === 'on'));
  const before = named.find(({ body }) => body.state === 'on') ?? named[0];
  const by = personOf(records, world.by);
  const body: Interrupt = {
    is: 'urgent',
    to: before?.body.to ?? rule?.to ?? { is: 'all' },
    ...pick(alert),
    source: alert.source,
    state: gone ? 'over' : on ? 'on' : 'waiting',
    by,
    at: world.now,
    over: gone ? { by, at: world.now, why: 'time' } : null,
  };
  const id = world.newId();
  return {
    changes: [{ kind: 'interrupt', id, body }, ...end(named, 'replaced', world, by), ...forgetOld(records)],
    result: { id, state: body.state },
  };
};

/** Z13: every condition that the rule names holds. */
export function letsThrough(rule: AlertRule, source: AlertSource): boolean {
  return (
    (rule.severity?.includes(source.severity) ?? true) &&
    (rule.urgency?.includes(source.urgency) ?? true) &&
    (rule.certainty?.includes(source.certainty) ?? true) &&
    (rule.event === undefined || source.event.includes(rule.event)) &&
    (rule.sender === undefined || rule.sender === source.sender)
  );
}

/** Alerts that wait for a person, oldest first. */
export function waitingAlerts(records: Records, now: number): Kept<'interrupt'>[] {
  return [...records.all('interrupt')]
    .filter(({ body }) => body.state === 'waiting' && (body.until === undefined || body.until > now))
    .sort((one, other) => one.body.at - other.body.at || (one.id < other.id ? -1 : 1));
}

function pick({ title, text, drill, until }: Alert): Partial<Interrupt> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text }),
    ...(drill ? { drill } : {}),
    ...(until === undefined ? {} : { until }),
  };
}

/** CAP 3.2.1: sender, identifier and sent together name one message. */
function sameAlert(one: AlertSource | undefined, other: AlertSource): boolean {
  return one?.sender === other.sender && one.identifier === other.identifier;
}

/** The alerts that this one names and that are not over; only its own sender may change them (Z14). */
function referred(records: Records, { references, source }: Alert): Kept<'interrupt'>[] {
  const named = new Set(references.map((one) => one.split(',').slice(0, 2).join(',')));
  return [...records.all('interrupt')].filter(
    ({ body }) =>
      body.state !== 'over' &&
      body.source?.sender === source.sender &&
      named.has(`${body.source.sender},${body.source.identifier}`),
  );
}

function cancel(records: Records, named: Kept<'interrupt'>[], world: World): Outcome<AlertTaken> {
  const first = named[0];
  if (!first) return refuse('alert.unknown');
  return {
    changes: end(named, 'cancelled', world, personOf(records, world.by)),
    result: { id: first.id, state: 'over' },
  };
}

function end(
  named: Kept<'interrupt'>[],
  why: 'replaced' | 'cancelled',
  { now: at }: World,
  by: Interrupt['by'],
): Wanted[] {
  return named.map(({ id, body }): Wanted => ({
    kind: 'interrupt',
    id,
    body: { ...body, state: 'over', over: { by, at, why } },
  }));
}
