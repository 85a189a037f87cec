import Type from 'typebox';
import { Id, type Person } from '../../content/model/base.ts';
import { Previewed } from '../../content/model/preview.ts';
import { SheetSize } from '../../content/model/sheet.ts';
import { refuse } from '../../content/rule.ts';
import { sheetKinds } from '../../content/sheets/kinds.ts';
import { PrintRefusal } from '../../templates/index.ts';
import { Refused } from '../errors.ts';
import { asIf, phoneOf, sheetOf, type AsIf } from './asif.ts';
import { HTML } from './phonehall.ts';
import { errors, guard, limit, whoOf, type Parts, type Plugin } from './parts.ts';
import { PREVIEW_PX } from './sheets.ts';

const Which = Type.Object({ id: Id });
const Size = Type.Object({ size: Type.Optional(SheetSize) });
/** A file is sent as it is. */
const files = { 200: Type.Unknown(), ...errors };
/** `FacesMade` of content/api.ts. */
const Faces = Type.Object({
  live: Type.String(),
  changes: Type.Array(Type.Unknown()),
  phone: Type.Boolean(),
  sheet: Type.Boolean(),
});
/** So many people who write are remembered; whoever wrote longest ago is forgotten first. */
const WRITERS = 50;
/** As long as the words of a notice may be (server/routes/notices.ts). */
const WORDS = 4 * 2 ** 20;

/** Draws the sheet of what is proposed, on its usual paper unless one is asked for. Throws what gathering and rendering refuse. */
async function drawSheet(parts: Parts, as: AsIf, size: SheetSize | undefined, host: string | undefined) {
  const of = sheetOf(as);
  if (!of) throw new Refused(refuse('record.missing'));
  const { sizes, orientation } = sheetKinds[of.is];
  const base = parts.addresses.forPhones(host);
  let refused: unknown;
  for (const one of size ? [size] : sizes)
    try {
      const bytes = await parts.press.sketch(as.records, { of, size: one, orientation }, base, PREVIEW_PX);
      return Buffer.from(bytes);
    } catch (error) {
      // What the usual paper has no room for is looked at on the next that is usual for its kind.
      if (!(error instanceof PrintRefusal) || error.refused !== 'print.too-long') throw error;
      refused = error;
    }
  throw refused;
}

/** What a page that shows the three surfaces asks first: what would change, and where it would be seen. */
function facesOf(as: AsIf) {
  const { live, changes, of } = as;
  return { live, changes, phone: of.kind !== 'area' && of.kind !== 'plan', sheet: sheetOf(as) !== null };
}

/** How words will look on screens, on paper and on a phone, for whoever writes and reviews: a draft's, or those that are being typed. */
export const draftRoutes: Plugin = (parts) => async (app) => {
  const people = guard('editor', 'reviewer', 'admin');
  /** What each writer last asked to see; it is gone with the hub, as it is in the page that asks. */
  const written = new Map<string, { of: Previewed; author: Person }>();

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
    '/api/drafts/:id/faces',
    { config: limit(240), onRequest: people, schema: { params: Which, response: { 200: Faces, ...errors } } },
    ({ params }) => facesOf(draftOf(params.id)),
  );

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
      bodyLimit: WORDS,
      schema: { body: Type.Object({ of: Previewed }), response: { 200: Faces, ...errors } },
    },
    async (request) => {
      const { id, account } = whoOf(request);
      const kept = { of: request.body.of, author: { id, name: account.displayName } };
      // Words that could not be released say why, rather than leave an empty frame.
      const as = asIf(parts, kept.of, kept.author);
      written.delete(id);
      written.set(id, kept);
      if (written.size > WRITERS) written.delete(written.keys().next().value!);
      return facesOf(as);
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
