import type { Assessment } from '../model/assessment.ts';
import type { CommandInput } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import type { Notice } from '../model/notice.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Refusal, RuleOf, Wanted } from '../rule.ts';

/** 个人信息保护法 56: the report and the record are kept for at least three years. */
const YEARS_KEPT = 3;

type Done = { id: string };

/**
 * Writes an assessment down or changes it (O13), or puts a new one in the place of `replaces`, which ends by that (O18).
 * Refuses `record.missing`, `record.changed`, `assessment.ended`.
 */
export const saveAssessment: RuleOf<CommandInput<'assessment:save'>, Done> = (
  records,
  { id: seen, rev, replaces, ...words },
  world,
) => {
  const stale = checkSeen(records, 'assessment', { id: seen, rev });
  if (stale) return stale;
  const before = seen === undefined ? undefined : records.get('assessment', seen);
  if (before?.ended) return refuse('assessment.ended');
  const id = seen ?? world.newId();
  if (before && sameBody(wordsOf(before), words)) return { changes: [], result: { id } };
  const body: Assessment = { ...words, by: personOf(records, world.by), at: world.now, ended: null };
  const saved: Wanted = { kind: 'assessment', id, body };
  if (replaces === undefined || replaces === id) return { changes: [saved], result: { id } };
  const older = endAssessment(records, { id: replaces }, world);
  return isRefusal(older) ? older : { changes: [saved, ...older.changes], result: { id } };
};

function wordsOf({ by: _, at: __, ended: ___, ...words }: Assessment): object {
  return words;
}

/** Nothing new may rest on it; what rests on it stays (O14). Ending twice changes nothing. */
export const endAssessment: RuleOf<CommandInput<'assessment:end'>, Done> = (records, { id }, world) => {
  const before = records.get('assessment', id);
  if (!before) return refuse('record.missing');
  if (before.ended) return { changes: [], result: { id } };
  const ended = { by: personOf(records, world.by), at: world.now };
  return { changes: [{ kind: 'assessment', id, body: { ...before, ended } }], result: { id } };
};

/** Takes away what was ended and kept for its three years (O14). */
export const sweepAssessments: RuleOf<CommandInput<'assessment:sweep'>, Done> = (records, _, { now }) => {
  const changes: Wanted[] = [];
  for (const { id, body } of records.all('assessment')) {
    const until = keptUntil(records, id, body);
    if (until !== null && until <= now) changes.push({ kind: 'assessment', id, body: null });
  }
  return { changes, result: { id: 'assessments' } };
};

/** Until when it has to be kept (O14): three years from its end, or from the last day of a list that rests on it. Null while in use. */
export function keptUntil(records: Records, id: string, { ended }: Assessment): number | null {
  if (!ended) return null;
  let last = ended.at;
  for (const { body } of records.all('notice'))
    if (body.assessment === id) last = Math.max(last, endOf(body));
  return yearsAfter(last, YEARS_KEPT);
}

const endOf = ({ until, withdrawn }: Notice): number => (withdrawn ? withdrawn.at : until);

function yearsAfter(at: number, years: number): number {
  const day = new Date(at);
  return day.setUTCFullYear(day.getUTCFullYear() + years);
}

/** How many lists that stand, or will, rest on it: what ending it leaves alone (O14). */
export function listsOn(records: Records, id: string, now: number): number {
  return [...records.all('notice')].filter(({ body }) => body.assessment === id && endOf(body) > now).length;
}

/** The assessment on which a list of this category may rest, the newest first (O12). */
export function assessmentsFor(records: Records, category: Notice['category']): Kept<'assessment'>[] {
  return [...records.all('assessment')]
    .filter(({ body }) => body.ended === null && body.categories.includes(category))
    .sort((one, other) => other.body.at - one.body.at || (one.id < other.id ? -1 : 1));
}

/** Why a list of persons cannot be released on this assessment (O12), or null. `before` is what is public already. */
export function lacksAssessment(
  records: Records,
  { assessment, category }: Pick<Notice, 'assessment' | 'category'>,
  before: Notice | undefined,
): Refusal | null {
  if (assessment === undefined) return refuse('notice.assessment-needed');
  const body = records.get('assessment', assessment);
  if (!body || !body.categories.includes(category)) return refuse('notice.assessment-wrong');
  if (body.ended && before?.assessment !== assessment) return refuse('notice.assessment-wrong');
  return null;
}
