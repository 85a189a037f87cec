import type { FastifyReply } from 'fastify';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { appointmentOfCode } from '../../content/appointments/answering.ts';
import { appointmentSettingsOf } from '../../content/appointments/settings.ts';
import { readCode } from '../../content/code.ts';
import { sayBook } from '../../content/messages/book.ts';
import { AskedFor } from '../../content/model/appointment.ts';
import { Id, Strict } from '../../content/model/base.ts';
import { today } from '../../content/premises/hall.ts';
import { refusals, wordRefusal } from '../../content/refusals.ts';
import { refuse, type Refusal } from '../../content/rule.ts';
import { bookedPage, bookPage } from '../../content/views/bookpage.ts';
import {
  bookStyles,
  renderBookedPage,
  renderBookPage,
  renderBookGone,
  renderPhoneMissing,
  type BookDraft,
} from '../../templates/index.ts';
import { newId } from '../ids.ts';
import { markPhone, phoneOf, visitor } from '../phones.ts';
import { readForms } from './forms.ts';
import { limit, type Parts, type Plugin } from './parts.ts';
import { answerVisitors, HTML, phoneHall } from './phonehall.ts';

const Text = (most: number) => Type.Optional(Type.String({ maxLength: most }));
/** What the form sends; lengths and shapes are looked at below, so that the answer is a page with what was written. */
const Form = Type.Object({
  request: Id,
  service: Id,
  day: Type.String({ maxLength: 10 }),
  slot: Text(11),
  name: Text(200),
  phone: Text(40),
  about: Text(2000),
  consent: Text(1),
});
type Form = Static<typeof Form>;
const Asked = Type.Object(AskedFor, Strict);

const byCode = { params: Type.Object({ code: Type.String({ maxLength: 32 }) }) };
/** A minute from one address, which may be that of the hall's whole Wi-Fi. */
const LOOKS = 120;
/** Nobody books more often; codes have 40 bits, so that none is found at this pace. */
const SENDS = 12;
const EMPTY: BookDraft = { slot: '', name: '', phone: '', about: '', consent: false };

/** Asking for an appointment on a page, and the page of its code: content/appointments/appointments.md. */
export const bookRoutes: Plugin = (parts) => async (app) => {
  const { hall } = parts;
  readForms(app);
  answerVisitors(app, parts);

  app.get('/p/book.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=60').send(bookStyles),
  );

  app.get(
    '/p/book',
    { config: limit(LOOKS), schema: { querystring: Type.Object({ s: Text(64), d: Text(10) }) } },
    async (request, reply) => {
      markPhone(request, reply, parts.addresses.secure);
      const { s, d } = request.query;
      return sendBook(parts, reply, { service: s, day: d }, EMPTY, null);
    },
  );

  app.post('/p/book', { config: limit(SENDS), schema: { body: Form } }, async (request, reply) => {
    const form = request.body;
    const draft = draftOf(form);
    const asked = askedOf(form, draft);
    if ('refused' in asked) return sendBook(parts, reply, form, draft, asked);
    const answer = await hall.execute('appointment:book', asked, visitor(phoneOf(request)), form.request);
    if (answer.ok) return reply.redirect(`/b/${answer.value.code}`, 303);
    return sendBook(parts, reply, form, draft, answer);
  });

  app.get('/b/:code', { config: limit(LOOKS), schema: byCode }, async ({ params }, reply) =>
    sendBooked(parts, reply, params.code, null),
  );

  app.post('/b/:code/cancel', { config: limit(SENDS), schema: byCode }, async (request, reply) => {
    const code = readCode(request.params.code);
    const answer = await hall.execute('appointment:withdraw', { code }, visitor(phoneOf(request)));
    return answer.ok ? reply.redirect(`/b/${code}`, 303) : sendBooked(parts, reply, code, answer);
  });

  app.post(
    '/b/:code/arrive',
    { config: limit(SENDS), schema: { ...byCode, body: Type.Object({ entry: Text(16) }) } },
    async (request, reply) => {
      const code = readCode(request.params.code);
      const { entry = '' } = request.body;
      const answer = await hall.execute('appointment:arrive', { code, entry }, visitor(phoneOf(request)));
      if (!answer.ok) return sendBooked(parts, reply, code, answer);
      return reply.redirect(answer.value.code === undefined ? `/b/${code}` : `/t/${answer.value.code}`, 303);
    },
  );
};

function draftOf({ slot = '', name = '', phone = '', about = '', consent }: Form): BookDraft {
  return {
    slot,
    name: name.trim().replace(/\s+/g, ' '),
    phone: phone.normalize('NFKC').replace(/[\s()]/g, ''),
    about: about.trim().replace(/\s+/g, ' ').slice(0, 200),
    consent: consent !== undefined,
  };
}

/** What is asked for, or what is missing. */
function askedOf({ service, day }: Form, { slot, name, phone, about, consent }: BookDraft) {
  const [from = '', to = ''] = slot.split('-');
  const asked = { name, phone, service, wish: { day, from, to }, ...(about ? { about } : {}) };
  if (!Value.Check(Asked, asked)) return refuse('appointment.details');
  return consent ? asked : refuse('appointment.consent');
}

function sendBook(
  parts: Parts,
  reply: FastifyReply,
  chosen: { service?: string | undefined; day?: string | undefined },
  draft: BookDraft,
  refused: Refusal | null,
) {
  void reply.type(HTML).header('cache-control', 'no-store');
  const own = phoneHall(parts);
  if (!own) return reply.status(404).send(renderPhoneMissing({ hall: null, code: '' }));
  const { records } = parts.hall;
  const now = parts.now();
  if (refused) void reply.status(refusals[refused.refused][0]);
  const html = renderBookPage({
    ...own,
    page: bookPage(records, chosen, now),
    today: today(records, now),
    hold: appointmentSettingsOf(records).hold,
    draft,
    request: newId(),
    refused: refused ? wordRefusal(refused.refused, refused.params) : null,
  });
  return reply.send(html);
}

function sendBooked(parts: Parts, reply: FastifyReply, typed: string, refused: Refusal | null) {
  void reply.type(HTML).header('cache-control', 'no-store');
  const own = phoneHall(parts);
  const { records } = parts.hall;
  const found = appointmentOfCode(records, typed);
  if (!own) return reply.status(404).send(renderPhoneMissing({ hall: null, code: '' }));
  if (!found)
    return reply
      .status(404)
      .send(renderBookGone(own, sayBook('booked.gone.title'), sayBook('booked.gone.text')));
  if (refused) void reply.status(refusals[refused.refused][0]);
  const html = renderBookedPage({
    ...own,
    page: bookedPage(records, found.body, parts.now()),
    canBook: appointmentSettingsOf(records).page !== 'off',
    refused: refused ? wordRefusal(refused.refused, refused.params) : null,
  });
  return reply.send(html);
}
