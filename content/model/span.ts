import Type, { type Static } from 'typebox';
import { Clock, Strict } from './base.ts';

/** Hours of a day. An end at `24:00` is the midnight after. */
export const Span = Type.Object(
  { from: Clock, to: Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' }) },
  Strict,
);
export type Span = Static<typeof Span>;
