/** What browsers have learnt since Chrome 66, by its place in the page. */
export const newer: readonly string[] = [
  ...[
    'at',
    'flat',
    'flatMap',
    'findLast',
    'findLastIndex',
    'toSorted',
    'toReversed',
    'toSpliced',
    'with',
  ].map((name) => `Array.prototype.${name}`),
  'Array.fromAsync',
  ...['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with'].map(
    (name) => `Uint8Array.prototype.__proto__.${name}`,
  ),
  ...['at', 'replaceAll', 'matchAll', 'trimStart', 'trimEnd', 'isWellFormed', 'toWellFormed'].map(
    (name) => `String.prototype.${name}`,
  ),
  ...['fromEntries', 'hasOwn', 'groupBy'].map((name) => `Object.${name}`),
  'Map.groupBy',
  ...['allSettled', 'any', 'withResolvers', 'try'].map((name) => `Promise.${name}`),
  ...['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf'].map(
    (name) => `Set.prototype.${name}`,
  ),
  'Symbol.prototype.description',
  ...['Segmenter', 'ListFormat', 'RelativeTimeFormat', 'DisplayNames', 'Locale'].map(
    (name) => `Intl.${name}`,
  ),
  ...['replaceChildren', 'toggleAttribute', 'getAnimations', 'checkVisibility'].map(
    (name) => `Element.prototype.${name}`,
  ),
  ...['replaceChildren', 'getAnimations', 'startViewTransition'].map((name) => `Document.prototype.${name}`),
  'DocumentFragment.prototype.replaceChildren',
  ...['commitStyles', 'persist', 'finished', 'replaceState'].map((name) => `Animation.prototype.${name}`),
  'HTMLElement.prototype.inert',
  ...['arrayBuffer', 'text', 'stream'].map((name) => `Blob.prototype.${name}`),
  ...['timeout', 'any', 'abort'].map((name) => `AbortSignal.${name}`),
  'AbortSignal.prototype.throwIfAborted',
  'AbortSignal.prototype.reason',
  'Crypto.prototype.randomUUID',
  'Crypto.prototype.subtle',
  ...['locks', 'wakeLock', 'userAgentData'].map((name) => `Navigator.prototype.${name}`),
  'CSS.registerProperty',
  'ResizeObserverEntry.prototype.contentBoxSize',
  ...['queueMicrotask', 'structuredClone', 'globalThis', 'WeakRef', 'FinalizationRegistry', 'Iterator'],
  ...['OffscreenCanvas', 'CompressionStream', 'BigInt', 'scheduler', 'reportError', 'caches'],
];

/**
 * Makes a page what it is in Chrome 66, as far as scripts see it. Runs in the page, before its own scripts: it takes
 * nothing from this module.
 */
export function forget(names: readonly string[]): void {
  const w = window as unknown as Record<string, unknown>;
  const forgotten: string[] = [];
  for (const name of names) {
    const path = name.split('.');
    const last = path.pop()!;
    let owner: unknown = w;
    for (const part of path) owner = (owner as Record<string, unknown> | undefined)?.[part];
    if (owner === undefined || owner === null || !(last in (owner as object))) continue;
    for (let at = owner as object | null; at; at = Object.getPrototypeOf(at) as object | null)
      if (Object.prototype.hasOwnProperty.call(at, last)) {
        delete (at as Record<string, unknown>)[last];
        break;
      }
    if (!(last in (owner as object))) forgotten.push(name);
  }
  // Lists of more than ten were sorted so that equal ones changed places.
  const sort = Array.prototype.sort;
  Array.prototype.sort = function <T>(this: T[], order?: (one: T, other: T) => number): T[] {
    if (this.length > 10) this.reverse();
    return sort.call(this, order as never) as T[];
  };
  // These options of dates were passed over.
  const Format = Intl.DateTimeFormat;
  const Older = function (zones: string, options: Intl.DateTimeFormatOptions = {}) {
    const known = { ...options };
    for (const name of ['hourCycle', 'dateStyle', 'timeStyle'] as const) delete known[name];
    return new Format(zones, known);
  };
  Object.assign(Intl, { DateTimeFormat: Older });
  Object.assign(w, { forgotten });
}
