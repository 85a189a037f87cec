import type { CommandInput } from '../model/command.ts';
import type { Service } from '../model/window.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';
import { isOver } from '../queue/tickets.ts';
import { today } from './hall.ts';

/** Saves a service (R4). Refuses `record.missing`, `record.changed`, `service.prefix-taken`. */
export const saveService: RuleOf<CommandInput<'service:save'>, { id: string }> = (
  records,
  { id: seen, rev, ...given },
  world,
) => {
  const stale = checkSeen(records, 'service', { id: seen, rev });
  if (stale) return stale;
  for (const other of records.all('service'))
    if (other.id !== seen && other.body.prefix === given.prefix)
      return refuse('service.prefix-taken', { prefix: given.prefix, name: other.body.name });
  const id = seen ?? world.newId();
  const before = records.get('service', id);
  // A form that does not know of one of these leaves it as it is; an empty one takes it away.
  const { limits = before?.limits, group = before?.group, closedTo = before?.closedTo, ...rest } = given;
  const body: Service = { ...rest };
  if (limits && Object.keys(limits).length > 0) body.limits = limits;
  if (group) body.group = group;
  if (closedTo && closedTo.length > 0) body.closedTo = closedTo;
  return { changes: sameBody(before, body) ? [] : [{ kind: 'service', id, body }], result: { id } };
};

/**
 * Removes a service that nobody waits for (R5); windows stop naming it in the same commit. Refuses
 * `service.missing`, `service.in-use` while a ticket of today may still be called or is being served.
 */
export const removeService: RuleOf<CommandInput<'service:remove'>, { id: string }> = (
  records,
  { id },
  world,
) => {
  const service = records.get('service', id);
  if (!service) return refuse('service.missing');
  const day = today(records, world.now);
  for (const { body } of records.all('ticket'))
    if (body.service === id && body.day === day && !isOver(body.state))
      return refuse('service.in-use', { name: service.name });
  const changes: Wanted[] = [{ kind: 'service', id, body: null }];
  for (const window of records.all('window'))
    if (window.body.services.includes(id) || window.body.backup?.includes(id)) {
      const without = (list: readonly string[]) => list.filter((other) => other !== id);
      const body = { ...window.body, services: without(window.body.services), settings: window.rev + 1 };
      if (body.backup) body.backup = without(body.backup);
      changes.push({ kind: 'window', id: window.id, body });
    }
  return { changes, result: { id } };
};
