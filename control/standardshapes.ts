import type { StandardEntry, StandardPart } from '../content/model/standard.ts';

const levels = ['town', 'village'] as const;
const evidence = [
  ...([
    'tick',
    'hall',
    'windows',
    'posts',
    'staff',
    'areas',
    'items',
    'rules',
    'pledges',
    'notices',
  ] as const),
  ...(['contacts', 'sheets', 'screens', 'opening', 'tickets', 'slips', 'ratings', 'complaints'] as const),
  ...(['appointments', 'calendar', 'reports'] as const),
] as const;

/** How a field is asked for: typed, ticked, one of a few, several of a few, or entries of another part by their keys. */
export type Shape =
  | 'line'
  | 'text'
  | 'figure'
  | 'colour'
  | 'tick'
  | 'words'
  | 'figures'
  | 'spans'
  | 'weekdays'
  | { one: readonly string[] }
  | { some: readonly string[] }
  | { keysOf: 'services' | 'caseTypes' };

/** What is never changed: where an entry comes from, and by what it is known. */
type Fixed = 'source' | 'force' | 'locked' | 'of' | 'key' | 'number' | 'placeKind';
interface FixedIn {
  services: 'level';
  windowing: 'level';
  windows: 'level';
  names: 'level';
  pledges: 'title';
  prompts: 'when';
  banned: 'word';
  taboo: 'text';
}
type Own<P extends StandardPart> = P extends keyof FixedIn ? FixedIn[P] : never;
export type FieldOf<P extends StandardPart> = Exclude<keyof StandardEntry<P>, Fixed | Own<P>>;
export type FieldName = { [P in StandardPart]: FieldOf<P> }[StandardPart];

/** Every field of every part that a level below may change (Y8), in the order of a form. A new field does not compile without. */
export const shapes: { readonly [P in StandardPart]: { readonly [F in FieldOf<P>]-?: Shape } } = {
  faces: { families: 'words', colour: 'colour', ground: 'colour', across: 'tick' },
  words: { word: 'line', also: 'words' },
  names: { label: 'line', pattern: 'line' },
  hours: { weekdays: 'weekdays', spans: 'spans' },
  arrangements: { label: 'line', level: { one: levels }, weekdays: 'weekdays', spans: 'spans', text: 'text' },
  services: { name: 'line', short: 'line', prefix: 'line' },
  windowing: {
    label: 'line',
    model: { one: ['by-line', 'comprehensive', 'mixed'] },
    more: 'figure',
    text: 'text',
  },
  windows: { name: 'line', business: 'words', services: { keysOf: 'services' }, place: 'line' },
  pledges: { role: { one: ['slogan', 'pledge', 'conduct'] }, lines: 'words' },
  prompts: { text: 'line' },
  rules: { title: 'line', text: 'text' },
  contacts: {
    role: { one: ['consult', 'complain', 'hotline', 'address'] },
    label: 'line',
    value: 'line',
    owner: 'line',
  },
  caseTypes: { label: 'line', text: 'text' },
  slips: { title: 'line', copies: 'words', fields: 'words', when: { keysOf: 'caseTypes' }, text: 'text' },
  deadlines: { label: 'line', limit: 'figure', unit: { one: ['workday', 'day', 'minute'] }, text: 'text' },
  areas: { label: 'line', level: { one: levels }, text: 'text' },
  facilities: {
    label: 'line',
    group: { one: ['sign', 'office', 'visitor', 'safety', 'access'] },
    text: 'text',
  },
  measures: {
    label: 'line',
    min: 'figure',
    max: 'figure',
    unit: 'line',
    level: { one: levels },
    text: 'text',
  },
  plate: { label: 'line', text: 'text' },
  disclosures: { label: 'line', on: { some: ['guide', 'wall', 'screen'] }, text: 'text' },
  shown: { label: 'line', text: 'text' },
  categories: { label: 'line', fresh: 'figure' },
  institutions: { label: 'line', titles: 'words', by: { one: ['rule', 'pledge'] }, text: 'text' },
  banned: { level: { one: ['block', 'warn'] }, instead: 'line' },
  taboo: {},
  grades: { label: 'line', bad: 'tick' },
  indicators: {
    label: 'line',
    target: 'figure',
    bound: { one: ['at-least', 'at-most'] },
    unit: 'line',
    text: 'text',
  },
  checklist: {
    group: 'line',
    label: 'text',
    points: 'figure',
    evidence: { some: evidence },
    detail: 'line',
    level: { one: levels },
  },
  extras: { label: 'text', least: 'figure', most: 'figure', steps: 'figures', evidence: { some: evidence } },
  score: { full: 'figure', extra: 'figure', deduction: 'figure', text: 'text' },
  reports: {
    label: 'line',
    every: { one: ['month', 'quarter', 'half-year', 'year', 'demand'] },
    to: 'line',
    text: 'text',
  },
  flows: { label: 'line', steps: 'words' },
  reviews: { label: 'line', levels: 'figure', text: 'text' },
  cautions: { text: 'text' },
};
