import type { CommandInput } from '../model/command.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { ticketAt } from '../queue/windows.ts';
import { withPosts } from '../people/staff.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, Wanted } from '../rule.ts';
import { withoutWindow } from './areas.ts';

/**
 * Saves a window's settings (R1, R2); its state and its ticket stay as they are. Refuses `record.missing`,
 * `record.changed`, `window.number-taken`, `service.missing`, `staff.missing`, `window.one-post`.
 */
export const saveWindow: RuleOf<CommandInput<'window:save'>, { id: string }> = (
  records,
  { id: seen, rev, posts: asked, party, ...settings },
  world,
) => {
  const before = seen === undefined ? undefined : records.get('window', seen);
  const stale = checkSeen(records, 'window', { id: seen, rev }, before?.settings ?? 1);
  if (stale) return stale;
  for (const { id, body } of records.all('window'))
    if (id !== seen && body.number === settings.number)
      return refuse('window.number-taken', { number: settings.number });
  // A form that does not know of backup services leaves them as they are; an empty list takes them away.
  const backup = settings.backup ?? before?.backup ?? [];
  if ([...settings.services, ...backup].some((service) => !records.get('service', service)))
    return refuse('service.missing');
  const posts = postsOf(records, asked ?? before?.posts ?? {});
  if (isRefusal(posts)) return posts;
  const id = seen ?? world.newId();
  const asBefore = { state: before?.state ?? { is: 'closed' as const }, ticket: before?.ticket ?? null };
  const services = [...new Set(settings.services)];
  const others = [...new Set(backup)].filter((service) => !services.includes(service));
  const body: Window = withPosts({ ...settings, services, ...asBefore }, posts);
  if (party ?? before?.party) body.party = true;
  if (others.length > 0) body.backup = others;
  else delete body.backup;
  if (before && sameBody({ ...before, settings: undefined, undo: undefined, turn: undefined }, body))
    return { changes: [], result: { id } };
  const saved: Window = { ...body, settings: records.rev('window', id) + 1 };
  const moved =
    before && before.number !== body.number ? redirect(records, id, before.number, body.number) : [];
  return { changes: [{ kind: 'window', id, body: saved }, ...moved], result: { id } };
};

/** Removes a window that nobody holds (R3). Refuses `window.missing`, `window.in-use`. */
export const removeWindow: RuleOf<CommandInput<'window:remove'>, { id: string }> = (
  records,
  { id },
  world,
) => {
  const window = records.get('window', id);
  if (!window) return refuse('window.missing');
  if (window.state.is !== 'closed' || ticketAt(records, window, world.now))
    return refuse('window.in-use', { number: window.number });
  return {
    changes: [
      { kind: 'window', id, body: null },
      ...redirect(records, id, window.number, undefined),
      ...withoutWindow(records, id),
    ],
    result: { id },
  };
};

type Posts = NonNullable<Window['posts']>;

/** The posts asked for, if these people are there and not one and the same (R24). */
function postsOf(records: Records, { a, b }: Posts): Posts | Refusal {
  if ([a, b].some((id) => id !== undefined && !records.get('staff', id))) return refuse('staff.missing');
  if (a !== undefined && a === b) return refuse('window.one-post');
  return { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) };
}

type Paused = Extract<Window['state'], { is: 'paused' }>;

/** Paused windows that send visitors to the number `from` send them to `to`, or nowhere: no sign names a window that is not there. */
function redirect(records: Records, except: string, from: number, to: number | undefined): Wanted[] {
  const changes: Wanted[] = [];
  for (const { id, body } of records.all('window')) {
    if (id === except || body.state.is !== 'paused' || body.state.goTo !== from) continue;
    const state = sendTo(body.state, to);
    changes.push({ kind: 'window', id, body: { ...body, state } });
  }
  return changes;
}

function sendTo({ goTo: _, ...state }: Paused, to: number | undefined): Paused {
  return to === undefined ? state : { ...state, goTo: to };
}
