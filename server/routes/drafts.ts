import Type from 'typebox';
import { Id, type Person } from '../../content/model/base.ts';
import { Proposal } from '../../content/model/draft.ts';
import { SheetSize, type Sheet } from '../../content/model/sheet.ts';
import { refuse } from '../../content/rule.ts';
import { renderSheet } from '../../templates/index.ts';
import { Refused } from '../errors.ts';
import { asIf, phoneOf, type AsIf } from './asif.ts';
import { HTML } from './phonehall.ts';
import { Empty, errors, guard, limit, whoOf, type Parts, type Plugin } from './parts.ts';
import { dressSheet, gatherOr } from '../printing/dress.ts';
import { PREVIEW_PX } from './sheets.ts';

const Which = Type.Object({ id: Id });
const Size = Type.Object({ size: SheetSize });
/** A file is sent as it is. */
const files = { 200: Type.Unknown(), ...errors };
/** So many people who write are remembered; whoever wrote longest ago is forgotten first. */
const WRITERS = 50;

/** The sheet that shows a record of this kind. */
function sheetOf({ of, live }: AsIf): Sheet['of'] {
  switch (of.kind) {
    case 'rule':
      return { is: 'rule', rule: live };
    case 'notice':
      return { is: 'notice', notice: live };
    case 'item':
      return { is: 'guide', item: live };
    case 'pledge':
      return { is: 'pledges', pledges: [live] };
    case 'contact':
      return { is: 'contacts' };
  }
}

/** Draws the sheet of what is proposed. Throws what gathering and rendering it refuse. */
async function drawSheet(parts: Parts, as: AsIf, size: SheetSize, host: string | undefined): Promise<Buffer> {
  const { standards, addresses, printer, now } = parts;
  const wanted = {
    now: gatherOr(as.records, sheetOf(as), standards),
    layout: { size },
    code: null,
    base: addresses.forPhones(host),
    at: now(),
  };
  const sheet = await renderSheet(dressSheet(as.records, standards, wanted));
  return Buffer.from(await printer.png(sheet, PREVIEW_PX));
}

/** How words will look on paper and on a phone, for whoever writes and reviews: a draft's, or those that are being typed. */
export const draftRoutes: Plugin = (parts) => async (app) => {
  const people = guard('editor', 'reviewer', 'admin');
  /** What each writer last asked to see; it is gone with the hub, as it is in the page that asks. */
  const written = new Map<string, { of: Proposal; author: Person }>();

  const draftOf = (id: string): AsIf => {
    const draft = parts.hall.records.get('draft', id);
    if (!draft) throw new Refused(refuse('record.missing'));
    return asIf(parts, draft.of, draft.author);
  };
  const writtenBy = (id: string): AsIf => {
    const found = written.get(id);
    if (!found) throw new Refused(refuse('record.missing'));
    return asIf(parts, found.of, found.author);
  };

  app.get(
    '/api/drafts/:id/sheet.png',
    {
      config: limit(120),
      onRequest: people,
      schema: { params: Which, querystring: Size, response: files },
    },
    async ({ params, query: { size }, headers }, reply) =>
      reply
        .type('image/png')
        .header('cache-control', 'no-store')
        .send(await drawSheet(parts, draftOf(params.id), size, headers.host)),
  );

  app.get(
    '/api/drafts/:id/phone',
    { config: limit(240), onRequest: people, schema: { params: Which, response: files } },
    async ({ params }, reply) =>
      reply
        .type(HTML)
        .header('cache-control', 'no-store')
        .send(phoneOf(parts, draftOf(params.id))),
  );

  app.post(
    '/api/previews',
    {
      config: limit(600),
      onRequest: people,
      schema: { body: Type.Object({ of: Proposal }), response: { 200: Empty, ...errors } },
    },
    async (request) => {
      const { id, account } = whoOf(request);
      const kept = { of: request.body.of, author: { id, name: account.displayName } };
      // Words that could not be released say why, rather than leave an empty frame.
      asIf(parts, kept.of, kept.author);
      written.delete(id);
      written.set(id, kept);
      if (written.size > WRITERS) written.delete(written.keys().next().value!);
      return {};
    },
  );

  app.get(
    '/api/previews/phone',
    { config: limit(600), onRequest: people, schema: { response: files } },
    async (request, reply) =>
      reply
        .type(HTML)
        .header('cache-control', 'no-store')
        .send(phoneOf(parts, writtenBy(whoOf(request).id))),
  );

  app.get(
    '/api/previews/sheet.png',
    { config: limit(240), onRequest: people, schema: { querystring: Size, response: files } },
    async (request, reply) =>
      reply
        .type('image/png')
        .header('cache-control', 'no-store')
        .send(await drawSheet(parts, writtenBy(whoOf(request).id), request.query.size, request.headers.host)),
  );
};
