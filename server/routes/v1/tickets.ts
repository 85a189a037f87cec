import Type from 'typebox';
import { ticketFacts } from '../../../content/interfaces/facts.ts';
import { TicketFacts } from '../../../content/model/event.ts';
import { WalkInKind, type Ticket } from '../../../content/model/ticket.ts';
import { Strict } from '../../../content/model/base.ts';
import type { Kept } from '../../../content/model/record.ts';
import { today } from '../../../content/premises/hall.ts';
import { countAhead } from '../../../content/queue/tickets.ts';
import type { Records } from '../../../content/records.ts';
import { refuse } from '../../../content/rule.ts';
import { valueOf } from '../../access.ts';
import { Refused } from '../../errors.ts';
import type { Plugin } from '../parts.ts';
import { failures, keyActor, operation, requestId } from './operation.ts';

const IssueInput = Type.Object(
  {
    service: Type.String({
      minLength: 1,
      maxLength: 64,
      description: '业务编号或名称 · id or name of the service',
      examples: ['社会保障'],
    }),
    kind: Type.Optional(WalkInKind),
  },
  { ...Strict, examples: [{ service: '社会保障', kind: 'normal' }] },
);
const Issued = Type.Object({
  id: Type.String(),
  number: Type.String({ examples: ['A012'] }),
  ahead: Type.Integer({ description: '前面还有几人 · how many are before it' }),
  page: Type.Union([Type.String(), Type.Null()], {
    description: '号票的手机页面，印成小票上的二维码；拿到它就能查看和取消 · the page of the slip’s QR code',
  }),
});
const Seen = Type.Object({
  ...TicketFacts.properties,
  ahead: Type.Union([Type.Integer(), Type.Null()], { description: '等候时：前面还有几人 · while it waits' }),
});
const Which = Type.Object({
  ticket: Type.String({
    minLength: 1,
    maxLength: 64,
    description: '号票编号，或今天的号码 · id, or number of today',
    examples: ['A012'],
  }),
});

/** The ticket of this id, or today's of this number. Throws `ticket.missing`. */
export function findTicket(records: Records, which: string, now: number): Kept<'ticket'> {
  const day = today(records, now);
  const number = which.toUpperCase();
  for (const ticket of records.all('ticket'))
    if (ticket.body.day === day && (ticket.id === which || ticket.body.number === number)) return ticket;
  throw new Refused(refuse('ticket.missing'));
}

function findService(records: Records, which: string): string {
  if (records.get('service', which)) return which;
  for (const { id, body } of records.all('service')) if (body.name === which) return id;
  throw new Refused(refuse('service.missing'));
}

/** Number machines: issuing, looking up and cancelling. */
export const ticketRoutes: Plugin = (parts) => async (app) => {
  const { hall, addresses, now } = parts;

  app.post(
    '/tickets',
    operation(
      parts,
      {
        right: 'tickets:issue',
        tag: 'tickets',
        zh: '取号',
        en: 'Issue a ticket',
        errors: [
          'service.missing',
          'queue.closed',
          'queue.closed-long',
          'queue.last',
          'queue.full',
          'limit.morning',
          'limit.afternoon',
          'limit.day',
          'limit.last',
        ],
        changes: true,
      },
      { body: IssueInput, response: { 200: Issued, ...failures } },
    ),
    async (request) => {
      const { service, kind = 'normal' } = request.body;
      const input = { service: findService(hall.records, service), kind };
      const issued = valueOf(
        await hall.execute('ticket:issue', input, keyActor(request), requestId(request)),
      );
      const { id, number, ahead, code } = issued;
      const page = code === undefined ? null : `${addresses.forPhones(request.headers.host)}/t/${code}`;
      return { id, number, ahead, page };
    },
  );

  app.get(
    '/tickets/:ticket',
    operation(
      parts,
      {
        right: 'tickets:read',
        tag: 'tickets',
        zh: '查一张号票',
        en: 'Look a ticket up',
        errors: ['ticket.missing'],
      },
      { params: Which, response: { 200: Seen, ...failures } },
    ),
    async ({ params }) => {
      const ticket = findTicket(hall.records, params.ticket, now());
      return { ...ticketFacts(hall.records, ticket.id, ticket.body), ahead: aheadOf(hall.records, ticket) };
    },
  );

  app.post(
    '/tickets/:ticket/cancel',
    operation(
      parts,
      {
        right: 'tickets:issue',
        tag: 'tickets',
        zh: '取消号票',
        en: 'Cancel a ticket',
        errors: ['ticket.missing', 'ticket.cancel-at-window', 'ticket.cancel-over'],
        changes: true,
      },
      { params: Which, response: { 200: Type.Object({ id: Type.String() }), ...failures } },
    ),
    async (request) => {
      const { id } = findTicket(hall.records, request.params.ticket, now());
      return valueOf(
        await hall.execute('ticket:cancel', { ticket: id }, keyActor(request), requestId(request)),
      );
    },
  );
};

function aheadOf(records: Records, ticket: Kept<'ticket'>): number | null {
  const { state }: Ticket = ticket.body;
  return state.is === 'waiting' ? countAhead(records, ticket) : null;
}
