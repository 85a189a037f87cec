import Type, { type Static } from 'typebox';
import { Day, Strict } from './base.ts';

/** How long calls of each service took a window lately: how many (at most 40 count), and their mean in ms. */
export const Means = Type.Record(
  Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
  Type.Object({ count: Type.Integer({ minimum: 1 }), mean: Type.Integer({ minimum: 0 }) }, Strict),
);
export type Means = Static<typeof Means>;

/** What the hub learned from its journal about the pace of work (history.md T8). There is one, `pace`. */
export const Pace = Type.Object(
  {
    /** The day whose visits are in `services` and not in `before`. */
    day: Day,
    /** As it was when the day began, so that the day can be counted anew. */
    before: Means,
    services: Means,
  },
  Strict,
);
export type Pace = Static<typeof Pace>;
