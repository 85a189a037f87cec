import Type from 'typebox';
import { Strict } from '../../content/model/base.ts';
import { Commands } from '../../content/model/command.ts';
import { actorOf } from '../access.ts';
import { errors, guard, limit, whoOf, type Plugin } from './parts.ts';

const PairInput = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 20 }),
    ...Type.Omit(Commands['screen:pair'].input, ['tokenHash']).properties,
  },
  Strict,
);

/** POST /api/screens/pair: the code on a screen, and what that screen is to be. */
export const screenRoutes: Plugin =
  ({ live }) =>
  async (app) => {
    app.post(
      '/api/screens/pair',
      {
        config: limit(60),
        onRequest: guard('admin'),
        schema: { body: PairInput, response: { 200: Type.Object({ id: Type.String() }), ...errors } },
      },
      async (request) => {
        const who = whoOf(request);
        const { code, ...screen } = request.body;
        // Codes are read out in groups: 123 456.
        return live.pair(code.replace(/\D/g, ''), screen, actorOf(who.id, who.account));
      },
    );
  };
