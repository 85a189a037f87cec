import type { Branch, Step } from '../model/item.ts';
import { refuse } from '../rule.ts';
import type { Refusal } from '../rule.ts';

/** Where a case can go after the step at `index`: keys of steps of the same item (U3). */
export function afterStep(steps: readonly Step[], index: number): string[] {
  const step = steps[index];
  if (!step) return [];
  const next = step.ends ? undefined : steps[index + 1]?.key;
  const jumps = step.branches.filter(jumpsTo).map(({ to }) => to);
  return [...new Set(next === undefined ? jumps : [next, ...jumps])];
}

type Jump = Extract<Branch, { is: 'step' }>;
const jumpsTo = (branch: Branch): branch is Jump => branch.is === 'step';

/** Keys of the steps that a case can come to from the first one. */
export function reachedSteps(steps: readonly Step[]): Set<string> {
  const places = new Map(steps.map(({ key }, index) => [key, index]));
  const reached = new Set<string>();
  const ahead = steps[0] ? [steps[0].key] : [];
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    const index = places.get(key);
    if (index === undefined || reached.has(key)) continue;
    reached.add(key);
    ahead.push(...afterStep(steps, index));
  }
  return reached;
}

/**
 * What is wrong with an item's steps (U3): `item.step-twice`, `item.step-missing`, `item.step-self`,
 * `item.step-unreachable`; undefined if nothing is. `item` is the item's name, for the words.
 */
export function checkSteps(steps: readonly Step[], item: string): Refusal | undefined {
  const keys = new Set<string>();
  for (const { key, name } of steps) {
    if (keys.has(key)) return refuse('item.step-twice', { item, step: name });
    keys.add(key);
  }
  for (const { key, name, branches } of steps)
    for (const branch of branches.filter(jumpsTo)) {
      const place = { item, step: name, when: branch.when };
      if (!keys.has(branch.to)) return refuse('item.step-missing', place);
      if (branch.to === key) return refuse('item.step-self', place);
    }
  const reached = reachedSteps(steps);
  const lost = steps.find(({ key }) => !reached.has(key));
  return lost && refuse('item.step-unreachable', { item, step: lost.name });
}
