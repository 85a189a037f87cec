import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import Type from 'typebox';
import { Strict } from '../../content/model/base.ts';
import { Digest } from '../../content/model/upload.ts';
import { refuse } from '../../content/rule.ts';
import { actorOf } from '../access.ts';
import { invalid, Refused } from '../errors.ts';
import { LARGEST } from '../uploads/uploads.ts';
import { errors, guard, limit, whoOf, type Plugin } from './parts.ts';

const Made = Type.Object({ id: Type.String(), type: Type.String(), size: Type.Integer() });

/** POST /api/uploads takes a file, GET /uploads/SHA256 gives it (server/uploads/uploads.md). */
export const uploadRoutes: Plugin =
  ({ uploads }) =>
  async (app) => {
    // One byte more than may be: the rest is cut off, and what is too large still shows.
    await app.register(multipart, { limits: { files: 1, fields: 2, fileSize: LARGEST + 1 } });
    await app.register(fastifyStatic, { root: uploads.folder, serve: false, contentType: false });
    app.post(
      '/api/uploads',
      {
        // A whole voice is fifty recordings.
        config: limit(200),
        onRequest: guard('admin', 'editor'),
        bodyLimit: LARGEST + 64 * 1024,
        schema: { response: { 200: Made, ...errors } },
      },
      async (request) => {
        const part = await request.file();
        if (!part) throw invalid({ path: ['file'], keyword: 'file', params: {} });
        const who = whoOf(request);
        const bytes = await part.toBuffer();
        return uploads.keep({ name: part.filename, bytes }, actorOf(who.id, who.account));
      },
    );

    app.get(
      '/uploads/:id',
      { schema: { params: Type.Object({ id: Digest }, Strict) } },
      async (request, reply) => {
        const { id } = request.params;
        const type = uploads.typeOf(id);
        if (!type) throw new Refused(refuse('upload.missing'));
        return reply.type(type).sendFile(id, { immutable: true, maxAge: '365d' });
      },
    );
  };
