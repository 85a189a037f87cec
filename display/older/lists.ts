import { give } from './give.ts';

type List = ArrayLike<unknown>;
type Test = (value: unknown, index: number, list: List) => unknown;
type Order = (one: unknown, other: unknown) => number;

const place = (at: number, length: number): number => {
  const whole = Math.trunc(at) || 0;
  return whole < 0 ? length + whole : whole;
};

function lastWhere(list: List, fits: Test): number {
  for (let at = list.length - 1; at >= 0; at--) if (fits(list[at], at, list)) return at;
  return -1;
}

function flat(list: List, depth: number): unknown[] {
  const out: unknown[] = [];
  for (const one of Array.from(list))
    if (depth >= 1 && Array.isArray(one)) out.push(...flat(one, depth - 1));
    else out.push(one);
  return out;
}

const byText: Order = (one, other) => {
  const [a, b] = [String(one), String(other)];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Sorted by merging: equal ones keep their order, holes and `undefined` come last. */
function merged(list: readonly unknown[], order: Order): unknown[] {
  if (list.length < 2) return [...list];
  const half = list.length >> 1;
  const [left, right] = [merged(list.slice(0, half), order), merged(list.slice(half), order)];
  const out: unknown[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length)
    out.push(order(left[l], right[r]) <= 0 ? left[l++] : right[r++]);
  return [...out, ...left.slice(l), ...right.slice(r)];
}

function sorted(list: List, order: Order = byText): unknown[] {
  const all = Array.from(list);
  const there = all.filter((one) => one !== undefined);
  const none = new Array<unknown>(all.length - there.length).fill(undefined);
  return [...merged(there, order), ...none];
}

/** Before Chrome 70 equal entries of a list of more than ten changed places. */
export function sortsStably(sort: (this: unknown[], order: Order) => unknown[]): boolean {
  const list = Array.from({ length: 512 }, (_, at) => ({ at, key: at % 3 }));
  const done = sort.call(
    list.slice(),
    (one, other) => (one as { key: number }).key - (other as { key: number }).key,
  );
  return (done as typeof list).every(({ at, key }, i) => {
    const before = (done as typeof list)[i - 1];
    return !before || before.key < key || (before.key === key && before.at < at);
  });
}

/** What lists of browsers since Chrome 66 have learnt. */
export function giveLists(
  proto: object = Array.prototype,
  typed: object = Object.getPrototypeOf(Uint8Array.prototype) as object,
): void {
  for (const owner of [proto, typed]) {
    give(owner, 'at', function (this: List, at: number) {
      return this[place(at, this.length)];
    });
    give(owner, 'findLast', function (this: List, fits: Test) {
      return this[lastWhere(this, fits)];
    });
    give(owner, 'findLastIndex', function (this: List, fits: Test) {
      return lastWhere(this, fits);
    });
  }
  give(proto, 'flat', function (this: List, depth = 1) {
    return flat(this, depth);
  });
  give(proto, 'flatMap', function (this: List, make: Test) {
    return flat(
      Array.from(this, (one, at) => make(one, at, this)),
      1,
    );
  });
  give(proto, 'toReversed', function (this: List) {
    return Array.from(this).reverse();
  });
  give(proto, 'toSorted', function (this: List, order?: Order) {
    return sorted(this, order);
  });
  give(proto, 'toSpliced', function (this: List, ...words: [number, number, ...unknown[]]) {
    const copy = Array.from(this);
    copy.splice(...words);
    return copy;
  });
  give(proto, 'with', function (this: List, at: number, value: unknown) {
    const copy = Array.from(this);
    const index = place(at, copy.length);
    if (index < 0 || index >= copy.length) throw new RangeError('Invalid index');
    copy[index] = value;
    return copy;
  });
  if (proto === Array.prototype && !sortsStably(Array.prototype.sort as never))
    Object.defineProperty(proto, 'sort', {
      writable: true,
      configurable: true,
      value: function (this: unknown[], order?: Order) {
        for (const [at, value] of sorted(this, order).entries()) this[at] = value;
        return this;
      },
    });
}
