import multipart from '@fastify/multipart';
import Type from 'typebox';
import { facesOf } from '../../content/sheets/fonts/fonts.ts';
import { actorOf } from '../access.ts';
import { invalid } from '../errors.ts';
import { standardOf } from '../printing/dress.ts';
import { LARGEST_FONT } from '../uploads/fontshelf.ts';
import { errors, guard, limit, whoOf, type Plugin } from './parts.ts';

const Face = Type.Object({
  key: Type.Union([Type.Literal('name'), Type.Literal('slogan')]),
  wanted: Type.String(),
  names: Type.Array(Type.String()),
  font: Type.Union([Type.String(), Type.Null()]),
  standIn: Type.String(),
});

/** Faces that the standard asks for, and fonts for them (content/sheets/fonts/fonts.md). Nothing gives a font out. */
export const fontRoutes: Plugin =
  ({ hall, fonts, standards }) =>
  async (app) => {
    await app.register(multipart, { limits: { files: 1, fields: 2, fileSize: LARGEST_FONT + 1 } });

    app.get(
      '/api/fonts/faces',
      { onRequest: guard(), schema: { response: { 200: Type.Array(Face), ...errors } } },
      async () =>
        facesOf(hall.records, standardOf(hall.records, standards)).map((face) => ({
          ...face,
          names: [...face.names],
        })),
    );

    /** Fields `licence` and, where the font's own names do not say for which face it is, `for` stand before the file. */
    app.post(
      '/api/fonts',
      {
        config: { ...limit(20), patient: true },
        onRequest: guard('admin'),
        bodyLimit: LARGEST_FONT + 64 * 1024,
        schema: { response: { 200: Type.Object({ id: Type.String() }), ...errors } },
      },
      async (request) => {
        const part = await request.file();
        if (!part) throw invalid({ path: ['file'], keyword: 'file', params: {} });
        const { id, account } = whoOf(request);
        const field = (name: string): string => {
          const found = part.fields[name];
          return found && 'value' in found && typeof found.value === 'string' ? found.value : '';
        };
        const bytes = await part.toBuffer();
        const font = { bytes, as: field('for'), licence: field('licence') };
        return fonts.keep(font, actorOf(id, account));
      },
    );
  };
