import type { Finding } from '../content/checks/finding.ts';
import { personTables } from '../content/checks/persons.ts';
import type { Notice } from '../content/model/notice.ts';
import { checksOf } from './checks.svelte.ts';
import { Draft } from './draft.ts';
import { fieldWord } from './fieldwords.ts';
import { giveWords } from './largewords.ts';
import { fieldsOf, NoticeForm, type Fields } from './noticeform.svelte.ts';
import { stateOf } from './noticestate.ts';
import type { Session } from './panel.svelte.ts';
import { say } from './words.ts';
import { Writing } from './writing.svelte.ts';

const DAY = 24 * 3_600_000;
const MINUTE = 60_000;

/** Writing on one notice: what was there when the page was opened, what is typed, and where it is saved. */
export class NoticeWriting {
  readonly #session: Session;
  readonly #id: string | null;
  /** It is a new one, perhaps a copy of another. */
  readonly fresh: boolean;
  /** The moment at which writing began, to the minute. */
  readonly start: number;
  readonly writing: Writing<'notice'>;
  /** What stood in the form at first; what is typed is kept in the browser until it is saved. */
  readonly saved: Fields;
  readonly form: NoticeForm;
  readonly #draft: Draft<Fields>;
  readonly #live: Notice | undefined;
  restored = $state(false);
  #handingIn = false;

  constructor(session: Session, id: string | null) {
    this.#session = session;
    this.#id = id;
    const { query } = session.panel.router;
    const { zone } = session.hall;
    this.fresh = id === 'new';
    this.start = session.clock.now - (session.clock.now % MINUTE);
    const source = this.fresh ? query.get('from') : id;
    this.#live = session.hall.notices.find((notice) => notice.id === source)?.body;
    this.writing = new Writing({
      session,
      kind: 'notice',
      id: this.fresh ? null : id,
      draft: query.get('draft'),
      direct: (words, seen) => giveWords(session, 'notice:save', { ...seen, ...words }),
      claimed: [
        'notice.ends-early',
        'notice.over',
        'notice.publicity-short',
        'notice.assessment-needed',
        'notice.assessment-wrong',
      ],
    });
    const { words, draftId, rev } = this.writing;
    const begins = (this.fresh ? undefined : words?.from) ?? this.start;
    const ends = (this.fresh ? undefined : words?.until) ?? this.start + 7 * DAY;
    this.saved = fieldsOf(words ?? this.#live, begins, ends, zone);
    this.#draft = new Draft<Fields>(session.me.id, `notice ${draftId ?? id}`, rev);
    // A copy of another notice starts from that one, not from what was left here.
    const halfWritten = this.fresh && source ? null : this.#draft.read();
    this.restored = halfWritten !== null;
    this.form = new NoticeForm({ ...this.saved, ...halfWritten }, zone);
  }

  /** Where the live notice stands; null for a new one. */
  standing = $derived.by(() =>
    this.fresh || !this.#live ? null : stateOf(this.#live, this.#session.clock.now),
  );
  early = $derived.by(() => {
    const { publicity, fromMoment, untilMoment } = this.form;
    const wrong = !publicity && fromMoment !== null && untilMoment !== null && untilMoment <= fromMoment;
    return wrong ? say('notice.ends-early') : null;
  });
  persons = $derived.by(() => personTables(this.form.blocks).length > 0);
  /** The notice as the checks read it: part by part, so that each finding stands at its part. */
  read = $derived.by((): Partial<Notice> => {
    const { title, blocks, text, attachments, signer, objections, publicity, days, fromMoment } = this.form;
    return {
      title,
      text,
      blocks,
      attachments,
      from: fromMoment ?? this.start,
      ...(signer ? { signer } : {}),
      ...(publicity && objections ? { publicity: { days, objections } } : {}),
    };
  });
  findings = $derived.by((): readonly Finding[] =>
    checksOf(this.#session).look('notice', this.read as Notice, this.#id ?? 'new'),
  );

  /** Keeps what is typed in the browser; a read of every field, so that an effect follows them. */
  remember(): void {
    const written = this.form.fields;
    if (written.title !== this.saved.title || written.blocks !== this.saved.blocks) this.#draft.keep(written);
  }

  /** Begins again with what was saved. */
  giveUp(): void {
    this.form.set(this.saved);
    this.#draft.drop();
    this.restored = false;
  }

  async save(handIn: boolean): Promise<void> {
    this.#handingIn = handIn;
    const { words } = this.form;
    if (words) await this.#leave(await this.writing.give(words));
  }

  async resolve(theirs: ReadonlySet<string>): Promise<void> {
    await this.#leave(await this.writing.resolve(theirs));
  }

  /** After a save: told, and on to where the words are now. Nothing was saved while somebody has to choose. */
  async #leave(saved: { id: string; rev: number } | undefined): Promise<void> {
    if (!saved) return;
    const { panel, hub, clock } = this.#session;
    const { reviewed, save, taken } = this.writing;
    this.#draft.drop();
    const fields = taken.map((field) => fieldWord(field)).join(say('list.comma'));
    const merged = fields ? say('conflict.merged', { fields }) : null;
    if (!reviewed) {
      const later = this.form.fromMoment !== null && this.form.fromMoment > clock.now;
      panel.tell({ text: merged ?? say(later ? 'notice.done-later' : 'notice.done') });
      return panel.router.go('notices');
    }
    if (this.#handingIn && !(await save.run(() => hub.give('draft:submit', saved)))) return;
    panel.tell({ text: merged ?? say(this.#handingIn ? 'review.submitted' : 'review.saved') });
    panel.router.go('draft', saved.id);
  }
}
