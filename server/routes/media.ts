import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import Type from 'typebox';
import { Strict } from '../../content/model/base.ts';
import type { MediumType } from '../../content/model/medium.ts';
import { Digest } from '../../content/model/upload.ts';
import { refuse } from '../../content/rule.ts';
import { actorOf } from '../access.ts';
import { invalid, Refused } from '../errors.ts';
import { Giving } from '../uploads/giving.ts';
import { limits } from '../uploads/sniff.ts';
import { errors, guard, limit, whoOf, type Plugin } from './parts.ts';

const LARGEST = Math.max(...Object.values(limits));
const Missing = Type.Object({ missing: Type.Array(Type.String()), room: Type.Integer() });

const endings: Record<MediumType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/**
 * POST /api/media takes a file into the library, GET /media/SHA256 gives one of its files (server/uploads/uploads.md),
 * GET /api/media/missing tells whose files are not on disk.
 */
export const mediaRoutes: Plugin =
  ({ hall, library, uploads }) =>
  async (app) => {
    await app.register(multipart, { limits: { files: 1, fields: 2, fileSize: LARGEST + 1 } });
    await app.register(fastifyStatic, { root: uploads.folder, serve: false, contentType: false });
    const giving = new Giving(hall);
    app.addHook('onClose', async () => giving.close());

    app.post(
      '/api/media',
      {
        config: { ...limit(200), patient: true },
        onRequest: guard('admin', 'editor'),
        bodyLimit: LARGEST + 64 * 1024,
        schema: { response: { 200: Type.Object({ id: Type.String() }), ...errors } },
      },
      async (request) => {
        const part = await request.file();
        if (!part) throw invalid({ path: ['file'], keyword: 'file', params: {} });
        const who = whoOf(request);
        return library.take({ name: part.filename, stream: part.file }, actorOf(who.id, who.account));
      },
    );

    app.get(
      '/api/media/missing',
      { onRequest: guard('admin', 'editor', 'reviewer'), schema: { response: { 200: Missing, ...errors } } },
      async () => library.missing(),
    );

    app.get(
      '/media/:digest',
      {
        schema: {
          params: Type.Object({ digest: Digest }, Strict),
          querystring: Type.Object({ download: Type.Optional(Type.String({ maxLength: 1 })) }),
        },
      },
      async (request, reply) => {
        const { digest } = request.params;
        const gift = giving.find(digest);
        if (!gift || (!gift.open && !request.who)) throw new Refused(refuse('upload.missing'));
        const { medium, whole, open } = gift;
        const type = whole ? medium.type : 'image/jpeg';
        void reply.type(type).header('vary', 'cookie');
        if (request.query.download !== undefined || medium.is === 'document') {
          const file = encodeURIComponent(`${medium.name}.${endings[type]}`);
          if (whole) void reply.header('content-disposition', `attachment; filename*=UTF-8''${file}`);
        }
        // What is not open to all stays in the browser of whoever signed in.
        const cached = open ? 'public, max-age=31536000, immutable' : 'private, max-age=86400';
        void reply.header('cache-control', cached);
        return reply.sendFile(digest, { cacheControl: false });
      },
    );
  };
