import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { BundlePreview } from '../../content/api/importing.ts';
import { carryHall, compareBundle } from '../../content/bundle/bundle.ts';
import type { Actor } from '../../content/model/record.ts';
import type { Carried } from '../../content/model/bundle.ts';
import type { CommandResult } from '../../content/model/command.ts';
import { hallOf, zoneOf } from '../../content/premises/hall.ts';
import { dayOf } from '../../content/calendar.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import { actorOf, valueOf } from '../access.ts';
import { openBundle, packBundle } from '../bundle/bundle.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { invalid, Refused } from '../errors.ts';
import { operatorOnly } from './operator.ts';
import { filesOf } from '../uploads/library.ts';
import { errors, guard, limit, whoOf, type Parts, type Plugin } from './parts.ts';

const FILE_BYTES = 128 * 2 ** 20;
/** Of all media of a bundle together. */
const MEDIA_BYTES = 100 * 2 ** 20;
const Entry = Type.Object({
  key: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  state: Type.Union([Type.Literal('new'), Type.Literal('changed'), Type.Literal('same')]),
  goes: Type.Union([Type.Literal('live'), Type.Literal('draft'), Type.Literal('waits')]),
});
const Adopted = Type.Object({ ids: Type.Array(Type.String()), drafts: Type.Integer() });
const Preview = Type.Object({
  file: Type.String(),
  hall: Type.String(),
  at: Type.Integer(),
  entries: Type.Array(Entry),
});

/**
 * GET /api/bundle: the whole hall as a ZIP. POST /api/bundle/preview: what such a file would change here.
 * POST /api/bundle/adopt: takes the records named in `take` over, all or none.
 */
export const bundleRoutes: Plugin =
  ({ hall, uploads, library, now, operatorKey }) =>
  async (app) => {
    await app.register(multipart, {
      limits: { files: 1, fields: 2, fieldSize: 4 * 2 ** 20, fileSize: FILE_BYTES },
    });
    const onRequest = guard('admin');
    const previewOf = (file: string, { hall: from, at, records }: Bundle): BundlePreview => ({
      file,
      hall: from,
      at,
      entries: compareBundle(hall.records, records, now()),
    });
    const bodyLimit = FILE_BYTES + 5 * 2 ** 20;

    app.get('/api/bundle', { config: limit(10), onRequest }, async (_, reply) => {
      const own = hallOf(hall.records);
      if (!own) throw new Refused(refuse('setup.missing'));
      const { records, files } = await readUploads(carryHall(hall.records), uploads.folder);
      const zip = packBundle(own.body, { at: now(), records, uploads: files });
      const day = dayOf(now(), zoneOf(hall.records));
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="mingting-${day}.zip"`)
        .send(Buffer.from(zip));
    });

    app.post(
      '/api/bundle/preview',
      { config: limit(10), onRequest, bodyLimit, schema: { response: { 200: Preview, ...errors } } },
      async (request) => {
        const { name, bundle } = await given(request);
        return previewOf(name, bundle);
      },
    );

    app.post(
      '/api/bundle/adopt',
      {
        config: limit(10),
        onRequest,
        bodyLimit,
        schema: { response: { 200: Adopted, ...errors } },
      },
      async (request) => {
        const { bundle, take } = await given(request);
        const { id, account } = whoOf(request);
        return adopt({ hall, uploads, library }, bundle, take, actorOf(id, account));
      },
    );

    // `npm run import` on the hub's own computer.
    app.post(
      '/api/operator/bundle',
      {
        config: limit(60),
        onRequest: operatorOnly(operatorKey),
        bodyLimit,
        schema: {
          response: { 200: Type.Union([Preview, Adopted]), ...errors },
        },
      },
      async (request) => {
        const { name, bundle, take } = await given(request);
        if (take.length > 0)
          return adopt({ hall, uploads, library }, bundle, take, { is: 'system', name: '主机管理' });
        return previewOf(name, bundle);
      },
    );
  };

/** Takes records over, their recordings first: the file before the record that names it, as with any upload. */
async function adopt(
  { hall, uploads, library }: Pick<Parts, 'hall' | 'uploads' | 'library'>,
  bundle: Bundle,
  take: string[],
  by: Actor,
): Promise<CommandResult<'bundle:adopt'>> {
  const chosen = new Set(take);
  for (const { kind, id, body } of bundle.records) {
    if (kind === 'medium' && chosen.has(`medium/${id}`))
      for (const digest of filesOf(body)) await library.adopt(digest, bundle.uploads.get(digest));
    if (kind !== 'clip' || !chosen.has(`clip/${id}`)) continue;
    const bytes = bundle.uploads.get(body.upload);
    if (bytes && !uploads.typeOf(body.upload)) await uploads.keep({ name: body.word, bytes }, by);
  }
  return valueOf(await hall.execute('bundle:adopt', { records: bundle.records, take }, by));
}

/**
 * What travels with its files: recordings, and media as far as they find room (C8), videos after all others. Records
 * whose files are left behind, or are not on disk, are left out.
 */
async function readUploads(
  records: readonly Carried[],
  folder: string,
): Promise<{ records: Carried[]; files: Map<string, Uint8Array> }> {
  const files = new Map<string, Uint8Array>();
  const left = new Set<Carried>();
  let room = MEDIA_BYTES;
  for (const record of [...records].sort((one, other) => weight(one) - weight(other))) {
    const { kind, body } = record;
    if (kind === 'clip') files.set(body.upload, await readFile(join(folder, body.upload)));
    if (kind !== 'medium') continue;
    const own = body.size > room ? null : await readAll(folder, filesOf(body));
    const size = own?.reduce((sum, [, { length }]) => sum + length, 0) ?? Infinity;
    if (!own || size > room) left.add(record);
    else for (const [digest, bytes] of own) files.set(digest, bytes);
    if (size <= room) room -= size;
  }
  return { records: records.filter((record) => !left.has(record)), files };
}

const weight = (record: Carried): number =>
  record.kind === 'medium' ? record.body.size + (record.body.is === 'video' ? MEDIA_BYTES : 0) : 0;

async function readAll(folder: string, digests: readonly string[]): Promise<[string, Uint8Array][] | null> {
  try {
    return await Promise.all(
      digests.map(async (digest): Promise<[string, Uint8Array]> => [
        digest,
        await readFile(join(folder, digest)),
      ]),
    );
  } catch {
    // Missing on disk, as the page of media tells: there is nothing to send.
    return null;
  }
}

/** The file and the choice of a request. The field stands before the file, so that both are there when it is read. */
async function given(request: FastifyRequest): Promise<{ name: string; bundle: Bundle; take: string[] }> {
  const part = await request.file();
  if (!part) throw invalid({ path: ['file'], keyword: 'file', params: {} });
  const bytes = await part.toBuffer();
  const bundle = openBundle({ name: part.filename, bytes });
  if (isRefusal(bundle)) throw new Refused(bundle);
  const field = part.fields['take'];
  const value = field && !Array.isArray(field) && field.type === 'field' ? String(field.value) : '';
  return { name: part.filename, bundle, take: value.split('\n').filter((key) => key !== '') };
}
