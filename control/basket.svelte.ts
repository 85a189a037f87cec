import type { SheetInput } from '../content/api/printing.ts';
import type { SheetKind, SheetLayout, SheetOf } from '../content/model/sheet.ts';
import { fingerprint } from '../content/sheets/fingerprint.ts';
import { sheetKinds } from '../content/sheets/kinds.ts';
import type { Session } from './panel.svelte.ts';

/** A sheet that somebody means to print. */
export interface BasketLine {
  /** Stays while its layout changes. */
  key: number;
  input: SheetInput;
}

const KEY = 'mingting-print-basket';
/** What one batch may hold. */
export const MOST = 500;

/** The layout that a kind of sheet is usually printed in. */
export function usualLayout(kind: SheetKind): SheetLayout {
  return { size: sheetKinds[kind].sizes[0] };
}

/** What somebody means to print (S18), kept in this browser for each account. */
export class Basket {
  readonly #store: string;
  lines = $state.raw<readonly BasketLine[]>([]);

  constructor(account: string) {
    this.#store = `${KEY}-${account}`;
    this.lines = read(this.#store).map((input, key) => ({ key, input }));
  }

  /** Puts sheets in; one that lies there already in this layout for this place is not put in twice. Answers how many. */
  add(inputs: readonly SheetInput[]): number {
    const known = this.lines.map(({ input }) => fingerprint(input));
    const prints = inputs.map((input) => fingerprint(input));
    const fresh = inputs.filter(
      (_, index) => !known.includes(prints[index]!) && prints.indexOf(prints[index]!) === index,
    );
    const room = fresh.slice(0, MOST - this.lines.length);
    const next = Math.max(-1, ...this.lines.map(({ key }) => key)) + 1;
    this.#set([...this.lines, ...room.map((input, index) => ({ key: next + index, input }))]);
    return room.length;
  }

  change(key: number, input: SheetInput): void {
    this.#set(this.lines.map((line) => (line.key === key ? { key, input } : line)));
  }

  remove(key: number): void {
    this.#set(this.lines.filter((line) => line.key !== key));
  }

  removeOf(of: SheetOf): void {
    const print = fingerprint(of);
    this.#set(this.lines.filter(({ input }) => fingerprint(input.of) !== print));
  }

  /** All of the same kind get the layout of one; places stay. Answers how many changed. */
  layAlike({ of, place: _, ...layout }: SheetInput): number {
    const alike = this.lines.filter(({ input }) => input.of.is === of.is);
    this.#set(
      this.lines.map((line) => {
        if (line.input.of.is !== of.is) return line;
        const { place } = line.input;
        return { ...line, input: { of: line.input.of, ...layout, ...(place ? { place } : {}) } };
      }),
    );
    return alike.length;
  }

  /** Puts back what lay there before. */
  set(lines: readonly BasketLine[]): void {
    this.#set(lines);
  }

  #set(lines: readonly BasketLine[]): void {
    this.lines = lines;
    try {
      localStorage.setItem(this.#store, JSON.stringify(lines.map(({ input }) => input)));
    } catch {
      // Without a store the basket lasts as long as the page.
    }
  }
}

function read(store: string): SheetInput[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(store) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isInput) : [];
  } catch {
    // A store that is forbidden or torn is the same as none.
    return [];
  }
}

/** Whether what an older page stored is still a sheet that there is. */
function isInput(value: unknown): value is SheetInput {
  const input = value as Partial<SheetInput> | null;
  return typeof input?.size === 'string' && Object.hasOwn(sheetKinds, input.of?.is ?? '');
}

const opened = new WeakMap<object, Basket>();

/** The basket of who is signed in, one for all pages. */
export function basketOf(session: Pick<Session, 'hub' | 'me'>): Basket {
  let basket = opened.get(session.hub);
  if (!basket) opened.set(session.hub, (basket = new Basket(session.me.id)));
  return basket;
}
