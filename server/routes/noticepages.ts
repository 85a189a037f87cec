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
import { HTML, phoneHall } from './phonehall.ts';

/** As with every phone page: a minute old is still right. */
const CACHE = 'max-age=60';

function seenAt(records: Records, { id, body }: Kept<'notice'>, now: number): NoticeSeen {
  const standing = publicityStanding(body, records.get('calendar', 'calendar'), zoneOf(records), now);
  return { id, notice: body, left: standing?.left ?? null };
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
      const own = phoneHall(parts);
      const at = now();
      const found = showing(hall.records.all('notice'), at).shown.find((one) => one.id === id);
      if (!own || !found) return reply.status(404).type(HTML).send(missing());
      const { body } = found;
      const blocks = body.blocks ?? paragraphsOf(body.text);
      const media = Object.fromEntries(
        blocks.flatMap((block) => {
          const medium = block.is === 'picture' ? mediumOf(hall.records, block.medium) : undefined;
          return block.is === 'picture' && medium ? [[block.medium, medium] as const] : [];
        }),
      );
      const phones = inDisplayOrder(hall.records.all('contact')).filter(
        (one) => one.body.role === 'complain',
      );
      return reply
        .type(HTML)
        .header('cache-control', CACHE)
        .send(
          renderPhoneNotice({
            ...own,
            seen: seenAt(hall.records, found, at),
            blocks,
            media,
            files: (body.attachments ?? []).flatMap((file) => mediumOf(hall.records, file) ?? []),
            objections:
              body.publicity?.objections ??
              phones.map((one) => `${one.body.label} ${one.body.value}`).join('，'),
          }),
        );
    },
  );
};
