import Type from 'typebox';
import { Id, Strict } from '../../content/model/base.ts';
import { refuse } from '../../content/rule.ts';
import { actorOf } from '../access.ts';
import { Refused } from '../errors.ts';
import type { SheetFile } from '../printing/press.ts';
import { zipFiles } from '../printing/zip.ts';
import { Empty, errors, guard, limit, whoOf, type Plugin } from './parts.ts';
import { Dpi, readDpi, SheetInput } from './sheets.ts';

const One = Type.Object({ id: Id }, Strict);
/** Sheets of one batch at most: a whole hall is some two hundred. */
const MOST = 500;
const FilesQuery = Type.Object({
  as: Type.Optional(Type.Union([Type.Literal('pdf'), Type.Literal('png')])),
  dpi: Type.Optional(Dpi),
});

/** Batches of sheets with progress, cancel, retry and one ZIP of all. */
export const printJobRoutes: Plugin =
  ({ jobs, press, addresses }) =>
  async (app) => {
    const makers = guard('editor', 'reviewer', 'admin');

    app.post(
      '/api/printjobs',
      {
        config: limit(30),
        onRequest: makers,
        bodyLimit: 1 << 20,
        schema: {
          body: Type.Object({ sheets: Type.Array(SheetInput, { minItems: 1, maxItems: MOST }) }, Strict),
          response: { 200: Type.Object({ id: Type.String() }), ...errors },
        },
      },
      async (request) => {
        const { id, account } = whoOf(request);
        const base = addresses.forPhones(request.headers.host);
        return { id: await jobs.add(request.body.sheets, actorOf(id, account), base) };
      },
    );

    /** Asked again and again: answers 304 with no body while nothing has changed. */
    app.get(
      '/api/printjobs',
      { config: limit(600), onRequest: makers, schema: { response: { 200: Type.Unknown(), ...errors } } },
      async (request, reply) => {
        const tag = `"${jobs.version}"`;
        void reply.header('etag', tag).header('cache-control', 'no-cache');
        if (request.headers['if-none-match'] === tag) return reply.status(304).send();
        return jobs.list();
      },
    );

    app.get(
      '/api/printjobs/:id',
      {
        config: limit(600),
        onRequest: makers,
        schema: { params: One, response: { 200: Type.Unknown(), ...errors } },
      },
      async ({ params, headers }, reply) => {
        const tag = `"${params.id}-${jobs.version}"`;
        void reply.header('etag', tag).header('cache-control', 'no-cache');
        if (headers['if-none-match'] === tag) return reply.status(304).send();
        return jobs.view(params.id);
      },
    );

    for (const what of ['cancel', 'retry'] as const)
      app.post(
        `/api/printjobs/:id/${what}`,
        {
          config: limit(60),
          onRequest: makers,
          schema: { params: One, body: Empty, response: { 200: Empty, ...errors } },
        },
        async ({ params }) => {
          await jobs[what](params.id);
          return {};
        },
      );

    app.get(
      '/api/printjobs/:id/files.zip',
      {
        config: limit(20),
        onRequest: makers,
        schema: { params: One, querystring: FilesQuery, response: { 200: Type.Unknown(), ...errors } },
      },
      async ({ params: { id }, query: { as, dpi } }, reply) => {
        const codes = jobs.codes(id);
        if (codes.length === 0) throw new Refused(refuse('print.none-ready'));
        const files: Pick<SheetFile, 'name' | 'bytes'>[] = [];
        for (const [index, code] of codes.entries())
          for (const { name, bytes } of await press.files(code, jobs.base(id), as ?? 'pdf', readDpi(dpi)))
            files.push({ name: `${String(index + 1).padStart(3, '0')}-${name}`, bytes });
        return reply
          .type('application/zip')
          .header('content-disposition', `attachment; filename="sheets-${id}.zip"`)
          .send(Buffer.from(zipFiles(files)));
      },
    );
  };
