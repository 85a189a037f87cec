import Type, { type Static, type TSchema } from 'typebox';
import { Assessment } from './assessment.ts';
import { Calendar } from './calendar.ts';
import { Hall } from './hall.ts';
import { HallStandard } from './hallstandard.ts';
import { Item } from './item.ts';
import { Medium } from './medium.ts';
import { Notice } from './notice.ts';
import { Package } from './package.ts';
import { Contact, Pledge, Rule } from './rule.ts';
import { Id, Moment, Strict } from './base.ts';
import { Clip } from './upload.ts';
import { Service, Window } from './window.ts';

/** The kinds that are a hall's content: what another hub can take over. Nothing of people, visitors or devices. */
export const CarriedBodies = {
  hall: Hall,
  hallstandard: HallStandard,
  calendar: Calendar,
  service: Service,
  window: Window,
  item: Item,
  package: Package,
  rule: Rule,
  pledge: Pledge,
  assessment: Assessment,
  notice: Notice,
  contact: Contact,
  clip: Clip,
  medium: Medium,
} as const satisfies Record<string, TSchema>;
export type CarriedKind = keyof typeof CarriedBodies;

function carriedOf<K extends string, B extends TSchema>(kind: K, body: B) {
  return Type.Object({ kind: Type.Literal(kind), id: Id, body }, Strict);
}

/** A record on its way from one hub to another, without who wrote it. */
export const Carried = Type.Union([
  carriedOf('hall', Hall),
  carriedOf('hallstandard', HallStandard),
  carriedOf('calendar', Calendar),
  carriedOf('service', Service),
  carriedOf('window', Window),
  carriedOf('item', Item),
  carriedOf('package', Package),
  carriedOf('rule', Rule),
  carriedOf('pledge', Pledge),
  carriedOf('assessment', Assessment),
  carriedOf('notice', Notice),
  carriedOf('contact', Contact),
  carriedOf('clip', Clip),
  carriedOf('medium', Medium),
]);
export type Carried = Static<typeof Carried>;

/** What `manifest.json` of a bundle says. `files` holds the SHA-256 of every other file, by its path. */
export const Manifest = Type.Object(
  {
    format: Type.Literal('mingting-hall'),
    version: Type.Integer({ minimum: 1 }),
    hall: Type.String({ maxLength: 200 }),
    standard: Type.String({ maxLength: 40 }),
    at: Moment,
    files: Type.Record(Type.String(), Type.String({ pattern: '^[0-9a-f]{64}$' })),
  },
  Strict,
);
export type Manifest = Static<typeof Manifest>;

/** The version that this hub writes, and the newest that it reads. */
export const BUNDLE_VERSION = 1;
