import { addDays, planOf, weekdayOf, wordSpans, wordWeekdays } from '../calendar.ts';
import type { DayPlan, Timetable } from '../calendar.ts';
import { speaker } from '../messages/catalogue.ts';
import { hallEntries } from '../messages/hall.ts';
import type { Day } from '../model/base.ts';
import type { ExceptionalDay, Market, ServiceLine } from '../model/calendar.ts';
import type { Span } from '../model/hall.ts';
import type { Language } from '../refusals.ts';
import { sameBody } from '../revision.ts';

/** How far ahead visitors are told of days that are not as usual. */
const AHEAD = 45;

/** Exceptional days in a row that are alike: 10月1日至7日 国庆节放假. */
export interface DayRun {
  from: Day;
  to: Day;
  is: ExceptionalDay['is'];
  spans: readonly Span[];
  note: string;
}

/** What visitors are told of the hall's days: today, what comes, and its special services. */
export interface HallDays {
  today: DayPlan;
  coming: DayRun[];
  market: Market | null;
  lines: readonly ServiceLine[];
}

/** The exceptional days from `from` to `to`, both included, in order and in runs. */
export function runsOf(days: readonly ExceptionalDay[], from: Day, to: Day): DayRun[] {
  const runs: DayRun[] = [];
  const meant = days.filter(({ day }) => day >= from && day <= to);
  for (const one of meant.sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const { day, is, note } = one;
    const spans = one.is === 'off' ? [] : (one.spans ?? []);
    const last = runs.at(-1);
    const alike = last && last.is === is && last.note === note && sameBody(last.spans, spans);
    if (alike && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day, is, spans, note });
  }
  return runs;
}

/** The hall's days as seen on `today`. */
export function hallDays(timetable: Timetable, today: Day): HallDays {
  const { calendar } = timetable;
  return {
    today: planOf(timetable, today),
    coming: runsOf(calendar?.days ?? [], addDays(today, 1), addDays(today, AHEAD)),
    market: calendar?.market ?? null,
    lines: calendar?.lines ?? [],
  };
}

/** `10月1日至10月7日`, `10月10日（周六）`. */
export function wordDays({ from, to }: Pick<DayRun, 'from' | 'to'>, language: Language = 'zh-CN'): string {
  const say = speaker(hallEntries, language);
  const word = (day: Day) => say('day.date', { month: Number(day.slice(5, 7)), day: Number(day.slice(8)) });
  if (from !== to) return say('hours.run', { first: word(from), last: word(to) });
  return say('day.of-week', { day: word(from), weekday: wordWeekdays([weekdayOf(from)], language) });
}

/** `逢 1、4、7 赶场`, `农历逢 2、5、8 赶场`, `周日赶场`, with the hours that hold then. */
export function wordMarket({ on, spans }: Market, language: Language = 'zh-CN'): string {
  const say = speaker(hallEntries, language);
  const days =
    on.by === 'weekday'
      ? say('market.weekdays', { days: wordWeekdays(on.weekdays, language) })
      : say(on.lunar ? 'market.lunar' : 'market.solar', {
          figures: [...on.figures].sort((one, other) => one - other).join(say('hours.join')),
        });
  return [days, ...wordSpans(spans ?? [])].join(' ');
}
