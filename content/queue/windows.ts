import type { Person } from '../model/base.ts';
import type { CommandInput } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { hasPost } from '../people/posts.ts';
import { refuseCalling } from '../interfaces/keys.ts';
import { hasRole, personOf } from '../people/person.ts';
import { today } from '../premises/hall.ts';
import { isRefusal, refuse } from '../rule.ts';
import { countLeftBy } from './lines.ts';
import type { Refusal, RuleOf, Wanted, World } from '../rule.ts';

type Left = Extract<Window['state'], { is: 'closed' }>['left'];

interface Held {
  window: Window;
  /** The ticket called to or served at the window today. One of an earlier day is no longer there (Q3). */
  ticket: Kept<'ticket'> | null;
}

/** Today's ticket at a window, or null. */
export function ticketAt(records: Records, window: Window, now: number): Kept<'ticket'> | null {
  if (window.ticket === null) return null;
  const body = records.get('ticket', window.ticket);
  if (!body || body.day !== today(records, now)) return null;
  return { kind: 'ticket', id: window.ticket, rev: records.rev('ticket', window.ticket), body };
}

/** The window, if the actor holds it (Q8), or is a key that may call for whoever does (X5): else `window.missing`, `window.not-yours`. */
export function heldWindow(records: Records, id: string, world: World): Held | Refusal {
  const window = records.get('window', id);
  if (!window) return refuse('window.missing');
  if (world.by.is === 'key')
    return (
      refuseCalling(records, id, window, world.by.id) ?? {
        window,
        ticket: ticketAt(records, window, world.now),
      }
    );
  if (window.state.is === 'closed' || world.by.is !== 'account' || window.state.clerk.id !== world.by.id)
    return refuse('window.not-yours', { number: window.number });
  return { window, ticket: ticketAt(records, window, world.now) };
}

/** 上岗 (Q9). Refuses `window.missing`, `window.taken`, `window.other`. */
export const takeWindow: RuleOf<CommandInput<'window:take'>, { id: string }> = (
  records,
  { window: id },
  world,
) => {
  const window = records.get('window', id);
  if (!window) return refuse('window.missing');
  const clerk = personOf(records, world.by);
  const { state, number } = window;
  if (state.is !== 'closed') {
    if (state.clerk.id === clerk.id) return { changes: [], result: { id } };
    return refuse('window.taken', { number, clerk: state.clerk.name });
  }
  const elsewhere = holdsOther(records, clerk);
  if (elsewhere) return elsewhere;
  const open: Window = { ...settled(window), state: { is: 'open', clerk, since: world.now }, ticket: null };
  return { changes: [{ kind: 'window', id, body: open }], result: { id } };
};

/**
 * A/B 岗接替 (Q37, Q60): another clerk takes a window over, open or paused, with the ticket at it. Refuses
 * `window.missing`, `window.nobody`, `window.other`, `window.post-b`.
 */
export const takeOver: RuleOf<CommandInput<'window:takeover'>, { id: string }> = (
  records,
  { window: id, reason },
  world,
) => {
  const window = records.get('window', id);
  if (!window) return refuse('window.missing');
  if (window.state.is === 'closed') return refuse('window.nobody', { number: window.number });
  const clerk = personOf(records, world.by);
  if (window.state.clerk.id === clerk.id) return { changes: [], result: { id } };
  const elsewhere = holdsOther(records, clerk);
  if (elsewhere) return elsewhere;
  const posted = hasPost(records, window, clerk.id);
  if (posted.is === 'other' && !reason)
    return refuse('window.post-b', { number: window.number, name: posted.b });
  const state: Window['state'] = { is: 'open', clerk, since: world.now, from: window.state.clerk };
  if (posted.is === 'other' && reason) state.why = reason;
  return { changes: [{ kind: 'window', id, body: { ...settled(window), state } }], result: { id } };
};

function holdsOther(records: Records, clerk: Person): Refusal | null {
  for (const { body } of records.all('window'))
    if (body.state.is !== 'closed' && body.state.clerk.id === clerk.id)
      return refuse('window.other', { number: body.number });
  return null;
}

