import Type from 'typebox';
import type { Kept } from '../../content/model/record.ts';
import { zoneOf } from '../../content/premises/hall.ts';
import { inDisplayOrder } from '../../content/publishing/contacts.ts';
import { paragraphsOf } from '../../content/publishing/mergewords.ts';
import { showing } from '../../content/publishing/notices.ts';
import { publicityStanding } from '../../content/publishing/publicity.ts';
import { mediumOf } from '../../content/media/uses.ts';
import type { Records } from '../../content/records.ts';
import {
  renderPhoneMissing,
  renderPhoneNotice,
  renderPhoneNotices,
  type NoticeSeen,
} from '../../templates/index.ts';
import { limit, type Plugin } from './parts.ts';
import { HTML, phoneHall, type Shown } from './phonehall.ts';

/** As with every phone page: a minute old is still right. */
const CACHE = 'max-age=60';

function seenAt(records: Records, { id, body }: Kept<'notice'>, now: number): NoticeSeen {
  const standing = publicityStanding(body, records.get('calendar', 'calendar'), zoneOf(records), now);
  return { id, notice: body, left: standing?.left ?? null };
}

/** The page of one notice at `now`, shown or not; null before set-up. */
export function renderNotice(shown: Shown, one: Kept<'notice'>, now: number): string | null {
  const own = phoneHall(shown);
  if (!own) return null;
  const { records } = shown.hall;
  const { body } = one;
  const blocks = body.blocks ?? paragraphsOf(body.text);
  const media = Object.fromEntries(
    blocks.flatMap((block) => {
      const medium = block.is === 'picture' ? mediumOf(records, block.medium) : undefined;
      return block.is === 'picture' && medium ? [[block.medium, medium] as const] : [];
    }),
  );
  const phones = inDisplayOrder(records.all('contact')).filter(({ body: { role } }) => role === 'complain');
  return renderPhoneNotice({
    ...own,
    seen: seenAt(records, one, now),
    blocks,
    media,
    files: (body.attachments ?? []).flatMap((file) => mediumOf(records, file) ?? []),
    objections:
      body.publicity?.objections ??
      phones.map((phone) => `${phone.body.label} ${phone.body.value}`).join('，'),
  });
}

/** Notices on phones: the list, and each with its tables and files. What is over, withdrawn or to come is not there. */
export const noticePageRoutes: Plugin = (parts) => async (app) => {
  const { hall, now } = parts;
  const config = limit(240);
  const missing = () => renderPhoneMissing({ hall: phoneHall(parts), code: '' });

  app.get('/p/notices', { config }, async (_request, reply) => {
    const own = phoneHall(parts);
    if (!own) return reply.status(404).type(HTML).send(missing());
    const at = now();
    const { shown } = showing(hall.records.all('notice'), at);
    const notices = shown.map((one) => seenAt(hall.records, one, at));
    return reply
      .type(HTML)
      .header('cache-control', CACHE)
      .send(renderPhoneNotices({ ...own, notices }));
  });

  app.get(
    '/p/notices/:id',
    { config, schema: { params: Type.Object({ id: Type.String({ maxLength: 64 }) }) } },
    async ({ params: { id } }, reply) => {
      const at = now();
      const found = showing(hall.records.all('notice'), at).shown.find((one) => one.id === id);
      const html = found ? renderNotice(parts, found, at) : null;
      if (html === null) return reply.status(404).type(HTML).send(missing());
      return reply.type(HTML).header('cache-control', CACHE).send(html);
    },
  );
};
