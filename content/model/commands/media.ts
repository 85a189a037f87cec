import Type from 'typebox';
import { Id, Label, Strict } from '../base.ts';
import { Medium } from '../medium.ts';
import { command, Seen } from './command.ts';

const Ids = Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true });

/** The library of pictures, videos and documents: content/media/media.md. */
export const media = {
  /** Given by the hub when a file came in, was read and stands in the store. */
  'medium:add': command(Type.Omit(Medium, ['checked', 'by', 'at', 'removed', 'alt']), 'internal'),
  'medium:rename': command(
    Type.Object(
      { id: Id, ...Seen, name: Type.Optional(Label), alt: Type.Optional(Medium.properties.alt) },
      Strict,
    ),
    ['admin', 'editor'],
  ),
  /** Somebody looked at it: no person's data is to be seen. `off` takes the tick back. */
  'medium:check': command(Type.Object({ ids: Ids, off: Type.Optional(Type.Literal(true)) }, Strict), [
    'admin',
    'editor',
    'reviewer',
  ]),
  'medium:remove': command(Type.Object({ ids: Ids }, Strict), ['admin', 'editor']),
  'medium:restore': command(Type.Object({ ids: Ids }, Strict), ['admin', 'editor']),
  /** What was removed long ago goes for good. */
  'medium:sweep': command(Type.Object({}, Strict), 'internal'),
} as const;
