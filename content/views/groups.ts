import type { BoardGroup, Scene } from '../model/screen.ts';
import type { Records } from '../records.ts';

export type BoardScene = Extract<Scene, { is: 'board' }>;

/** Whether a group of the board holds the window of this id. */
export type Holds = (window: string) => boolean;

/** One group of a board: what it is called, and whose calls it shows. */
export interface Group {
  /** The title that was written; empty if none was. */
  title: string;
  holds: Holds;
}

/**
 * The groups of a board (S1), at least one. For every window there is exactly one that holds it: the first that
 * names it, else the first of all.
 */
export function groupsOf({ groups }: BoardScene): Group[] {
  if (!groups) return [{ title: '', holds: () => true }];
  const places = new Map<string, number>();
  for (const [place, { windows }] of groups.entries())
    for (const id of windows) if (!places.has(id)) places.set(id, place);
  return groups.map(({ title = '' }: BoardGroup, place) => ({
    title,
    holds: (window) => (places.get(window) ?? 0) === place,
  }));
}

/** Numbers of the windows of a group, rising. */
export function numbersOf(records: Records, holds: Holds): number[] {
  const numbers: number[] = [];
  for (const { id, body } of records.all('window')) if (holds(id)) numbers.push(body.number);
  return numbers.sort((one, other) => one - other);
}

/** Rising numbers in short (S4): 1–3、5. */
export function wordNumbers(numbers: readonly number[], join = '、'): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === (run.at(-1) ?? 0) + 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(join))).join(join);
}
