import { sayPeople as say } from '../../../content/messages/people.ts';
import type { StaffCard } from '../../../content/views/staff.ts';

/** A line of a card. `scale` is its size by that of the card's type, `most` how many lines it may take. */
export interface CardLine {
  is: 'name' | 'unit' | 'post' | 'away' | 'duties' | 'phone';
  text: string;
  scale: number;
  most?: number;
  /** Where the person sits now, after the text and set off from it. */
  at?: string;
}

export const LEAD = 1.27;
/** 党员 stands beside the name: so many characters of it. */
export const PARTY = 2.2;
/** Many duties are told at the window and on paper (TX5). */
export const DUTIES = [2, 1] as const;

const windowsOf = (key: 'staff.post-a' | 'staff.post-b', post: string, windows: readonly number[]): string =>
  windows.length > 0
    ? `${say(key, { post })}${say('wall.posts-a', { windows: windows.join('、') })}`.split(' ').join('')
    : '';

/** What a card of the wall says, line by line; of the duties so many lines at most. `suffix` follows A and B: 岗. */
export function linesOf(card: StaffCard, duties: number, suffix: string): CardLine[] {
  const { at, post } = card;
  const posts = [windowsOf('staff.post-a', suffix, card.a), windowsOf('staff.post-b', suffix, card.b)];
  const word = at ? say(at.paused ? 'wall.away' : 'wall.at', { window: at.window }) : '';
  const stands: CardLine[] =
    at && !at.paused
      ? [{ is: 'post', text: post, scale: 1, at: word }]
      : at
        ? [
            { is: 'post', text: post, scale: 1 },
            { is: 'away', text: word, scale: 1 },
          ]
        : [{ is: 'post', text: [post, ...posts].filter(Boolean).join(' '), scale: 1 }];
  const lines: CardLine[] = [
    { is: 'name', text: card.name, scale: 1.5 },
    { is: 'unit', text: [card.unit, card.title].filter(Boolean).join(' '), scale: 1 },
    ...stands,
    { is: 'duties', text: card.duties.join(say('list.semicolon')), scale: 1, most: duties },
    { is: 'phone', text: card.phone, scale: 1 },
  ];
  return lines.filter(({ text, at: where }) => text !== '' || where);
}
