import { expect, it } from 'vitest';
import type { CommandInput, CommandName } from '../../../content/model/command.ts';
import type { Draft, Proposal } from '../../../content/model/draft.ts';
import { liveWords } from '../../../content/publishing/live.ts';
import { choose, mergeBodies } from '../../../content/publishing/merge.ts';
import { approvalsOf, levelsAt } from '../../../content/publishing/review.ts';
import type { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import { MINUTE, run, type TestWorld } from '../../support/world.ts';
import { notice, reviewHall } from './reviewhall.ts';

type Hall = ReturnType<typeof reviewHall>;
const people = ['sun', 'he', 'luo', 'fang', 'chen'] as const;

/** One command by anybody, with the revision that is there or an older one. Most are refused, as they should be. */
function deed({ records, world }: Hall): { name: CommandName; who: string; id: string } {
  const drafts = [...records.all('draft')];
  const one = drafts[world.draw(Math.max(1, drafts.length))];
  const id = one?.id ?? 'none';
  const rev = Math.max(1, (one?.rev ?? 1) - (world.draw(6) === 0 ? 1 : 0));
  const who = people[world.draw(people.length)] ?? 'sun';
  world.as(who).wait(MINUTE);
  const words = () => notice({ title: `标题${world.draw(50)}` }, world.draw(2) ? 'welcome' : undefined);
  const give = <C extends CommandName>(name: C, input: CommandInput<C>) => {
    run(records, name, input, world);
    return { name, who, id };
  };
  const writes: (() => ReturnType<typeof give>)[] = [
    () => {
      const of = words();
      return give('draft:save', { base: of.id ? records.rev('notice', of.id) : 0, of });
    },
    () => {
      const of = { ...words(), ...(one?.body.of.id ? { id: one.body.of.id } : {}) } as Proposal;
      return give('draft:save', { id, rev, base: of.id ? records.rev('notice', of.id) : 0, of });
    },
    () => give('draft:submit', { id, rev }),
    () => give('draft:submit', { id, rev, at: world.now + MINUTE }),
    () => give('draft:withdraw', { id, rev }),
    () => give('draft:return', { id, rev, words: '请改' }),
    () => give('draft:approve', { id, rev }),
    () => give('draft:approve', { id, rev }),
    () => give('draft:approve', { id, rev }),
    () => give('draft:release', { id, rev }),
    () => give('draft:due', { id }),
    () => give('review:settings', { levels: world.draw(4) }),
  ];
  const deed = writes[world.draw(writes.length)];
  if (!deed) throw new Error('no deed');
  return deed();
}

it('[D4] [D5] [D9] in any order of commands nobody approves own words, and what goes live was approved as it is', () => {
  let released = 0;
  let approvals = 0;
  for (let round = 0; round < 40; round++) {
    const hall = reviewHall(1);
    const { records, world } = hall;
    for (let turn = world.draw(round + 1); turn > 0; turn--) world.random();
    /** Every wording that each person approved, by draft. */
    const approved = new Map<string, { who: string; words: string }[]>();
    for (let step = 0; step < 150; step++) {
      const before = new Map([...records.all('draft')].map((one) => [one.id, one.body]));
      const { name, who, id } = deed(hall);
      for (const { id: at, body } of records.all('draft')) {
        const was = before.get(at);
        const gained = approvalsOf(body).filter((one) => !was?.reviews.includes(one));
        for (const one of was && body.reviews.length > was.reviews.length ? gained : []) {
          approvals++;
          expect(body.editors.map((editor) => editor.id)).not.toContain(one.by.id);
          approved.set(at, [...(approved.get(at) ?? []), { who, words: JSON.stringify(body.of.body) }]);
        }
        if (body.state === 'done' && was?.state !== 'done') {
          released++;
          expect(['draft:release', 'draft:due']).toContain(name);
          expect(at).toBe(id);
          checkReleased(records, world, body, approved.get(at) ?? []);
        }
      }
    }
  }
  expect(released).toBeGreaterThan(40);
  expect(approvals).toBeGreaterThan(100);
});

function checkReleased(
  records: RecordMap,
  world: TestWorld,
  { of, released }: Draft,
  approved: { who: string; words: string }[],
): void {
  const words = JSON.stringify(of.body);
  const by = new Set(approved.filter((one) => one.words === words).map(({ who }) => who));
  expect(by.size).toBeGreaterThanOrEqual(levelsAt(records, world.now));
  expect(liveWords(records, of.kind, of.id ?? '')).toEqual(of.body);
  expect(records.rev(of.kind, of.id ?? '')).toBe(released?.rev);
}

it('[D8] [D13] nothing that anybody wrote is lost by saving at the same time', () => {
  const { records, world } = reviewHall(1);
  const text = (id: string) => (records.get('draft', id)?.of.body as { text: string }).text;
  const of = notice({ text: '开头\n结尾' });
  const begun = run(records, 'draft:save', { base: 0, of }, world.as('sun'));
  if (isRefusal(begun)) throw new Error('not begun');
  const { id } = begun.result;
  // Each page holds what it last saw, and writes on that.
  const pages = ['sun', 'he', 'chen'].map((who) => ({ who, rev: 1, seen: of }));
  const written: string[] = [];
  for (let turn = 0; turn < 120; turn++) {
    const page = pages[world.draw(pages.length)]!;
    const body = page.seen.body as { text: string };
    const lines = body.text.split('\n');
    const line = `${page.who}第${turn}句`;
    lines.splice(1 + world.draw(lines.length - 1), 0, line);
    let mine = { ...page.seen, body: { ...body, text: lines.join('\n') } } as Proposal;
    let outcome = run(records, 'draft:save', { id, rev: page.rev, base: 0, of: mine }, world.as(page.who));
    if (isRefusal(outcome)) {
      expect(outcome.refused).toBe('record.changed');
      const theirs = records.get('draft', id)!.of;
      const merged = mergeBodies(page.seen.body, theirs.body, mine.body);
      // Somebody who is asked keeps the other's words and writes the own line below.
      const whole = choose(merged, new Set(['text'])) as { text: string };
      if (merged.conflicts.length > 0) whole.text = `${whole.text}\n${line}`;
      mine = { ...mine, body: whole } as Proposal;
      outcome = run(records, 'draft:save', { id, rev: records.rev('draft', id), base: 0, of: mine }, world);
      expect(isRefusal(outcome)).toBe(false);
    }
    written.push(line);
    page.rev = records.rev('draft', id);
    page.seen = records.get('draft', id)!.of;
    expect(text(id).split('\n')).toEqual(expect.arrayContaining(written));
  }
});
