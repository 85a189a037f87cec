import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { clockOf, dayOf, planOf } from '../../content/calendar.ts';
import type { TodayView } from '../../content/history/live.ts';
import { measureLoad } from '../../content/history/load.ts';
import { dimensions, hoursOf, Tally } from '../../content/history/report.ts';
import type { Dimension, Figures, Report, ReportAsked, Row, Told } from '../../content/history/report.ts';
import { speaker } from '../../content/messages/catalogue.ts';
import { control } from '../../content/messages/control.ts';
import { Day } from '../../content/model/base.ts';
import type { Span } from '../../content/model/hall.ts';
import type { Rating } from '../../content/model/rating.ts';
import { timetableOf } from '../../content/premises/calendar.ts';
import { hallOf, zoneOf } from '../../content/premises/hall.ts';
import { arePooled, hintStaffing } from '../../content/queue/staffing.ts';
import { countRates } from '../../content/ratings/rates.ts';
import type { Language } from '../../content/refusals.ts';
import { refuse } from '../../content/rule.ts';
import { languageOf, Refused } from '../errors.ts';
import { daysBetween } from '../history/history.ts';
import { writeCsv, writeXlsx } from '../history/files.ts';
import type { Sheet } from '../history/files.ts';
import { ratingsOf } from '../history/ratings.ts';
import { guard, limit, type Parts, type Plugin } from './parts.ts';

const Query = Type.Object(
  {
    from: Day,
    to: Day,
    by: Type.Union(dimensions.map((one) => Type.Literal(one))),
    /** Of a file: a link cannot say what language the panel speaks. */
    lang: Type.Optional(Type.Union([Type.Literal('zh-CN'), Type.Literal('en')])),
  },
  { additionalProperties: false },
);
type Asked = ReportAsked & { lang?: Language };

/** A report reads at most so many days: two years and a leap day. */
const MOST_DAYS = 732;

/** Reports and what the live view needs of the journal (history.md T11–T15). */
export const reportRoutes: Plugin = (parts) => async (app) => {
  const readers = {
    onRequest: guard('admin', 'auditor'),
    schema: { querystring: Query },
    config: limit(120),
  };

  app.get(
    '/api/reports/today',
    { onRequest: guard('admin', 'auditor', 'clerk') },
    async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
      return viewToday(parts);
    },
  );

  app.get('/api/reports', readers, async ({ query }, reply) => {
    void reply.header('cache-control', 'no-store');
    return reportOf(parts, query as Asked, languageOf(reply.request.headers['accept-language']));
  });

  app.get('/api/reports.csv', readers, async (request, reply) => {
    const { sheet, name, language } = await sheetOf(parts, request);
    void reply.header('cache-control', 'no-store').type('text/csv; charset=utf-8');
    void reply.header('content-disposition', `attachment; filename="${name}.csv"`);
    return writeCsv(sheet, language);
  });

  app.get('/api/reports.xlsx', readers, async (request, reply) => {
    const { sheet, name, language } = await sheetOf(parts, request);
    void reply.header('cache-control', 'no-store');
    void reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    void reply.header('content-disposition', `attachment; filename="${name}.xlsx"`);
    return writeXlsx(sheet, language);
  });
};

/** A report with its rows by their names. Throws `report.range`, `report.too-long`. */
export async function reportOf(parts: Parts, asked: ReportAsked, language: Language): Promise<Report> {
  const { from, to, by } = asked;
  const { rows, total } = await figuresOf(parts, asked);
  const names = namesOf(parts, by, language);
  return { from, to, by, rows: rows.map((row) => ({ ...row, name: names(row) })), total };
}

/** The figures of a report: visits, and beside them the ratings (T17). */
async function figuresOf(parts: Parts, asked: Asked): Promise<{ rows: Row[]; total: Figures }> {
  const tally = await tallyOf(parts, asked);
  const rated = await ratingsOf(parts.hall, asked.from, asked.to, parts.now());
  const keyOf = ratingKey(parts.hall, asked.by);
  const total = { ...tally.total, ratings: countRates(rated) };
  if (!keyOf) return { rows: tally.rows, total };
  const groups = Map.groupBy(rated, ({ rating }) => keyOf(rating));
  const rows = tally.rows.map((row) => ({ ...row, ratings: countRates(groups.get(row.key) ?? []) }));
  return { rows, total };
}

