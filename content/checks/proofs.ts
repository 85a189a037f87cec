import type { Item } from '../model/item.ts';
import type { Kept } from '../model/record.ts';
import type { Staff } from '../model/staff.ts';
import { countRates, ratedRows } from '../ratings/rates.ts';
import type { Records } from '../records.ts';
import { forms } from '../sheets/forms/forms.ts';
import { hanging, stateOf } from '../sheets/sheet.ts';
import { photoOf } from '../views/staff.ts';
import { allDisclose, lacksOfItem } from './disclosures.ts';
import type { Facts } from './facts.ts';
import { hasTitle } from './lacks.ts';
import { checkBody } from './record.ts';

/** How much of what a line asks the records show: `done` of `of`. */
export interface Proof {
  done: number;
  of: number;
}

/** All or nothing. */
export const yes = (is: boolean): Proof => ({ done: is ? 1 : 0, of: 1 });

/** What is asked of the records. */
interface Asking {
  records: Records;
  facts: Facts;
  now: number;
  detail: string | undefined;
}
export type Prove = (asking: Asking) => Proof | null;

/** Windows that the standard asks of a hall of this level, by their numbers; used ones where it asks for none. */
export function proveWindows(windows: readonly Kept<'window'>[], { asked, hall }: Facts): Proof | null {
  const level = asked.names.find(({ placeKind }) => placeKind === hall?.placeKind)?.level;
  const wanted = asked.windows.filter((one) => one.level === level && one.force !== 'advice');
  const numbers = new Set(windows.map(({ body }) => body.number));
  if (wanted.length === 0) return null;
  return { done: wanted.filter(({ number }) => numbers.has(number)).length, of: wanted.length };
}

/** Pledges under the standard's titles, or those that stand for an institution (`detail`); any where it names none. */
export function provePledges({ records, facts, detail }: Asking): Proof | null {
  const titles = [...records.all('pledge')].map(({ body }) => body.title);
  const { institutions, pledges } = facts.asked;
  const meant = detail ? institutions.filter(({ key, by }) => by === 'pledge' && key === detail) : [];
  const wanted = detail
    ? meant.map((one) => one.titles)
    : pledges.filter(({ force }) => force !== 'advice').map(({ title }) => [title]);
  if (wanted.length === 0) return yes(titles.length > 0);
  return { done: wanted.filter((names) => hasTitle(titles, names)).length, of: wanted.length };
}

/** `bad`: bad ratings that were mended and called back, the lesser share; `satisfied-98`: whether so many percent were. */
export function proveRatings({ records, detail }: Asking): Proof | null {
  const { count, satisfied, mended, calledBack } = countRates([...ratedRows(records)]);
  if (count === 0 || !detail) return yes(count > 0);
  if (detail === 'bad') {
    const least = (mended.rate ?? 1) < (calledBack.rate ?? 1) ? mended : calledBack;
    return least.of === 0 ? yes(true) : { done: least.count, of: least.of };
  }
  const asked = /^satisfied-(\d+)$/.exec(detail)?.[1];
  return asked === undefined ? null : yes(satisfied.count * 100 >= Number(asked) * satisfied.of);
}

/**
 * `cases`: the notices that the standard gives for its kinds of cases (五件制), those that the register knows as printed.
 * Whether everybody was given one is for a person who looks: what is filled in is kept nowhere (S22).
 */
export function proveSlips({ records, facts, detail }: Asking): Proof | null {
  const wanted = facts.asked.slips.filter(({ when, force }) => when?.length && force !== 'advice');
  if (detail !== 'cases' || wanted.length === 0) return null;
  const printed = new Set(
    hanging(records).flatMap(({ body: { of } }) => (of.is === 'form' ? forms[of.form].titles : [])),
  );
  return { done: wanted.filter(({ title }) => printed.has(title)).length, of: wanted.length };
}

/** How many of the hall's rules hang in their present wording. Other sheets are not counted yet. */
export function proveSheets(records: Records): Proof {
  const rules = [...records.all('rule')];
  const sheets = hanging(records).map(({ body }) => body);
  const hung = rules.filter(({ id }) =>
    sheets.some(
      (body) => body.of.is === 'rule' && body.of.rule === id && stateOf(records, body).is === 'current',
    ),
  );
  return { done: hung.length, of: Math.max(1, rules.length) };
}

/** What a plate shows (QJ 四(三)5, SC 二(二)2(4)): unit, name, photo, post or title, duties, phone. */
export function isOnShow(records: Records, staff: Staff): boolean {
  const { title, post, duties, phone } = staff;
  return Boolean((title ?? post) && duties?.length && phone) && photoOf(records, staff) !== null;
}

/** Items with every disclosure by their share; of one disclosure all or nothing; `wording`: without banned wording. */
export function proveItems({ records, facts, now, detail }: Asking): Proof | null {
  const items: Item[] = [...records.all('item')]
    .map(({ body }: Kept<'item'>) => body)
    .filter(({ sample, checked }) => !sample || checked);
  if (items.length === 0) return { done: 0, of: 1 };
  const share = (fit: (item: Item) => boolean): Proof => ({
    done: items.filter(fit).length,
    of: items.length,
  });
  if (!detail) return share((item) => lacksOfItem(item, '', facts).length === 0);
  if (detail === 'wording')
    return share(
      (item) => !checkBody('item', item, '', facts, now).some(({ code }) => code === 'wording.banned'),
    );
  const all = allDisclose(detail, items, facts);
  return all === null ? null : yes(all);
}
