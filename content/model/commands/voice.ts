import Type from 'typebox';
import { Strict } from '../base.ts';
import { Clip, Digest, Upload } from '../upload.ts';
import { command, Seen } from './command.ts';

/** How calls are spoken, and the files that people give to the hall: content/voice/voice.md. */
export const voice = {
  'hall:voice': command(
    // What is absent stays as it is; `second: null` takes the second language away.
    Type.Object(
      {
        ...Seen,
        second: Type.Optional(Type.Union([Type.Literal('en'), Type.Null()])),
        own: Type.Optional(Type.Boolean()),
      },
      Strict,
    ),
    ['admin'],
  ),
  /** Null takes the recording away. */
  'voice:clip': command(
    Type.Object({ word: Clip.properties.word, upload: Type.Union([Digest, Type.Null()]) }, Strict),
    ['admin'],
  ),
  'upload:keep': command(
    Type.Object({ id: Digest, ...Type.Omit(Upload, ['by', 'at']).properties }, Strict),
    'internal',
  ),
  'upload:remove': command(Type.Object({ id: Digest }, Strict), ['admin', 'editor']),
} as const;
