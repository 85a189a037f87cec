import Type from 'typebox';
import { Id } from '../../content/model/base.ts';
import type { Draft } from '../../content/model/draft.ts';
import type { Change } from '../../content/model/record.ts';
import { SheetSize } from '../../content/model/sheet.ts';
import { putLive } from '../../content/publishing/live.ts';
import { RecordMap } from '../../content/records.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import { renderPhoneRule, renderRuleSheet } from '../../templates/index.ts';
import { Refused } from '../errors.ts';
import { renderHome } from './phone.ts';
import { HTML, phoneHall } from './phonehall.ts';
import { errors, guard, limit, type Parts, type Plugin } from './parts.ts';
import { dress, PREVIEW_PX } from './sheets.ts';

const Which = Type.Object({ id: Id });
/** A file is sent as it is. */
const files = { 200: Type.Unknown(), ...errors };

/** The hall as it would be with this draft released; nothing of it is kept. Throws `record.missing` and what releasing it would refuse. */
function withDraft({ hall, standards, now }: Parts, id: string) {
  const draft = hall.records.get('draft', id);
  if (!draft) throw new Refused(refuse('record.missing'));
  const records = new RecordMap(hall.records.everything());
  const world = {
    now: Math.min(now(), endOf(draft)),
    by: { is: 'system' as const, name: '' },
    newId: () => 'draft',
    standard: (name: string) => standards.get(name),
  };
  const put = putLive(records, draft.of, draft.author, world);
  if (isRefusal(put)) throw new Refused(put);
  records.apply(put.changes.map((one) => ({ ...one, rev: records.rev(one.kind, one.id) + 1 })) as Change[]);
  return { draft, records, live: put.result.id };
}

/** A notice that is over by now still shows how it looked. */
function endOf({ of }: Draft): number {
  return of.kind === 'notice' ? of.body.until - 1 : Infinity;
}

/** A moment at which the draft shows: a notice that is still to come is looked at on its first day. */
function showsAt({ of }: Draft, now: number): number {
  return of.kind === 'notice' ? Math.min(Math.max(now, of.body.from), of.body.until - 1) : now;
}

/** How a draft will look on paper and on a phone, for whoever writes and reviews. */
export const draftRoutes: Plugin = (parts) => async (app) => {
  const { addresses, printer, now } = parts;
  const people = guard('editor', 'reviewer', 'admin');

  app.get(
    '/api/drafts/:id/sheet.png',
    {
      config: limit(120),
      onRequest: people,
      schema: { params: Which, querystring: Type.Object({ size: SheetSize }), response: files },
    },
    async ({ params, query: { size }, headers }, reply) => {
      const { records, live } = withDraft(parts, params.id);
      const rule = records.get('rule', live);
      if (!rule) throw new Refused(refuse('record.missing'));
      const url = `${addresses.forPhones(headers.host)}/s/--------`;
      const revision = records.rev('rule', live);
      const sheet = dress(parts, { rule, revision, size, code: null, url, at: now() });
      const png = await printer.png(await renderRuleSheet(sheet), size, PREVIEW_PX);
      return reply.type('image/png').header('cache-control', 'no-store').send(Buffer.from(png));
    },
  );

  app.get(
    '/api/drafts/:id/phone',
    { config: limit(240), onRequest: people, schema: { params: Which, response: files } },
    async ({ params }, reply) => {
      const { draft, records, live } = withDraft(parts, params.id);
      const shown = { hall: { records }, standards: parts.standards };
      const own = phoneHall(shown);
      if (!own) throw new Refused(refuse('setup.missing'));
      const rule = records.get('rule', live);
      const html = rule
        ? renderPhoneRule({ ...own, rule, revision: records.rev('rule', live), sheet: null })
        : renderHome(shown, showsAt(draft, now()));
      return reply.type(HTML).header('cache-control', 'no-store').send(html);
    },
  );
};
