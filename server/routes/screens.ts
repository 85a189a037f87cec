import Type from 'typebox';
import { Id, Strict } from '../../content/model/base.ts';
import { Commands } from '../../content/model/command.ts';
import { refuse } from '../../content/rule.ts';
import { startScript } from '../../content/startscripts/scripts.ts';
import { actorOf, hashToken, newToken, valueOf } from '../access.ts';
import { Refused } from '../errors.ts';
import { Empty, errors, guard, limit, whoOf, type Plugin } from './parts.ts';

const PairInput = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 20 }),
    ...Type.Omit(Commands['screen:pair'].input, ['tokenHash']).properties,
  },
  Strict,
);

const Screen = Type.Object({ id: Id }, Strict);
/** Further windows of the same computer: `ID:x,y,width,height;…`, in pixels of its desktop. */
const More = Type.String({
  maxLength: 1000,
  pattern: '^[A-Za-z0-9_-]{1,64}:\\d{1,5}(,\\d{1,5}){3}(;[A-Za-z0-9_-]{1,64}:\\d{1,5}(,\\d{1,5}){3})*$',
});
const Kind = Type.Union([
  Type.Literal('windows'),
  Type.Literal('linux-x'),
  Type.Literal('linux-cage'),
  Type.Literal('android'),
]);
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
  ({ live, log, hall, addresses }) =>
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
      async ({ params }) => [...live.screens.callsOf(params.id)],
    );

    app.get(
      '/api/screens/:id/start/:kind',
      {
        config: limit(60),
        onRequest: guard('admin'),
        schema: {
          params: Type.Object({ id: Id, kind: Kind }, Strict),
          querystring: Type.Object({ more: Type.Optional(More) }, Strict),
        },
      },
      async (request, reply) => {
        const { params, query, headers } = request;
        const who = whoOf(request);
        const named = [`${params.id}:`, ...(query.more?.split(';') ?? [])].map((one) => {
          const [id = '', at = ''] = one.split(':');
          const name = hall.records.get('screen', id)?.name;
          if (name === undefined) throw new Refused(refuse('record.missing'));
          const [x, y, width, height] = at.split(',').map(Number);
          return at === ''
            ? { id, name }
            : { id, name, at: { x: x!, y: y!, width: width!, height: height! } };
        });
        const windows = [];
        for (const window of named) {
          const key = newToken();
          const given = { id: window.id, hash: hashToken(key) };
          valueOf(await hall.execute('screen:key', given, actorOf(who.id, who.account)));
          windows.push({ ...window, key });
        }
        const { name, text } = startScript(params.kind, {
          origin: addresses.forPhones(headers.host),
          windows,
        });
        return reply
          .type('application/octet-stream')
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(text);
      },
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
        const { picture } = await live.asks.ask(id, ask);
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
        const heard = await live.asks.testVoice(id);
        log.info(`${whoOf(request).account.name} tested the voice of screen ${id}: ${heard}`);
        return { heard };
      },
    );
  };
