import Type from 'typebox';
import { Role } from '../../content/model/account.ts';
import { Strict } from '../../content/model/base.ts';
import { COOKIE, type Who } from '../access.ts';
import { Empty, errors, guard, limit, setCookie, whoOf, type Plugin } from './parts.ts';

const Me = Type.Object({
  id: Type.String(),
  name: Type.String(),
  displayName: Type.String(),
  roles: Type.Array(Role),
});
const Password = Type.String({ minLength: 1, maxLength: 200 });
const SignInput = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 60 }), password: Password },
  Strict,
);
const Change = Type.Object({ old: Password, new: Password }, Strict);

const show = ({ id, account: { name, displayName, roles } }: Who) => ({ id, name, displayName, roles });

/** Signing in and out, and one's own password. */
export const sessionRoutes: Plugin =
  ({ access, addresses }) =>
  async (app) => {
    app.post(
      '/api/sign-in',
      { config: limit(30), schema: { body: SignInput, response: { 200: Me, ...errors } } },
      async ({ body }, reply) => {
        const { cookie, who } = await access.signIn(body.name, body.password);
        setCookie(reply, cookie, addresses.secure);
        return show(who);
      },
    );

    app.post('/api/sign-out', { schema: { response: { 200: Empty, ...errors } } }, async (request, reply) => {
      if (request.who) await access.signOut(request.who);
      void reply.clearCookie(COOKIE, { path: '/' });
      return {};
    });

    app.get('/api/me', { schema: { response: { 200: Me, ...errors } } }, async (request) =>
      show(whoOf(request)),
    );

    app.post(
      '/api/password',
      {
        config: limit(30),
        onRequest: guard(),
        schema: { body: Change, response: { 200: Empty, ...errors } },
      },
      async (request, reply) => {
        const { cookie } = await access.changePassword(whoOf(request), request.body.old, request.body.new);
        setCookie(reply, cookie, addresses.secure);
        return {};
      },
    );
  };
