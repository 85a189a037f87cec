import { printMessages } from '../../messages/print.ts';
import { speaker } from '../../messages/catalogue.ts';
import { peopleWords } from '../../messages/people.ts';
import type { SheetNow } from '../kinds.ts';
import type { SheetPerson } from './people.ts';
import { wordPause, type SheetWindow } from './places.ts';
import type { SignSheetKind } from './kinds.ts';

const say = speaker(printMessages, 'zh-CN');
const sayPeople = speaker(peopleWords, 'zh-CN');
const wordWindow = ({ number, name }: SheetWindow): string =>
  `${say('sheet.window.number', { number })} ${name}`;
const wordPerson = ({ name, title, post, unit, phone }: SheetPerson): string =>
  [name, unit, title, post, phone].filter(Boolean).join('　');

/** What a sign, board, plate or card says, as plain lines for a phone. */
export function linesOfSign(now: Extract<SheetNow, { is: SignSheetKind }>): string[] {
  switch (now.is) {
    case 'slogan':
      return now.data.lines;
    case 'conduct':
      return now.data.parts.flatMap(({ title, lines }) => [title, ...lines]);
    case 'name':
      return [now.data.name];
    case 'road': {
      const { name, way, metres } = now.data;
      const far = metres === null ? [] : [say('sheet.road.metres', { metres })];
      return [name, [sayPeople(`way.${way}`), ...far].join(' ')];
    }
    case 'directions':
    case 'plan':
      return now.data.floors.flatMap(({ floor, areas }) => [
        ...(floor ? [floor] : []),
        ...areas.flatMap(({ name, windows }) => [name, ...windows.map(wordWindow)]),
      ]);
    case 'window':
      return [wordWindow(now.data), ...now.data.business];
    case 'area':
      return [
        now.data.name,
        now.data.text,
        ...now.data.windows.map((number) => say('sheet.window.number', { number })),
      ].filter(Boolean);
    case 'sign':
      return [say(`public.${now.data.sign}`)];
    case 'hours': {
      const { weekdays, spans, market, days, lines } = now.data;
      return [
        [weekdays, ...spans].join(' '),
        market,
        ...days.map(({ when, note, spans: its }) => [when, note, ...its].filter(Boolean).join(' ')),
        ...lines.map(({ title, when }) => `${title} ${when}`),
      ].filter(Boolean);
    }
    case 'wall':
      return [
        ...now.data.duties.map(({ role, names }) => `${sayPeople(`duty.${role}`)} ${names.join('、')}`),
        ...now.data.people.map(wordPerson),
      ];
    case 'desk':
      return [wordPerson(now.data.person), ...now.data.person.duties];
    case 'badge':
      return now.data.people.map(wordPerson);
    case 'post':
      return [wordWindow(now.data.window), ...now.data.people.map(({ person }) => wordPerson(person))];
    case 'pause':
      return [
        wordPause(now.data.says, now.data.to?.number),
        ...[now.data.window, now.data.to].flatMap((window) => (window ? [wordWindow(window)] : [])),
      ];
    case 'code':
      return [now.data.about, say(`sheet.code.${now.data.to}`)].filter(Boolean);
    case 'wifi':
      return [now.data.network];
  }
}
