import type { Kind } from '../model/record.ts';
import { hallOf } from '../premises/hall.ts';
import { askedReviews, reviewSettingsOf } from '../publishing/review.ts';
import type { Records } from '../records.ts';
import { isRefusal } from '../rule.ts';
import { gatherSheet } from '../sheets/kinds.ts';
import { hanging, stateOf } from '../sheets/sheet.ts';
import type { Facts } from './facts.ts';
import { finding } from './finding.ts';
import { lackingPeople } from './people.ts';
import type { Finding, FindingCode } from './finding.ts';

const DAY = 86_400_000;

/** What a hall lacks of what its standard asks, and what is late or differs between its records (K18, K19). */
export function lacksOf(records: Records, facts: Facts, now: number): Finding[] {
  const hall = hallOf(records);
  if (!hall) return [];
  const at = (code: FindingCode, params: Finding['params'] = {}): Finding =>
    finding(code, { kind: 'hall', id: hall.id }, { path: code.slice(code.indexOf('.') + 1) }, params);
  return [
    ...lackingPhones(facts, at),
    ...lackingWindows(records, facts, at),
    ...lackingWalls(records, facts, now, at),
    ...lackingPeople(records, facts, at),
    ...lackingReviews(records, facts, at),
    ...outdated(records),
    ...late(records, now),
    ...doubles(records),
  ];
}

/** A hall without review is told so; one with fewer levels than its standard asks for too (D15). */
function lackingReviews(records: Records, { asked }: Facts, at: At): Finding[] {
  const { levels } = reviewSettingsOf(records);
  const wanted = askedReviews(asked.reviews);
  if (levels === 0) return [at('lack.review')];
  return levels < wanted ? [at('lack.levels', { levels, wanted })] : [];
}

type At = (code: FindingCode, params?: Finding['params']) => Finding;

function lackingPhones({ phones }: Facts, at: At): Finding[] {
  const has = (role: string): boolean => phones.some((one) => one.role === role);
  return [...(has('complain') ? [] : [at('lack.complain')]), ...(has('consult') ? [] : [at('lack.consult')])];
}

function lackingWindows(records: Records, { asked, hall }: Facts, at: At): Finding[] {
  const windows = [...records.all('window')];
  const services = [...records.all('service')];
  const level = asked.names.find(({ placeKind }) => placeKind === hall?.placeKind)?.level;
  const numbers = new Set(windows.map(({ body }) => body.number));
  return [
    ...asked.windows
      .filter((one) => one.level === level && one.force !== 'advice' && !numbers.has(one.number))
      .map(({ number, name }) => at('lack.window', { number, name })),
    ...(services.length ? [] : [at('lack.service')]),
    ...services
      .filter(({ id }) => !windows.some(({ body }) => body.services.includes(id)))
      .map(({ id, body }) =>
        finding('lack.service-window', { kind: 'service', id }, { path: 'name' }, { name: body.name }),
      ),
    ...windows
      .filter(({ body }) => body.business.length === 0 && body.services.length === 0)
      .map(({ id, body }) =>
        finding('lack.business', { kind: 'window', id }, { path: 'business' }, { number: body.number }),
      ),
    ...(records.count('screen') ? [] : [at('lack.screen')]),
  ];
}

/** Rules, pledges and categories of notices that the standard names. What is only lent as advice is not asked for. */
function lackingWalls(records: Records, { asked }: Facts, now: number, at: At): Finding[] {
  const titles = {
    rule: [...records.all('rule')].map(({ body }) => body.title),
    pledge: [...records.all('pledge')].map(({ body }) => body.title),
  };
  const notices = [...records.all('notice')].filter(({ body }) => !body.withdrawn && body.from <= now);
  return [
    ...(titles.rule.length ? [] : [at('lack.rule')]),
    ...asked.institutions
      .filter(({ by, titles: names, force }) => force !== 'advice' && !hasTitle(titles[by], names))
      .map(({ key, label }) => at('lack.institution', { key, label })),
    ...asked.pledges
      .filter(({ title, force }) => force === 'must' && !titles.pledge.includes(title))
      .map(({ title }) => at('lack.pledge', { label: title })),
    ...asked.categories.flatMap(({ key, label, fresh }) => {
      const newest = Math.max(
        0,
        ...notices.filter(({ body }) => body.category === key).map(({ body }) => body.from),
      );
      return newest > now - fresh * DAY ? [] : [at('lack.category', { key, label, days: fresh })];
    }),
    ...(records.count('item') ? [] : [at('lack.item')]),
  ];
}

/** A hall's 窗口工作人员首问首接制度 counts as 首问首接制度. */
export function hasTitle(titles: readonly string[], names: readonly string[]): boolean {
  return titles.some((title) => names.some((name) => title.includes(name) || name.includes(title)));
}

/** Sheets on the wall whose text has changed since: the newest of each size is taken for the one that hangs. */
function outdated(records: Records): Finding[] {
  return hanging(records).flatMap(({ body }) => {
    const main = body.made[0];
    const now = gatherSheet(records, body.of, undefined);
    if (!main || isRefusal(now) || stateOf(records, body).is !== 'stale') return [];
    const { kind, id } = main;
    return [
      finding(
        'lack.sheet',
        { kind: kind as Kind, id },
        { path: 'sheet' },
        { title: now.title, size: body.size },
      ),
    ];
  });
}

function late(records: Records, now: number): Finding[] {
  return [...records.all('case')]
    .filter(({ body }) => body.closed === null && body.due <= now)
    .map(({ id, body }) =>
      finding(
        'late.case',
        { kind: 'case', id },
        { path: 'due' },
        { days: Math.ceil((now - body.due) / DAY) },
      ),
    );
}

/** One thing written twice: a phone in two ways, two rules of one title. */
function doubles(records: Records): Finding[] {
  const written = new Map<string, string>();
  const found: Finding[] = [];
  for (const { id, body } of records.all('contact')) {
    if (body.role === 'address') continue;
    const digits = body.value.replace(/\D/g, '');
    const before = written.get(digits);
    if (before !== undefined && before !== body.value)
      found.push(
        finding(
          'same.written',
          { kind: 'contact', id },
          { path: 'value' },
          { text: body.value, right: before },
        ),
      );
    written.set(digits, before ?? body.value);
  }
  const titles = new Set<string>();
  for (const { id, body } of records.all('rule')) {
    if (titles.has(body.title))
      found.push(finding('same.title', { kind: 'rule', id }, { path: 'title' }, { title: body.title }));
    titles.add(body.title);
  }
  return found;
}
