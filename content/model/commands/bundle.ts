import Type from 'typebox';
import { Strict } from '../base.ts';
import { Carried } from '../bundle.ts';
import { command } from './command.ts';

/** Taking a whole hall over (content/bundle/bundle.md): the hub itself has read and checked the file. */
export const bundle = {
  'bundle:adopt': command(
    Type.Object(
      {
        records: Type.Array(Carried, { maxItems: 20_000 }),
        /** Which of them: `kind/id`. The others are there for what they are called. */
        take: Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 20_000 }),
      },
      Strict,
    ),
    'internal',
  ),
} as const;
