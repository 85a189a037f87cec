import type { Notice, NoticeCategory } from '../content/model/notice.ts';

export type NoticeState = 'coming' | 'shown' | 'over' | 'withdrawn';
export const noticeStates: readonly NoticeState[] = ['shown', 'coming', 'over', 'withdrawn'];

/** Where a notice stands at `now` (P6): shown from `from` until before `until`, unless withdrawn. */
export function stateOf(notice: Notice, now: number): NoticeState {
  if (notice.withdrawn) return 'withdrawn';
  if (notice.until <= now) return 'over';
  return notice.from <= now ? 'shown' : 'coming';
}

/** A 公示 says so in its title; it has a publicity period, and is withdrawn as one. */
export function isPublicity(title: string): boolean {
  return title.includes('公示');
}

export const categories: readonly NoticeCategory[] = [
  'general',
  'employment',
  'insurance',
  'assistance',
  'health',
  'housing',
  'welfare',
  'subsidy',
  'household',
  'family',
  'land',
];
