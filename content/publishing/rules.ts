import type { CommandInput } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import type { Rule, Source } from '../model/rule.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';

/**
 * Takes official wording over to the letter (P7, P8). A title that the hall has keeps its record, so that
 * its printed sheets show as out of date. Refuses `rule.title-twice`; `rule.exists` if nothing would change.
 * The result names the records in the order of the input.
 */
export const adoptRules: RuleOf<CommandInput<'rule:adopt'>, { ids: string[] }> = (
  records,
  { rules },
  world,
) => {
  const changes: Wanted[] = [];
  const ids: string[] = [];
  const titles = new Set<string>();
  const adoptedBy = personOf(records, world.by);
  for (const { title, blocks, source } of rules) {
    if (titles.has(title)) return refuse('rule.title-twice', { title });
    titles.add(title);
    const before = ruleCalled(records, title);
    const id = before?.id ?? world.newId();
    ids.push(id);
    const body: Rule = {
      title,
      blocks,
      source,
      wording: 'imported',
      adoptedBy,
      adoptedAt: world.now,
    };
    if (!before || !saysSame(before.body, body)) changes.push({ kind: 'rule', id, body });
  }
  if (changes.length === 0) return refuse('rule.exists', { title: rules[0]?.title ?? '' });
  return { changes, result: { ids } };
};

/**
 * Saves a rule as somebody wrote it, under any title that no other has (O1, O5). Refuses `record.missing`,
 * `record.changed`, `rule.title-taken`.
 */
export const saveRule: RuleOf<CommandInput<'rule:save'>, { id: string }> = (
  records,
  { id: seen, rev, ...words },
  world,
) => {
  const stale = checkSeen(records, 'rule', { id: seen, rev });
  if (stale) return stale;
  const namesake = ruleCalled(records, words.title);
  if (namesake && namesake.id !== seen) return refuse('rule.title-taken', { title: words.title });
  const id = seen ?? world.newId();
  const before = records.get('rule', id);
  const body: Rule = {
    ...words,
    wording: wordingOf(before, words.blocks),
    adoptedBy: personOf(records, world.by),
    adoptedAt: world.now,
  };
  if (before && before.title === body.title && saysSame(before, body)) return { changes: [], result: { id } };
  return { changes: [{ kind: 'rule', id, body }], result: { id } };
};

/** Whose words a rule's articles are (O1): official or the standard's only while every article is as it was. */
export function wordingOf(
  before: Pick<Rule, 'blocks' | 'wording'> | undefined,
  blocks: Rule['blocks'],
): Rule['wording'] {
  return before && sameBody(before.blocks, blocks) ? before.wording : 'own';
}

/** Removes a rule (P9). Its sheets then show as no longer valid. */
export const removeRule: RuleOf<CommandInput<'rule:remove'>, { id: string }> = (records, { id }) => {
  if (!records.get('rule', id)) return refuse('record.missing');
  return { changes: [{ kind: 'rule', id, body: null }], result: { id } };
};

/** The hall's rule of this title, if it has one. */
export function ruleCalled(records: Records, title: string): Kept<'rule'> | undefined {
  for (const rule of records.all('rule')) if (rule.body.title === title) return rule;
  return undefined;
}

type Wording = Pick<Rule, 'blocks' | 'source' | 'wording'>;

/** Whether two rules read and print the same (P8). The name of the imported file is not part of the text. */
export function saysSame(one: Wording, other: Wording): boolean {
  return (
    one.wording === other.wording &&
    sameBody(one.blocks, other.blocks) &&
    sameBody(withoutFile(one.source), withoutFile(other.source))
  );
}

function withoutFile({ file: _, ...printed }: Source): Omit<Source, 'file'> {
  return printed;
}
