import pinyin from 'pinyin-match';
import Type from 'typebox';
import { speaker } from '../../content/messages/catalogue.ts';
import { itemEntries } from '../../content/messages/items.ts';
import { Commands } from '../../content/model/command.ts';
import { ItemText } from '../../content/model/item.ts';
import type { Kept } from '../../content/model/record.ts';
import { packageView, publicPackages } from '../../content/publishing/packages.ts';
import { isPublic, publicItems } from '../../content/publishing/items.ts';
import { isOnList, itemLists, type ItemList } from '../../content/views/itemlist.ts';
import { itemPage } from '../../content/views/itempage.ts';
import {
  renderFlow,
  renderItem,
  renderItems,
  renderPackage,
  renderPackages,
  renderPhoneMissing,
  wordFlow,
} from '../../templates/index.ts';
import { actorOf, valueOf } from '../access.ts';
import { itemSamples } from '../samples.ts';
import { errors, guard, limit, whoOf, type Plugin } from './parts.ts';
import { HTML, phoneHall } from './phonehall.ts';

/** As with every phone page: a minute old is still right. */
const CACHE = 'max-age=60';
const One = Type.Object({ id: Type.String({ maxLength: 64 }) });
/** Many items are more than a message of the live line may be (60 KB). */
const MANY = 8 * 1024 * 1024;
const Ids = Type.Object({ ids: Type.Array(Type.String()), drafts: Type.Optional(Type.Integer()) });
const say = speaker(itemEntries, 'zh-CN');

/** Whether what somebody typed leads to an item: signs of its name, their sound, its category, what one gets. */
function leadsTo(word: string, { body }: Kept<'item'>): boolean {
  const texts = [body.name, body.outcome ?? '', say(`item.category.${body.category}`)];
  return texts.some((text) => text !== '' && pinyin.match(text, word) !== false);
}

/** Guides for phones: the list, each item, its flow chart; and many items at once for editors. */
export const itemRoutes: Plugin = (parts) => async (app) => {
  const { hall } = parts;
  const config = limit(240);
  const missing = () => renderPhoneMissing({ hall: phoneHall(parts), code: '' });
  const publicItem = (id: string) => {
    const item = hall.records.get('item', id);
    return item && isPublic(item) ? item : undefined;
  };

  app.get(
    '/p/items',
    {
      config,
      schema: {
        querystring: Type.Object({
          q: Type.Optional(Type.String({ maxLength: 60 })),
          list: Type.Optional(Type.Union(itemLists.map((list) => Type.Literal(list)))),
        }),
      },
    },
    async ({ query: { q = '', list = null } }, reply) => {
      const own = phoneHall(parts);
      if (!own) return reply.status(404).type(HTML).send(missing());
      const all = publicItems(hall.records.all('item'));
      const word = q.normalize('NFKC').trim();
      const found = all
        .filter((item) => word === '' || leadsTo(word, item))
        .filter(({ body }) => list === null || isOnList(list, body));
      const count = (one: ItemList) => all.filter(({ body }) => isOnList(one, body)).length;
      const lists = itemLists
        .map((one) => ({ list: one, count: count(one) }))
        .filter(({ count }) => count > 0);
      return reply
        .type(HTML)
        .header('cache-control', CACHE)
        .send(
          renderItems({ ...own, found, word, list, lists, packages: publicPackages(hall.records).length }),
        );
    },
  );

  app.get('/p/packages', { config }, async (_request, reply) => {
    const own = phoneHall(parts);
    if (!own) return reply.status(404).type(HTML).send(missing());
    const page = renderPackages({ ...own, packages: publicPackages(hall.records) });
    return reply.type(HTML).header('cache-control', CACHE).send(page);
  });

  app.get('/p/packages/:id', { config, schema: { params: One } }, async ({ params: { id } }, reply) => {
    const own = phoneHall(parts);
    const body = hall.records.get('package', id);
    const view = body && packageView(hall.records, body);
    if (!own || !view || view.items.length < 2) return reply.status(404).type(HTML).send(missing());
    return reply
      .type(HTML)
      .header('cache-control', CACHE)
      .send(renderPackage({ ...own, view }));
  });

  app.get('/p/items/:id', { config, schema: { params: One } }, async ({ params: { id } }, reply) => {
    const own = phoneHall(parts);
    const item = publicItem(id);
    if (!own || !item) return reply.status(404).type(HTML).send(missing());
    const revision = hall.records.rev('item', id);
    const chart = item.steps.length
      ? { src: `/p/items/${id}/flow.svg?rev=${revision}`, alt: wordFlow(item) }
      : null;
    const page = itemPage(hall.records, item);
    return reply
      .type(HTML)
      .header('cache-control', CACHE)
      .send(renderItem({ ...own, page, revision, savedAt: item.savedAt, chart }));
  });

  app.get(
    '/p/items/:id/flow.svg',
    {
      config,
      schema: {
        params: One,
        querystring: Type.Object({
          on: Type.Optional(Type.Union([Type.Literal('phone'), Type.Literal('sheet')])),
        }),
      },
    },
    async ({ params: { id }, query: { on = 'phone' } }, reply) => {
      const own = phoneHall(parts);
      const item = publicItem(id);
      const svg = own && item && renderFlow(item, on, own.accent);
      if (!svg) return reply.status(404).type(HTML).send(missing());
      return reply.type('image/svg+xml; charset=utf-8').header('cache-control', CACHE).send(svg);
    },
  );

  const editors = guard('editor', 'admin');
  app.post(
    '/api/items/put',
    {
      bodyLimit: MANY,
      preHandler: editors,
      schema: { body: Commands['item:put'].input, response: { 200: Ids, ...errors } },
    },
    async (request) => {
      const { id, account } = whoOf(request);
      return valueOf(await hall.execute('item:put', request.body, actorOf(id, account)));
    },
  );

  app.post(
    '/api/items/restore',
    {
      bodyLimit: MANY,
      preHandler: editors,
      schema: { body: Commands['item:restore'].input, response: { 200: Ids, ...errors } },
    },
    async (request) => {
      const { id, account } = whoOf(request);
      return valueOf(await hall.execute('item:restore', request.body, actorOf(id, account)));
    },
  );

  app.get(
    '/api/items/samples',
    { preHandler: editors, schema: { response: { 200: Type.Array(ItemText), ...errors } } },
    () => itemSamples(),
  );
};
