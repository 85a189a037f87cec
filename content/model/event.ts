import Type, { type Static } from 'typebox';
import { EventType } from './interface.ts';

/** Shapes that other systems rely on: docs/api.md. A field may be added; none is taken away or given another meaning. */
const Time = Type.String({ description: 'ISO 8601, UTC', examples: ['2026-11-21T01:05:00.000Z'] });
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const ServiceFacts = Type.Object({
  id: Type.String(),
  name: Type.String({ examples: ['社会保障'] }),
});

export const TicketFacts = Type.Object({
  id: Type.String(),
  number: Type.String({ examples: ['A012'] }),
  service: ServiceFacts,
  kind: Type.String({ description: 'normal | priority' }),
  origin: Nullable(Type.String({ description: 'desk | kiosk | phone | appointment | api' })),
  issuedAt: Time,
  state: Type.String({
    description: 'waiting | called | serving | passed | held | finished | dropped | cancelled',
  }),
  /** Where it is or was last, or where its newest call was made. */
  window: Nullable(Type.Integer({ description: '窗口号 · window number' })),
  call: Nullable(
    Type.Object({ id: Type.String(), at: Time, count: Type.Integer({ description: '1 = first call' }) }),
  ),
});
export type TicketFacts = Static<typeof TicketFacts>;

export const WindowFacts = Type.Object({
  id: Type.String(),
  number: Type.Integer(),
  name: Type.String({ examples: ['综合服务'] }),
  state: Type.String({ description: 'open | paused | closed' }),
  reason: Nullable(Type.String({ description: 'paused: away | meeting | fault | meal | other' })),
  until: Nullable(Time),
  goTo: Nullable(Type.Integer({ description: '替代窗口 · the window that stands in' })),
});
export type WindowFacts = Static<typeof WindowFacts>;

export const RatingFacts = Type.Object({
  /** Id of the rated ticket: a ticket has one rating. */
  ticket: Type.String(),
  number: Type.String({ examples: ['A012'] }),
  degree: Type.Integer({
    minimum: 1,
    maximum: 5,
    description: '5 非常满意 very satisfied … 1 非常不满意 very dissatisfied',
  }),
  reasons: Type.Array(Type.String()),
  window: Type.Integer(),
  service: ServiceFacts,
  origin: Type.String({ description: 'counter | slip | sign | api' }),
});
export type RatingFacts = Static<typeof RatingFacts>;

export const ScreenFacts = Type.Object({
  id: Type.String(),
  name: Type.String({ examples: ['大厅东侧电视'] }),
  /** Of the events `screen.silent` and `screen.back`. */
  silentSince: Type.Optional(Time),
  /** Of the events `screen.astray` and `screen.right`: it shows something else than is planned. */
  astraySince: Type.Optional(Time),
  backAt: Nullable(Time),
});
export type ScreenFacts = Static<typeof ScreenFacts>;

/** One thing that happened. `id` is `SEQ.INDEX`: the commit of the journal and the place within it; the same for ever. */
export const PublicEvent = Type.Object({
  id: Type.String({ examples: ['1208.0'] }),
  type: EventType,
  at: Time,
  ticket: Type.Optional(TicketFacts),
  window: Type.Optional(WindowFacts),
  rating: Type.Optional(RatingFacts),
  screen: Type.Optional(ScreenFacts),
});
export type PublicEvent = Static<typeof PublicEvent>;
