import Type from 'typebox';
import { Id, Moment, Strict } from '../../content/model/base.ts';
import { Scene } from '../../content/model/scene.ts';
import { Piece } from '../../content/model/showing.ts';

/** Schemas of what pages send that is no command; the types stand in content/protocol.ts. */
export const MarkBody = Type.Object(
  { seq: Type.Integer({ minimum: 0 }), hash: Type.String({ pattern: '^[0-9a-f]{12}$' }) },
  Strict,
);

export const HelloBody = Type.Object({
  protocol: Type.Integer(),
  page: Type.Union([Type.Literal('display'), Type.Literal('control')]),
  language: Type.Union([Type.Literal('zh-CN'), Type.Literal('en')]),
  token: Type.Optional(Type.String({ maxLength: 100 })),
  since: Type.Optional(MarkBody),
  version: Type.Optional(Type.String({ maxLength: 60 })),
});

export const AskBody = Type.Object({ since: Type.Optional(MarkBody) }, Strict);

export const SentBody = Type.Object(
  {
    request: Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }),
    input: Type.Unknown(),
  },
  Strict,
);

export const SlipBody = Type.Object({ ticket: Id }, Strict);

export const HeardBody = Type.Union(
  ['own', 'engine', 'clips', 'browser', 'bell', 'blocked', 'off'].map((one) => Type.Literal(one)),
);

const Text = Type.String({ maxLength: 300 });
export const ReportBody = Type.Object(
  {
    showing: Type.Union([
      ...Scene.anyOf.map(({ properties }) => properties.is),
      Type.Literal('pairing'),
      Type.Literal('starting'),
    ]),
    mark: Type.Integer({ minimum: 0 }),
    call: Type.Union([Id, Type.Null()]),
    spoken: Type.Optional(Type.Union([Id, Type.Null()])),
    saying: Type.Optional(Type.Array(Id, { maxItems: 50 })),
    sound: Type.Union(['ready', 'blocked', 'off'].map((one) => Type.Literal(one))),
    clockError: Type.Number(),
    width: Type.Integer({ minimum: 0 }),
    height: Type.Integer({ minimum: 0 }),
    version: Type.String({ maxLength: 60 }),
    trouble: Type.Union([Text, Type.Null()]),
    since: Type.Optional(Moment),
    interrupt: Type.Optional(Type.Union([Id, Type.Null()])),
    stopped: Type.Optional(Type.Array(Type.Object({ id: Id, at: Moment }, Strict), { maxItems: 50 })),
    frames: Type.Optional(Type.Number({ minimum: 0, maximum: 1000 })),
    memory: Type.Optional(Type.Number({ minimum: 0, maximum: 1e6 })),
    protection: Type.Optional(Type.Union(['https', 'flags', 'plain'].map((one) => Type.Literal(one)))),
    cached: Type.Optional(Type.Boolean()),
    errors: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  Strict,
);

/** A page's own picture, which the socket carries up to its limit. */
const Jpeg = Type.String({ maxLength: 60_000, pattern: '^data:image/jpeg;base64,[A-Za-z0-9+/=]+$' });

export const HandBody = Type.Object({ pieces: Type.Array(Piece, { minItems: 1, maxItems: 20 }) }, Strict);
export const ProofPictureBody = Type.Object({ notice: Id, picture: Jpeg }, Strict);

/** What a screen answers when it was asked something: with a picture, which the socket carries up to its limit. */
export const AnswerBody = Type.Union([
  Type.Object(
    {
      done: Type.Literal(true),
      picture: Type.Optional(Jpeg),
    },
    Strict,
  ),
  Type.Object({ done: Type.Literal(false), why: Text }, Strict),
]);
