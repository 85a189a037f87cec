import Type from 'typebox';
import { Id, Strict } from '../base.ts';
import { DeadLetter, Key, Webhook } from '../interface.ts';
import { command, MaybeId, One, Seen } from './command.ts';

const Ids = Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }) }, Strict);

/** Other systems: their keys, and the addresses that are told of events. Rules: content/interfaces/interfaces.md. */
export const interfaces = {
  'key:make': command(Type.Pick(Key, ['name', 'rights', 'windows', 'hash', 'hint']), 'internal'),
  'key:save': command(
    Type.Object({ id: Id, ...Seen, ...Type.Pick(Key, ['name', 'rights', 'windows']).properties }, Strict),
    ['admin'],
  ),
  'key:revoke': command(One, ['admin']),
  'webhook:save': command(
    Type.Object(
      {
        ...MaybeId,
        ...Seen,
        ...Type.Pick(Webhook, ['url', 'events', 'reach', 'on']).properties,
        /** For a new one: made by the hub, and the newest commit. */
        secret: Type.Optional(Webhook.properties.secret),
        after: Type.Optional(Webhook.properties.after),
      },
      Strict,
    ),
    'internal',
  ),
  'webhook:remove': command(One, ['admin']),
  'letter:keep': command(
    Type.Object({ letters: Type.Array(DeadLetter, { minItems: 1, maxItems: 500 }) }, Strict),
    'internal',
  ),
  'letter:settle': command(Ids, 'internal'),
  'letter:discard': command(Ids, ['admin']),
} as const;
