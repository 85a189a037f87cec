import Type, { type Static } from 'typebox';
import { Moment, Person, Strict } from './base.ts';

/** SHA-256 of a file's bytes, hex: its name in the upload store, and its record's id. */
export const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** What an upload is, told by its content and never by its name. */
export const UploadType = Type.Union([
  Type.Literal('audio/wav'),
  Type.Literal('audio/ogg'),
  Type.Literal('audio/mpeg'),
  Type.Literal('audio/mp4'),
  Type.Literal('audio/webm'),
]);
export type UploadType = Static<typeof UploadType>;

/** A file that somebody gave to the hall. Its bytes stand in the upload store under the record's id. */
export const Upload = Type.Object(
  {
    /** As its file was called; for people only. */
    name: Type.String({ maxLength: 120 }),
    type: UploadType,
    /** In bytes. */
    size: Type.Integer({ minimum: 1 }),
    by: Person,
    at: Moment,
  },
  Strict,
);
export type Upload = Static<typeof Upload>;

/** A word of calls in the hall's own recording (V20): WAV, trimmed and levelled. */
export const Clip = Type.Object(
  { word: Type.String({ minLength: 1, maxLength: 60, pattern: '^\\S+$' }), upload: Digest },
  Strict,
);
export type Clip = Static<typeof Clip>;
