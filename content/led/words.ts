import { clockOf, dayOf } from '../calendar.ts';
import { say } from '../messages/led.ts';
import type { SignState } from '../views/sign.ts';

/** A window's sign when the window exists. */
export type Shown = Exclude<SignState, { is: 'missing' }>;
type Paused = Extract<SignState, { is: 'paused' }>;

/**
 * Something that a sign says: the whole; in short, for a sign on which the whole would break within a number; and,
 * where it has a figure, the figure with a short label.
 */
export interface Words {
  text: string;
  short?: string;
  figure?: { label: string; value: string };
}

/** The state of a sign in words: what takes turns in the large place; nothing when it waits for visitors. */
export function wordsOf(state: Shown, now: number, zone: string): Words[] {
  switch (state.is) {
    case 'closed':
      return [{ text: say('window.closed') }];
    case 'idle':
      return wordBeside(state);
    case 'called':
      return [{ text: say('call.please', { number: state.number }) }];
    case 'serving':
      return [
        {
          text: say('serving.number', { number: state.number }),
          figure: { label: say('label.serving'), value: state.number },
        },
        ...wordBeside(state),
      ];
    case 'paused':
      return wordPause(state, now, zone);
  }
}

/** For whom the window stands in, who stands in there, and that it works overtime. */
function wordBeside({ standsFor, standIn, overtime }: Shown): Words[] {
  const words: Words[] = [];
  if (standsFor) {
    const numbers = standsFor.join(say('business.join'));
    words.push({
      text: say('beside.stands-for', { numbers }),
      short: say('beside.stands-for-short', { numbers }),
    });
  }
  if (standIn !== undefined) words.push({ text: say('beside.stand-in', { name: standIn }) });
  if (overtime) words.push({ text: say('beside.overtime') });
  return words;
}

/** "Paused", then what helps the visitor most: the return, the window that stands in; else the reason. */
function wordPause({ back, goTo, reason }: Paused, now: number, zone: string): Words[] {
  const words: Words[] = [{ text: say('pause.paused') }];
  if (back !== null) words.push(wordReturn(back, now, zone));
  if (goTo !== null)
    words.push({
      text: say('pause.go-to', { number: goTo }),
      short: say('pause.go-to-short', { number: goTo }),
      figure: { label: say('label.go-to'), value: say('window.short', { number: goTo }) },
    });
  if (words.length === 1) words.push({ text: say(`pause.${reason}`) });
  return words;
}

/** A time of today, else a day: "14:30返回" would be read as today's. */
function wordReturn(back: number, now: number, zone: string): Words {
  const label = say('label.back');
  const day = dayOf(back, zone);
  if (day === dayOf(now, zone)) {
    const time = clockOf(back, zone);
    return { text: say('pause.back', { time }), figure: { label, value: time } };
  }
  const [, month = 0, date = 0] = day.split('-').map(Number);
  const value = say('pause.day', { month, day: date });
  return { text: say('pause.back-on', { day: value }), short: value, figure: { label, value } };
}

/** What the window does, in one line; empty if nothing was written. */
export const wordBusiness = ({ business }: Shown): string => business.join(say('business.join'));
