import { momentAt, weekdayOf } from '../calendar.ts';
import type { Found } from './finding.ts';

const DATE =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:[（(]?(?:星期|周)([一二三四五六日天])[）)]?)?|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
/** A day by which something is to be done, not one on which something was decided. */
const DEADLINE_BEFORE =
  /(?:截止(?:日期|时间)?(?:为|是|至|到)?|报名时间|申报时间|办理时间|受理时间|缴费时间|请于|务必于|须于|延期至|延长至|至|到)[：: ]{0,2}[^。；\n]{0,12}$/;
const DEADLINE_AFTER = /^(?:\d{1,2}[:：时]\d{0,2}分?)?(?:前|以前|之前|止|截止|前来|到期)/;

/** Days that are not in the calendar, days with another weekday, and deadlines that are over at `now` (K14). */
export function findDates(text: string, now: number, zone: string, written: number = now): Found[] {
  const found: Found[] = [];
  const thisYear = new Date(written).getUTCFullYear();
  for (const match of text.matchAll(DATE)) {
    const [whole, year, month, day, weekday, year2, month2, day2] = match;
    const date = [Number(year ?? year2 ?? thisYear), Number(month ?? month2), Number(day ?? day2)] as const;
    const place = { start: match.index, end: match.index + whole.length };
    const iso = isoOf(...date);
    // 3.12.40 may be a number of something; a day in words cannot.
    if (iso === null && month === undefined) continue;
    if (iso === null) found.push({ code: 'date.impossible', ...place, params: { text: whole } });
    else if (weekday && weekdayOf(iso) !== '一二三四五六日'.indexOf(weekday.replace('天', '日')) + 1)
      found.push({
        code: 'date.weekday',
        ...place,
        params: { text: whole, right: `星期${'一二三四五六日'.charAt(weekdayOf(iso) - 1)}` },
      });
    else if (isDeadline(text, place) && momentAt(iso, '24:00', zone) <= now)
      found.push({ code: 'date.over', ...place, params: { text: whole } });
  }
  return found;
}

function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function isDeadline(text: string, { start, end }: { start: number; end: number }): boolean {
  // The first day of 11月1日至11月5日 is no deadline.
  if (/^\s?(?:至|到|—|–|-|~|～|起)/.test(text.slice(end, end + 2))) return false;
  return (
    DEADLINE_AFTER.test(text.slice(end, end + 12)) ||
    DEADLINE_BEFORE.test(text.slice(Math.max(0, start - 24), start))
  );
}
