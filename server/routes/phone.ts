import Type from 'typebox';
import { timetableOf } from '../../content/premises/calendar.ts';
import { today } from '../../content/premises/hall.ts';
import { appointmentSettingsOf } from '../../content/appointments/settings.ts';
import { publicItems } from '../../content/publishing/items.ts';
import { showing } from '../../content/publishing/notices.ts';
import { settingsOf } from '../../content/queue/settings.ts';
import { staffPageOf } from '../../content/views/staffpage.ts';
import { standardOf } from '../../content/premises/standard.ts';
import { hallDays } from '../../content/views/days.ts';
import {
  phoneStyles,
  renderPhoneHome,
  renderPhoneMissing,
  renderPhoneRule,
  renderPhoneStaff,
} from '../../templates/index.ts';
import { limit, type Plugin } from './parts.ts';
import { HTML, phoneHall, type Shown } from './phonehall.ts';

/** A phone page is opened in a doorway with a weak signal; a minute old is still right. */
const CACHE = 'max-age=60';

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
    staff: records.count('staff') > 0,
    ...(days ? { days } : {}),
  });
}

/** Who is at which window, and who leads the day (Z20); null before set-up. */
export function renderStaff(shown: Shown, at: number): string | null {
  const own = phoneHall(shown);
  if (!own) return null;
  const { records } = shown.hall;
  const standard = standardOf(records, { standard: (id) => shown.standards.get(id) });
  return renderPhoneStaff({ ...own, staff: staffPageOf(records, at, standard) });
}

/** Public pages for phones: the hall, its people and its rules. */
export const phoneRoutes: Plugin = (parts) => async (app) => {
  const { hall, now } = parts;
  const config = limit(240);
  const unset = () => renderPhoneMissing({ hall: null, code: '' });

  app.get('/p/phone.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', CACHE).send(phoneStyles),
  );

  app.get('/p', { config }, async (_request, reply) => {
    const html = renderHome(parts, now());
    if (html === null) return reply.status(404).type(HTML).send(unset());
    return reply.type(HTML).header('cache-control', CACHE).send(html);
  });

  // Who is at a window changes by the minute, and is nobody's to keep.
  app.get('/p/staff', { config }, async (_request, reply) => {
    const html = renderStaff(parts, now());
    if (html === null) return reply.status(404).type(HTML).send(unset());
    return reply.type(HTML).header('cache-control', 'no-store').send(html);
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
};
