import pinyin from 'pinyin-match';

interface Sought {
  name: string;
  short: string;
  business: readonly string[];
}

/** Those that the letters lead to (K12): first letters or the whole sound, of a name before what its windows do. */
export function search<S extends Sought>(services: readonly S[], letters: string): S[] {
  const fits = (text: string): boolean => pinyin.match(text, letters) !== false;
  const named = services.filter(({ name, short }) => fits(name) || fits(short));
  const done = services.filter((one) => !named.includes(one) && one.business.some(fits));
  return [...named, ...done];
}
