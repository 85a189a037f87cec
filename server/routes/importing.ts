import multipart from '@fastify/multipart';
import Type from 'typebox';
import { Strict } from '../../content/model/base.ts';
import { Block, Source } from '../../content/model/rule.ts';
import { previewNotice } from '../importer/index.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import { invalid, languageOf, Refused } from '../errors.ts';
import { errors, guard, limit, type Plugin } from './parts.ts';

/** A book of rules as PDF, with a few pictures; text stays far below this. */
const FILE_BYTES = 20 * 2 ** 20;

const ImportPreview = Type.Object({
  file: Type.String(),
  title: Type.String(),
  issuer: Type.Optional(Type.String()),
  date: Type.Optional(Type.String()),
  rules: Type.Array(
    Type.Object(
      {
        title: Type.String(),
        blocks: Type.Array(Block),
        source: Source,
        lines: Type.Tuple([Type.Integer(), Type.Integer()]),
        within: Type.Optional(Type.String()),
        existing: Type.Union([Type.Literal('none'), Type.Literal('same'), Type.Literal('different')]),
      },
      Strict,
    ),
  ),
  source: Type.Array(Type.String()),
  left: Type.Array(Type.Object({ at: Type.Integer(), text: Type.String(), kind: Type.String() })),
  warnings: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
});

/** POST /api/import/preview: cuts a notice into its rules; nothing is taken over yet. */
export const importRoutes: Plugin =
  ({ hall }) =>
  async (app) => {
    await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: FILE_BYTES + 1 } });
    app.post(
      '/api/import/preview',
      {
        config: limit(30),
        onRequest: guard('editor', 'admin'),
        bodyLimit: FILE_BYTES + 64 * 1024,
        schema: { response: { 200: ImportPreview, ...errors } },
      },
      async (request) => {
        const part = await request.file({ throwFileSizeLimit: false });
        if (!part) throw invalid({ path: ['file'], keyword: 'file', params: {} });
        const bytes = await part.toBuffer();
        if (bytes.length > FILE_BYTES) throw new Refused(refuse('request.too-large', { limit: '20 MB' }));
        const found = await previewNotice(
          { name: part.filename, bytes },
          hall.records,
          languageOf(request.headers['accept-language']),
        );
        if (isRefusal(found)) throw new Refused(found);
        return found;
      },
    );
  };
