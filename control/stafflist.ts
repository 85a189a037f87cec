import pinyin from 'pinyin-match';
import type { Kept } from '../content/model/record.ts';

/** What the list of people is narrowed to; an empty string is anything. */
export interface StaffFilter {
  sought: string;
  unit: string;
  /** Id of a window whose A or B post they have. */
  window: string;
}

/** The people that fit: by signs of the name or its sound (`zmy` for 周明远), by number, unit and window. */
export function filterStaff(
  staff: readonly Kept<'staff'>[],
  windows: readonly Kept<'window'>[],
  { sought, unit, window }: StaffFilter,
): Kept<'staff'>[] {
  const word = sought.normalize('NFKC').trim();
  const posts = windows.find(({ id }) => id === window)?.body.posts;
  return staff.filter(({ id, body }) => {
    if (unit && body.unit !== unit) return false;
    if (window && posts?.a !== id && posts?.b !== id) return false;
    return word === '' || pinyin.match(body.name, word) !== false || (body.number ?? '').includes(word);
  });
}
