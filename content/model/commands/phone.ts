import Type from 'typebox';
import { Id, Strict } from '../base.ts';
import { WalkInKind } from '../ticket.ts';
import { command } from './command.ts';

/** What a visitor's phone asks for; the hub gives it in the phone's name: content/queue/phone.md. */
export const phone = {
  'ticket:take': command(
    Type.Object(
      {
        service: Id,
        kind: WalkInKind,
        /** Code of the day, where the hall asks for it (M2). */
        entry: Type.Optional(Type.String({ maxLength: 16 })),
      },
      Strict,
    ),
    'internal',
  ),
  'ticket:leave': command(Type.Object({ code: Type.String({ maxLength: 32 }) }, Strict), 'internal'), // 离开排队
} as const;
