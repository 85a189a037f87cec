import Type from 'typebox';
import { Id, Strict } from '../../content/model/base.ts';
import { Commands } from '../../content/model/command.ts';
import { actorOf } from '../access.ts';
import { Empty, errors, guard, limit, whoOf, type Plugin } from './parts.ts';

const PairInput = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 20 }),
    ...Type.Omit(Commands['screen:pair'].input, ['tokenHash']).properties,
  },
  Strict,
);

const Screen = Type.Object({ id: Id }, Strict);
const Ask = Type.Union([Type.Literal('identify'), Type.Literal('reload'), Type.Literal('picture')]);
const At = Type.Union([Type.Integer(), Type.Null()]);
const CallHeard = Type.Object({
  call: Type.String(),
  number: Type.String(),
  windowNumber: Type.Integer(),
  at: Type.Integer(),
  shown: At,
  spoken: At,
  sound: Type.String(),
});

/** Pairing by the code on a screen, what became of the last calls there, and a test of its voice. */
export const screenRoutes: Plugin =
  ({ live, log }) =>
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

    app.get(
      '/api/screens/:id/calls',
      {
        config: limit(240),
        onRequest: guard('admin'),
        schema: { params: Screen, response: { 200: Type.Array(CallHeard), ...errors } },
      },
      async ({ params }) => [...live.callsOf(params.id)],
    );

    app.post(
      '/api/screens/:id/ask',
      {
        config: limit(60),
        onRequest: guard('admin'),
        schema: {
          params: Screen,
          body: Type.Object({ ask: Ask }, Strict),
          response: { 200: Type.Object({ picture: Type.Optional(Type.String()) }), ...errors },
        },
      },
      async (request) => {
        const { id } = request.params;
        const { ask } = request.body;
        const { picture } = await live.askScreen(id, ask);
        log.info(`${whoOf(request).account.name} asked screen ${id}: ${ask}`);
        return picture === undefined ? {} : { picture };
      },
    );

    app.post(
      '/api/screens/:id/test',
      {
        config: limit(10),
        onRequest: guard('admin', 'clerk'),
        schema: {
          params: Screen,
          body: Empty,
          response: { 200: Type.Object({ heard: Type.String() }), ...errors },
        },
      },
      async (request) => {
        const { id } = request.params;
        const heard = await live.testVoice(id);
        log.info(`${whoOf(request).account.name} tested the voice of screen ${id}: ${heard}`);
        return { heard };
      },
    );
  };
