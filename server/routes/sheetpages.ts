import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { readCode } from '../../content/code.ts';
import { speaker } from '../../content/messages/catalogue.ts';
import { printMessages } from '../../content/messages/print.ts';
import { Commands } from '../../content/model/command.ts';
import type { Kind } from '../../content/model/record.ts';
import type { Rule } from '../../content/model/rule.ts';
import type { Made, Sheet, SheetKind } from '../../content/model/sheet.ts';
import { inAreaOrder } from '../../content/premises/areas.ts';
import { wordRefusal } from '../../content/refusals.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import { gatherSheet } from '../../content/sheets/kinds.ts';
import { linesOf } from '../../content/sheets/lines.ts';
import { placeOf, sheetOf, sheetsOf, stateOf } from '../../content/sheets/sheet.ts';
import type { PhoneHall, PhoneRule, PhoneSheet, SheetStaffView } from '../../templates/faces.ts';
import { renderPhoneMissing, renderPhoneRule, renderPhoneSheet } from '../../templates/index.ts';
import { actorOf, mayDo, valueOf, type Who } from '../access.ts';
import { forbidden, Refused } from '../errors.ts';
import { standardOf } from '../printing/dress.ts';
import { limits } from '../uploads/sniff.ts';
import { limit, type Parts, type Plugin } from './parts.ts';
import { HTML, phoneHall } from './phonehall.ts';

/** A phone page is opened in a doorway with a weak signal; a minute old is still right. */
const CACHE = 'max-age=60';
const say = speaker(printMessages, 'zh-CN');
/** Places to choose from, so that a phone's list stays short. */
const PLACES = 40;
const { roles } = Commands['sheet:hang'];
/** Kinds of sheet whose first record has a page of its own on phones. */
const folders: Partial<Record<SheetKind, string>> = {
  guide: 'items',
  notice: 'notices',
  package: 'packages',
};

/** When the first of these records was changed after the sheet was made, from the journal; null if it does not say. */
async function changedSince({ hall }: Parts, sheet: Sheet, changed: readonly Made[]): Promise<number | null> {
  const moments: number[] = [];
  for (const { kind, id } of changed.slice(0, 8)) {
    const made = sheet.made.find((one) => one.kind === kind && one.id === id)?.rev ?? 0;
    for (const { change, at } of await hall.revisions(kind as Kind, id))
      if ((change.rev > made || change.body === null) && at > sheet.printedAt) moments.push(at);
  }
  return moments.length ? Math.min(...moments) : null;
}

/** What hangs on the wall against what the rule says now; a removed rule is shown as it was printed. */
async function compareRule(
  parts: Parts,
  code: string,
  sheet: Sheet,
): Promise<Omit<PhoneRule, keyof PhoneHall> | null> {
  const { of, size, printedAt } = sheet;
  const { hall } = parts;
  if (of.is !== 'rule') return null;
  const rule = hall.records.get('rule', of.rule);
  const revision = hall.records.rev('rule', of.rule);
  if (rule) {
    const current = stateOf(hall.records, sheet).is === 'current';
    return {
      rule,
      revision,
      sheet: { code, size, printedAt, current, changedAt: current ? null : rule.adoptedAt },
    };
  }
  const revisions = await hall.revisions('rule', of.rule);
  const printed = revisions.find(({ change }) => change.rev === sheet.made[0]?.rev && change.body);
  if (!printed) return null;
  const changedAt = revisions.at(-1)?.at ?? null;
  return {
    rule: printed.change.body as Rule,
    revision: printed.change.rev,
    sheet: { code, size, printedAt, current: false, changedAt, removed: true },
  };
}

/** A sheet of any other kind: whether it is current, and its words of today or where they are read. */
async function compareSheet(
  parts: Parts,
  code: string,
  body: Sheet,
): Promise<Omit<PhoneSheet, keyof PhoneHall>> {
  const { hall, standards } = parts;
  const { of, size, printedAt, made } = body;
  const standard = standardOf(hall.records, standards);
  const now = gatherSheet(hall.records, of, standard);
  const state = stateOf(hall.records, body, standard);
  const changedAt = state.is === 'stale' ? await changedSince(parts, body, state.changed) : null;
  const current = state.is === 'current';
  const sheet = { code, size, printedAt, current, changedAt, gone: isRefusal(now) };
  const id = made[0]?.id ?? '';
  const folder = folders[of.is];
  const href = folder === undefined ? null : `/p/${folder}/${id}`;
  const title = say(`sheet.kind.${of.is}`);
  if (isRefusal(now)) return { title, lines: [], href: null, sheet };
  return { title: now.title || title, lines: linesOf(now), href, sheet };
}

