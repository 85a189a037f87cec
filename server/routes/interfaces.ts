import Type from 'typebox';
import { Id, Strict } from '../../content/model/base.ts';
import { Commands } from '../../content/model/command.ts';
import { actorOf } from '../access.ts';
import { Empty, errors, guard, limit, whoOf, type Plugin } from './parts.ts';

const KeyInput = Type.Omit(Commands['key:make'].input, ['hash', 'hint']);
const HookInput = Type.Omit(Commands['webhook:save'].input, ['secret', 'after']);
const Which = Type.Object({ id: Id });
const Null = Type.Null();
const State = Type.Object({
  used: Type.Record(Type.String(), Type.Integer()),
  webhooks: Type.Array(
    Type.Object({
      id: Type.String(),
      delivered: Type.Union([Type.Integer(), Null]),
      failing: Type.Union([
        Type.Object({ since: Type.Integer(), tries: Type.Integer(), reason: Type.String() }),
        Null,
      ]),
      waiting: Type.Integer(),
      more: Type.Boolean(),
      retryAt: Type.Union([Type.Integer(), Null]),
    }),
  ),
});

/** Keys and webhooks as an admin handles them: over HTTP, since a secret comes back once. */
export const interfaceRoutes: Plugin =
  ({ keys, webhooks }) =>
  async (app) => {
    const admin = { config: limit(60), onRequest: guard('admin') };

    app.post(
      '/api/interfaces/keys',
      {
        ...admin,
        schema: {
          body: Type.Object(KeyInput.properties, Strict),
          response: { 200: Type.Object({ id: Type.String(), key: Type.String() }), ...errors },
        },
      },
      async (request, reply) => {
        const who = whoOf(request);
        void reply.header('cache-control', 'no-store');
        return keys.make(request.body, actorOf(who.id, who.account));
      },
    );

    app.post(
      '/api/interfaces/webhooks',
      {
        ...admin,
        schema: {
          body: Type.Object(HookInput.properties, Strict),
          response: {
            200: Type.Object({ id: Type.String(), secret: Type.Union([Type.String(), Null]) }),
            ...errors,
          },
        },
      },
      async (request, reply) => {
        const who = whoOf(request);
        void reply.header('cache-control', 'no-store');
        return webhooks.save(request.body, actorOf(who.id, who.account));
      },
    );

    app.get(
      '/api/interfaces/state',
      { onRequest: guard('admin'), schema: { response: { 200: State, ...errors } } },
      async (_request, reply) => {
        void reply.header('cache-control', 'no-store');
        return { used: { ...keys.used }, webhooks: await webhooks.states() };
      },
    );

    app.post(
      '/api/interfaces/webhooks/:id/test',
      { ...admin, schema: { params: Which, response: { 200: Empty, ...errors } } },
      async ({ params }) => {
        await webhooks.test(params.id);
        return {};
      },
    );

    app.post(
      '/api/interfaces/webhooks/:id/retry',
      { ...admin, schema: { params: Which, response: { 200: Empty, ...errors } } },
      async ({ params }) => {
        webhooks.retry(params.id);
        return {};
      },
    );

    app.post(
      '/api/interfaces/letters/:id/resend',
      { ...admin, schema: { params: Which, response: { 200: Empty, ...errors } } },
      async (request) => {
        const who = whoOf(request);
        await webhooks.resend(request.params.id, actorOf(who.id, who.account));
        return {};
      },
    );
  };
