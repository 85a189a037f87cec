import { hasRole, personOf } from '../people/person.ts';
import { hallOf } from '../premises/hall.ts';
import type { CommandInput } from '../model/command.ts';
import type { Hall } from '../model/hall.ts';
import type { Interrupt } from '../model/interrupt.ts';
import type { Actor } from '../model/record.ts';
import type { Screen } from '../model/screen.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { Refusal, RuleOf, Wanted } from '../rule.ts';
import { isEmergency, reaches } from './showing.ts';

/** Notes of so many that are over are kept among the records; the journal keeps all of them. */
const KEPT = 100;

/** Z1: a right of its own, whatever roles the account has. */
export function mayInterrupt(records: Records, by: Actor): boolean {
  if (by.is !== 'account') return false;
  const account = records.get('account', by.id);
  return account?.interrupts === true && !account.disabled;
}

/**
 * Begins an interrupt (Z1–Z4). Refuses `interrupt.right`, `interrupt.words`, `interrupt.end`,
 * `interrupt.drill`, `interrupt.nobody`.
 */
export const beginInterrupt: RuleOf<CommandInput<'interrupt:begin'>, { id: string }> = (
  records,
  input,
  world,
) => {
  if (!mayInterrupt(records, world.by)) return refuse('interrupt.right');
  const wrong = checkInterrupt(records, input, world.now);
  if (wrong) return wrong;
  const id = world.newId();
  const body: Interrupt = {
    ...input,
    state: 'on',
    by: personOf(records, world.by),
    at: world.now,
    over: null,
  };
  return { changes: [{ kind: 'interrupt', id, body }, ...forgetOld(records)], result: { id } };
};

/** Lets one that waits go on the screens (Z12). Refuses `interrupt.right`, `record.missing`, `interrupt.over`, `interrupt.nobody`. */
export const confirmInterrupt: RuleOf<CommandInput<'interrupt:confirm'>, { id: string }> = (
  records,
  { id, to },
  world,
) => {
  if (!mayInterrupt(records, world.by)) return refuse('interrupt.right');
  const before = records.get('interrupt', id);
  if (!before) return refuse('record.missing');
  if (before.state === 'over') return refuse('interrupt.over');
  if (before.state === 'on') return { changes: [], result: { id } };
  const confirmed = { by: personOf(records, world.by), at: world.now };
  const body: Interrupt = { ...before, ...(to ? { to } : {}), state: 'on', confirmed };
  if (![...records.all('screen')].some((one) => reaches(body.to, one.id, one.body)))
    return refuse('interrupt.nobody');
  return { changes: [{ kind: 'interrupt', id, body }], result: { id } };
};

/** Ends one that is on, or declines one that waits (Z5). Twice changes nothing. Refuses `interrupt.right`, `record.missing`. */
export const endInterrupt: RuleOf<CommandInput<'interrupt:end'>, { id: string }> = (
  records,
  { id },
  world,
) => {
  if (!mayInterrupt(records, world.by)) return refuse('interrupt.right');
  const before = records.get('interrupt', id);
  if (!before) return refuse('record.missing');
  if (before.state === 'over') return { changes: [], result: { id } };
  const why = before.state === 'on' ? 'ended' : 'declined';
  const over = { by: personOf(records, world.by), at: world.now, why } as const;
  return { changes: [{ kind: 'interrupt', id, body: { ...before, state: 'over', over } }], result: { id } };
};

/** The time of an urgent notice is over (Z6); before that, and for all else, nothing. */
export const dueInterrupt: RuleOf<CommandInput<'interrupt:due'>, { id: string }> = (
  records,
  { id },
  world,
) => {
  const before = records.get('interrupt', id);
  if (!before || before.state === 'over' || before.until === undefined || before.until > world.now)
    return { changes: [], result: { id } };
  const over = { by: personOf(records, world.by), at: before.until, why: 'time' } as const;
  return { changes: [{ kind: 'interrupt', id, body: { ...before, state: 'over', over } }], result: { id } };
};

