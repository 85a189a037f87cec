import type { Actor, Body, Kind } from './model/record.ts';
import type { RefusalCode, RefusalParams } from './refusals.ts';
import type { Records } from './records.ts';
import type { Standard } from './model/standard.ts';

/** What a rule is told of the world: nothing else of it may come in. */
export interface World {
  /** Hub time in milliseconds. */
  now: number;
  by: Actor;
  /** A new unguessable id, `[A-Za-z0-9_-]`, for records and calls. */
  newId(): string;
  /** The standard of this name, if the hub has it. */
  standard(id: string): Standard | undefined;
}

/** A change as a rule writes it; the hub adds the revision. `body: null` removes the record. */
export type Wanted = { [K in Kind]: { kind: K; id: string; body: Body<K> | null } }[Kind];

/** A command was refused: nothing changes, and the sender reads why and what to do. */
export interface Refusal {
  refused: RefusalCode;
  params?: RefusalParams;
}

/** What a rule answers. No changes and no refusal means there was nothing to do. */
export type Outcome<R = unknown> = { changes: Wanted[]; result: R } | Refusal;

export type RuleOf<Command, Result> = (records: Records, command: Command, world: World) => Outcome<Result>;

export function refuse(refused: RefusalCode, params?: RefusalParams): Refusal {
  return params ? { refused, params } : { refused };
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
