import type { CarriedKind } from '../model/bundle.ts';
import type { DraftKind, Proposal } from '../model/draft.ts';
import type { Body, Kept } from '../model/record.ts';
import { newDraft } from '../publishing/drafts.ts';
import { liveWords, wordsIn } from '../publishing/live.ts';
import type { Records } from '../records.ts';
import type { Wanted } from '../rule.ts';
import { carriers } from './carriers.ts';
import type { Stamp } from './carriers.ts';

/** What happens to a record that is taken over (C9): it is public at once, a draft to review, or an open draft is in its way. */
export type Goes = 'live' | 'draft' | 'waits';

type ProposedKind = DraftKind & CarriedKind;
const proposed = ['notice', 'rule', 'contact', 'pledge', 'item', 'package'] as const satisfies ProposedKind[];

interface Place {
  kind: CarriedKind;
  id: string;
  body: Body<CarriedKind>;
  before: Body<CarriedKind> | undefined;
}

/** The open drafts of a hall, by what they would change or by what a new record is known. */
export class OpenDrafts {
  readonly #of = new Map<string, Kept<'draft'>>();

  constructor(records: Records) {
    for (const draft of records.all('draft')) {
      const { of, as, state } = draft.body;
      if (state === 'done' || of.kind === 'staff') continue;
      this.#of.set(of.id === undefined ? knownBy(of.kind, of.body) : `${of.kind}/${of.id}`, draft);
      if (as !== undefined) this.#of.set(`${of.kind}/${as}`, draft);
    }
  }

  /** The draft that is in the way of one that would be made of this. */
  inWayOf({ kind, id, body }: Place): Kept<'draft'> | undefined {
    return isProposed(kind)
      ? (this.#of.get(`${kind}/${id}`) ?? this.#of.get(knownBy(kind, body)))
      : undefined;
  }

  /** Where a record goes in a hall that asks for review now (C9). Samples are nobody's reading (U5). */
  wayOf(place: Place): Goes {
    if (!isProposed(place.kind) || isHidden(place)) return 'live';
    return this.inWayOf(place) ? 'waits' : 'draft';
  }
}

const isProposed = (kind: CarriedKind): kind is ProposedKind =>
  (proposed as readonly CarriedKind[]).includes(kind);

function knownBy<K extends ProposedKind>(kind: K, body: object): string {
  return `${kind} ${carriers[kind].known(body as never)}`;
}

function isHidden({ kind, body, before }: Place): boolean {
  const sample = (item: Body<'item'> | undefined): boolean => item?.sample === true;
  return kind === 'item' && sample(body as Body<'item'>) && (!before || sample(before as Body<'item'>));
}

/** The draft that is made of a record, in the name of whoever takes it over. A withdrawn notice is proposed anew (P3). */
export function proposeCarried(
  records: Records,
  { kind, id, body, before }: Place,
  { by, at }: Stamp,
  newId: () => string,
): Wanted {
  const changes = before !== undefined && !(kind === 'notice' && (before as Body<'notice'>).withdrawn);
  const words = wordsIn(kind as ProposedKind, body as never);
  const was = changes ? liveWords(records, kind as ProposedKind, id) : undefined;
  const of = { kind, ...(changes ? { id } : {}), body: words } as Proposal;
  const draft = newDraft(of, { base: changes ? records.rev(kind, id) : 0, was }, by, at);
  return { kind: 'draft', id: newId(), body: before === undefined ? { ...draft, as: id } : draft };
}
