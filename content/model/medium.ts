import Type, { type Static } from 'typebox';
import { Label, Moment, Person, Strict } from './base.ts';
import { Digest } from './upload.ts';

/** What a medium is for whoever uses it. */
export const MediumKind = Type.Union([
  Type.Literal('picture'),
  Type.Literal('video'),
  Type.Literal('document'),
]);
export type MediumKind = Static<typeof MediumKind>;

/** What a medium's file holds, told by its content and never by its name. Pictures are kept as JPEG, with see-through parts as PNG. */
export const MediumType = Type.Union([
  Type.Literal('image/jpeg'),
  Type.Literal('image/png'),
  Type.Literal('video/mp4'),
  Type.Literal('video/webm'),
  Type.Literal('application/pdf'),
  Type.Literal('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  Type.Literal('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
]);
export type MediumType = Static<typeof MediumType>;

/** Longest side of a picture or a video, in pixels as shown. */
const Side = Type.Integer({ minimum: 1, maximum: 20_000 });

const Checked = Type.Object({ by: Person, at: Moment }, Strict);

/**
 * A picture, video or document of the hall's library (content/media/media.md). Other records name it by its id.
 * `GET /media/DIGEST` gives the bytes of `upload`, `thumb` and `pages`.
 */
export const Medium = Type.Object(
  {
    /** As people call it; from the file's name at first. */
    name: Label,
    is: MediumKind,
    /** The file as shown and given out: pictures turned upright, encoded anew, without anything but their pixels. */
    upload: Digest,
    type: MediumType,
    /** In bytes. */
    size: Type.Integer({ minimum: 1 }),
    width: Type.Optional(Side),
    height: Type.Optional(Side),
    /** Length of a video. */
    seconds: Type.Optional(Type.Number({ minimum: 0, maximum: 86_400 })),
    /** What a video is coded in, for people: "H.264 High 4.0, AAC". */
    codec: Type.Optional(Type.String({ maxLength: 80 })),
    /** The video carries sound. */
    sound: Type.Optional(Type.Literal(true)),
    /** Pages of a PDF as pictures for screens; absent where no browser was there to draw them. */
    pages: Type.Optional(Type.Array(Digest, { maxItems: 100 })),
    /** Small JPEG for lists. */
    thumb: Type.Optional(Digest),
    /** What is to be seen, for people who do not see it. */
    alt: Type.Optional(Type.String({ maxLength: 300 })),
    /** Who looked at it and found no person's data in it; needed before the public sees it. */
    checked: Type.Union([Checked, Type.Null()]),
    by: Person,
    at: Moment,
    /** Taken out of the library; can be put back until its files are swept away. */
    removed: Type.Optional(Type.Object({ by: Person, at: Moment }, Strict)),
  },
  Strict,
);
export type Medium = Static<typeof Medium>;
