import pinyin from 'pinyin-match';

/** What somebody typed at the desk: nothing, a number to look up, or a service to find. */
export type Sought =
  { is: 'nothing' } | { is: 'number'; letter: string; serial: number } | { is: 'service'; word: string };

/** `12` and `A012` are numbers, also in full width; anything else is a service's name or its sound. */
export function readSought(typed: string): Sought {
  const word = typed.normalize('NFKC').trim();
  if (word === '') return { is: 'nothing' };
  const number = /^([A-Za-z]?)(\d{1,5})$/.exec(word);
  if (!number) return { is: 'service', word };
  return { is: 'number', letter: (number[1] ?? '').toUpperCase(), serial: Number(number[2]) };
}

/** Whether a ticket's number `A012` is the one that was typed; without a letter, that of any service. */
export function isNumber(number: string, { letter, serial }: { letter: string; serial: number }): boolean {
  return (letter === '' || number.startsWith(letter)) && Number(number.slice(1)) === serial;
}

/**
 * The services that a word leads to: signs of the name, first letters of its sound (`shbz` for 社会保障) or the
 * whole sound. Short names count, and the letter of the numbers counts first.
 */
export function findServices<S extends { name: string; short: string; prefix: string }>(
  services: readonly S[],
  word: string,
): S[] {
  const fits = ({ name, short }: S): boolean =>
    pinyin.match(name, word) !== false || pinyin.match(short, word) !== false;
  const isLetter = ({ prefix }: S): boolean => prefix === word.toUpperCase();
  return [...services.filter(isLetter), ...services.filter((one) => !isLetter(one) && fits(one))];
}
