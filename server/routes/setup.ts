import Type from 'typebox';
import { Commands } from '../../content/model/command.ts';
import { Strict } from '../../content/model/base.ts';
import { errors, limit, setCookie, type Plugin } from './parts.ts';

const SetupInput = Type.Object(
  { code: Type.String({ maxLength: 40 }), ...Commands['hall:setup'].input.properties },
  Strict,
);

/** POST /api/setup: makes the hall with the code that the hub printed, and signs its first admin in. */
export const setupRoutes: Plugin =
  ({ access, addresses }) =>
  async (app) => {
    app.post(
      '/api/setup',
      {
        config: limit(20),
        schema: { body: SetupInput, response: { 200: Type.Object({ name: Type.String() }), ...errors } },
      },
      async ({ body: { code, ...input } }, reply) => {
        const { cookie, name } = await access.setUp(code, input);
        setCookie(reply, cookie, addresses.secure);
        return { name };
      },
    );

    app.get(
      '/setup',
      {
        schema: {
          querystring: Type.Object({
            code: Type.Optional(Type.String({ maxLength: 40 })),
            lang: Type.Optional(Type.String({ maxLength: 10 })),
          }),
        },
      },
      async ({ query: { code, lang } }, reply) => {
        const asked = Object.entries({ code, lang }).flatMap(([name, value]) =>
          value === undefined ? [] : `${name}=${encodeURIComponent(value)}`,
        );
        return reply.redirect(`/control/setup${asked.length > 0 ? `?${asked.join('&')}` : ''}`);
      },
    );
  };
