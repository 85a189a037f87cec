import chineseDays from 'chinese-days';
import Type from 'typebox';
import type { HolidayPlan } from '../../content/api.ts';
import { addDays } from '../../content/calendar.ts';
import { ExceptionalDay } from '../../content/model/calendar.ts';
import { errors, whoOf, type Plugin } from './parts.ts';

const Plan = Type.Object({
  year: Type.Integer(),
  known: Type.Boolean(),
  days: Type.Array(ExceptionalDay),
});

/**
 * Days off and 调休 of a year as the State Council set them, kept by chinese-days: nothing is fetched. A day of the plan
 * has a name `National Day,国庆节,3`, any other the name of its weekday.
 */
export function holidayPlan(year: number): HolidayPlan {
  const days: ExceptionalDay[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day);
    const holiday = name.split(',')[1];
    if (holiday === undefined) continue;
    days.push(
      work ? { day, is: 'work', note: `${holiday}调休上班` } : { day, is: 'off', note: `${holiday}放假` },
    );
  }
  return { year, known: days.length > 0, days };
}

/** GET /api/holidays: what the panel offers to take into the hall's calendar. For those signed in. */
export const holidayRoutes: Plugin = () => async (app) => {
  app.get(
    '/api/holidays',
    {
      schema: {
        querystring: Type.Object({ year: Type.String({ pattern: '^20\\d\\d$' }) }),
        response: { 200: Plan, ...errors },
      },
    },
    async (request) => {
      whoOf(request);
      return holidayPlan(Number(request.query.year));
    },
  );
};
