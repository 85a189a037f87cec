import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { readCode } from '../../content/code.ts';
import { Id } from '../../content/model/base.ts';
import type { PaperWidth } from '../../content/model/printer.ts';
import { refuse } from '../../content/rule.ts';
import { layOut } from '../../content/slips/lines.ts';
import { ticketOf } from '../../content/slips/slip.ts';
import { renderSlip, slipPage, slipStyles, styleSlip } from '../../templates/index.ts';
import { Refused } from '../errors.ts';
import { Empty, errors, guard, limit, type Plugin } from './parts.ts';

const Printed = Type.Object({ unsure: Type.Boolean() });
const ByTicket = Type.Object({ ticket: Id });
/** A query is text until it is checked. */
const Width = Type.Optional(Type.Union([Type.Literal('58'), Type.Literal('80')]));
const CODE = /^[2-9A-HJ-NP-Z]{8}$/;
const CSS = 'text/css; charset=utf-8';
/** A slip is metres long at most. */
const PAGE = /^(58|80)x(\d{2,3})\.css$/;

/** Slips: the page that a browser prints, and printing on the hall's printers. */
export const slipRoutes: Plugin = (parts) => async (app) => {
  const { hall, slips, addresses } = parts;
  const base = (host: string | undefined) => addresses.forPhones(host);

  app.get('/slip/slip.css', async (_request, reply) => reply.type(CSS).send(slipStyles));

  app.get(
    '/slip/page/:file',
    { schema: { params: Type.Object({ file: Type.String({ maxLength: 20 }) }) } },
    async ({ params: { file } }, reply) => {
      const [, width, length] = PAGE.exec(file) ?? [];
      if (!width || !length) throw new Refused(refuse('slip.missing'));
      return reply.type(CSS).send(slipPage(Number(width) as PaperWidth, Number(length)));
    },
  );

  const schema = {
    params: Type.Object({ ticket: Type.String({ maxLength: 64 }) }),
    querystring: Type.Object({ width: Width }),
  };
  /** K14: with the code of the ticket, or by its id for who is signed in. */
  const find = ({ headers, who }: FastifyRequest, named: string, asked: '58' | '80' | undefined) => {
    const code = readCode(named);
    const byCode = CODE.test(code) ? ticketOf(hall.records, code) : undefined;
    if (byCode === undefined && !who) throw new Refused(refuse('slip.missing'));
    const slip = slips.slip(byCode ?? named, base(headers.host));
    const width: PaperWidth = asked === '58' ? 58 : 80;
    return { slip, width, lines: layOut(slip, width), named: byCode === undefined ? named : code };
  };

  app.get('/slip/:ticket', { config: limit(240), schema }, async (request, reply) => {
    const { slip, width, lines, named } = find(request, request.params.ticket, request.query.width);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(renderSlip(named, slip.number, lines, width));
  });

  app.get('/slip/:ticket/faces.css', { config: limit(240), schema }, async (request, reply) => {
    const { lines } = find(request, request.params.ticket, request.query.width);
    // A character that no font of ours has is left to the browser's: a slip with a gap is better than none.
    const faces = await styleSlip(lines).catch(() => '');
    return reply.type(CSS).header('cache-control', 'no-store').send(faces);
  });

  app.post(
    '/api/slips/:ticket',
    {
      config: limit(60),
      onRequest: guard('clerk', 'admin'),
      schema: { params: ByTicket, body: Empty, response: { 200: Printed, ...errors } },
    },
    async ({ params, headers }) => slips.reprint(params.ticket, base(headers.host)),
  );

  app.post(
    '/api/printers/:id/test',
    {
      config: limit(20),
      onRequest: guard('admin'),
      schema: { params: Type.Object({ id: Id }), body: Empty, response: { 200: Printed, ...errors } },
    },
    async ({ params, headers }) => slips.test(params.id, base(headers.host)),
  );
};
