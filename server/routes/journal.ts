import Type from 'typebox';
import { errors, guard, type Plugin } from './parts.ts';

const PAGE = 50;

const JournalPage = Type.Object({
  lines: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      at: Type.Integer(),
      by: Type.String(),
      command: Type.String(),
      touched: Type.Array(Type.Object({ kind: Type.String(), id: Type.String(), gone: Type.Boolean() })),
      hash: Type.String(),
    }),
  ),
  more: Type.Boolean(),
});

/** GET /api/journal: who did what, newest first. Only kinds and ids: bodies hold secrets. */
export const journalRoutes: Plugin =
  ({ hall }) =>
  async (app) => {
    app.get(
      '/api/journal',
      {
        onRequest: guard('admin', 'auditor'),
        schema: {
          querystring: Type.Object({ before: Type.Optional(Type.String({ pattern: '^\\d{1,12}$' })) }),
          response: { 200: JournalPage, ...errors },
        },
      },
      async ({ query }, reply) => {
        void reply.header('cache-control', 'no-store');
        const before = query.before === undefined ? hall.mark.seq + 1 : Number(query.before);
        const after = Math.max(0, before - 1 - PAGE);
        const lines = [];
        for (const { seq, at, by, command, changes, hash } of await hall.history(after, before))
          lines.unshift({
            seq,
            at,
            by: by.name,
            command,
            touched: changes.map(({ kind, id, body }) => ({
              kind,
              id: publicId(kind, id),
              gone: body === null,
            })),
            hash,
          });
        return { lines, more: after > 0 };
      },
    );
  };

/** A session's id is the hash of a cookie: no use to anybody, but no business of a reader either. */
function publicId(kind: string, id: string): string {
  return kind === 'session' ? id.slice(0, 8) : id;
}
