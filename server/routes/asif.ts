import type { Person } from '../../content/model/base.ts';
import type { Previewed } from '../../content/model/preview.ts';
import type { Change } from '../../content/model/record.ts';
import type { Sheet } from '../../content/model/sheet.ts';
import { saveArea, savePlan } from '../../content/premises/areas.ts';
import { saveCalendar } from '../../content/premises/calendar.ts';
import { updateHall } from '../../content/premises/hall.ts';
import { putLive } from '../../content/publishing/live.ts';
import { packageView } from '../../content/publishing/packages.ts';
import { RecordMap } from '../../content/records.ts';
import { isRefusal, refuse, type Outcome, type World } from '../../content/rule.ts';
import { itemPage } from '../../content/views/itempage.ts';
import {
  renderFlow,
  renderItem,
  renderPackage,
  renderPhoneRule,
  wordFlow,
  type PhoneHall,
} from '../../templates/index.ts';
import { Refused } from '../errors.ts';
import { renderNotice } from './noticepages.ts';
import { renderHome, renderStaff } from './phone.ts';
import { phoneHall, type Shown } from './phonehall.ts';
import type { Parts } from './parts.ts';

/** The hall with what is being typed released or saved, of which nothing is kept. */
export interface AsIf {
  of: Previewed;
  records: RecordMap;
  /** The record that it is about, and what the words would change. */
  live: string;
  changes: Change[];
}

/** A notice that is over by now still shows how it looked. */
function endOf(of: Previewed): number {
  return of.kind === 'notice' ? of.body.until - 1 : Infinity;
}

/** A moment at which the words show: a notice that is still to come is looked at on its first day. */
function showsAt(of: Previewed, now: number): number {
  return of.kind === 'notice' ? Math.min(Math.max(now, of.body.from), of.body.until - 1) : now;
}

function put(records: RecordMap, of: Previewed, author: Person, world: World): Outcome<{ id: string }> {
  switch (of.kind) {
    case 'area':
      return saveArea(records, of.input, world);
    case 'plan':
      return savePlan(records, of.input, world);
    case 'calendar':
      return saveCalendar(records, of.input, world);
    case 'hall':
      return updateHall(records, of.input, world);
    default:
      return putLive(records, of, author, world);
  }
}

/** The hall as it would be with these words public. Throws `record.missing` and what saving or releasing them would refuse. */
export function asIf({ hall, standards, now }: Parts, of: Previewed, author: Person): AsIf {
  const records = new RecordMap(hall.records.everything());
  const done = put(records, of, author, {
    now: Math.min(now(), endOf(of)),
    by: { is: 'account', ...author },
    newId: () => 'draft',
    standard: (name: string) => standards.get(name),
  });
  if (isRefusal(done)) throw new Refused(done);
  const changes = done.changes.map((one) => ({
    ...one,
    rev: records.rev(one.kind, one.id) + 1,
  })) as Change[];
  records.apply(changes);
  return { of, records, live: done.result.id, changes };
}

/** How the phone would show it: a record on its own page where it has one, all else on the hall's; null where phones do not. */
export function phoneOf(parts: Parts, { of, records, live }: AsIf): string | null {
  const shown: Shown = { hall: { records }, standards: parts.standards };
  const own = phoneHall(shown);
  if (!own) throw new Refused(refuse('setup.missing'));
  const at = showsAt(of, parts.now());
  switch (of.kind) {
    case 'rule': {
      const rule = records.get('rule', live);
      return rule
        ? renderPhoneRule({ ...own, rule, revision: records.rev('rule', live), sheet: null })
        : renderHome(shown, at);
    }
    case 'item':
      return itemOn(own, records, live);
    case 'notice': {
      const body = records.get('notice', live);
      const rev = records.rev('notice', live);
      return body ? renderNotice(shown, { kind: 'notice', id: live, rev, body }, at) : null;
    }
    case 'package': {
      const body = records.get('package', live);
      return body ? renderPackage({ ...own, view: packageView(records, body) }) : null;
    }
    case 'staff':
      return renderStaff(shown, at);
    case 'area':
    case 'plan':
      return null;
    default:
      return renderHome(shown, at);
  }
}

function itemOn(own: PhoneHall, records: RecordMap, live: string): string | null {
  const item = records.get('item', live);
  if (!item) return null;
  const svg = renderFlow(item, 'phone', own.accent);
  const chart = svg ? { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt: wordFlow(item) } : null;
  return renderItem({ ...own, page: itemPage(records, item), revision: 0, savedAt: 0, chart });
}

/** The sheet that shows a record of this kind; null where there is none. */
export function sheetOf({ of, live, records }: AsIf): Sheet['of'] | null {
  switch (of.kind) {
    case 'rule':
      return { is: 'rule', rule: live };
    case 'notice':
      return { is: 'notice', notice: live };
    case 'item':
      return { is: 'guide', item: live };
    case 'pledge':
      return { is: 'pledges', pledges: [live] };
    case 'contact':
      return { is: 'contacts' };
    case 'staff':
      return { is: 'desk', staff: live };
    case 'area':
      return { is: 'area', area: live };
    case 'plan':
      return records.get('plan', live)?.medium === undefined ? null : { is: 'plan', plan: live };
    case 'calendar':
    case 'hall':
      return { is: 'hours' };
    case 'package': {
      // With fewer public items there is no package yet (U23).
      const body = records.get('package', live);
      return body && packageView(records, body).items.length > 1 ? { is: 'package', package: live } : null;
    }
  }
}
