import Type from 'typebox';
import type { Role } from '../account.ts';
import { Id, Moment, Strict } from '../base.ts';
import { AlertSource, Interrupt, InterruptSettings, InterruptTo } from '../interrupt.ts';
import { Screen } from '../screen.ts';
import { command, One, Seen } from './command.ts';

/** The right to interrupt stands beside the roles (Z1): the rule asks for it. */
const anybody = ['admin', 'editor', 'reviewer', 'clerk', 'auditor'] as const satisfies readonly Role[];

/** Interrupts: content/interrupts/interrupts.md. */
export const interrupts = {
  'interrupt:begin': command(
    Type.Object(
      { ...Type.Pick(Interrupt, ['is', 'to', 'title', 'text', 'wayOut', 'drill', 'until']).properties },
      Strict,
    ),
    anybody,
  ),
  'interrupt:confirm': command(Type.Object({ id: Id, to: Type.Optional(InterruptTo) }, Strict), anybody),
  /** Ends one that is on; declines one that waits. */
  'interrupt:end': command(One, anybody),
  'interrupt:settings': command(Type.Object({ ...Seen, ...InterruptSettings.properties }, Strict), ['admin']),
  /** By a screen, once it can say so: somebody stopped it at the glass. */
  'interrupt:stop': command(Type.Object({ id: Id, at: Moment }, Strict), 'internal'),
  /** A screen fell silent, or is back. */
  'screen:silence': command(
    Type.Object({ id: Id, since: Moment, back: Type.Union([Moment, Type.Null()]) }, Strict),
    'internal',
  ),
  /** An urgent notice whose time is over. */
  'interrupt:due': command(One, 'internal'),
  /** From another system: a CAP alert, already read. */
  'interrupt:alert': command(
    Type.Object(
      {
        source: AlertSource,
        act: Type.Union([Type.Literal('Alert'), Type.Literal('Update'), Type.Literal('Cancel')]),
        /** `sender,identifier,sent` of the alerts that it replaces or takes back. */
        references: Type.Array(Type.String({ maxLength: 450 }), { maxItems: 50 }),
        ...Type.Pick(Interrupt, ['title', 'text', 'drill', 'until']).properties,
      },
      Strict,
    ),
    'internal',
  ),
  /** What its place is: all of it anew, so that what is absent is no more. */
  'screen:place': command(
    Type.Object(
      {
        id: Id,
        ...Seen,
        ...Type.Pick(Screen, ['number', 'groups', 'spot', 'onPlan', 'wayOut', 'stopPin']).properties,
      },
      Strict,
    ),
    ['admin'],
  ),
  /** 停用: this screen shows nothing but the hall's name until it is let go. */
  'screen:block': command(Type.Object({ id: Id, blocked: Type.Boolean() }, Strict), anybody),
} as const;
