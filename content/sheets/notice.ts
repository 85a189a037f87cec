import { dayOf } from '../calendar.ts';
import type { Day } from '../model/base.ts';
import type { Notice, NoticeBlock, NoticeCategory, Publicity } from '../model/notice.ts';
import { zoneOf } from '../premises/hall.ts';
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
}

export const gatherNotice: Gather<'notice', NoticeSheetData> = (records, { notice: id }) => {
  const notice = records.get('notice', id);
  if (!notice) return refuse('record.missing');
  const { title, category, number, signer, publicity } = notice;
  const zone = zoneOf(records);
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
