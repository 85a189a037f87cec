import { checkHours } from '../content/calendar.ts';
import { cutBlocks } from '../content/importing/paragraphs.ts';
import type { standardEntries } from '../content/messages/standards.ts';
import type { Standard, StandardPack } from '../content/model/standard.ts';
import { entriesOf, keyOf, standardParts } from '../content/standards.ts';

/** What is wrong, and where: names and indexes from the outside in. */
export interface StandardFault {
  code: Exclude<keyof typeof standardEntries, 'standard.at'>;
  path: string[];
  params: Record<string, string | number>;
}

const parts = ['county', 'town', 'former', 'village'];
const kinds = ['town', 'merged-town', 'village', 'street', 'merged-street', 'community'];
const known = parts.map((part) => `{${part}}`).join(' ');

/** Faults of a standard's own files that a schema cannot see: what stands twice, what says nothing. */
export function checkPack(pack: StandardPack, folder: string): StandardFault[] {
  const faults: StandardFault[] = [];
  if (pack.id !== folder)
    faults.push({ code: 'standard.folder', path: ['id'], params: { id: pack.id, folder } });
  pack.hours?.forEach((hours, i) => {
    if (checkHours(hours))
      faults.push({ code: 'standard.hours', path: ['hours', String(i), 'spans'], params: {} });
  });
  pack.rules?.forEach(({ text }, i) => {
    if (cutBlocks(text).length === 0)
      faults.push({ code: 'standard.rule-empty', path: ['rules', String(i), 'text'], params: {} });
  });
  return [...faults, ...nameFaults(pack), ...repeated(pack)];
}

function nameFaults({ names = [], endings = {} }: StandardPack): StandardFault[] {
  const faults: StandardFault[] = [];
  names.forEach(({ pattern }, i) => {
    const path = ['names', String(i), 'pattern'];
    const named = [...pattern.matchAll(/\{([^}]*)\}/g)].map(([, part = '']) => part);
    for (const part of named)
      if (!parts.includes(part))
        faults.push({ code: 'standard.part-unknown', path, params: { part: `{${part}}`, known } });
    if (named.length === 0) faults.push({ code: 'standard.part-none', path, params: { known } });
  });
  for (const key of Object.keys(endings)) {
    const [kind, part] = key.includes('.') ? key.split('.') : [undefined, key];
    const fits = parts.includes(part ?? '') && (kind === undefined || kinds.includes(kind));
    if (!fits) faults.push({ code: 'standard.ending-unknown', path: ['endings', key], params: {} });
  }
  return faults;
}

/** A key occurs once in each part: kinds of place, window numbers, keys of lines, banned words … */
function repeated(pack: StandardPack): StandardFault[] {
  return standardParts.flatMap((part) => {
    const all = entriesOf(pack, part).map((entry) => keyOf(part, entry));
    return all.flatMap((value, i): StandardFault[] =>
      all.indexOf(value) < i ? [{ code: 'standard.twice', path: [part, String(i)], params: { value } }] : [],
    );
  });
}

/** Faults that only show when a standard is laid over what it extends; each at the place in its own files. */
export function checkStandard(pack: StandardPack, standard: Standard): StandardFault[] {
  const faults: StandardFault[] = [];
  const bound = { ...standard, services: standard.services.filter(({ force }) => force !== 'advice') };
  if (!standard.contacts.some(({ role }) => role === 'complain'))
    faults.push({ code: 'standard.no-complaint', path: ['contacts'], params: {} });
  if (standard.hours.length === 0)
    faults.push({ code: 'standard.missing', path: ['hours'], params: { detail: '' } });
  for (const { level } of standard.names)
    if (!standard.windows.some((one) => one.level === level))
      faults.push({ code: 'standard.no-windows', path: ['names'], params: {} });
  pack.windows?.forEach(({ level, services }, i) =>
    services.forEach((value, j) => {
      if (!bound.services.some((one) => one.level === level && one.key === value))
        faults.push({
          code: 'standard.service-unknown',
          path: ['windows', String(i), 'services', String(j)],
          params: { value },
        });
    }),
  );
  const letters = bound.services.map(({ level, prefix }) => `${level} ${prefix}`);
  const again = (pack.services ?? []).findLastIndex(
    ({ level, prefix }) => letters.filter((letter) => letter === `${level} ${prefix}`).length > 1,
  );
  if (again >= 0)
    faults.push({
      code: 'standard.twice',
      path: ['services', String(again), 'prefix'],
      params: { value: pack.services?.[again]?.prefix ?? '' },
    });
  return [...faults, ...brokenLocks(pack, standard), ...dropFaults(pack, standard)];
}

/** Y2: what a standard above has locked. */
function brokenLocks(pack: StandardPack, standard: Standard): StandardFault[] {
  return standard.replaced.flatMap(({ part, key, of, by, why }): StandardFault[] => {
    if (why !== 'locked' || of !== pack.id) return [];
    const at = entriesOf(pack, part).findIndex((entry) => keyOf(part, entry) === key);
    return [{ code: 'standard.locked', path: [part, String(at)], params: { by, value: key } }];
  });
}

/** Y3: a drop names something that was there and may go. */
function dropFaults({ id, drops = [] }: StandardPack, { replaced }: Standard): StandardFault[] {
  return drops.flatMap((drop, i): StandardFault[] => {
    const [part = '', ...rest] = drop.split('/');
    const done = replaced.some(
      (one) => one.why === 'dropped' && one.by === id && one.part === part && one.key === rest.join('/'),
    );
    return done ? [] : [{ code: 'standard.drop', path: ['drops', String(i)], params: { value: drop } }];
  });
}
