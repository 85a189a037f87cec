import { give } from './give.ts';

type Settled = { status: 'fulfilled'; value: unknown } | { status: 'rejected'; reason: unknown };

/** Plain values, lists, maps, sets and dates: what the page copies. Throws on functions, as the built-in does. */
function copied(value: unknown, seen = new Map<unknown, unknown>()): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError('cannot be cloned');
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const keep = <T>(made: T): T => {
    seen.set(value, made);
    return made;
  };
  if (value instanceof Date) return keep(new Date(value.getTime()));
  if (value instanceof Map) {
    const made = keep(new Map<unknown, unknown>());
    for (const [key, one] of value) made.set(copied(key, seen), copied(one, seen));
    return made;
  }
  if (value instanceof Set) {
    const made = keep(new Set<unknown>());
    for (const one of value) made.add(copied(one, seen));
    return made;
  }
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof Blob) return value;
  const made = keep(Array.isArray(value) ? [] : {}) as Record<string, unknown>;
  for (const [name, one] of Object.entries(value)) made[name] = copied(one, seen);
  return made;
}

const settle = (one: unknown): Promise<Settled> =>
  Promise.resolve(one).then(
    (value) => ({ status: 'fulfilled', value }),
    (reason: unknown) => ({ status: 'rejected', reason }),
  );

function read(blob: Blob, how: 'readAsArrayBuffer' | 'readAsText'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader[how](blob);
  });
}

/** What pages of browsers since Chrome 66 have learnt. */
export function giveBrowser(scope: Window = window): void {
  give(scope, 'queueMicrotask', (job: () => void) => {
    // What a job throws is an error of the page, not a promise that nobody waits for.
    void Promise.resolve()
      .then(job)
      .catch((error: unknown) =>
        setTimeout(() => {
          throw error;
        }),
      );
  });
  give(scope, 'structuredClone', (value: unknown) => copied(value));
  give(Promise, 'allSettled', (all: Iterable<unknown>) => Promise.all(Array.from(all, settle)));
  give(Promise, 'any', (all: Iterable<unknown>) => {
    // One that is fulfilled is what `all` stumbles over.
    const turned = Array.from(all, (one) =>
      Promise.resolve(one).then(
        (value) => Promise.reject({ value }),
        (reason: unknown) => reason,
      ),
    );
    return Promise.all(turned).then(
      (errors) => Promise.reject(Object.assign(new Error('All promises were rejected'), { errors })),
      ({ value }: { value: unknown }) => value,
    );
  });
  for (const owner of [Element, Document, DocumentFragment])
    give(owner.prototype, 'replaceChildren', function (this: Element, ...nodes: (Node | string)[]) {
      while (this.lastChild) this.removeChild(this.lastChild);
      this.append(...nodes);
    });
  give(Element.prototype, 'toggleAttribute', function (this: Element, name: string, on?: boolean) {
    const wanted = on ?? !this.hasAttribute(name);
    if (wanted) this.setAttribute(name, '');
    else this.removeAttribute(name);
    return wanted;
  });
  give(Element.prototype, 'getAnimations', () => []);
  give(Blob.prototype, 'arrayBuffer', function (this: Blob) {
    return read(this, 'readAsArrayBuffer');
  });
  give(Blob.prototype, 'text', function (this: Blob) {
    return read(this, 'readAsText');
  });
}