/**
 * 离岗 (Q10, Q36). Refuses `window.missing`, `window.not-yours`, `window.busy`, `window.people-waiting`. An admin may release somebody
 * else's window: that never waits for the ticket, because its clerk may be gone for the day.
 */
export const leaveWindow: RuleOf<CommandInput<'window:leave'>, { id: string }> = (
  records,
  { window: id, reason },
  world,
) => {
  const held = heldWindow(records, id, world);
  if (!isRefusal(held)) {
    if (held.ticket) return busy(held.ticket, held.window);
    const waiting = countLeftBy(records, id, held.window, today(records, world.now));
    if (waiting === 0) return { changes: [close(id, held.window)], result: { id } };
    if (!reason) return refuse('window.people-waiting', { count: waiting, number: held.window.number });
    const left = { by: personOf(records, world.by), at: world.now, reason, waiting };
    return { changes: [close(id, held.window, left)], result: { id } };
  }
  const window = records.get('window', id);
  if (!window || window.state.is === 'closed' || !hasRole(records, world.by, 'admin')) return held;
  const ticket = ticketAt(records, window, world.now);
  const changes: Wanted[] = [close(id, window)];
  if (ticket) {
    const is = ticket.body.state.is === 'serving' ? 'finished' : 'passed';
    const { clerk } = window.state;
    changes.unshift({
      kind: 'ticket',
      id: ticket.id,
      body: {
        ...ticket.body,
        ...(is === 'finished' && { clerk }),
        state: { is, window: id, since: world.now },
      },
    });
  }
  return { changes, result: { id } };
};

/**
 * 暂停服务 (Q11). Refuses `window.missing`, `window.not-yours`, `window.busy`, `window.until-past`,
 * `window.go-to-self`. Pausing a paused window gives it the new reason and return time.
 */
export const pauseWindow: RuleOf<CommandInput<'window:pause'>, { id: string }> = (
  records,
  { window: id, reason, until, goTo },
  world,
) => {
  const held = heldWindow(records, id, world);
  if (isRefusal(held)) return held;
  const { window, ticket } = held;
  if (window.state.is === 'closed') return refuse('window.not-yours', { number: window.number });
  if (ticket) return busy(ticket, window);
  if (until !== undefined && until <= world.now) return refuse('window.until-past');
  if (goTo !== undefined && (goTo === window.number || !hasNumber(records, goTo)))
    return refuse('window.go-to-self');
  const since = window.state.is === 'paused' ? window.state.since : world.now;
  const state: Window['state'] = { is: 'paused', clerk: window.state.clerk, since, reason };
  if (until !== undefined) state.until = until;
  if (goTo !== undefined) state.goTo = goTo;
  return {
    changes: [{ kind: 'window', id, body: { ...settled(window), state, ticket: null } }],
    result: { id },
  };
};

/** 恢复服务 (Q12). Refuses `window.missing`, `window.not-yours`, `window.not-paused`. */
export const resumeWindow: RuleOf<CommandInput<'window:resume'>, { id: string }> = (
  records,
  { window: id },
  world,
) => {
  const held = heldWindow(records, id, world);
  if (isRefusal(held)) return held;
  const { window } = held;
  if (window.state.is !== 'paused') return refuse('window.not-paused', { number: window.number });
  const state: Window['state'] = { is: 'open', clerk: window.state.clerk, since: world.now };
  return { changes: [{ kind: 'window', id, body: { ...settled(window), state } }], result: { id } };
};

/** The window without what would take back its last deed (Q32): its clerk or its state changes. */
function settled({ undo: _, ...window }: Window): Window {
  return window;
}

function busy(ticket: Kept<'ticket'>, window: Window): Refusal {
  return refuse('window.busy', { ticket: ticket.body.number, number: window.number });
}

function close(id: string, window: Window, left?: Left): Wanted {
  const state: Window['state'] = left ? { is: 'closed', left } : { is: 'closed' };
  return { kind: 'window', id, body: { ...settled(window), state, ticket: null } };
}

function hasNumber(records: Records, number: number): boolean {
  for (const { body } of records.all('window')) if (body.number === number) return true;
  return false;
}
