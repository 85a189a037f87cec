import Type from 'typebox';
import { Id, Strict } from '../../content/model/base.ts';
import { refuse } from '../../content/rule.ts';
import { Refused } from '../errors.ts';
import type { Plugin } from './parts.ts';

/** GET /speech/CALL.wav: a call as the hub's engine speaks it; 404 if it is not there within a moment (V22). */
export const speechRoutes: Plugin =
  ({ speech }) =>
  async (app) => {
    app.get(
      '/speech/:id.wav',
      { schema: { params: Type.Object({ id: Id }, Strict) } },
      async (request, reply) => {
        const sound = await speech?.soundOf(request.params.id);
        if (!sound) throw new Refused(refuse('upload.missing'));
        return reply.type('audio/wav').header('cache-control', 'max-age=600').send(sound);
      },
    );
  };