/** In which row a rating counts; null where it does not know: how and as what the visitor came. */
function ratingKey({ records }: Parts['hall'], by: Dimension): ((rating: Rating) => string) | null {
  const zone = zoneOf(records);
  switch (by) {
    case 'hour':
      return ({ at }) => clockOf(at, zone).slice(0, 2);
    case 'day':
      return ({ at }) => dayOf(at, zone);
    case 'month':
      return ({ at }) => dayOf(at, zone).slice(0, 7);
    case 'window':
      return ({ window }) => window;
    case 'clerk':
      return ({ clerk }) => clerk?.id ?? '';
    case 'service':
      return ({ service }) => service ?? '';
    case 'origin':
    case 'kind':
      return null;
  }
}

async function tallyOf({ hall, history, now }: Parts, { from, to, by }: Asked): Promise<Tally> {
  if (from > to) throw new Refused(refuse('report.range'));
  if (daysBetween(from, to).length > MOST_DAYS) throw new Refused(refuse('report.too-long'));
  const tally = new Tally(by, toldOf(hall));
  const today = dayOf(now(), zoneOf(hall.records));
  // Day by day, so that two years need no more memory than one day and what is kept.
  for await (const { day, visits } of history.days(from, to)) tally.add(visits, day < today);
  return tally;
}

function toldOf({ records }: Parts['hall']): Told {
  const zone = zoneOf(records);
  const timetable = timetableOf(records);
  const plans = new Map<string, readonly Span[]>();
  const spansOf = (day: string): readonly Span[] => {
    const spans = plans.get(day) ?? (timetable ? planOf(timetable, day).spans : []);
    plans.set(day, spans);
    return spans;
  };
  return {
    hourOf: (at) => clockOf(at, zone).slice(0, 2),
    isOpen: (at) => {
      if (!timetable) return true;
      const clock = clockOf(at, zone);
      return spansOf(dayOf(at, zone)).some(({ from, to }) => clock >= from && clock < to);
    },
  };
}

async function viewToday({ hall, history, now }: Parts): Promise<TodayView> {
  const { records } = hall;
  const told = toldOf(hall);
  const visits = await history.visitsOf(dayOf(now(), zoneOf(records)));
  const tallied = (by: Dimension) => {
    const tally = new Tally(by, told);
    tally.add(visits, false);
    return tally;
  };
  const windows = tallied('window');
  const services = tallied('service');
  const open = [...records.all('window')].filter(({ body }) => body.state.is === 'open').length;
  return {
    issued: services.total.issued,
    served: services.total.served,
    hours: hoursOf(visits, now(), told.hourOf),
    windows: Object.fromEntries(
      windows.rows.map(({ key, served, service }) => [key, { served, mean: service?.mean ?? null }]),
    ),
    services: Object.fromEntries(services.rows.map(({ key, issued, served }) => [key, { issued, served }])),
    staffing: hintStaffing({ ...measureLoad(visits, now()), windows: open, pooled: arePooled(records) }),
  };
}

/** Rows by the names that people use. One whose record is gone keeps its id, so that it stays apart from others. */
function namesOf({ hall }: Parts, by: Dimension, language: Language): (row: Row) => string {
  const { records } = hall;
  const say = speaker(control, language);
  return ({ key }) => {
    switch (by) {
      case 'hour':
        return `${key}:00`;
      case 'day':
      case 'month':
        return key;
      case 'window': {
        const window = records.get('window', key);
        return window ? `${window.number} ${window.name}` : key;
      }
      case 'clerk':
        return key === '' ? say('reports.unknown') : (records.get('account', key)?.displayName ?? key);
      case 'service':
        return records.get('service', key)?.name ?? key;
      case 'origin':
        return say(`origin.${key as 'desk'}`);
      case 'kind':
        return say(`kind.${key as 'normal'}`);
    }
  };
}

async function sheetOf(
  parts: Parts,
  request: FastifyRequest,
): Promise<{ sheet: Sheet; name: string; language: Language }> {
  const asked = request.query as Asked;
  const language = asked.lang ?? 'zh-CN';
  const say = speaker(control, language);
  const figures = await figuresOf(parts, asked);
  const names = namesOf(parts, asked.by, language);
  const title = say('reports.title', { hall: hallOf(parts.hall.records)?.body.name ?? '' });
  const rows = [
    ...figures.rows.map((row) => ({ name: names(row), figures: row })),
    { name: say('reports.total'), figures: figures.total },
  ];
  const sheet: Sheet = { title, by: say(`reports.by.${asked.by}`), rows };
  return { sheet, name: `mingting-${asked.from}-${asked.to}-${asked.by}`, language };
}
