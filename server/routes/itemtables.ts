import multipart from '@fastify/multipart';
import Type from 'typebox';
import { exampleItem } from '../../content/importing/items/example.ts';
import { readTable, type TableRead } from '../../content/importing/items/read.ts';
import { textOf } from '../../content/publishing/items.ts';
import { refuse } from '../../content/rule.ts';
import { Refused } from '../errors.ts';
import { readTableFile, writeTableFile } from '../items/table.ts';
import { errors, guard, type Plugin } from './parts.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Five hundred items of the longest kind. */
const LARGEST = 8 * 1024 * 1024;
const files = { 200: Type.Unknown(), ...errors };

/** Items as tables: the template, what the hall has, and what a table would change (U14–U17). */
export const itemTableRoutes: Plugin =
  ({ hall }) =>
  async (app) => {
    await app.register(multipart, { limits: { files: 1, fileSize: LARGEST } });

    app.get(
      '/api/items/template.xlsx',
      { preHandler: guard('editor', 'admin'), schema: { response: files } },
      async (_request, reply) =>
        reply
          .type(XLSX)
          .header('content-disposition', disposition('服务事项模板'))
          .send(await writeTableFile(hall.records, [exampleItem])),
    );

    app.get(
      '/api/items/all.xlsx',
      { preHandler: guard('editor', 'reviewer', 'admin'), schema: { response: files } },
      async (_request, reply) => {
        const items = [...hall.records.all('item')].map(({ body }) => textOf(body));
        return reply
          .type(XLSX)
          .header('content-disposition', disposition('服务事项'))
          .send(await writeTableFile(hall.records, items));
      },
    );

    app.post(
      '/api/items/table',
      { preHandler: guard('editor', 'admin'), schema: { response: files } },
      async (request): Promise<TableRead> => {
        const file = await request.file();
        if (!file) throw new Refused(refuse('itemtable.unreadable'));
        const bytes = await file.toBuffer();
        const table = await readTableFile(bytes).catch((cause: unknown) => {
          throw new Refused(refuse('itemtable.unreadable'), { cause });
        });
        return readTable(hall.records, table);
      },
    );
  };

/** A name in Chinese for browsers, and one in letters for what does not know better. */
function disposition(name: string): string {
  return `attachment; filename="items.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`;
}
