import Type from 'typebox';
import { createReadStream } from 'node:fs';
import { addDays } from '../../content/calendar.ts';
import { Day, Id, Strict } from '../../content/model/base.ts';
import { Digest } from '../../content/model/upload.ts';
import { speaker } from '../../content/messages/catalogue.ts';
import { control } from '../../content/messages/control.ts';
import { proofEntries } from '../../content/messages/control-proof.ts';
import { hallOf } from '../../content/premises/hall.ts';
import { summaryOf } from '../../content/proof/day.ts';
import { nameOfContent } from '../../content/proof/names.ts';
import { addUp, viewOf } from '../../content/proof/view.ts';
import type { ContentRow } from '../../content/proof/view.ts';
import type { Language } from '../../content/refusals.ts';
import { refuse } from '../../content/rule.ts';
import { actorOf } from '../access.ts';
import { Refused } from '../errors.ts';
import { writeTable, writeTableXlsx } from '../history/tables.ts';
import { guard, limit, whoOf, type Parts, type Plugin } from './parts.ts';

/** Totals read at most so many days. */
const MOST_DAYS = 62;
const readers = guard('admin', 'editor', 'reviewer', 'auditor');
const Range = Type.Object(
  {
    from: Day,
    to: Day,
    lang: Type.Optional(Type.Union([Type.Literal('zh-CN'), Type.Literal('en')])),
  },
  Strict,
);

/** What screens showed (content/proof/proof.md). */
export const proofRoutes: Plugin = (parts) => async (app) => {
  const { proof, hall } = parts;

  app.get(
    '/api/proof/days/:day',
    { config: limit(240), onRequest: readers, schema: { params: Type.Object({ day: Day }, Strict) } },
    async ({ params }, reply) => {
      void reply.header('cache-control', 'no-store');
      return viewOf(hall.records, params.day, await proof.day(params.day));
    },
  );

  app.get(
    '/api/proof/contents',
    { config: limit(60), onRequest: readers, schema: { querystring: Range } },
    async ({ query }, reply) => {
      void reply.header('cache-control', 'no-store');
      return rowsOf(parts, query.from, query.to);
    },
  );

  for (const kind of ['csv', 'xlsx'] as const)
    app.get(
      `/api/proof/contents.${kind}`,
      { config: limit(60), onRequest: readers, schema: { querystring: Range } },
      async ({ query }, reply) => {
        const language = query.lang ?? 'zh-CN';
        const table = tableOf(parts, await rowsOf(parts, query.from, query.to), language);
        void reply.header('cache-control', 'no-store');
        void reply.header(
          'content-disposition',
          `attachment; filename="mingting-showing-${query.from}-${query.to}.${kind}"`,
        );
        if (kind === 'csv') return reply.type('text/csv; charset=utf-8').send(writeTable(table));
        return reply
          .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
          .send(await writeTableXlsx(table));
      },
    );

  app.get(
    '/api/proof/certificates/:notice',
    { config: limit(60), onRequest: readers, schema: { params: Type.Object({ notice: Id }, Strict) } },
    async ({ params }, reply) => {
      void reply.header('cache-control', 'no-store');
      return proof.certificate(params.notice);
    },
  );

  app.post(
    '/api/proof/certificates',
    {
      config: limit(30),
      onRequest: guard('admin', 'editor', 'reviewer'),
      schema: { body: Type.Object({ notice: Id }, Strict) },
    },
    async (request) => {
      const who = whoOf(request);
      return proof.certify(request.body.notice, actorOf(who.id, who.account));
    },
  );

  app.get(
    '/api/proof/pictures/:digest',
    { config: limit(240), onRequest: readers, schema: { params: Type.Object({ digest: Digest }, Strict) } },
    async ({ params }, reply) => {
      const path = proof.pictureFile(params.digest);
      if (!path) throw new Refused(refuse('record.missing'));
      void reply.header('cache-control', 'private, max-age=31536000, immutable');
      return reply.type('image/jpeg').send(createReadStream(path));
    },
  );
};

/** Totals of contents over days, the longest first. */
async function rowsOf({ proof, hall }: Parts, from: string, to: string): Promise<ContentRow[]> {
  if (from > to) throw new Refused(refuse('report.range'));
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (days.length >= MOST_DAYS) throw new Refused(refuse('proof.too-long'));
    const read = await proof.day(day);
    if (!read) continue;
    days.push([...read.screens].map(([id, parts]) => summaryOf(id, id, parts)));
  }
  return addUp(hall.records, days);
}

function tableOf({ hall }: Parts, rows: readonly ContentRow[], language: Language) {
  const say = speaker(proofEntries, language);
  const sayAny = speaker(control, language);
  return {
    title: `${hallOf(hall.records)?.body.name ?? ''} ${sayAny('page.proof')}`,
    head: (['content', 'kind', 'screen', 'hours', 'turns', 'days'] as const).map((key) =>
      say(`proof.column.${key}`),
    ),
    rows: rows.map(({ kind, id, screenName, ms, turns, days }) => [
      nameOfContent(hall.records, kind, id, (scene) => sayAny(`scene.${scene as 'board'}`)),
      kind === 'scene' ? say('proof.scene') : sayAny(`kind-of.${kind as 'notice'}`),
      screenName,
      Math.round((ms / 3_600_000) * 100) / 100,
      turns,
      days,
    ]),
  };
}
