import Value from 'typebox/value';
import { decide } from '../../content/commands.ts';
import { Commands } from '../../content/model/command.ts';
import type { CommandInput, CommandName, CommandResult } from '../../content/model/command.ts';
import { Bodies } from '../../content/model/record.ts';
import type { Actor, Change, Kind } from '../../content/model/record.ts';
import type { Standard } from '../../content/model/standard.ts';
import type { RecordMap, Records } from '../../content/records.ts';
import { isRefusal } from '../../content/rule.ts';
import type { Outcome, Refusal, Wanted, World } from '../../content/rule.ts';

/** A Thursday, 2026-11-19, 09:00 in Asia/Shanghai. */
export const MORNING = Date.UTC(2026, 10, 19, 1, 0, 0);
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** A world that a test holds in its hand: a clock moved by hand, ids and chance from a seed. */
export class TestWorld implements World {
  now = MORNING;
  by: Actor = { is: 'system', name: 'test' };
  readonly standards = new Map<string, Standard>();
  readonly random: () => number;

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  newId(): string {
    return Array.from({ length: 22 }, () => alphabet[Math.floor(this.random() * 64)]).join('');
  }

  standard(id: string): Standard | undefined {
    return this.standards.get(id);
  }

  /** A whole number from 0 to `below - 1`. */
  draw(below: number): number {
    return Math.floor(this.random() * below);
  }

  wait(ms: number): this {
    this.now += ms;
    return this;
  }

  /** Gives the following commands as the account `id`. */
  as(id: string, name = id): this {
    this.by = { is: 'account', id, name };
    return this;
  }
}

export function testWorld(seed = 1): TestWorld {
  return new TestWorld(seed);
}

/** Changes with the revisions that the hub would give them. Bodies are frozen. Throws if one does not fit its schema. */
export function revise(records: Records, wanted: readonly Wanted[]): Change[] {
  return wanted.map(({ kind, id, body }) => {
    if (body !== null && !Value.Check(Bodies[kind as Kind], body))
      throw new Error(
        `${kind} ${id} does not fit its schema: ${JSON.stringify(Value.Errors(Bodies[kind as Kind], body))}`,
      );
    return { kind, id, rev: records.rev(kind, id) + 1, body: freeze(body) } as Change;
  });
}

/** Makes a rule that changes a body in place throw. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/**
 * Gives a command as the hub does: checked input, rule, changes applied to `records` with revisions.
 * Throws if the input, or a body that the rule wrote, does not fit its schema.
 */
export function run<C extends CommandName>(
  records: RecordMap,
  name: C,
  input: CommandInput<C>,
  world: World,
): Outcome<CommandResult<C>> {
  if (!Value.Check(Commands[name].input, input))
    throw new Error(`${name}: ${JSON.stringify(Value.Errors(Commands[name].input, input))}`);
  const outcome = decide(records, name, input, world);
  if (!isRefusal(outcome)) records.apply(revise(records, outcome.changes));
  return outcome;
}

/** The result of a command that must succeed; throws with the refusal if it was refused. */
export function must<C extends CommandName>(
  records: RecordMap,
  name: C,
  input: CommandInput<C>,
  world: World,
): CommandResult<C> {
  const outcome = run(records, name, input, world);
  if (isRefusal(outcome)) throw new Error(`${name} was refused: ${JSON.stringify(outcome)}`);
  return outcome.result;
}

/** The refusal of a command that must be refused; throws if it succeeded. */
export function mustRefuse<C extends CommandName>(
  records: RecordMap,
  name: C,
  input: CommandInput<C>,
  world: World,
): Refusal {
  const outcome = run(records, name, input, world);
  if (!isRefusal(outcome)) throw new Error(`${name} was not refused`);
  return outcome;
}
