import type { CommandInput } from '../model/command.ts';
import type { Look } from '../model/look.ts';
import type { Standard } from '../model/standard.ts';
import type { Records } from '../records.ts';
import { sameBody } from '../revision.ts';
import type { RuleOf } from '../rule.ts';
import { ownSuffix, postSuffix } from '../views/casewords.ts';
import { standardOf } from './standard.ts';

/** The hall's one look. */
export const LOOK = 'look';
const PLAIN = ['Noto Sans SC'];

/** What a standard gives screens (R26). */
export function lookOf({ accent, faces, words }: Pick<Standard, 'accent' | 'faces' | 'words'>): Look {
  const name = faces.find(({ key }) => key === 'name');
  const slogan = faces.find(({ key }) => key === 'slogan');
  const post = ownSuffix({ words });
  return {
    accent,
    name: { families: name?.families ?? PLAIN },
    slogan: { families: slogan?.families ?? PLAIN, ...(slogan?.colour ? { colour: slogan.colour } : {}) },
    ...(post === undefined ? {} : { post }),
  };
}

/** What follows A and B of the two posts on the hall's screens (Y14). */
export function postOnScreens(records: Pick<Records, 'get'>): string {
  return records.get('look', LOOK)?.post ?? postSuffix(null);
}

/** Keeps what the hall's standard gives its screens (R26); nothing before set-up, and nothing where it is the same. */
export const keepLook: RuleOf<CommandInput<'look:keep'>, { id: string }> = (records, _, world) => {
  const standard = standardOf(records, world);
  const before = records.get('look', LOOK);
  const body = standard && lookOf(standard);
  const same = !body || (before !== undefined && sameBody(before, body));
  return { changes: same ? [] : [{ kind: 'look', id: LOOK, body }], result: { id: LOOK } };
};
