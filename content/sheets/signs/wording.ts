import { speaker } from '../../messages/catalogue.ts';
import { peopleWords } from '../../messages/people.ts';
import type { Way } from '../../model/area.ts';
import type { Pledge } from '../../model/rule.ts';
import { hallOf } from '../../premises/hall.ts';
import { refuse } from '../../rule.ts';
import { madeOf, type Gather } from '../gathered.ts';
import { lookOf, type SignLook } from './look.ts';

const sayPeople = speaker(peopleWords, 'zh-CN');

/** A slogan as the standard wants it seen. */
export interface SloganSheetData {
  lines: string[];
  look: SignLook;
}

export const gatherSlogan: Gather<'slogan', SloganSheetData> = (records, { pledge: id }, standard) => {
  const slogan = [...records.all('pledge')].find((one) =>
    id === undefined ? one.body.role === 'slogan' : one.id === id,
  );
  if (!slogan) return refuse('sheet.no-slogan');
  const { title, lines } = slogan.body;
  return {
    title,
    data: { lines, look: lookOf(standard, 'slogan') },
    made: [madeOf(slogan)],
    single: true,
  };
};

/** 三清、四亮、五个一样、六零, in the order in which the hall keeps them. */
export interface ConductSheetData {
  parts: Pick<Pledge, 'title' | 'lines'>[];
  source: string[];
}

export const gatherConduct: Gather<'conduct', ConductSheetData> = (records) => {
  const found = [...records.all('pledge')].filter(({ body }) => body.role === 'conduct');
  if (found.length === 0) return refuse('sheet.no-conduct');
  const sources = new Set(found.flatMap(({ body }) => body.source ?? []));
  return {
    title: found.map(({ body }) => body.title.replace(/服务$/, '')).join(' '),
    data: { parts: found.map(({ body: { title, lines } }) => ({ title, lines })), source: [...sources] },
    made: found.map(madeOf),
    single: false,
  };
};

/** The official name. */
export interface NameSheetData {
  name: string;
  look: SignLook;
}

export const gatherName: Gather<'name', NameSheetData> = (records, _, standard) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const { name } = hall.body;
  return { title: name, data: { name, look: lookOf(standard, 'name') }, made: [madeOf(hall)], single: false };
};

/** A plate at the road: where the hall is. */
export interface RoadSheetData {
  name: string;
  way: Way;
  /** Null where it does not say. */
  metres: number | null;
}

export const gatherRoad: Gather<'road', RoadSheetData> = (records, { way, metres }) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const { name } = hall.body;
  const title = `${name} ${sayPeople(`way.${way}`)}`;
  return { title, data: { name, way, metres: metres ?? null }, made: [madeOf(hall)], single: false };
};
