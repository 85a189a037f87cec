import { lastDay, publicityDays } from '../content/publishing/publicity.ts';
import { textOfBlocks, tidyBlocks } from '../content/publishing/blocks.ts';
import { paragraphsOf } from '../content/publishing/mergewords.ts';
import { dayOf } from '../content/calendar.ts';
import type { Calendar } from '../content/model/calendar.ts';
import type { WordsOf } from '../content/model/draft.ts';
import type { Notice, NoticeBlock, NoticeCategory } from '../content/model/notice.ts';
import { fromLocal, toLocal } from './dates.ts';

type Words = WordsOf<'notice'>;

/** What stands in the fields of a notice: kept in the browser while it is half written. */
export interface Fields {
  title: string;
  /** A notice of text alone has its paragraphs here. */
  blocks: NoticeBlock[];
  category: NoticeCategory;
  from: string;
  until: string;
  number: string;
  signer: string;
  attachments: string[];
  publicity: boolean;
  days: number;
  basis: string;
  objections: string;
  pinned: boolean;
  urgent: boolean;
  assessment: string;
}

/** The fields of a notice, or of a new one. */
export function fieldsOf(
  before: Words | Notice | undefined,
  from: number,
  until: number,
  zone: string,
): Fields {
  const category = before?.category ?? 'general';
  return {
    title: before?.title ?? '',
    blocks: before?.blocks ?? paragraphsOf(before?.text ?? ''),
    category,
    from: toLocal(from, zone),
    until: toLocal(until, zone),
    number: before?.number ?? '',
    signer: before?.signer ?? '',
    attachments: before?.attachments ?? [],
    publicity: before?.publicity !== undefined,
    days: before?.publicity?.days ?? publicityDays(category).usual,
    basis: before?.publicity?.basis ?? '',
    objections: before?.publicity?.objections ?? '',
    pinned: before?.pinned ?? false,
    urgent: before?.urgent ?? false,
    assessment: before?.assessment ?? '',
  };
}

/** The form of a notice: its fields, and the notice that they make. */
export class NoticeForm {
  title = $state('');
  blocks: NoticeBlock[] = $state.raw([]);
  category: NoticeCategory = $state('general');
  from = $state('');
  until = $state('');
  number = $state('');
  signer = $state('');
  attachments: string[] = $state.raw([]);
  publicity = $state(false);
  days = $state(7);
  basis = $state('');
  objections = $state('');
  pinned = $state(false);
  urgent = $state(false);
  assessment = $state('');
  readonly zone: string;

  constructor(fields: Fields, zone: string) {
    this.zone = zone;
    this.set(fields);
  }

  set(fields: Fields): void {
    Object.assign(this, fields);
  }

  fields = $derived.by((): Fields => {
    const { title, blocks, category, from, until, number, signer, attachments } = this;
    const { publicity, days, basis, objections, pinned, urgent, assessment } = this;
    return {
      title,
      blocks,
      category,
      from,
      until,
      number,
      signer,
      attachments,
      publicity,
      days,
      basis,
      objections,
      pinned,
      urgent,
      assessment,
    };
  });

  fromMoment = $derived.by(() => fromLocal(this.from, this.zone));
  untilMoment = $derived.by(() => fromLocal(this.until, this.zone));
  text = $derived.by(() => textOfBlocks(this.blocks));

  /** The last day of the 公示 if it goes public on this day. */
  lastDay(calendar: Calendar | undefined, now: number): string {
    const first = dayOf(Math.max(this.fromMoment ?? now, now), this.zone);
    return lastDay(calendar, first, Math.max(1, Math.min(60, Math.round(this.days) || 1)));
  }

  /** The notice as it would be saved; null while a time is missing. */
  words = $derived.by((): Words | null => {
    const [from, until] = [this.fromMoment, this.untilMoment];
    if (from === null || until === null) return null;
    const plain = this.blocks.every(({ is }) => is === 'paragraph');
    const blocks = tidyBlocks(this.blocks);
    const said = (key: 'number' | 'signer' | 'assessment') => {
      const value = this[key].trim();
      return value ? { [key]: value } : {};
    };
    return {
      title: this.title.trim(),
      text: this.text,
      ...(plain && this.text.length < 4000 ? {} : { blocks }),
      category: this.category,
      ...said('number'),
      ...said('signer'),
      ...(this.attachments.length > 0 ? { attachments: this.attachments } : {}),
      ...(this.publicity
        ? {
            publicity: {
              days: Math.max(1, Math.min(60, Math.round(this.days) || 1)),
              ...(this.basis.trim() ? { basis: this.basis.trim() } : {}),
              ...(this.objections.trim() ? { objections: this.objections.trim() } : {}),
            },
          }
        : {}),
      ...(this.pinned ? { pinned: true as const } : {}),
      ...(this.urgent ? { urgent: true as const } : {}),
      ...said('assessment'),
      from,
      until,
    };
  });
}
