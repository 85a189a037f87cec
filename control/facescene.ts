import type { FacesMade } from '../content/api/printing.ts';
import type { Previewed } from '../content/model/preview.ts';
import type { Change, Kept } from '../content/model/record.ts';
import type { Scene } from '../content/model/scene.ts';
import { kinds } from '../content/projection.ts';
import { packageView } from '../content/publishing/packages.ts';
import { RecordMap, type Records } from '../content/records.ts';

/** What a screen of the hall would draw of it. */
export function sceneOf(of: Previewed, { live }: FacesMade, records: Records): Scene {
  switch (of.kind) {
    case 'rule':
      return { is: 'rules', rules: [live] };
    case 'item':
      return { is: 'guide', items: [live] };
    case 'notice':
      return { is: 'notices' };
    case 'pledge':
      return { is: of.body.role === 'slogan' ? 'slogan' : 'pledges' };
    case 'contact':
      return { is: 'contacts' };
    case 'staff':
      return { is: 'staff' };
    case 'plan':
      return { is: 'plan', plan: live };
    case 'area': {
      const plans = [...records.all('plan')];
      const marked = plans.find(({ body }) =>
        body.marks.some((mark) => mark.is === 'area' && mark.area === live),
      );
      // Without a plan the scene lists the areas by floor.
      return { is: 'plan', plan: (marked ?? plans[0])?.id ?? live };
    }
    case 'calendar':
    case 'hall':
      return { is: 'hours' };
    case 'package':
      return { is: 'packages', packages: [live] };
  }
}

/** Whether a screen shows it at all: a package of fewer than two public items it passes over (items.md U23). */
export function isOnScreen(of: Previewed, { live }: FacesMade, records: Records): boolean {
  const body = of.kind === 'package' ? records.get('package', live) : undefined;
  return !body || packageView(records, body).items.length > 1;
}

/** Kinds of which a screen shows one after the other: what is being written stands alone, or first. */
const alone = new Set<Kept['kind']>(['notice', 'pledge']);

/** The hall as it would be: with what would change, and of what is shown one by one nothing else. */
export function recordsAsIf(now: Records, of: Previewed, { live, changes }: FacesMade): RecordMap {
  const records = new RecordMap(kinds.flatMap((kind) => [...now.all(kind)]));
  records.apply(changes);
  const person = of.kind === 'staff' ? records.get('staff', live) : undefined;
  // A wall of many people turns its pages; who is being written about stands on the first.
  if (person) records.apply([{ kind: 'staff', id: live, rev: 0, body: { ...person, order: -1 } }]);
  if (!alone.has(of.kind)) return records;
  const others = [...records.all(of.kind)].filter(({ id }) => id !== live);
  // A slogan stands with the name, not with other pledges.
  records.apply(others.map(({ kind, id, rev }): Change => ({ kind, id, rev, body: null })));
  return records;
}

/** Hub time at which it shows: a notice that is still to come on its first day, one that is over on its last. */
export function showsAt(of: Previewed, now: number): number {
  return of.kind === 'notice' ? Math.min(Math.max(now, of.body.from), of.body.until - 1) : now;
}
