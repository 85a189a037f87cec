import Type from 'typebox';
import type { ReportAsked } from '../../content/history/report.ts';
import type { Role } from '../../content/model/account.ts';
import { Id, Strict } from '../../content/model/base.ts';
import { OnceInput, type OnceOf } from '../../content/model/oncesheet.ts';
import type { Actor } from '../../content/model/record.ts';
import { Sheet, SheetLayout, SheetOf, SheetSize } from '../../content/model/sheet.ts';
import { refuse } from '../../content/rule.ts';
import { actorOf, mayDo } from '../access.ts';
import { forbidden } from '../errors.ts';
import { gatherOnce } from '../printing/once.ts';
import type { SheetFile } from '../printing/press.ts';
import { zipFiles } from '../printing/zip.ts';
import { Refused } from '../errors.ts';
import { reportOf } from './reports.ts';
import { errors, guard, limit, whoOf, type Plugin } from './parts.ts';

/** Width of a preview: sharp in the panel's column on a screen of double density. */
export const PREVIEW_PX = 1000;

export const SheetInput = Type.Object(
  { of: SheetOf, ...SheetLayout.properties, place: Sheet.properties.place },
  Strict,
);
/** Dots per inch of a picture, in the address: 36 to 600. */
export const Dpi = Type.String({ pattern: '^(3[6-9]|[4-9]\\d|[1-5]\\d\\d|600)$' });
export function readDpi(dpi: string | undefined): number | undefined {
  return dpi === undefined ? undefined : Number(dpi);
}

/** A file is sent as it is. */
const files = { 200: Type.Unknown(), ...errors };
const Page = Type.Object({ picture: Type.String(), width: Type.Integer(), height: Type.Integer() });
const PreviewMade = Type.Object({
  pages: Type.Array(Page),
  faces: Type.Array(Type.Object({ wanted: Type.String(), used: Type.String() })),
});
const SheetMade = Type.Object({ code: Type.String(), pdf: Type.String() });
/** Who may print each paper that is printed once; none named: whoever is signed in. */
const onceReaders: Record<OnceOf['is'], Role[]> = {
  form: [],
  report: ['admin', 'auditor'],
  ledger: ['admin', 'auditor'],
  scorecard: ['admin', 'reviewer', 'auditor'],
  certificate: ['admin', 'editor', 'reviewer', 'auditor'],
};
const makers = guard('editor', 'reviewer', 'admin');

/** Sheets: a picture to look at, a registered code, and the file to print. */
export const sheetRoutes: Plugin = (parts) => async (app) => {
  const { press, addresses } = parts;
  const base = (host: string | undefined) => addresses.forPhones(host);

  app.get(
    '/api/sheets/preview.png',
    {
      config: limit(120),
      onRequest: guard(),
      schema: { querystring: Type.Object({ record: Id, size: SheetSize }), response: files },
    },
    async ({ query: { record, size }, headers }, reply) => {
      const input = { of: { is: 'rule' as const, rule: record }, size };
      const png = await press.preview(input, base(headers.host), { px: PREVIEW_PX });
      return reply.type('image/png').header('cache-control', 'no-store').send(Buffer.from(png));
    },
  );

  app.post(
    '/api/sheets/preview',
    {
      config: limit(240),
      onRequest: guard(),
      schema: {
        body: SheetInput,
        querystring: Type.Object({ as: Type.Union([Type.Literal('pdf'), Type.Literal('png')]) }),
        response: files,
      },
    },
    async ({ body, query: { as }, headers }, reply) => {
      const bytes = await press.preview(body, base(headers.host), as === 'pdf' ? 'pdf' : { px: PREVIEW_PX });
      void reply.type(as === 'pdf' ? 'application/pdf' : 'image/png').header('cache-control', 'no-store');
      return reply.send(Buffer.from(bytes));
    },
  );

  app.post(
    '/api/sheets/preview/pages',
    {
      config: limit(240),
      onRequest: guard(),
      schema: { body: SheetInput, response: { 200: PreviewMade, ...errors } },
    },
    async ({ body, headers }) => {
      const pages = await press.pages(body, base(headers.host));
      return {
        pages: pages.map(({ name, width, height }) => ({
          picture: `/api/sheets/preview/pages/${name}.jpg`,
          width,
          height,
        })),
        faces: press.standIns(body.of),
      };
    },
  );

  app.get(
    '/api/sheets/preview/pages/:file',
    {
      config: limit(1200),
      onRequest: guard(),
      schema: {
        params: Type.Object({ file: Type.String({ pattern: '^[0-9a-f]{64}-\\d{1,3}\\.jpg$' }) }),
        response: files,
      },
    },
    async ({ params: { file } }, reply) => {
      const bytes = await press.page(file.slice(0, -'.jpg'.length));
      if (!bytes) throw new Refused(refuse('print.none-ready'));
      void reply.type('image/jpeg').header('cache-control', 'private, max-age=86400, immutable');
      return reply.send(Buffer.from(bytes));
    },
  );

  app.post(
    '/api/sheets/once',
    {
      config: limit(120),
      onRequest: guard(),
      schema: {
        body: OnceInput,
        querystring: Type.Object({ as: Type.Union([Type.Literal('pdf'), Type.Literal('page')]) }),
        response: files,
      },
    },
    async (request, reply) => {
      const { of, ...layout } = request.body;
      const { id, account } = whoOf(request);
      const roles = onceReaders[of.is];
      if (roles.length > 0 && !mayDo(account, roles)) throw forbidden(roles);
      const sources = {
        ...parts,
        report: (asked: ReportAsked) => reportOf(parts, asked, 'zh-CN'),
        certify: (notice: string, by: Actor) => parts.proof.certify(notice, by),
      };
      const paper = await gatherOnce(sources, of, actorOf(id, account));
      const { as } = request.query;
      const bytes = await press.once(paper, layout, base(request.headers.host), as);
      void reply.type(as === 'pdf' ? 'application/pdf' : 'image/jpeg').header('cache-control', 'no-store');
      return reply.send(Buffer.from(bytes));
    },
  );

  app.post(
    '/api/sheets',
    {
      config: limit(60),
      onRequest: makers,
      schema: { body: SheetInput, response: { 200: SheetMade, ...errors } },
    },
    async (request) => {
      const { id, account } = whoOf(request);
      const code = await press.make(request.body, actorOf(id, account), base(request.headers.host));
      return { code, pdf: `/api/sheets/${code}.pdf` };
    },
  );

  app.get(
    '/api/sheets/:file',
    {
      config: limit(120),
      onRequest: guard(),
      schema: {
        params: Type.Object({ file: Type.String({ maxLength: 40 }) }),
        querystring: Type.Object({ dpi: Type.Optional(Dpi) }),
        response: files,
      },
    },
    async ({ params, query, headers }, reply) => {
      const [, code = '', ending] = /^(.*?)(?:\.(pdf|png))?$/i.exec(params.file) ?? [];
      const as = ending?.toLowerCase() === 'png' ? 'png' : 'pdf';
      const files = await press.files(code, base(headers.host), as, readDpi(query.dpi));
      const [{ name, type, bytes }] = files as [SheetFile];
      // Pictures of several pages come together.
      const zip = files.length > 1;
      const sent = zip ? name.replace(/-1\.png$/, '.zip') : name;
      return reply
        .type(zip ? 'application/zip' : type)
        .header(
          'content-disposition',
          `${zip ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(sent)}`,
        )
        .send(Buffer.from(zip ? zipFiles(files) : bytes));
    },
  );
};