/** Notes that somebody stopped an interrupt at a screen's glass (Z9). Refuses nothing: it has happened. */
export const stopInterrupt: RuleOf<CommandInput<'interrupt:stop'>, { id: string }> = (
  records,
  { id, at },
  { by },
) => {
  const before = records.get('interrupt', id);
  const stopped = before?.stopped ?? [];
  if (!before || by.is !== 'screen' || stopped.some(({ screen }) => screen === by.id))
    return { changes: [], result: { id } };
  const body: Interrupt = { ...before, stopped: [...stopped, { screen: by.id, at }].slice(-500) };
  return { changes: [{ kind: 'interrupt', id, body }], result: { id } };
};

/** Which alerts need no person (Z13). Refuses `setup.missing`, `record.changed`. */
export const setInterrupts: RuleOf<CommandInput<'interrupt:settings'>, { id: string }> = (
  records,
  { rev, ...interrupts },
) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const stale = checkSeen(records, 'hall', { id: hall.id, ...(rev === undefined ? {} : { rev }) });
  if (stale) return stale;
  const body: Hall = { ...hall.body, interrupts };
  const same = sameBody(hall.body.interrupts, interrupts);
  return { changes: same ? [] : [{ kind: 'hall', id: hall.id, body }], result: { id: hall.id } };
};

/** Takes one screen out of use, or lets it go (Z11). Refuses `interrupt.right` and `record.missing`. */
export const blockScreen: RuleOf<CommandInput<'screen:block'>, { id: string }> = (
  records,
  { id, blocked },
  world,
) => {
  if (!mayInterrupt(records, world.by) && !hasRole(records, world.by, 'admin'))
    return refuse('interrupt.right');
  const before = records.get('screen', id);
  if (!before) return refuse('record.missing');
  if ((before.blocked !== undefined) === blocked) return { changes: [], result: { id } };
  const body: Screen = { ...before };
  if (blocked) body.blocked = { by: personOf(records, world.by), at: world.now };
  else delete body.blocked;
  return { changes: [{ kind: 'screen', id, body }], result: { id } };
};

/**
 * Sets a screen's number, groups, place, way out and digits (Z7, Z9, R27). Refuses `record.missing`, `record.changed`,
 * `plan.missing`.
 */
export const placeScreen: RuleOf<CommandInput<'screen:place'>, { id: string }> = (
  records,
  { id, rev, ...place },
) => {
  const refusal = checkSeen(records, 'screen', { id, ...(rev !== undefined && { rev }) });
  if (refusal) return refusal;
  const before = records.get('screen', id);
  if (!before) return refuse('record.missing');
  if (place.onPlan && !records.get('plan', place.onPlan.plan)) return refuse('plan.missing');
  const body: Screen = { ...before };
  for (const name of ['number', 'groups', 'spot', 'onPlan', 'wayOut', 'stopPin'] as const) delete body[name];
  Object.assign(body, place);
  if (body.groups?.length === 0) delete body.groups;
  return { changes: sameBody(before, body) ? [] : [{ kind: 'screen', id, body }], result: { id } };
};

function checkInterrupt(
  records: Records,
  input: CommandInput<'interrupt:begin'>,
  now: number,
): Refusal | undefined {
  if (input.is === 'urgent' && !input.text?.trim() && !input.title?.trim()) return refuse('interrupt.words');
  if (input.drill && !isEmergency(input.is)) return refuse('interrupt.drill');
  if (input.until !== undefined && (input.is !== 'urgent' || input.until <= now))
    return refuse('interrupt.end');
  if (![...records.all('screen')].some(({ id, body }) => reaches(input.to, id, body)))
    return refuse('interrupt.nobody');
  return undefined;
}

/** The oldest of those that are over; what is on or waits is never forgotten. */
export function forgetOld(records: Records): Wanted[] {
  const over = [...records.all('interrupt')].filter(({ body }) => body.state === 'over');
  over.sort((one, other) => other.body.at - one.body.at || (one.id < other.id ? 1 : -1));
  return over.slice(KEPT - 1).map(({ id }): Wanted => ({ kind: 'interrupt', id, body: null }));
}
