import type { Called, Sentence } from './sentence.ts';

const numbers = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  ...['ten', 'eleven', 'twelve'],
] as const;
const HEAD = 'ticket';
const TAIL = 'please go to counter';

/** Clips of the second language, in a pack of their own. Letters are those of the first: halls say them so. */
export const ENGLISH: readonly string[] = [HEAD, TAIL, ...numbers];

/** A call in English (V17): digits one by one; a counter up to twelve as a number, above digit by digit. */
export function englishOf({ number, windowNumber }: Called): Sentence {
  const counter = numbers[windowNumber] ?? digitsOf(String(windowNumber)).join(' ');
  const ticket = digitsOf(number);
  return {
    text: `Ticket ${ticket.join(' ')}, please go to counter ${counter}.`,
    clips: [HEAD, ...ticket, '，', TAIL, ...counter.split(' ')],
  };
}

const digitsOf = (text: string): string[] =>
  [...text].map((sign) => (/\d/.test(sign) ? numbers[Number(sign)]! : sign));
