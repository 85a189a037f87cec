import { checkHours, CHINA } from './calendar.ts';
import { cutBlocks } from './importing/paragraphs.ts';
import type { CommandInput } from './model/command.ts';
import type { PlaceKind } from './model/hall.ts';
import type { Contact, Rule } from './model/rule.ts';
import type { Force, Standard, StandardSource } from './model/standard.ts';
import { composeName, tidyPlace } from './naming.ts';
import { personOf } from './people/person.ts';
import { readPhone } from './publishing/contacts.ts';
import { mustReview } from './publishing/review.ts';
import { isRefusal, refuse } from './rule.ts';
import type { Refusal, RuleOf, Wanted, World } from './rule.ts';

/** The id of the hall's own record. */
export const HALL_ID = 'hall';

/** A001 to A999 in a day: the busiest hall of a town does not come near. */
const DIGITS = 3;

type Setup = CommandInput<'hall:setup'>;
type Level = Standard['windows'][number]['level'];

/**
 * Makes a hall out of a standard (N10–N15): the hall itself, its services and windows, pledges, rules,
 * phones and the first admin, whose password comes hashed. Refuses `setup.done`, `standard.unknown`,
 * what `composeName` refuses, `hours.wrong`, `phone.wrong`.
 */
export const setUpHall: RuleOf<Setup, { id: string }> = (records, input, world) => {
  if (records.count('hall') > 0) return refuse('setup.done');
  const standard = world.standard(input.standard);
  if (!standard) return refuse('standard.unknown', { standard: input.standard });
  const named = composeName(standard, input.placeKind, input.place);
  if (isRefusal(named)) return named;
  const wrong = checkHours(input.hours);
  if (wrong) return wrong;
  const contacts = contactsOf(standard, input);
  if ('refused' in contacts) return contacts;
  const level = levelOf(standard, input.placeKind);
  return {
    changes: [
      {
        kind: 'hall',
        id: HALL_ID,
        body: {
          name: named.name,
          standard: standard.id,
          placeKind: input.placeKind,
          place: tidyPlace(input.place),
          timeZone: CHINA,
          hours: input.hours,
          // What binds holds from the first day; what is only asked for is told as a finding (D15).
          ...(mustReview(standard) > 0 ? { review: { levels: mustReview(standard) } } : {}),
        },
      },
      ...countersOf(standard, level, world),
      ...pledgesOf(standard).map((body): Wanted => ({ kind: 'pledge', id: world.newId(), body })),
      ...rulesOf(standard).map((rule): Wanted => ({
        kind: 'rule',
        id: world.newId(),
        body: { ...rule, adoptedBy: personOf(records, world.by), adoptedAt: world.now },
      })),
      ...contacts.map((body): Wanted => ({ kind: 'contact', id: world.newId(), body })),
      {
        kind: 'account',
        id: world.newId(),
        body: { ...input.admin, roles: ['admin'], disabled: false, interrupts: true },
      },
    ],
    result: { id: HALL_ID },
  };
};

function levelOf(standard: Standard, placeKind: PlaceKind): Level {
  return standard.names.find((one) => one.placeKind === placeKind)?.level ?? 'town';
}

/** Services and windows of one level; every window is closed until somebody takes it. */
function countersOf(standard: Standard, level: Level, world: World): Wanted[] {
  const ids = new Map<string, string>();
  const services = standard.services.filter((one) => one.level === level && binds(one));
  for (const { key } of services) ids.set(key, world.newId());
  return [
    ...services.map(({ key, name, short, prefix }): Wanted => ({
      kind: 'service',
      id: ids.get(key) ?? key,
      body: { name, short, prefix, digits: DIGITS },
    })),
    ...standard.windows
      .filter((one) => one.level === level && binds(one))
      .map(({ number, name, business, services: keys, place }): Wanted => ({
        kind: 'window',
        id: world.newId(),
        body: {
          number,
          name,
          business,
          services: keys.flatMap((key) => ids.get(key) ?? []),
          ...(place === undefined ? {} : { place }),
          state: { is: 'closed' },
          ticket: null,
        },
      })),
  ];
}

/** N16: advice of a neighbour is shown and never set up by itself. */
function binds({ force }: { force: Force }): boolean {
  return force !== 'advice';
}

/** The notice that an entry is from: the standard's own, or that of the one it inherits from. */
function noticeOf(standard: Standard, of: string): StandardSource {
  return standard.chain.find(({ id }) => id === of) ?? standard;
}

function pledgesOf(standard: Standard) {
  return standard.pledges.filter(binds).map(({ role, title, lines, source, of }) => ({
    role,
    title,
    lines,
    source: `《${noticeOf(standard, of).from}》${source}`.slice(0, 200),
  }));
}

/** The standard's rules in our own words, split into articles as an imported notice is. */
function rulesOf(standard: Standard): Omit<Rule, 'adoptedBy' | 'adoptedAt'>[] {
  return standard.rules.filter(binds).map((rule) => {
    const { from: title, issuer, date } = noticeOf(standard, rule.of);
    const printed = { title, ...(issuer ? { issuer } : {}), ...(date ? { date } : {}) };
    return {
      title: rule.title,
      blocks: cutBlocks(rule.text),
      source: { ...printed, annex: rule.source.slice(0, 30) },
      wording: 'standard',
    };
  });
}

/** Phones that were given, under the standard's labels, and those that the standard fixes itself, such as 12345. */
function contactsOf(standard: Standard, { complaint, consult }: Setup): Contact[] | Refusal {
  const given: Partial<Record<Contact['role'], string>> = { complain: complaint };
  if (consult?.trim()) given.consult = consult;
  const contacts: Contact[] = [];
  for (const { role, label, value: fixed, owner } of standard.contacts.filter(binds)) {
    const said = given[role] ?? fixed;
    if (said === undefined) continue;
    // A second phone of the role, such as that of the complaints office, is another number: it is added later.
    delete given[role];
    const value = role === 'address' ? said : readPhone(said);
    if (value === null) return refuse('phone.wrong', { value: said });
    contacts.push({ role, label, value, ...(owner === undefined ? {} : { owner }) });
  }
  return contacts;
}
