import Type from 'typebox';
import { Strict } from '../../content/model/base.ts';
import { Commands } from '../../content/model/command.ts';
import { actorOf } from '../access.ts';
import { errors, guard, limit, whoOf, type Plugin } from './parts.ts';

const AccountInput = Type.Object(
  {
    ...Commands['account:save'].input.properties,
    password: Type.Optional(Type.String({ maxLength: 200 })),
  },
  Strict,
);

/** POST /api/accounts: over HTTP and not the socket since a password comes with it. */
export const accountRoutes: Plugin =
  ({ access }) =>
  async (app) => {
    app.post(
      '/api/accounts',
      {
        config: limit(60),
        onRequest: guard('admin'),
        schema: { body: AccountInput, response: { 200: Type.Object({ id: Type.String() }), ...errors } },
      },
      async (request) => {
        const who = whoOf(request);
        return access.saveAccount(request.body, actorOf(who.id, who.account));
      },
    );
  };
