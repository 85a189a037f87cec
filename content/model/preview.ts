import Type, { type Static } from 'typebox';
import { Commands } from './command.ts';
import { Proposal } from './draft.ts';

/** What a form that saves directly would send. */
function formOf<K extends string, I extends Type.TSchema>(kind: K, input: I) {
  return Type.Object({ kind: Type.Literal(kind), input }, { additionalProperties: false });
}

/** Everything that the public sees of what is being typed: words that are reviewed, or a form that saves directly. */
export const Previewed = Type.Union([
  Proposal,
  formOf('area', Commands['area:save'].input),
  formOf('plan', Commands['plan:save'].input),
  formOf('calendar', Commands['calendar:save'].input),
  formOf('hall', Commands['hall:update'].input),
]);
export type Previewed = Static<typeof Previewed>;
export type PreviewedKind = Previewed['kind'];
