import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { readCode } from '../../content/code.ts';
import { Id } from '../../content/model/base.ts';
import { WalkInKind } from '../../content/model/ticket.ts';
import { refusals, wordRefusal } from '../../content/refusals.ts';
import { refuse, type Refusal } from '../../content/rule.ts';
import { takePage } from '../../content/views/takepage.ts';
import { renderPhoneMissing, renderTakePage, visitScript } from '../../templates/index.ts';
import { newId } from '../ids.ts';
import { markPhone, phoneOf, visitor } from '../phones.ts';
import { readForms } from './forms.ts';
import { limit, type Parts, type Plugin } from './parts.ts';
import { answerVisitors, HTML, phoneHall } from './phonehall.ts';
import { waitsOf } from './waits.ts';

const Form = Type.Object({
  service: Id,
  kind: WalkInKind,
  request: Id,
  entry: Type.Optional(Type.String({ maxLength: 16 })),
});
/** A minute from one address, which may be that of the hall's whole Wi-Fi. */
const TAKES = 60;

/** Taking a number on the visitor's phone: content/queue/phone.md M1–M6. */
export const takeRoutes: Plugin = (parts) => async (app) => {
  const { hall } = parts;
  readForms(app);
  answerVisitors(app, parts);

  app.get('/p/visit.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'max-age=60').send(visitScript),
  );

  app.get(
    '/p/take',
    {
      config: limit(240),
      schema: { querystring: Type.Object({ c: Type.Optional(Type.String({ maxLength: 16 })) }) },
    },
    async (request, reply) => {
      markPhone(request, reply, parts.addresses.secure);
      return sendTakePage(parts, request, reply, readCode(request.query.c ?? ''), null);
    },
  );

  app.post('/p/take', { config: limit(TAKES), schema: { body: Form } }, async (request, reply) => {
    const { service, kind, entry = '' } = request.body;
    const phone = phoneOf(request);
    if (phone === null) return sendTakePage(parts, request, reply, entry, refuse('phone.unknown'));
    // One page may be used for two services; the same one twice is a double tap (M6).
    const id = `${request.body.request.slice(0, 24)}-${service.slice(0, 24)}-${kind}`;
    const answer = await hall.execute('ticket:take', { service, kind, entry }, visitor(phone), id);
    if (answer.ok) return reply.redirect(`/t/${answer.value.code ?? ''}`, 303);
    return sendTakePage(parts, request, reply, entry, answer);
  });
};

function sendTakePage(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  entry: string,
  refused: Refusal | null,
) {
  void reply.type(HTML).header('cache-control', 'no-store');
  const own = phoneHall(parts);
  if (!own) return reply.status(404).send(renderPhoneMissing({ hall: null, code: '' }));
  const { hall, now, standards } = parts;
  const world = { now: now(), standard: (id: string) => standards.get(id) };
  const page = takePage(hall.records, phoneOf(request), world, waitsOf(parts).service);
  if (refused) void reply.status(refusals[refused.refused][0]);
  const html = renderTakePage({
    ...own,
    page,
    request: newId(),
    entry,
    refused: refused ? wordRefusal(refused.refused, refused.params) : null,
  });
  return reply.send(html);
}
