import type { Person } from '../../content/model/base.ts';
import type { Proposal } from '../../content/model/draft.ts';
import type { Change } from '../../content/model/record.ts';
import { putLive } from '../../content/publishing/live.ts';
import { RecordMap } from '../../content/records.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import { itemPage } from '../../content/views/itempage.ts';
import { renderFlow, renderItem, renderPhoneRule, wordFlow } from '../../templates/index.ts';
import { Refused } from '../errors.ts';
import { renderHome } from './phone.ts';
import { phoneHall } from './phonehall.ts';
import type { Parts } from './parts.ts';

/** The hall with a proposal released, of which nothing is kept; `live` is the id of the record in it. */
export interface AsIf {
  of: Proposal;
  records: RecordMap;
  live: string;
}

/** A notice that is over by now still shows how it looked. */
function endOf(of: Proposal): number {
  return of.kind === 'notice' ? of.body.until - 1 : Infinity;
}

/** A moment at which the words show: a notice that is still to come is looked at on its first day. */
function showsAt(of: Proposal, now: number): number {
  return of.kind === 'notice' ? Math.min(Math.max(now, of.body.from), of.body.until - 1) : now;
}

/** The hall as it would be with these words released. Throws `record.missing` and what releasing them would refuse. */
export function asIf({ hall, standards, now }: Parts, of: Proposal, author: Person): AsIf {
  const records = new RecordMap(hall.records.everything());
  const world = {
    now: Math.min(now(), endOf(of)),
    by: { is: 'system' as const, name: '' },
    newId: () => 'draft',
    standard: (name: string) => standards.get(name),
  };
  const put = putLive(records, of, author, world);
  if (isRefusal(put)) throw new Refused(put);
  records.apply(put.changes.map((one) => ({ ...one, rev: records.rev(one.kind, one.id) + 1 })) as Change[]);
  return { of, records, live: put.result.id };
}

/** How the phone would show it: a rule or an item on its own page, all else on the hall's. Null before set-up. */
export function phoneOf(parts: Parts, { of, records, live }: AsIf): string | null {
  const shown = { hall: { records }, standards: parts.standards };
  const own = phoneHall(shown);
  if (!own) throw new Refused(refuse('setup.missing'));
  const rule = of.kind === 'rule' ? records.get('rule', live) : undefined;
  if (rule) return renderPhoneRule({ ...own, rule, revision: records.rev('rule', live), sheet: null });
  const item = of.kind === 'item' ? records.get('item', live) : undefined;
  if (!item) return renderHome(shown, showsAt(of, parts.now()));
  const svg = renderFlow(item, 'phone', own.accent);
  const chart = svg ? { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt: wordFlow(item) } : null;
  return renderItem({ ...own, page: itemPage(records, item), revision: 0, savedAt: 0, chart });
}
