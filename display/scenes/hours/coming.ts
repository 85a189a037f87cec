import { addDays, isMarketDay, planOf, wordSpans, wordWeekdays } from '../../../content/calendar.ts';
import type { DayPlan, Timetable } from '../../../content/calendar.ts';
import { say as sayDay } from '../../../content/messages/display.ts';
import type { DisplayKey } from '../../../content/messages/display.ts';
import { say } from '../../../content/messages/scenes.ts';
import type { Day } from '../../../content/model/base.ts';

/** A line of what is coming: when, what it is, and its hours if they are its own. */
export interface Coming {
  day: Day;
  when: string;
  what: string;
  is: 'off' | 'work' | 'special' | 'market';
}

/** Exceptional days are told so many days ahead, market days for two weeks. */
const AHEAD = 60;
const MARKETS = 14;

export function wordDayOf(day: Day): string {
  return say('hours.day', { month: Number(day.slice(5, 7)), day: Number(day.slice(8)) });
}

export function wordWeekdayOf(weekday: number): string {
  return sayDay(`weekday.${weekday}` as DisplayKey);
}

/** `9:00–12:00 14:00–17:00`, or 休息. */
export function wordPlan({ spans }: Pick<DayPlan, 'spans'>): string {
  return spans.length > 0 ? wordSpans(spans).join('  ') : say('hours.rest');
}

/** Days of a week that follow each other and have the same hours. */
export interface WeekRun {
  from: number;
  to: number;
  plan: DayPlan;
  /** Today is one of them. */
  here: boolean;
}

/** A week as few lines as tell it: days with the same hours stand together. */
export function weekRuns(week: readonly DayPlan[], today: Day): WeekRun[] {
  const runs: WeekRun[] = [];
  for (const plan of week) {
    const before = runs.at(-1);
    const here = plan.day === today;
    if (before && before.plan.market === plan.market && wordPlan(before.plan) === wordPlan(plan)) {
      before.to = plan.weekday;
      before.here ||= here;
    } else runs.push({ from: plan.weekday, to: plan.weekday, plan, here });
  }
  return runs;
}

/** 周一至周五. */
export function wordRun({ from, to }: WeekRun): string {
  return wordWeekdays(Array.from({ length: to - from + 1 }, (_, at) => from + at));
}

/** Exceptional days to come, those of one holiday in one line, and the next market days in one. */
export function comingDays(timetable: Timetable, today: Day): Coming[] {
  const coming: (Coming & { last: Day; note: string })[] = [];
  const markets: Day[] = [];
  for (let ahead = 1; ahead <= AHEAD; ahead += 1) {
    const plan = planOf(timetable, addDays(today, ahead));
    const { exception, day } = plan;
    if (ahead <= MARKETS && timetable.calendar?.market && isMarketDay(timetable.calendar.market, day))
      markets.push(day);
    if (!exception) continue;
    const before = coming.at(-1);
    if (
      before &&
      before.is === 'off' &&
      exception.is === 'off' &&
      before.note === exception.note &&
      addDays(before.last, 1) === day
    )
      before.last = day;
    else
      coming.push({
        ...{ day, last: day, is: exception.is, when: '', note: exception.note },
        what: [
          exception.note || say(`hours.${exception.is}`),
          exception.is === 'off' ? say('hours.off') : wordPlan(plan),
        ]
          .filter((words, place, all) => all.indexOf(words) === place)
          .join(' '),
      });
  }
  const lines: Coming[] = coming.map(({ day, last, what, is }) => ({
    ...{ day, what, is },
    when: last === day ? wordDayOf(day) : say('hours.run', { from: wordDayOf(day), to: wordDayOf(last) }),
  }));
  const [first] = markets;
  if (first)
    lines.push({
      ...{ day: first, is: 'market', what: say('hours.market') },
      when: markets.slice(0, 4).map(wordDayOf).join('、'),
    });
  return lines;
}
