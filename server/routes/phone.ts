import Type from 'typebox';
import type { Sheet } from '../../content/model/sheet.ts';
import { timetableOf } from '../../content/premises/calendar.ts';
import { today } from '../../content/premises/hall.ts';
import { appointmentSettingsOf } from '../../content/appointments/settings.ts';
import { publicItems } from '../../content/publishing/items.ts';
import { showing } from '../../content/publishing/notices.ts';
import { settingsOf } from '../../content/queue/settings.ts';
import { readCode } from '../../content/code.ts';
import { speaker } from '../../content/messages/catalogue.ts';
import { printMessages } from '../../content/messages/print.ts';
import { isRefusal } from '../../content/rule.ts';
import { gatherSheet } from '../../content/sheets/kinds.ts';
import { linesOf } from '../../content/sheets/lines.ts';
import { sheetOf, stateOf } from '../../content/sheets/sheet.ts';
import { hallDays } from '../../content/views/days.ts';
import type { Rule } from '../../content/model/rule.ts';
import {
  phoneStyles,
  renderPhoneHome,
  renderPhoneMissing,
  renderPhoneRule,
  renderPhoneSheet,
  type PhoneHall,
  type PhoneRule,
  type PhoneSheet,
} from '../../templates/index.ts';
import { standardOf } from '../printing/dress.ts';
import { limit, type Parts, type Plugin } from './parts.ts';
import { HTML, phoneHall, type Shown } from './phonehall.ts';

/** A phone page is opened in a doorway with a weak signal; a minute old is still right. */
const CACHE = 'max-age=60';
const say = speaker(printMessages, 'zh-CN');

/** What hangs on the wall against what the rule says now; a removed rule is shown as it was printed. */
async function comparePrinted(
  { hall }: Parts,
  code: string,
  sheet: Sheet,
): Promise<Omit<PhoneRule, keyof PhoneHall> | null> {
  const { of, size, printedAt } = sheet;
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
function compareSheet(
  { hall, standards }: Parts,
  code: string,
  body: Sheet,
): Omit<PhoneSheet, keyof PhoneHall> {
  const { of, size, printedAt, made } = body;
  const standard = standardOf(hall.records, standards);
  const now = gatherSheet(hall.records, of, standard);
  const current = stateOf(hall.records, body, standard).is === 'current';
  const sheet = { code, size, printedAt, current, changedAt: null, gone: isRefusal(now) };
  const id = made[0]?.id ?? '';
  const href = of.is === 'guide' ? `/p/items/${id}` : of.is === 'notice' ? `/p/notices/${id}` : null;
  const title = say(`sheet.kind.${of.is}`);
  if (isRefusal(now)) return { title, lines: [], href: null, sheet };
  return { title: now.title || title, lines: linesOf(now), href, sheet };
}

/** The hall's page at `at`, or null before set-up. */
export function renderHome(shown: Shown, at: number): string | null {
  const own = phoneHall(shown);
  if (!own) return null;
  const { records } = shown.hall;
  const rules = [...records.all('rule')].map(({ id, body }) => ({ id, title: body.title }));
  const notices = showing(records.all('notice'), at).shown.map(({ id, body }) => ({ id, notice: body }));
  const slogan = [...records.all('pledge')].find(({ body }) => body.role === 'slogan')?.body ?? null;
  const canTake = settingsOf(records).phone !== 'off';
  const canBook = appointmentSettingsOf(records).page !== 'off';
  const guides = publicItems(records.all('item')).length;
  const timetable = timetableOf(records);
  const days = timetable && hallDays(timetable, today(records, at));
  return renderPhoneHome({
    ...own,
    slogan,
    rules,
    notices,
    canTake,
    canBook,
    guides,
    ...(days ? { days } : {}),
  });
}

/** Public pages for phones: the hall, a rule, and what a printed sheet's code says. */
export const phoneRoutes: Plugin = (parts) => async (app) => {
  const { hall, now } = parts;
  const config = limit(240);

  app.get('/p/phone.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', CACHE).send(phoneStyles),
  );

  app.get('/p', { config }, async (_request, reply) => {
    const html = renderHome(parts, now());
    if (html === null)
      return reply
        .status(404)
        .type(HTML)
        .send(renderPhoneMissing({ hall: null, code: '' }));
    return reply.type(HTML).header('cache-control', CACHE).send(html);
  });

  app.get(
    '/p/rules/:id',
    { config, schema: { params: Type.Object({ id: Type.String({ maxLength: 64 }) }) } },
    async ({ params: { id } }, reply) => {
      const own = phoneHall(parts);
      const rule = hall.records.get('rule', id);
      if (!own || !rule)
        return reply
          .status(404)
          .type(HTML)
          .send(renderPhoneMissing({ hall: own, code: '' }));
      const html = renderPhoneRule({ ...own, rule, revision: hall.records.rev('rule', id), sheet: null });
      return reply.type(HTML).header('cache-control', CACHE).send(html);
    },
  );

  app.get(
    '/s/:code',
    { config, schema: { params: Type.Object({ code: Type.String({ maxLength: 64 }) }) } },
    async ({ params }, reply) => {
      const code = readCode(params.code);
      const own = phoneHall(parts);
      const sheet = sheetOf(hall.records, code);
      if (own && sheet && sheet.of.is !== 'rule')
        return reply
          .type(HTML)
          .header('cache-control', CACHE)
          .send(renderPhoneSheet({ ...own, ...compareSheet(parts, code, sheet) }));
      const found = own && sheet ? await comparePrinted(parts, code, sheet) : null;
      if (!own || !found)
        return reply
          .status(404)
          .type(HTML)
          .send(renderPhoneMissing({ hall: own, code }));
      return reply
        .type(HTML)
        .header('cache-control', CACHE)
        .send(renderPhoneRule({ ...own, ...found }));
    },
  );
};
