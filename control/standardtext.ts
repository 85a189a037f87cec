import { wordHours, wordSpans } from '../content/calendar.ts';
import type { StandardEntry, StandardPart } from '../content/model/standard.ts';
import { standardsEntries } from '../content/messages/control-standards.ts';
import type { AnyEntry } from '../content/standards.ts';
import { language, say } from './words.ts';

/** An entry as a reader sees it: what it is, and what is said of it. */
export interface Told {
  title: string;
  detail: string[];
}

type Maybe = string | false | undefined;
const told = (title: string, ...detail: Maybe[]): Told => ({
  title,
  detail: detail.filter((one): one is string => Boolean(one)),
});
const list = (words: readonly string[]) => words.join(say('list.comma'));
const at = (level: 'town' | 'village' | undefined) => level && say(`standards.${level}`);

/** The words of an entry of each part. A new part does not compile without. */
const tell: { [P in StandardPart]: (entry: StandardEntry<P>) => Told } = {
  faces: ({ key, families, colour, ground, across }) =>
    told(
      say(key === 'led' || key === 'slogan' ? `standards.face.${key}` : 'standards.face.name'),
      families[0],
      colour &&
        (ground
          ? say('standards.on-ground', { colour: wordColour(colour), ground: wordColour(ground) })
          : say('standards.colour', { colour: wordColour(colour) })),
      across && say('standards.across'),
    ),
  words: ({ word, also }) => told(word, also && list(also)),
  names: ({ label, pattern }) => told(label, pattern.replace(/\{\w+\}/g, '××')),
  hours: (hours) => told(say('standards.part.hours'), wordHours(hours, language)),
  arrangements: ({ label, text, level, spans }) =>
    told(label, at(level), spans && wordSpans(spans).join(' '), text),
  services: ({ level, name, prefix }) => told(name, at(level), say('standards.letter', { prefix })),
  windowing: ({ level, label, text, more }) =>
    told(label, at(level), text, more !== undefined && say('standards.more', { count: more })),
  windows: ({ level, number, name, business, place }) =>
    told(say('standards.window', { number, name }), at(level), place, list(business)),
  pledges: ({ title, lines }) => told(title, lines.join(' / ')),
  prompts: ({ when, text }) => told(text, say(`standards.when.${when}`)),
  rules: ({ title, text }) => told(title, text.trim()),
  contacts: ({ label, owner, value }) => told(label, owner, value),
  caseTypes: ({ label, text }) => told(label, text),
  slips: ({ title, copies, fields, text }) =>
    told(
      title,
      copies && say('standards.copies', { count: copies.length, who: list(copies) }),
      fields && say('standards.fields', { fields: list(fields) }),
      text,
    ),
  deadlines: ({ label, limit, unit, text }) => told(label, say(`standards.unit.${unit}`, { limit }), text),
  areas: ({ label, level, text }) => told(label, at(level), text),
  facilities: ({ label, text }) => told(label, text),
  measures: ({ label, min, max, unit, text }) => told(label, wordBounds(min, max, unit), text),
  plate: ({ label, text }) => told(label, text),
  disclosures: ({ label, on, text }) => told(label, list(on.map((one) => say(`standards.on.${one}`))), text),
  shown: ({ label, text }) => told(label, text),
  categories: ({ label, fresh }) => told(label, say('standards.fresh', { days: fresh })),
  institutions: ({ label, titles, text }) =>
    told(label, titles.length > 1 && say('standards.titles', { titles: list(titles) }), text),
  banned: ({ word, level, instead }) => told(word, say(`standards.${level}`), instead),
  taboo: ({ text }) => told(text),
  grades: ({ label, bad }) => told(label, bad && say('standards.bad')),
  indicators: ({ label, target, bound, unit, text }) =>
    told(label, say(`standards.${bound}`, { figure: target, unit }), text),
  checklist: ({ group, label, points, evidence }) =>
    told(
      label,
      group,
      points !== undefined && say('standards.points', { points }),
      say(evidence.includes('tick') ? 'standards.by-person' : 'standards.by-records'),
    ),
  extras: ({ label, least, most, steps }) =>
    told(label, say('standards.points', { points: steps ? steps.join(' / ') : `${least}–${most}` })),
  score: ({ full, extra, text }) =>
    told(say('standards.full', { full }), extra !== undefined && say('standards.extra-cap', { extra }), text),
  reports: ({ label, every, to, text }) =>
    told(label, say(`standards.every.${every}`), to && say('standards.report-to', { to }), text),
  flows: ({ label, steps }) => told(label, steps.join(' → ')),
  reviews: ({ label, levels, text }) => told(label, say('standards.levels', { levels }), text),
  cautions: ({ text }) => told(text),
};

/** The colours that notices name; any other as its figures. */
function wordColour(colour: string): string {
  const key = `standards.colour.${colour.slice(1)}`;
  return key in standardsEntries ? say(key as 'standards.colour.e6c15a') : colour;
}

function wordBounds(min: number | undefined, max: number | undefined, unit: string): Maybe {
  if (min !== undefined && max !== undefined)
    return min === max
      ? say('standards.exactly', { figure: min, unit })
      : say('standards.between', { min, max, unit });
  if (min !== undefined) return say('standards.at-least', { figure: min, unit });
  return max !== undefined && say('standards.at-most', { figure: max, unit });
}

/** What an entry says, in the reader's language where the words are ours. */
export function wordEntry(part: StandardPart, entry: AnyEntry): Told {
  return tell[part](entry as never);
}
