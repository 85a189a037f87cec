import { dayOf } from '../calendar.ts';
import type { Day } from '../model/base.ts';
import type { Notice, NoticeBlock, NoticeCategory, Publicity } from '../model/notice.ts';
import { mediumOf } from '../media/uses.ts';
import { zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { Gather } from './gathered.ts';

/** A notice as it hangs: its parts in order, its days in the hall's calendar. */
export interface NoticeSheetData {
  title: string;
  category: NoticeCategory;
  number?: string;
  /** Who issues it; absent, the hall. */
  signer?: string;
  publicity?: Publicity;
  /** First and last day on which it stands. */
  from: Day;
  until: Day;
  blocks: NoticeBlock[];
  /** Its pictures that somebody looked at, by their medium's id. */
  pictures?: Record<string, { digest: string; alt: string; width: number; height: number }>;
}

export const gatherNotice: Gather<'notice', NoticeSheetData> = (records, { notice: id }) => {
  const notice = records.get('notice', id);
  if (!notice) return refuse('record.missing');
  const { title, category, number, signer, publicity } = notice;
  const zone = zoneOf(records);
  const pictures = picturesIn(records, notice.blocks ?? []);
  return {
    title,
    data: {
      title,
      category,
      ...(number ? { number } : {}),
      ...(signer ? { signer } : {}),
      ...(publicity ? { publicity } : {}),
      from: dayOf(notice.from, zone),
      // It ends before its last moment: at midnight the day before is the last.
      until: dayOf(notice.until - 1, zone),
      blocks: notice.blocks ?? paragraphs(notice),
      ...(Object.keys(pictures).length ? { pictures } : {}),
    },
    made: [{ kind: 'notice', id, rev: records.rev('notice', id) }],
    single: true,
  };
};

function paragraphs({ text }: Notice): NoticeBlock[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ is: 'paragraph', text: line.trim() }));
}

/** What nobody has looked at, or what is gone, is not printed (N6). */
function picturesIn(
  records: Records,
  blocks: readonly NoticeBlock[],
): NonNullable<NoticeSheetData['pictures']> {
  const found: NonNullable<NoticeSheetData['pictures']> = {};
  for (const block of blocks) {
    const medium = block.is === 'picture' ? mediumOf(records, block.medium) : undefined;
    if (block.is !== 'picture' || medium?.is !== 'picture' || !medium.checked) continue;
    const { upload: digest, alt = '', width = 4, height = 3 } = medium;
    found[block.medium] = { digest, alt, width, height };
  }
  return found;
}
