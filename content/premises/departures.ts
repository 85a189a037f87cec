import { wordHours } from '../calendar.ts';
import type { Hours } from '../model/hall.ts';
import type { Level, Standard, StandardPart } from '../model/standard.ts';
import type { Records } from '../records.ts';
import { sameBody } from '../revision.ts';
import { keyOf } from '../standards.ts';
import { hallOf } from './hall.ts';

/** One thing in which the hall's records differ from its standard (Y12). */
export interface Departure {
  part: StandardPart;
  key: string;
  is: 'missing' | 'changed' | 'extra';
  /** What it is called: a window's number and name, a rule's title. */
  name: string;
  /** What the standard says and what the hall has, where both are short. */
  wanted?: string;
  found?: string;
}

/**
 * Where a hall departs from its standard: hours, windows, services, pledges, rules, phones. Advice does not
 * count, and a rule counts as there under any title of its institution.
 */
export function departures(records: Records, standard: Standard): Departure[] {
  const hall = hallOf(records)?.body;
  if (!hall) return [];
  const level = standard.names.find(({ placeKind }) => placeKind === hall.placeKind)?.level ?? 'town';
  return [
    ...hourDepartures(hall.hours, standard),
    ...windowDepartures(records, standard, level),
    ...serviceDepartures(records, standard, level),
    ...pledgeDepartures(records, standard),
    ...ruleDepartures(records, standard),
    ...contactDepartures(records, standard),
    ...reviewDepartures(hall.review?.levels ?? 0, standard),
  ];
}

const binds = ({ force }: { force: string }) => force !== 'advice';

function hourDepartures(found: Hours, { hours }: Standard): Departure[] {
  const wanted = hours.filter(binds)[0];
  if (!wanted) return [];
  const { weekdays, spans } = wanted;
  if (sameBody({ weekdays, spans }, { weekdays: found.weekdays, spans: found.spans })) return [];
  const words = { wanted: wordHours(wanted), found: wordHours(found) };
  return [{ part: 'hours', key: wanted.key, is: 'changed', name: '', ...words }];
}

function windowDepartures(records: Records, standard: Standard, level: Level): Departure[] {
  const there = new Map([...records.all('window')].map(({ body }) => [body.number, body]));
  const asked = standard.windows.filter((one) => one.level === level && binds(one));
  const wrong = asked.flatMap((one): Departure[] => {
    const at = { part: 'windows' as const, key: keyOf('windows', one), name: `${one.number} ${one.name}` };
    const found = there.get(one.number);
    if (!found) return [{ ...at, is: 'missing' }];
    if (found.name !== one.name) return [{ ...at, is: 'changed', wanted: one.name, found: found.name }];
    const [wanted, has] = [one.business.join('、'), found.business.join('、')];
    return wanted === has ? [] : [{ ...at, is: 'changed', wanted, found: has }];
  });
  const extra = [...there.values()].filter(({ number }) => !asked.some((one) => one.number === number));
  return [
    ...wrong,
    ...extra.map(({ number, name }): Departure => ({
      part: 'windows',
      key: `${level}.${number}`,
      is: 'extra',
      name: `${number} ${name}`,
    })),
  ];
}

function serviceDepartures(records: Records, standard: Standard, level: Level): Departure[] {
  const names = new Set([...records.all('service')].map(({ body }) => body.name));
  return standard.services
    .filter((one) => one.level === level && binds(one) && !names.has(one.name))
    .map((one) => ({ part: 'services', key: keyOf('services', one), is: 'missing', name: one.name }));
}

function pledgeDepartures(records: Records, standard: Standard): Departure[] {
  const lines = new Map([...records.all('pledge')].map(({ body }) => [body.title, body.lines]));
  return standard.pledges.filter(binds).flatMap((one): Departure[] => {
    const at = { part: 'pledges' as const, key: one.title, name: one.title };
    const found = lines.get(one.title);
    if (!found) return [{ ...at, is: 'missing' }];
    if (sameBody([...one.lines], [...found])) return [];
    return [{ ...at, is: 'changed', wanted: one.lines.join(' '), found: found.join(' ') }];
  });
}

function ruleDepartures(records: Records, { rules, institutions }: Standard): Departure[] {
  const titles = new Set([...records.all('rule')].map(({ body }) => body.title));
  return rules
    .filter(binds)
    .filter(({ key, title }) => {
      const others = institutions.find((one) => one.key === key)?.titles ?? [];
      return ![title, ...others].some((one) => titles.has(one));
    })
    .map(({ key, title }) => ({ part: 'rules', key, is: 'missing', name: title }));
}

function contactDepartures(records: Records, standard: Standard): Departure[] {
  const has = [...records.all('contact')].map(({ body }) => body);
  const asked = standard.contacts.filter(binds);
  return asked
    .filter(({ role }, at) => {
      const wanted = asked.slice(0, at + 1).filter((one) => one.role === role).length;
      return has.filter((one) => one.role === role).length < wanted;
    })
    .map(({ key, label, owner }) => ({
      part: 'contacts',
      key,
      is: 'missing',
      name: owner ? `${label}（${owner}）` : label,
    }));
}

function reviewDepartures(found: number, { reviews }: Standard): Departure[] {
  return reviews
    .filter((one) => binds(one) && one.levels > found)
    .map(({ key, levels, label }) => ({
      part: 'reviews',
      key,
      is: 'changed',
      name: label,
      wanted: String(levels),
      found: String(found),
    }));
}
