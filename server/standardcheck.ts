import { checkHours } from '../content/calendar.ts';
import { cutBlocks } from '../content/importing/paragraphs.ts';
import type { standardEntries } from '../content/messages/standards.ts';
import type { Standard } from '../content/model/standard.ts';

/** What is wrong, and where: names and indexes from the outside in. */
export interface StandardFault {
  code: Exclude<keyof typeof standardEntries, 'standard.at'>;
  path: string[];
  params: Record<string, string | number>;
}

const parts = ['county', 'town', 'former', 'village'];
const kinds = ['town', 'merged-town', 'village', 'street', 'merged-street', 'community'];
const known = parts.map((part) => `{${part}}`).join(' ');

/** Faults that a schema cannot see: what refers to nothing, what stands twice. */
export function checkStandard(standard: Standard, folder: string): StandardFault[] {
  const faults: StandardFault[] = [];
  if (standard.id !== folder)
    faults.push({ code: 'standard.folder', path: ['id'], params: { id: standard.id, folder } });
  if (checkHours(standard.hours))
    faults.push({ code: 'standard.hours', path: ['hours', 'spans'], params: {} });
  if (!standard.contacts.some(({ role }) => role === 'complain'))
    faults.push({ code: 'standard.no-complaint', path: ['contacts'], params: {} });
  standard.rules.forEach(({ text }, i) => {
    if (cutBlocks(text).length === 0)
      faults.push({ code: 'standard.rule-empty', path: ['rules', String(i), 'text'], params: {} });
  });
  return [...faults, ...nameFaults(standard), ...windowFaults(standard), ...repeated(standard)];
}

function nameFaults({ names, endings, windows }: Standard): StandardFault[] {
  const faults: StandardFault[] = [];
  names.forEach(({ pattern, level }, i) => {
    const path = ['names', String(i), 'pattern'];
    const named = [...pattern.matchAll(/\{([^}]*)\}/g)].map(([, part = '']) => part);
    for (const part of named)
      if (!parts.includes(part))
        faults.push({ code: 'standard.part-unknown', path, params: { part: `{${part}}`, known } });
    if (named.length === 0) faults.push({ code: 'standard.part-none', path, params: { known } });
    if (!windows.some((one) => one.level === level))
      faults.push({ code: 'standard.no-windows', path: ['names', String(i), 'level'], params: {} });
  });
  for (const key of Object.keys(endings)) {
    const [kind, part] = key.includes('.') ? key.split('.') : [undefined, key];
    const fits = parts.includes(part ?? '') && (kind === undefined || kinds.includes(kind));
    if (!fits) faults.push({ code: 'standard.ending-unknown', path: ['endings', key], params: {} });
  }
  return faults;
}

function windowFaults({ windows, services }: Standard): StandardFault[] {
  return windows.flatMap(({ level, services: keys }, i) =>
    keys.flatMap((value, j): StandardFault[] =>
      services.some((one) => one.level === level && one.key === value)
        ? []
        : [
            {
              code: 'standard.service-unknown',
              path: ['windows', String(i), 'services', String(j)],
              params: { value },
            },
          ],
    ),
  );
}

/** Kinds of place, window numbers, letters and keys of lines, and titles of rules occur once each. */
function repeated({ names, windows, services, rules }: Standard): StandardFault[] {
  return [
    ...twice(
      'names',
      'placeKind',
      names.map(({ placeKind }) => placeKind),
    ),
    ...twice(
      'windows',
      'number',
      windows.map(({ level, number }) => `${level} ${number}`),
    ),
    ...twice(
      'services',
      'prefix',
      services.map(({ level, prefix }) => `${level} ${prefix}`),
    ),
    ...twice(
      'services',
      'key',
      services.map(({ level, key }) => `${level} ${key}`),
    ),
    ...twice(
      'rules',
      'title',
      rules.map(({ title }) => title),
    ),
  ];
}

function twice(list: string, field: string, values: readonly string[]): StandardFault[] {
  return values.flatMap((value, i): StandardFault[] =>
    values.indexOf(value) < i
      ? [{ code: 'standard.twice', path: [list, String(i), field], params: { value } }]
      : [],
  );
}
