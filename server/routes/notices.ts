import multipart from '@fastify/multipart';
import Type from 'typebox';
import { readNoticeText } from '../../content/importing/notices.ts';
import type { NoticeRead } from '../../content/importing/notices.ts';
import { Commands } from '../../content/model/command.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import { actorOf, valueOf } from '../access.ts';
import { invalid, Refused } from '../errors.ts';
import { readAny } from '../importer/read.ts';
import { readTableFile } from '../items/table.ts';
import { errors, guard, limit, whoOf, type Plugin } from './parts.ts';

/** A list of two thousand people with six columns is more than a message of the live line may be. */
const WORDS = 4 * 2 ** 20;
const FILE_BYTES = 20 * 2 ** 20;
/** Rows that are read of a spreadsheet; a notice holds 2,000 of them. */
const MOST_ROWS = 5000;

/** Words of notices and drafts that are long, and the files that they are made of. */
export const noticeRoutes: Plugin =
  ({ hall }) =>
  async (app) => {
    await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: FILE_BYTES + 1 } });
    const editors = guard('editor', 'admin');

    for (const command of ['notice:save', 'draft:save'] as const)
      app.post(
        `/api/words/${command}`,
        {
          config: limit(60),
          bodyLimit: WORDS,
          preHandler: editors,
          schema: { body: Commands[command].input, response: { 200: Type.Unknown(), ...errors } },
        },
        async (request) => {
          const { id, account } = whoOf(request);
          return valueOf(await hall.execute(command, request.body as never, actorOf(id, account)));
        },
      );

    app.post(
      '/api/notices/table',
      {
        config: limit(30),
        onRequest: editors,
        bodyLimit: FILE_BYTES + 64 * 1024,
        schema: {
          response: { 200: Type.Object({ rows: Type.Array(Type.Array(Type.String())) }), ...errors },
        },
      },
      async (request) => {
        const { bytes } = await fileOf(request);
        const rows = await readTableFile(bytes).catch((cause: unknown) => {
          throw new Refused(refuse('itemtable.unreadable'), { cause });
        });
        return { rows: rows.slice(0, MOST_ROWS) };
      },
    );

    app.post(
      '/api/notices/read',
      {
        config: limit(30),
        onRequest: editors,
        bodyLimit: FILE_BYTES + 64 * 1024,
        schema: { response: { 200: Type.Unknown(), ...errors } },
      },
      async (request): Promise<NoticeRead> => {
        const file = await fileOf(request);
        const read = await readAny(file);
        if (isRefusal(read)) throw new Refused(read);
        return readNoticeText(read.text);
      },
    );
  };

async function fileOf(request: Parameters<typeof whoOf>[0]): Promise<{ name: string; bytes: Buffer }> {
  const part = await request.file({ throwFileSizeLimit: false });
  if (!part) throw invalid({ path: ['file'], keyword: 'file', params: {} });
  const bytes = await part.toBuffer();
  if (bytes.length > FILE_BYTES) throw new Refused(refuse('request.too-large', { limit: '20 MB' }));
  return { name: part.filename, bytes };
}
