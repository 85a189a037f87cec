import { personTables } from '../checks/persons.ts';
import type { CommandInput } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import type { Notice } from '../model/notice.ts';
import { personOf } from '../people/person.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';
import { lacksAssessment } from './assessments.ts';
import { tidyWords, wrongBlocks } from './blocks.ts';
import { periodOf, publicityDays } from './publicity.ts';

/**
 * Posts a notice or changes a posted one (P1–P4, O2–O12). Refuses `record.missing`, `record.changed`,
 * `notice.withdrawn`, `notice.ends-early`, `notice.over`, and what is wrong with its blocks, period or assessment.
 */
export const saveNotice: RuleOf<CommandInput<'notice:save'>, { id: string }> = (
  records,
  { id: seen, rev, text: plain = '', ...said },
  world,
) => {
  const stale = checkSeen(records, 'notice', { id: seen, rev });
  if (stale) return stale;
  const before = seen === undefined ? undefined : records.get('notice', seen);
  if (before?.withdrawn) return refuse('notice.withdrawn');
  const words = tidyWords({ ...said, text: plain });
  const wrong = wrongBlocks(words);
  if (wrong) return wrong;
  const asked = publicityDays(words.category).asked;
  if (words.publicity && asked !== null && words.publicity.days < asked)
    return refuse('notice.publicity-short', { days: asked });
  const text = { ...words, ...periodOf(records, words, before, world.now) };
  if (text.until <= text.from) return refuse('notice.ends-early');
  if (text.until <= world.now) return refuse('notice.over');
  const lacking = personTables(text.blocks).length > 0 ? lacksAssessment(records, text, before) : null;
  if (lacking) return lacking;
  const id = seen ?? world.newId();
  const body: Notice = {
    ...text,
    postedBy: before?.postedBy ?? personOf(records, world.by),
    postedAt: before?.postedAt ?? world.now,
    withdrawn: null,
  };
  return { changes: sameBody(before, body) ? [] : [{ kind: 'notice', id, body }], result: { id } };
};

/** 撤回 (P5): the notice leaves the screens and is kept. Withdrawing twice changes nothing. */
export const withdrawNotice: RuleOf<CommandInput<'notice:withdraw'>, { id: string }> = (
  records,
  { id },
  world,
) => {
  const notice = records.get('notice', id);
  if (!notice) return refuse('record.missing');
  if (notice.withdrawn) return { changes: [], result: { id } };
  const withdrawn = { by: personOf(records, world.by), at: world.now };
  return { changes: [{ kind: 'notice', id, body: { ...notice, withdrawn } }], result: { id } };
};

export interface Showing {
  /** What is on screens now: urgent, then pinned, then the others, the newest first (O5). */
  shown: Kept<'notice'>[];
  /** The moment when `shown` next changes by time alone; null if it does not. */
  until: number | null;
}

/** Which notices are on screens at `now`, and until when that holds (P6): sleep until then, do not poll. */
export function showing(notices: Iterable<Kept<'notice'>>, now: number): Showing {
  const shown: Kept<'notice'>[] = [];
  let until: number | null = null;
  for (const notice of notices) {
    const { from, until: end, withdrawn } = notice.body;
    if (withdrawn || end <= now) continue;
    if (from <= now) shown.push(notice);
    const next = from <= now ? end : from;
    if (until === null || next < until) until = next;
  }
  shown.sort(inOrder);
  return { shown, until };
}

/** Urgent, then pinned, then the newest (O5). */
export function inOrder(one: Kept<'notice'>, other: Kept<'notice'>): number {
  return (
    Number(other.body.urgent ?? false) - Number(one.body.urgent ?? false) ||
    Number(other.body.pinned ?? false) - Number(one.body.pinned ?? false) ||
    other.body.from - one.body.from ||
    (one.id < other.id ? -1 : 1)
  );
}
