import Type from 'typebox';
import { Id, Label, Strict } from '../../content/model/base.ts';
import { actorOf } from '../access.ts';
import { Empty, errors, guard, limit, whoOf, type Plugin } from './parts.ts';
import { SheetInput } from './sheets.ts';

const One = Type.Object({ id: Id }, Strict);
const Made = { 200: Type.Object({ id: Type.String() }), ...errors };
const Added = Type.Object(
  { name: Type.Optional(Label), address: Type.String({ minLength: 1, maxLength: 300 }) },
  Strict,
);
const SendingInput = Type.Object(
  {
    sheets: Type.Array(SheetInput, { minItems: 1, maxItems: 500 }),
    copies: Type.Integer({ minimum: 1, maximum: 99 }),
    twoSided: Type.Boolean(),
  },
  Strict,
);

/** Printers of the hall that sheets are printed on: content/sheets/printers/printers.md. */
export const sheetPrinterRoutes: Plugin =
  ({ sheetPrinters, sendings, addresses }) =>
  async (app) => {
    const makers = guard('editor', 'reviewer', 'admin');

    app.post(
      '/api/sheetprinters',
      // Each try calls an address of the network: a person who mistypes needs no more.
      { config: limit(10), onRequest: guard('admin'), schema: { body: Added, response: Made } },
      async (request) => {
        const { id, account } = whoOf(request);
        const { address, name } = request.body;
        return { id: await sheetPrinters.add(address, name, actorOf(id, account)) };
      },
    );

    app.post(
      '/api/sheetprinters/check',
      { config: limit(30), onRequest: makers, schema: { body: Empty, response: { 200: Empty, ...errors } } },
      async () => {
        await sheetPrinters.checkAll();
        return {};
      },
    );

    app.post(
      '/api/sheetprinters/:id/print',
      {
        config: limit(60),
        onRequest: makers,
        bodyLimit: 1 << 20,
        schema: { params: One, body: SendingInput, response: Made },
      },
      async (request) => {
        const { id, account } = whoOf(request);
        const base = addresses.forPhones(request.headers.host);
        return { id: sendings.add(request.params.id, request.body, actorOf(id, account), base) };
      },
    );

    /** Asked again and again: answers 304 with no body while nothing has changed. */
    app.get(
      '/api/sendings',
      { config: limit(600), onRequest: makers, schema: { response: { 200: Type.Unknown(), ...errors } } },
      async (request, reply) => {
        const tag = `"${sendings.version}"`;
        void reply.header('etag', tag).header('cache-control', 'no-cache');
        if (request.headers['if-none-match'] === tag) return reply.status(304).send();
        return sendings.list();
      },
    );

    for (const what of ['cancel', 'retry'] as const)
      app.post(
        `/api/sendings/:id/${what}`,
        {
          config: limit(60),
          onRequest: makers,
          schema: { params: One, body: Empty, response: { 200: Empty, ...errors } },
        },
        async ({ params }) => {
          sendings[what](params.id);
          return {};
        },
      );
  };
