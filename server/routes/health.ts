import Type from 'typebox';
import { PROTOCOL } from '../../content/protocol.ts';
import type { Plugin } from './parts.ts';

const Health = Type.Object({
  ok: Type.Literal(true),
  version: Type.String(),
  protocol: Type.Integer(),
  ready: Type.Boolean(),
});

/** GET /api/health: whether pages may reload themselves, and whether the hall is set up. */
export const healthRoutes: Plugin =
  ({ access, version }) =>
  async (app) => {
    app.get('/api/health', { schema: { response: { 200: Health } } }, async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
      return { ok: true as const, version, protocol: PROTOCOL, ready: access.ready };
    });
  };
