import Type from 'typebox';
import { Strict } from '../base.ts';
import { Font } from '../font.ts';
import { Digest } from '../upload.ts';
import { command } from './command.ts';

/** Fonts with a licence: content/sheets/fonts/fonts.md. */
export const fonts = {
  'font:add': command(
    Type.Object({ id: Digest, ...Type.Omit(Font, ['by', 'at']).properties }, Strict),
    'internal',
  ),
  'font:remove': command(Type.Object({ id: Digest }, Strict), ['admin']),
} as const;
