import Type from 'typebox';
import { dayOf } from '../../content/calendar.ts';
import { Id, Strict } from '../../content/model/base.ts';
import type { Rule } from '../../content/model/rule.ts';
import { Sheet, SheetLayout, SheetOf, SheetSize } from '../../content/model/sheet.ts';
import { hallOf } from '../../content/premises/hall.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import { gatherSheet } from '../../content/sheets/kinds.ts';
import { sheetOf } from '../../content/sheets/sheet.ts';
import { readCode } from '../../content/code.ts';
import { renderRuleSheet, type RuleSheet } from '../../templates/index.ts';
import { actorOf, valueOf } from '../access.ts';
import { Refused } from '../errors.ts';
import type { Hall } from '../hall.ts';
import { errors, guard, limit, whoOf, type Parts, type Plugin } from './parts.ts';

/** Width of a preview: sharp in the panel's column on a screen of double density. */
export const PREVIEW_PX = 1000;
/** The last sheets as they came out, so that the download after registering prints nothing again. */
const KEPT = 12;
/** As long as a real code, for pictures and for the trial before registering. */
const NO_CODE = '--------';

const SheetInput = Type.Object(
  { of: SheetOf, ...SheetLayout.properties, place: Sheet.properties.place },
  Strict,
);
/** A file is sent as it is. */
const files = { 200: Type.Unknown(), ...errors };
const SheetMade = Type.Object({ code: Type.String(), pdf: Type.String() });

interface Wanted {
  rule: Rule;
  revision: number;
  size: SheetSize;
  code: string | null;
  url: string;
  at: number;
}

export function dress(
  { hall, standards }: Parts,
  { rule, revision, size, code, url, at }: Wanted,
): RuleSheet {
  const own = hallOf(hall.records)?.body;
  if (!own) throw new Refused(refuse('setup.missing'));
  const accent = standards.get(own.standard)?.accent ?? '#0f4c9c';
  return { rule, size, hall: own.name, accent, code, revision, url, printedOn: dayOf(at, own.timeZone) };
}

/** The rule as it is now. Throws `record.missing`. */
function currentRule(hall: Hall, id: string): { rule: Rule; revision: number } {
  const rule = hall.records.get('rule', id);
  if (!rule) throw new Refused(refuse('record.missing'));
  return { rule, revision: hall.records.rev('rule', id) };
}

/** The rule as it was printed, read back from the journal when it has changed since. */
async function printedRule(hall: Hall, { of, made }: Sheet): Promise<Rule> {
  const record = of.is === 'rule' ? of.rule : '';
  const revision = made[0]?.rev;
  const rule = hall.records.get('rule', record);
  if (rule && hall.records.rev('rule', record) === revision) return rule;
  const found = (await hall.revisions('rule', record)).find(
    ({ change }) => change.rev === revision && change.body,
  );
  if (!found) throw new Refused(refuse('record.missing'));
  return found.change.body as Rule;
}

/** Wall sheets: a picture to look at, a registered code, and the file to print. */
export const sheetRoutes: Plugin = (parts) => async (app) => {
  const { hall, printer, addresses, now } = parts;
  const kept = new Map<string, Uint8Array>();
  const keep = (code: string, pdf: Uint8Array) => {
    kept.set(code, pdf);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  };
  const phone = (host: string | undefined) => addresses.forPhones(host);

  app.get(
    '/api/sheets/preview.png',
    {
      config: limit(120),
      onRequest: guard(),
      schema: { querystring: Type.Object({ record: Id, size: SheetSize }), response: files },
    },
    async ({ query: { record, size }, headers }, reply) => {
      const url = `${phone(headers.host)}/s/${NO_CODE}`;
      const sheet = dress(parts, { ...currentRule(hall, record), size, code: null, url, at: now() });
      const png = await printer.png(await renderRuleSheet(sheet), size, PREVIEW_PX);
      return reply.type('image/png').header('cache-control', 'no-store').send(Buffer.from(png));
    },
  );

  app.post(
    '/api/sheets',
    {
      config: limit(60),
      onRequest: guard('editor', 'reviewer', 'admin'),
      schema: { body: SheetInput, response: { 200: SheetMade, ...errors } },
    },
    async (request) => {
      const { of, size } = request.body;
      const who = whoOf(request);
      const base = phone(request.headers.host);
      const { rule, revision } = currentRule(hall, of.is === 'rule' ? of.rule : '');
      const at = now();
      const make = async (code: string) => {
        const sheet = dress(parts, { rule, revision, size, code, url: `${base}/s/${code}`, at });
        return printer.pdf(await renderRuleSheet(sheet), size);
      };
      // A text that does not fit must not leave a registered sheet that never was.
      await make(NO_CODE);
      const seen = gatherSheet(hall.records, of, undefined);
      if (isRefusal(seen)) throw new Refused(seen);
      const input = { ...request.body, hash: seen.hash };
      const { code } = valueOf(await hall.execute('sheet:print', input, actorOf(who.id, who.account)));
      keep(code, await make(code));
      return { code, pdf: `/api/sheets/${code}.pdf` };
    },
  );

  app.get(
    '/api/sheets/:file',
    {
      config: limit(60),
      onRequest: guard(),
      schema: { params: Type.Object({ file: Type.String({ maxLength: 40 }) }), response: files },
    },
    async ({ params, headers }, reply) => {
      const code = readCode(params.file.replace(/\.pdf$/i, ''));
      const sheet = sheetOf(hall.records, code);
      if (!sheet) throw new Refused(refuse('sheet.missing', { code }));
      let pdf = kept.get(code);
      if (!pdf) {
        const rule = await printedRule(hall, sheet);
        const url = `${phone(headers.host)}/s/${code}`;
        const { size, printedAt: at } = sheet;
        const revision = sheet.made[0]?.rev ?? 1;
        pdf = await printer.pdf(
          await renderRuleSheet(dress(parts, { rule, revision, size, code, url, at })),
          size,
        );
        keep(code, pdf);
      }
      return reply
        .type('application/pdf')
        .header('cache-control', 'no-store')
        .header('content-disposition', `inline; filename="${code}.pdf"`)
        .send(Buffer.from(pdf));
    },
  );
};
