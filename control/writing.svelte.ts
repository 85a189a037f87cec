import type { DraftKind, Proposal, WordsOf } from '../content/model/draft.ts';
import type { Reply } from '../content/protocol.ts';
import { liveWords } from '../content/publishing/live.ts';
import { choose } from '../content/publishing/merge.ts';
import type { Merged } from '../content/publishing/merge.ts';
import { mergeWords } from '../content/publishing/mergewords.ts';
import { draftOf } from '../content/publishing/review.ts';
import type { RefusalCode } from '../content/refusals.ts';
import type { Session } from './panel.svelte.ts';
import { giveWords } from './largewords.ts';
import { reviewIsOn } from './review.ts';
import { Save } from './save.svelte.ts';

/** Saves a record directly, in a hall without review. */
type Direct<K extends DraftKind> = (
  words: WordsOf<K>,
  seen: { id?: string; rev?: number },
) => Promise<Reply<{ id: string }>>;

interface Options<K extends DraftKind> {
  session: Pick<Session, 'hub' | 'clock' | 'panel'>;
  kind: K;
  /** The live record that is changed, or null for a new one. */
  id: string | null;
  /** The draft that is written on, if the address names one. */
  draft: string | null;
  direct: Direct<K>;
  /** Refusals that the form shows beside a field. */
  claimed?: readonly RefusalCode[];
}

/** Another saved meanwhile: what both made of it is brought together and saved again (D13). */
const MOVED: readonly RefusalCode[] = ['record.changed', 'draft.behind', 'draft.exists'];

/** Writing on one record: on itself where nobody reviews, else on the draft beside it. */
export class Writing<K extends DraftKind> {
  readonly save: Save;
  /** Whether what is saved here goes through review. */
  readonly reviewed: boolean;
  /** Both changed the same: somebody has to choose. */
  conflict = $state.raw<Merged<WordsOf<K>> | null>(null);
  /** Fields that were taken over from another, to be told. */
  taken = $state.raw<readonly string[]>([]);
  readonly #options: Options<K>;
  #draft: string | null;
  /** What this page began with: the words, and the revisions of the draft and of the live record. */
  #seen: WordsOf<K> | undefined;
  #rev = 0;
  #base = 0;

  constructor(options: Options<K>) {
    this.#options = options;
    const { session, kind, id, draft } = options;
    this.reviewed = reviewIsOn(session, session.clock.now);
    this.save = new Save([...(options.claimed ?? []), ...MOVED]);
    const beside = id === null ? undefined : draftOf(session.hub.records, kind, id)?.id;
    this.#draft = this.reviewed ? (draft ?? beside ?? null) : null;
    this.#look();
  }

  /** What is written on: the draft's words, else the live record's; undefined for a new record. */
  get words(): WordsOf<K> | undefined {
    return this.#seen;
  }

  /** The revision that unsaved words in the browser belong to (C14). */
  get rev(): number {
    return this.#draft === null ? this.#base : this.#rev;
  }

  get draftId(): string | null {
    return this.#draft;
  }

  /** Looks at the records as they are now. */
  #look(): void {
    const { session, kind, id } = this.#options;
    const { records } = session.hub;
    const draft = this.#draft === null ? undefined : records.get('draft', this.#draft);
    this.#base = draft ? draft.base : id === null ? 0 : records.rev(kind, id);
    this.#rev = this.#draft === null ? 0 : records.rev('draft', this.#draft);
    const live = id === null ? undefined : liveWords(records, kind, id);
    this.#seen = draft && draft.of.kind === kind ? (draft.of.body as WordsOf<K>) : live;
  }

  /** Saves. Undefined when it was refused, or when somebody has to choose first (`conflict`). */
  async give(mine: WordsOf<K>): Promise<{ id: string; rev: number } | undefined> {
    this.conflict = null;
    const saved = await this.save.run(() => this.#send(mine));
    if (saved) return this.#saved(saved, mine);
    const { failure } = this.save;
    if (!failure || !MOVED.includes(failure.code)) return undefined;
    const merged = this.#merge(mine);
    if (!merged) return undefined;
    this.taken = [...this.taken, ...merged.taken.filter((field) => !this.taken.includes(field))];
    if (merged.conflicts.length > 0) {
      this.conflict = merged;
      return undefined;
    }
    return this.give(merged.body);
  }

  /** Saves the words as somebody chose: the other's in these fields. */
  resolve(theirs: ReadonlySet<string>): Promise<{ id: string; rev: number } | undefined> {
    const { conflict } = this;
    return conflict ? this.give(choose(conflict, theirs)) : Promise.resolve(undefined);
  }

  #saved(reply: { id: string; rev?: number }, mine: WordsOf<K>): { id: string; rev: number } {
    const rev = reply.rev ?? 0;
    if (this.reviewed) [this.#draft, this.#rev, this.#seen] = [reply.id, rev, mine];
    return { id: reply.id, rev };
  }

  #send(words: WordsOf<K>): Promise<Reply<{ id: string; rev?: number }>> {
    const { session, kind, id, direct } = this.#options;
    if (!this.reviewed) return direct(words, id === null ? {} : { id, rev: this.#base });
    const of = { kind, ...(id === null ? {} : { id }), body: words } as unknown as Proposal;
    const draft = this.#draft === null ? {} : { id: this.#draft, rev: this.#rev };
    return giveWords(session, 'draft:save', { ...draft, base: this.#base, of });
  }

  /** Mine and what another has saved meanwhile; null while their words are still on their way here. */
  #merge(mine: WordsOf<K>): Merged<WordsOf<K>> | null {
    const { session, kind, id } = this.#options;
    const { records } = session.hub;
    const began = this.#seen;
    if (this.reviewed && this.#draft === null && id !== null)
      this.#draft = draftOf(records, kind, id)?.id ?? null;
    const draft = this.#draft === null ? undefined : records.get('draft', this.#draft);
    const moved = this.#draft !== null && records.rev('draft', this.#draft) > this.#rev;
    if (draft && moved) {
      this.#look();
      return began ? mergeWords(kind, began, draft.of.body as WordsOf<K>, mine) : null;
    }
    const live = id === null ? undefined : liveWords(records, kind, id);
    const rev = id === null ? 0 : records.rev(kind, id);
    if (!live || rev === this.#base) return null;
    this.#base = rev;
    const was = (draft?.was as WordsOf<K> | undefined) ?? began;
    if (!draft) this.#seen = live;
    return was ? mergeWords(kind, was, live, mine) : null;
  }
}
