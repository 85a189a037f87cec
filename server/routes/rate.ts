import type { FastifyReply } from 'fastify';
import Type, { type Static } from 'typebox';
import { readCode } from '../../content/code.ts';
import { sayRate } from '../../content/messages/ratings.ts';
import { Id } from '../../content/model/base.ts';
import { RatingReason, type Degree } from '../../content/model/rating.ts';
import type { Kept } from '../../content/model/record.ts';
import { ticketOfCode } from '../../content/queue/phone.ts';
import { isBad, lastServed } from '../../content/ratings/rating.ts';
import { ratingSettingsOf } from '../../content/ratings/settings.ts';
import { refusals, wordRefusal } from '../../content/refusals.ts';
import { refuse } from '../../content/rule.ts';
import { rateStyles, renderRated, renderRatePage, type RateDraft } from '../../templates/index.ts';
import { Refused } from '../errors.ts';
import { phoneOf, visitor } from '../phones.ts';
import { readForms } from './forms.ts';
import { limit, type Parts, type Plugin } from './parts.ts';
import { answerVisitors, HTML, phoneHall } from './phonehall.ts';

const reasons = RatingReason.anyOf.map((reason) => reason.const);
const Text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
/** What the form sends: one text for each name, so each reason has a name of its own. Lengths are the rule's to refuse. */
const Form = Type.Object({
  visit: Id,
  degree: Text(1),
  words: Text(4000),
  contact: Text(200),
  ...Object.fromEntries(reasons.map((reason) => [`reason-${reason}`, Text(1)])),
});
type Form = Static<typeof Form>;

const byCode = { params: Type.Object({ code: Type.String({ maxLength: 32 }) }) };
const byWindow = { params: Type.Object({ number: Type.String({ maxLength: 8 }) }) };
/** A visitor rates once; behind one address may be the hall's own Wi-Fi. */
const GIVES = 30;
const WORDS = 200;
const EMPTY: RateDraft = { degree: null, reasons: [], words: '', contact: '' };

type Way = 'slip' | 'sign';
/** Where a page leads its form, and how it was come to. */
interface Place {
  action: string;
  way: Way;
}

/** Rating a visit on the visitor's phone, from the slip or by the window's code: content/ratings/ratings.md E4–E8. */
export const rateRoutes: Plugin = (parts) => async (app) => {
  const { hall, now } = parts;
  readForms(app);
  answerVisitors(app, parts);

  app.get('/p/rate.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=60').send(rateStyles),
  );

  app.get('/t/:code/rate', { config: limit(120), schema: byCode }, async ({ params }, reply) => {
    const ticket = ticketOfCode(hall.records, params.code, now());
    return sendPage(parts, reply, ticket, slip(params.code), EMPTY, null);
  });

  app.post(
    '/t/:code/rate',
    { config: limit(GIVES), schema: { ...byCode, body: Form } },
    async (request, reply) => {
      const ticket = ticketOfCode(hall.records, request.params.code, now());
      const place = slip(request.params.code);
      return give(parts, reply, ticket, place, request.body, phoneOf(request));
    },
  );

  app.get(
    '/r/:number',
    { config: limit(120), schema: { ...byWindow, querystring: Type.Object({ v: Type.Optional(Id) }) } },
    async ({ params: { number }, query: { v } }, reply) => {
      const window = windowNumbered(parts, number);
      if (window === undefined) throw new Refused(refuse('rating.over'));
      const ticket = v === undefined ? lastServed(hall.records, window, now()) : visitOf(parts, window, v);
      return sendPage(parts, reply, ticket, sign(number), EMPTY, null);
    },
  );

  app.post(
    '/r/:number',
    { config: limit(GIVES), schema: { ...byWindow, body: Form } },
    async (request, reply) => {
      const { number } = request.params;
      const window = windowNumbered(parts, number);
      const ticket = window ? visitOf(parts, window, request.body.visit) : undefined;
      return give(parts, reply, ticket, sign(number), request.body, phoneOf(request));
    },
  );
};

