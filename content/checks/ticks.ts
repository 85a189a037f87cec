import { dayOf } from '../calendar.ts';
import type { CommandInput } from '../model/command.ts';
import { personOf } from '../people/person.ts';
import { hallOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, World } from '../rule.ts';
import { prove } from './evidence.ts';
import { factsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { linesOf, scoreOf, tickId } from './score.ts';

const factsIn = (records: Records, world: World): Facts =>
  factsOf(records, world.standard(hallOf(records)?.body.standard ?? ''));

/** Ticks a line of the checklist, or takes the tick away (K20, K21). Refuses `tick.unknown`, `tick.proved`, `tick.points`. */
export const setTick: RuleOf<CommandInput<'tick:set'>, { id: string }> = (
  records,
  { line: key, is, points, note },
  world,
) => {
  const facts = factsIn(records, world);
  const id = tickId(is, key);
  if (points === null)
    return { changes: records.get('tick', id) ? [{ kind: 'tick', id, body: null }] : [], result: { id } };
  const bounds = is === 'line' ? boundsOfLine(key, records, facts, world.now) : boundsOfExtra(key, facts);
  if (bounds === null) return refuse('tick.unknown');
  if (bounds === 'proved') return refuse('tick.proved');
  const [least, most] = bounds;
  if (points < least || points > most) return refuse('tick.points', { least, most });
  const body = { line: key, points, note: note.trim(), by: personOf(records, world.by), at: world.now };
  return { changes: [{ kind: 'tick', id, body }], result: { id } };
};

type Bounds = readonly [least: number, most: number];

function boundsOfLine(key: string, records: Records, facts: Facts, now: number): Bounds | 'proved' | null {
  const line = linesOf(facts).find((one) => one.key === key);
  if (!line) return null;
  return prove(line.evidence, line.detail, records, facts, now) ? 'proved' : [0, line.points ?? 1];
}

/** An extra that somebody looked at and did not find is 0. */
function boundsOfExtra(key: string, facts: Facts): Bounds | null {
  const extra = facts.asked.extras.find((one) => one.key === key);
  return extra ? [Math.min(0, extra.least), Math.max(0, extra.most)] : null;
}

/** Keeps this month's score (K22); nothing happens while it is the same. Refuses `score.none`. */
export const keepScore: RuleOf<CommandInput<'score:keep'>, { id: string }> = (records, _, world) => {
  const facts = factsIn(records, world);
  const card = scoreOf(records, facts, world.now);
  if (!card) return refuse('score.none');
  const id = dayOf(world.now, facts.zone).slice(0, 7);
  const before = records.get('score', id);
  const standard = facts.hall?.standard ?? '';
  if (before?.points === card.points && before.full === card.full && before.standard === standard)
    return { changes: [], result: { id } };
  const body = { standard, points: card.points, full: card.full, at: world.now };
  return { changes: [{ kind: 'score', id, body }], result: { id } };
};
