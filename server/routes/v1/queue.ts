import Type from 'typebox';
import { windowFacts } from '../../../content/interfaces/facts.ts';
import { WindowFacts } from '../../../content/model/event.ts';
import type { Records } from '../../../content/records.ts';
import { hallOf, today } from '../../../content/premises/hall.ts';
import { waitingOn } from '../../../content/queue/tickets.ts';
import { ticketAt } from '../../../content/queue/windows.ts';
import type { Plugin } from '../parts.ts';
import { failures, operation } from './operation.ts';

const ServiceView = Type.Object({
  id: Type.String(),
  name: Type.String({ examples: ['社会保障'] }),
  short: Type.String({ examples: ['社保'] }),
  prefix: Type.String({ examples: ['A'] }),
  waiting: Type.Integer({ description: '等候人数 · people waiting' }),
});
const WindowView = Type.Object({
  ...WindowFacts.properties,
  services: Type.Array(Type.String(), { description: '业务编号 · service ids' }),
  ticket: Type.Union([
    Type.Object({ id: Type.String(), number: Type.String(), state: Type.String() }),
    Type.Null(),
  ]),
});
const Queue = Type.Object({
  hall: Type.String({ examples: ['白石镇公共服务中心'] }),
  at: Type.String({ description: 'ISO 8601' }),
  waiting: Type.Integer(),
  services: Type.Array(ServiceView),
  windows: Type.Array(WindowView),
});

function servicesNow(records: Records, now: number) {
  const day = today(records, now);
  return [...records.all('service')].map(({ id, body: { name, short, prefix } }) => ({
    id,
    name,
    short,
    prefix,
    waiting: waitingOn(records, day, [id]).length,
  }));
}

function windowsNow(records: Records, now: number) {
  return [...records.all('window')]
    .sort((one, other) => one.body.number - other.body.number)
    .map(({ id, body }) => {
      const ticket = ticketAt(records, body, now);
      return {
        ...windowFacts(id, body),
        services: body.services,
        ticket: ticket && { id: ticket.id, number: ticket.body.number, state: ticket.body.state.is },
      };
    });
}

/** What a big screen or a business system shows of the queue. */
export const queueRoutes: Plugin = (parts) => async (app) => {
  const { hall, now } = parts;
  const reads = { right: 'tickets:read', tag: 'queue' } as const;

  app.get(
    '/queue',
    operation(
      parts,
      { ...reads, zh: '排队情况', en: 'The queue: who waits, who is called' },
      { response: { 200: Queue, ...failures } },
    ),
    async () => {
      const { records } = hall;
      const at = now();
      return {
        hall: hallOf(records)?.body.name ?? '',
        at: new Date(at).toISOString(),
        waiting: waitingOn(records, today(records, at)).length,
        services: servicesNow(records, at),
        windows: windowsNow(records, at),
      };
    },
  );

  app.get(
    '/services',
    operation(
      parts,
      { ...reads, zh: '业务列表', en: 'Services' },
      { response: { 200: Type.Array(ServiceView), ...failures } },
    ),
    async () => servicesNow(hall.records, now()),
  );

  app.get(
    '/windows',
    operation(
      parts,
      { ...reads, zh: '窗口列表', en: 'Windows' },
      { response: { 200: Type.Array(WindowView), ...failures } },
    ),
    async () => windowsNow(hall.records, now()),
  );
};
