import Type, { type Static } from 'typebox';
import { Moment, Strict } from './base.ts';

/** A screen that fell silent in opening hours (interrupts.md Z17): one record a screen, under the screen's id. */
export const Silence = Type.Object(
  {
    /** Last heard of. */
    since: Moment,
    /** Heard of again; null while it is silent. */
    back: Type.Union([Moment, Type.Null()]),
  },
  Strict,
);
export type Silence = Static<typeof Silence>;
