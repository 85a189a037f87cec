import type { CommandInput } from '../model/command.ts';
import type { Look } from '../model/look.ts';
import type { Standard } from '../model/standard.ts';
import { sameBody } from '../revision.ts';
import type { RuleOf } from '../rule.ts';
import { standardOf } from './standard.ts';

/** The hall's one look. */
export const LOOK = 'look';
const PLAIN = ['Noto Sans SC'];

/** What a standard gives screens (R26). */
export function lookOf({ accent, faces }: Pick<Standard, 'accent' | 'faces'>): Look {
  const name = faces.find(({ key }) => key === 'name');
  const slogan = faces.find(({ key }) => key === 'slogan');
  return {
    accent,
    name: { families: name?.families ?? PLAIN },
    slogan: { families: slogan?.families ?? PLAIN, ...(slogan?.colour ? { colour: slogan.colour } : {}) },
  };
}

/** Keeps what the hall's standard gives its screens (R26); nothing before set-up, and nothing where it is the same. */
export const keepLook: RuleOf<CommandInput<'look:keep'>, { id: string }> = (records, _, world) => {
  const standard = standardOf(records, world);
  const before = records.get('look', LOOK);
  const body = standard && lookOf(standard);
  const same = !body || (before !== undefined && sameBody(before, body));
  return { changes: same ? [] : [{ kind: 'look', id: LOOK, body }], result: { id: LOOK } };
};