/** What staff who are signed in see and do before a sheet (S20). */
function staffView({ hall }: Parts, sheet: Sheet, who: Who, refused?: string): SheetStaffView {
  const { hung, down } = sheet;
  const areas = inAreaOrder(hall.records.all('area')).map(({ body }) => body.name);
  const known = sheetsOf(hall.records).flatMap(({ body }) => placeOf(body) ?? []);
  return {
    name: who.account.displayName,
    hung: hung ? { by: hung.by.name, at: hung.at } : null,
    down: down ? { by: down.by.name, at: down.at } : null,
    place: placeOf(sheet) ?? '',
    places: [...new Set([...areas, ...known])].slice(0, PLACES),
    ...(refused ? { refused } : {}),
  };
}

/** Who is signed in on this phone, if they may say what hangs. */
function staffOf({ who }: FastifyRequest): Who | null {
  return who && mayDo(who.account, roles) ? who : null;
}

async function sendSheet(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: string,
  refused?: string,
): Promise<FastifyReply> {
  const code = readCode(typed);
  const own = phoneHall(parts);
  const sheet = sheetOf(parts.hall.records, code);
  const who = staffOf(request);
  void reply.type(HTML).header('vary', 'cookie');
  // What staff see of where it hangs is nobody else's, and changes as they press.
  void reply.header('cache-control', request.who ? 'private, no-store' : CACHE);
  const staff = who && sheet ? { staff: staffView(parts, sheet, who, refused) } : {};
  if (own && sheet && sheet.of.is !== 'rule') {
    const found = await compareSheet(parts, code, sheet);
    return reply.send(renderPhoneSheet({ ...own, ...found, sheet: { ...found.sheet, ...staff } }));
  }
  const found = own && sheet ? await compareRule(parts, code, sheet) : null;
  if (!own || !found?.sheet) return reply.status(404).send(renderPhoneMissing({ hall: own, code }));
  return reply.send(renderPhoneRule({ ...own, ...found, sheet: { ...found.sheet, ...staff } }));
}

/** What a printed sheet's code says, and for staff the keys to confirm that it hangs or was taken down (S6, S20). */
export const sheetPageRoutes: Plugin = (parts) => async (app) => {
  const { hall, library } = parts;
  const byCode = { params: Type.Object({ code: Type.String({ maxLength: 64 }) }) };
  await app.register(multipart, {
    limits: { files: 1, fields: 2, fieldSize: 1000, fileSize: limits.picture + 1 },
  });

  app.get('/s/:code', { config: limit(240), schema: byCode }, async (request, reply) =>
    sendSheet(parts, request, reply, request.params.code),
  );

  /** The place that was typed, and the photo in the library if one was taken. */
  async function readForm(request: FastifyRequest, who: Who): Promise<{ place?: string; photo?: string }> {
    const read: { place?: string; photo?: string } = {};
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        const text = String(part.value).trim().slice(0, 60);
        if (part.fieldname === 'place' && text) read.place = text;
      } else if (part.filename) {
        const file = { name: part.filename, stream: part.file };
        read.photo = (await library.take(file, actorOf(who.id, who.account))).id;
      } else part.file.resume();
    }
    return read;
  }

  for (const deed of ['hang', 'takedown'] as const)
    app.post(
      `/s/:code/${deed}`,
      {
        config: { ...limit(60), patient: true },
        schema: byCode,
        bodyLimit: limits.picture + 64 * 1024,
      },
      async (request, reply) => {
        const code = readCode(request.params.code);
        const { who } = request;
        // The session ended meanwhile: the page says what everybody may read.
        if (!who) return reply.redirect(`/s/${code}`, 303);
        if (!staffOf(request)) throw forbidden(roles);
        try {
          if (!sheetOf(hall.records, code)) throw new Refused(refuse('sheet.missing', { code }));
          const form = await readForm(request, who);
          const by = actorOf(who.id, who.account);
          valueOf(
            deed === 'hang'
              ? await hall.execute('sheet:hang', { code, ...form }, by)
              : await hall.execute('sheet:takedown', { code }, by),
          );
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          void reply.status(409);
          return sendSheet(parts, request, reply, code, wordRefusal(error.code, error.params, 'zh-CN'));
        }
        return reply.redirect(`/s/${code}`, 303);
      },
    );
};
