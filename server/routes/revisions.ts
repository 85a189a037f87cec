import Type from 'typebox';
import { Id } from '../../content/model/base.ts';
import type { Draft } from '../../content/model/draft.ts';
import type { Change, Commit } from '../../content/model/record.ts';
import { refuse } from '../../content/rule.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import { errors, guard, limit, type Plugin } from './parts.ts';

/** Kinds whose words anybody may read who writes or reviews: those that pass review. Others hold secrets or visitors. */
const Which = Type.Object({
  kind: Type.Union([
    Type.Literal('notice'),
    Type.Literal('rule'),
    Type.Literal('contact'),
    Type.Literal('pledge'),
    Type.Literal('item'),
    Type.Literal('package'),
    Type.Literal('staff'),
  ]),
  id: Id,
});
const Rev = Type.Object({ rev: Type.String({ pattern: '^\\d{1,9}$' }) });

const RevisionList = Type.Object({
  revisions: Type.Array(
    Type.Object({
      rev: Type.Integer(),
      seq: Type.Integer(),
      at: Type.Integer(),
      by: Type.String(),
      command: Type.String(),
      gone: Type.Boolean(),
      release: Type.Union([
        Type.Null(),
        Type.Object({
          wrote: Type.Array(Type.String()),
          checked: Type.Array(Type.String()),
          emergency: Type.Union([Type.Null(), Type.String()]),
        }),
      ]),
    }),
  ),
});
const RevisionBody = Type.Object({ body: Type.Unknown() });

/** GET /api/revisions/KIND/ID: every revision of a record, newest first, and what each one said. Reads the whole journal. */
export const revisionRoutes: Plugin =
  ({ hall }) =>
  async (app) => {
    const open = { config: limit(60), onRequest: guard('editor', 'reviewer', 'admin', 'auditor') };
    app.get(
      '/api/revisions/:kind/:id',
      { ...open, schema: { params: Which, response: { 200: RevisionList, ...errors } } },
      async ({ params: { kind, id } }, reply) => {
        const revisions = [];
        for await (const { commit, change } of changesOf(hall, kind, id))
          revisions.unshift({
            rev: change.rev,
            seq: commit.seq,
            at: commit.at,
            by: commit.by.name,
            command: commit.command,
            gone: change.body === null,
            release: releaseIn(commit, kind, id),
          });
        void reply.header('cache-control', 'no-store');
        return { revisions };
      },
    );
    app.get(
      '/api/revisions/:kind/:id/:rev',
      {
        ...open,
        schema: { params: Type.Intersect([Which, Rev]), response: { 200: RevisionBody, ...errors } },
      },
      async ({ params: { kind, id, rev } }, reply) => {
        for await (const { change } of changesOf(hall, kind, id))
          if (change.rev === Number(rev) && change.body !== null) {
            void reply.header('cache-control', 'no-store');
            return { body: change.body };
          }
        throw new Refused(refuse('record.missing'));
      },
    );
  };

async function* changesOf(
  hall: Hall,
  kind: string,
  id: string,
): AsyncGenerator<{ commit: Commit; change: Change }> {
  for await (const commit of hall.commitsAfter(0))
    for (const change of commit.changes)
      if (change.kind === kind && change.id === id) yield { commit, change };
}

/** Who wrote and checked what this commit released, or null if it was saved directly (D11). */
function releaseIn({ changes }: Commit, kind: string, id: string) {
  for (const change of changes) {
    if (change.kind !== 'draft' || change.body === null) continue;
    const { of, state, editors, reviews, round, emergency } = change.body as Draft;
    if (state !== 'done' || of.kind !== kind || of.id !== id) continue;
    const approved = reviews.filter((one) => one.round === round && one.verdict === 'approved');
    return {
      wrote: editors.map(({ name }) => name),
      checked: approved.map(({ by }) => by.name),
      emergency: emergency?.reason ?? null,
    };
  }
  return null;
}
