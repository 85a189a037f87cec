import type { DraftKind, Proposal, WordsOf } from '../model/draft.ts';
import type { Item } from '../model/item.ts';
import type { Person } from '../model/base.ts';
import type { Body } from '../model/record.ts';
import type { Records } from '../records.ts';
import { isRefusal, refuse } from '../rule.ts';
import type { Outcome, Refusal, World } from '../rule.ts';
import { tidyWords } from './blocks.ts';
import { readPhone, saveContact } from './contacts.ts';
import { isPublic, saveItem, textOf } from './items.ts';
import { saveStaff, wordsOfStaff } from '../people/staff.ts';
import { saveNotice } from './notices.ts';
import { savePackage } from './packages.ts';
import { savePledge } from './pledges.ts';
import { ruleCalled, saysSame } from './rules.ts';

type Put = Outcome<{ id: string }>;

/** How the words of one kind become a live record, and are read back from one. */
interface Live<K extends DraftKind> {
  /** What of the live record is reviewed. */
  wordsOf(body: Body<K>): WordsOf<K>;
  /** The words as they are kept. */
  tidy(words: WordsOf<K>): WordsOf<K>;
  /** The live record with these words; `world.by` is their author. */
  put(records: Records, id: string | undefined, words: WordsOf<K>, world: World): Put;
}

const asIs = <T>(words: T): T => words;

/** Every kind that goes through review (D1). */
const kinds: { [K in DraftKind]: Live<K> } = {
  notice: {
    wordsOf: ({ postedBy: _, postedAt: __, withdrawn: ___, ...words }) => words,
    tidy: tidyWords,
    put: (records, id, words, world) => saveNotice(records, { ...(id ? { id } : {}), ...words }, world),
  },
  rule: {
    wordsOf: ({ adoptedBy: _, adoptedAt: __, ...words }) => words,
    tidy: asIs,
    put: putRule,
  },
  contact: {
    wordsOf: asIs,
    tidy: (words) =>
      words.role === 'address' ? words : { ...words, value: readPhone(words.value) ?? words.value },
    put: (records, id, words, world) => saveContact(records, { ...(id ? { id } : {}), ...words }, world),
  },
  item: {
    wordsOf: textOf,
    tidy: asIs,
    put: putItem,
  },
  pledge: {
    wordsOf: asIs,
    tidy: asIs,
    put: (records, id, words, world) => savePledge(records, { ...(id ? { id } : {}), ...words }, world),
  },
  package: {
    wordsOf: asIs,
    tidy: (words) => ({ ...words, name: words.name.trim() }),
    put: (records, id, words, world) => savePackage(records, { ...(id ? { id } : {}), ...words }, world),
  },
  staff: {
    wordsOf: wordsOfStaff,
    tidy: asIs,
    put: (records, id, words, world) => saveStaff(records, { ...(id ? { id } : {}), ...words }, world),
  },
};

/** What was reviewed is public: a sample is none any more (U5). */
function putItem(records: Records, id: string | undefined, words: WordsOf<'item'>, world: World): Put {
  const saved = saveItem(records, { ...(id ? { id } : {}), ...words }, world);
  const at = isRefusal(saved) ? undefined : saved.result.id;
  if (isRefusal(saved) || at === undefined) return saved;
  const before = records.get('item', at);
  const body = saved.changes.map((one) => one.body as Item | null).find((one) => one !== null) ?? before;
  if (!body || (body === before && isPublic(body))) return saved;
  const { savedBy, savedAt } = body;
  const checked = { by: savedBy, at: world.now };
  return {
    changes: [{ kind: 'item', id: at, body: { ...textOf(body), savedBy, savedAt, checked } }],
    result: { id: at },
  };
}

/** A rule keeps its record also under another title, which no other rule may have (P7). */
function putRule(records: Records, id: string | undefined, words: WordsOf<'rule'>, world: World): Put {
  const namesake = ruleCalled(records, words.title);
  if (namesake && namesake.id !== id) return refuse('rule.title-taken', { title: words.title });
  const at = id ?? world.newId();
  const before = records.get('rule', at);
  if (before && before.title === words.title && saysSame(before, words))
    return { changes: [], result: { id: at } };
  const adoptedBy: Person = { id: actorId(world), name: world.by.name };
  return {
    changes: [{ kind: 'rule', id: at, body: { ...words, adoptedBy, adoptedAt: world.now } }],
    result: { id: at },
  };
}

function actorId({ by }: World): string {
  return by.is === 'system' ? 'system' : by.id;
}

/** What of a record's body is reviewed. */
export function wordsIn<K extends DraftKind>(kind: K, body: Body<K>): WordsOf<K> {
  const live: Live<K> = kinds[kind];
  return live.wordsOf(body);
}

/** The words of the live record, or undefined if there is none. */
export function liveWords<K extends DraftKind>(
  records: Records,
  kind: K,
  id: string,
): WordsOf<K> | undefined {
  const body = records.get(kind, id) as Body<K> | undefined;
  return body && wordsIn(kind, body);
}

/** The proposal as it is kept: phones in plain digits (P10). */
export function tidyProposal<P extends Proposal>(of: P): P {
  const live = kinds[of.kind] as Live<typeof of.kind>;
  return { ...of, body: live.tidy(of.body as never) };
}

/**
 * Makes the live record say what the proposal says, in the name of its author. A new record gets the id `as` where
 * that is free. Refuses what saving such a record directly refuses, and `rule.title-taken`.
 */
export function putLive(records: Records, of: Proposal, author: Person, world: World, as?: string): Put {
  const live = kinds[of.kind] as Live<typeof of.kind>;
  if (of.id !== undefined && records.rev(of.kind, of.id) === 0) return refuse('record.missing');
  const by = { is: 'account' as const, ...author };
  // A world may be an object of a class, whose methods a spread would lose.
  const { now } = world;
  const free = as !== undefined && records.rev(of.kind, as) === 0;
  const newId = () => (free ? as : world.newId());
  const standard = (id: string) => world.standard(id);
  return live.put(records, of.id, of.body as never, { now, by, newId, standard });
}

/** Whether the words could be released at the moment `now`: the refusal that stands in the way, or null. */
export function obstacleTo(
  records: Records,
  of: Proposal,
  author: Person,
  now: number,
  world: World,
): Refusal | null {
  const standard = (id: string) => world.standard(id);
  const put = putLive(records, of, author, { now, by: world.by, newId: () => 'trial', standard });
  return isRefusal(put) ? put : null;
}