const slip = (code: string): Place => ({ action: `/t/${readCode(code)}/rate`, way: 'slip' });
const sign = (number: string): Place => ({ action: `/r/${Number(number)}`, way: 'sign' });

function windowNumbered({ hall }: Parts, number: string): string | undefined {
  for (const { id, body } of hall.records.all('window')) if (body.number === Number(number)) return id;
  return undefined;
}

/** A visit by its ticket's id, which only a page of the hub can tell, if it was served at this window. */
function visitOf({ hall }: Parts, window: string, id: string): Kept<'ticket'> | undefined {
  const body = hall.records.get('ticket', id);
  if (!body || !('window' in body.state) || body.state.window !== window) return undefined;
  return { kind: 'ticket', id, rev: hall.records.rev('ticket', id), body };
}

async function give(
  parts: Parts,
  reply: FastifyReply,
  ticket: Kept<'ticket'> | undefined,
  place: Place,
  form: Form,
  phone: string | null,
) {
  const draft = draftOf(form);
  if (!ticket || draft.degree === null) {
    void reply.status(400);
    return sendPage(parts, reply, ticket, place, draft, sayRate('rate.choose'));
  }
  const { degree, reasons: chosen, words, contact } = draft;
  const answer = await parts.hall.execute(
    'rating:give',
    {
      ticket: ticket.id,
      degree,
      reasons: [...chosen],
      words: words.slice(0, WORDS),
      ...(contact ? { contact: contact.slice(0, 40) } : {}),
      by: place.way,
    },
    visitor(phone),
  );
  if (!answer.ok && answer.refused !== 'rating.done') {
    void reply.status(refusals[answer.refused][0]);
    return sendPage(parts, reply, ticket, place, draft, wordRefusal(answer.refused, answer.params));
  }
  const days = ratingSettingsOf(parts.hall.records).caseDays;
  const bad = answer.ok && isBad(degree);
  return sendThanks(
    parts,
    reply,
    place,
    answer.ok ? sayRate(bad ? 'rated.bad' : 'rated.text', { days }) : null,
  );
}

function draftOf(form: Form): RateDraft {
  const sent = form as Record<string, string | undefined>;
  const degree = Number(sent['degree']);
  return {
    degree: degree >= 1 && degree <= 5 ? (degree as Degree) : null,
    reasons: reasons.filter((reason) => sent[`reason-${reason}`] !== undefined),
    words: (sent['words'] ?? '').replace(/\r\n?/g, '\n').trim(),
    contact: (sent['contact'] ?? '').trim(),
  };
}

/** The form; thanks if the visit has been rated; why not, if it cannot be. */
function sendPage(
  parts: Parts,
  reply: FastifyReply,
  ticket: Kept<'ticket'> | undefined,
  place: Place,
  draft: RateDraft,
  refused: string | null,
) {
  const { records } = parts.hall;
  const own = phoneHall(parts);
  if (!own || !ticket) throw new Refused(refuse('rating.over'));
  const { number, state, service, rated } = ticket.body;
  if (rated !== undefined) return sendThanks(parts, reply, place, null);
  if (state.is !== 'serving' && state.is !== 'finished')
    throw new Refused(refuse('rating.unserved', { number }));
  const html = renderRatePage({
    ...own,
    action: place.action,
    visit: ticket.id,
    number,
    window: records.get('window', state.window)?.number ?? ticket.body.call?.windowNumber ?? 0,
    service: records.get('service', service)?.name ?? '',
    draft,
    refused,
  });
  return reply.type(HTML).header('cache-control', 'no-store').send(html);
}

/** `text` is null for a visit that was rated before (E7). */
function sendThanks(parts: Parts, reply: FastifyReply, { action, way }: Place, text: string | null) {
  const own = phoneHall(parts);
  if (!own) throw new Refused(refuse('rating.over'));
  const back = way === 'slip' ? action.replace(/\/rate$/, '') : null;
  const html = renderRated({ ...own, text: text ?? sayRate('rated.before'), back });
  return reply.type(HTML).header('cache-control', 'no-store').send(html);
}
