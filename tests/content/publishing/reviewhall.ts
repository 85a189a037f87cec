import type { Proposal } from '../../../content/model/draft.ts';
import type { Role } from '../../../content/model/account.ts';
import { liveWords } from '../../../content/publishing/live.ts';
import type { RecordMap } from '../../../content/records.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { DAY, MORNING, must, testWorld, type TestWorld } from '../../support/world.ts';

const account = (id: string, displayName: string, roles: Role[]) =>
  kept('account', id, { name: id, displayName, roles, password: 'scrypt$1$1$1$a$b', disabled: false });

/** The small hall with so many reviews: editor sun; reviewers luo, he (who writes too) and fang; admin chen. */
export function reviewHall(levels: 0 | 1 | 2 | 3) {
  const records = smallHall();
  records.apply([
    account('luo', '罗审核', ['reviewer']),
    account('he', '何复审', ['reviewer', 'editor']),
    account('fang', '方终审', ['reviewer']),
  ]);
  const world = testWorld();
  must(records, 'review:settings', { levels }, world.as('chen'));
  world.as('sun');
  /** Sun writes these words and hands them in; the draft is then at revision 2. */
  const submitted = (of: Proposal, at?: number): string => {
    const { id } = begin(records, world, of);
    must(records, 'draft:submit', { id, rev: 1, ...(at === undefined ? {} : { at }) }, world);
    return id;
  };
  return { records, world, submitted };
}

/** Sun's draft of these words. */
export function begin(records: RecordMap, world: TestWorld, of: Proposal): { id: string } {
  const base = of.id === undefined ? 0 : records.rev(of.kind, of.id);
  return must(records, 'draft:save', { base, of }, world.as('sun'));
}

type NoticeWords = Extract<Proposal, { kind: 'notice' }>['body'];

/** A notice of a week, or the live one `id`, with these changes. */
export function notice(changes: Partial<NoticeWords>, id?: string): Proposal {
  const fresh = { title: '公告', text: '正文', category: 'general' as const };
  const span = { from: MORNING, until: MORNING + 7 * DAY };
  const live = id === undefined ? undefined : liveWords(smallHall(), 'notice', id);
  const body = { ...fresh, ...span, ...live, ...changes };
  return { kind: 'notice', ...(id === undefined ? {} : { id }), body };
}
