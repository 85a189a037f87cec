import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { readCode } from '../../content/code.ts';
import { ticketOfCode } from '../../content/queue/phone.ts';
import { settingsOf } from '../../content/queue/settings.ts';
import { refuse } from '../../content/rule.ts';
import { ticketPages } from '../../content/views/ticketpage.ts';
import { renderPhoneMissing, renderTicketGone, renderTicketPage, wordTicket } from '../../templates/index.ts';
import { Refused } from '../errors.ts';
import { Following } from '../following.ts';
import { phoneOf, visitor } from '../phones.ts';
import { readForms } from './forms.ts';
import { limit, type Parts, type Plugin } from './parts.ts';
import { answerVisitors, HTML, phoneHall } from './phonehall.ts';
import { waitsOf } from './waits.ts';

const schema = { params: Type.Object({ code: Type.String({ maxLength: 32 }) }) };

/** A minute from one address: all phones behind the hall's Wi-Fi come back at once when the hub does. */
const LOOKS = 600;

/** The page of a ticket, its live line, and leaving the queue: content/queue/phone.md M7–M12. */
export const ticketRoutes: Plugin = (parts) => async (app) => {
  const { hall, now } = parts;
  const following = new Following({
    hall,
    now,
    waits: () => waitsOf(parts).ticket,
    word: (page) => JSON.stringify(wordTicket(page)),
  });
  // Before Fastify waits for its connections: an open line would keep it waiting.
  app.addHook('preClose', async () => following.close());
  readForms(app);
  answerVisitors(app, parts);

  app.get('/t/:code', { config: limit(LOOKS), schema }, async ({ params }, reply) => {
    void reply.type(HTML).header('cache-control', 'no-store');
    const own = phoneHall(parts);
    const ticket = ticketOfCode(hall.records, params.code, now());
    if (!own || !ticket) return sendGone(parts, reply);
    const page = ticketPages(hall.records, now(), waitsOf(parts).ticket)(ticket);
    return reply.send(renderTicketPage({ ...own, page, code: readCode(params.code) }));
  });

  app.get('/t/:code/live', { config: limit(LOOKS), schema }, async (request, reply) => {
    const ticket = ticketOfCode(hall.records, request.params.code, now());
    if (!ticket) throw new Refused(refuse('ticket.missing'));
    if (!following.hasRoom(request.ip)) throw new Refused(refuse('request.too-many', { seconds: 30 }));
    reply.hijack();
    following.follow(ticket.id, request.ip, reply.raw);
  });

  app.post('/t/:code/leave', { config: limit(60), schema }, async (request, reply) => {
    const code = readCode(request.params.code);
    const answer = await hall.execute('ticket:leave', { code }, visitor(phoneOf(request)));
    if (!answer.ok && answer.refused === 'ticket.missing') return sendGone(parts, reply);
    // Called meanwhile, or left already: the page says where the ticket stands.
    return reply.redirect(`/t/${code}`, 303);
  });
};

function sendGone(parts: Parts, reply: FastifyReply) {
  void reply.status(404).type(HTML).header('cache-control', 'no-store');
  const own = phoneHall(parts);
  if (!own) return reply.send(renderPhoneMissing({ hall: null, code: '' }));
  const canTake = settingsOf(parts.hall.records).phone !== 'off';
  return reply.send(renderTicketGone(own, canTake));
}
