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
 * The services that a word leads to: the letter of the numbers, signs of the name, first letters of its sound
 * (`shbz` for 社会保障) or the whole sound. Short names count. What begins with the word comes before what has
 * it somewhere.
 */
export function findServices<S extends { name: string; short: string; prefix: string }>(
  services: readonly S[],
  word: string,
): S[] {
  const rank = ({ name, short, prefix }: S): number => {
    if (prefix === word.toUpperCase()) return 0;
    const places = [name, short].map((text) => pinyin.match(text, word)).filter((place) => place !== false);
    if (places.length === 0) return 3;
    return places.some(([from]) => from === 0) ? 1 : 2;
  };
  return services
    .map((service) => ({ service, rank: rank(service) }))
    .filter((one) => one.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ service }) => service);
}
