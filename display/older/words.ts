import { give } from './give.ts';

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function* matches(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  if (!pattern.flags.includes('g')) throw new TypeError('matchAll wants a global pattern');
  const own = new RegExp(pattern.source, pattern.flags);
  own.lastIndex = pattern.lastIndex;
  for (let found = own.exec(text); found; found = own.exec(text)) {
    if (found[0] === '')
      own.lastIndex += own.unicode && (text.codePointAt(own.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    yield found;
  }
}

/** What texts and objects of browsers since Chrome 66 have learnt. */
export function giveWords(text: object = String.prototype, things: object = Object): void {
  give(text, 'at', function (this: string, at: number) {
    const whole = Math.trunc(at) || 0;
    return this[whole < 0 ? this.length + whole : whole];
  });
  give(text, 'replaceAll', function (this: string, wanted: string | RegExp, by: string) {
    return this.replace(typeof wanted === 'string' ? new RegExp(literal(wanted), 'g') : wanted, by);
  });
  give(text, 'matchAll', function (this: string, pattern: RegExp) {
    return matches(String(this), pattern);
  });
  give(text, 'trimStart', function (this: string) {
    return this.replace(/^\s+/, '');
  });
  give(text, 'trimEnd', function (this: string) {
    return this.replace(/\s+$/, '');
  });
  give(things, 'fromEntries', (entries: Iterable<[string, unknown]>) => {
    const made: Record<string, unknown> = {};
    for (const [name, value] of entries) made[name] = value;
    return made;
  });
  give(things, 'hasOwn', (thing: object, name: PropertyKey) =>
    Object.prototype.hasOwnProperty.call(thing, name),
  );
}
