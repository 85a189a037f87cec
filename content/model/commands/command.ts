import Type, { type TSchema } from 'typebox';
import type { Role } from '../account.ts';
import { Id, Strict } from '../base.ts';
import type { Scene } from '../screen.ts';

/** What a command takes and who may give it. */
export interface CommandOf<
  S extends TSchema,
  R extends readonly Role[] | 'internal',
  V extends readonly Scene['is'][],
> {
  input: S;
  /** `internal` commands are given by the hub itself and unknown to the wire. */
  roles: R;
  /** Scenes whose screens may give it too: visitors touch a kiosk. */
  screens: V;
}

export function command<
  S extends TSchema,
  const R extends readonly Role[] | 'internal',
  const V extends readonly Scene['is'][] = readonly [],
>(input: S, roles: R, screens?: V): CommandOf<S, R, V> {
  return { input, roles, screens: screens ?? ([] as unknown as V) };
}

/**
 * A command at a window. `seen` is the ticket that its sender saw there: with another one there now the
 * command is refused (Q48). Absent: whatever is there.
 */
export const AtSeen = { window: Id, seen: Type.Optional(Type.Union([Id, Type.Null()])) };
export const At = Type.Object(AtSeen, Strict);
export const One = Type.Object({ id: Id }, Strict);
export const MaybeId = { id: Type.Optional(Id) };
/** Revision that the sender was looking at; a save against an older one is refused, not lost. */
export const Seen = { rev: Type.Optional(Type.Integer({ minimum: 0 })) };
