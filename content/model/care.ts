import Type, { type Static } from 'typebox';
import { Clock, Strict } from './base.ts';
import { Span } from './span.ts';

const Spans = Type.Array(Span, { minItems: 1, maxItems: 6 });

/**
 * How a screen is kept well (schedule.md L20–L26). A screen's own word goes before the hall's, field by field; what
 * neither says has its default.
 */
export const Care = Type.Object(
  {
    /** Hours without the hub after which the safe loop is shown. Default 72. */
    lease: Type.Optional(Type.Integer({ minimum: 1, maximum: 720 })),
    /** A quiet reload each night at this time; null, never. Default never. */
    reloadAt: Type.Optional(Type.Union([Clock, Type.Null()])),
    /** Moves the picture by some pixels every few minutes, against burning in. Default no. */
    shift: Type.Optional(Type.Boolean()),
    /** Hours in which the picture is darkened, and what is left of its light. */
    dim: Type.Optional(
      Type.Object({ spans: Spans, light: Type.Number({ minimum: 0.1, maximum: 0.9 }) }, Strict),
    ),
    /** When the picture is on: always, so many minutes around the hall's hours, or in hours of its own. */
    on: Type.Optional(
      Type.Union([
        Type.Object({ is: Type.Literal('always') }, Strict),
        Type.Object(
          {
            is: Type.Literal('hall'),
            before: Type.Integer({ minimum: 0, maximum: 240 }),
            after: Type.Integer({ minimum: 0, maximum: 240 }),
          },
          Strict,
        ),
        Type.Object({ is: Type.Literal('hours'), spans: Spans }, Strict),
      ]),
    ),
  },
  Strict,
);
export type Care = Static<typeof Care>;
