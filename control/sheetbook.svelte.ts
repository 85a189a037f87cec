import { untrack } from 'svelte';
import type { Standard } from '../content/model/standard.ts';
import { hallOf } from '../content/premises/hall.ts';
import { sheetBook, sheetDeeds, type SheetDeeds, type SheetRow } from '../content/sheets/book.ts';
import { choicesOf, type Choice } from '../content/sheets/choices.ts';
import { mustHang, type MustHang } from '../content/sheets/musthang.ts';
import type { Session } from './panel.svelte.ts';

type Here = Pick<Session, 'hub' | 'clock' | 'panel'>;

/** Gathering every sheet anew takes some milliseconds: not with every call of a number. */
const PAUSE_MS = 700;
const MINUTE = 60_000;

/** The register of sheets and what can be printed, as the records give it, at most once in a while. */
export class SheetBook {
  readonly #here: Here;
  /** Undefined until the hub answered; null where it has none for this hall. */
  #standard = $state.raw<Standard | null | undefined>(undefined);
  #turn = $state(0);
  #waiting = false;

  constructor(here: Here) {
    this.#here = here;
    void this.#load();
  }

  async #load(): Promise<void> {
    const id = hallOf(this.#here.hub.records)?.body.standard;
    const reply = id === undefined ? null : await this.#here.panel.http?.standard(id);
    this.#standard = reply?.ok ? reply.value : null;
  }

  /** Called in an effect of whoever shows it: what is read here is looked at again after changes, with a pause between. */
  follow(): void {
    void this.#here.hub.records;
    void this.#minute;
    if (this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => {
      this.#waiting = false;
      this.#turn++;
    }, PAUSE_MS);
  }

  #minute = $derived.by(() => Math.floor(this.#here.clock.now / MINUTE));
  ready = $derived.by(() => this.#standard !== undefined);
  rows = $derived.by((): SheetRow[] =>
    this.#look((standard) => sheetBook(this.#here.hub.records, standard, this.#here.clock.now), []),
  );
  deeds = $derived.by((): SheetDeeds => {
    const { rows } = this;
    return untrack(() => sheetDeeds(this.#here.hub.records, rows));
  });
  choices = $derived.by((): Choice[] =>
    this.#look((standard) => choicesOf(this.#here.hub.records, standard), []),
  );

  /** What the hall's standard asks to hang, with how far each is. */
  musts = $derived.by((): MustHang[] =>
    this.#look((standard) => mustHang(this.#here.hub.records, standard), []),
  );

  #look<T>(look: (standard: Standard | undefined) => T, none: T): T {
    void this.#turn;
    const standard = this.#standard;
    return standard === undefined ? none : untrack(() => look(standard ?? undefined));
  }
}

const opened = new WeakMap<object, SheetBook>();

/** The register of a session, one for all its pages. */
export function sheetBookOf(here: Here): SheetBook {
  let book = opened.get(here.hub);
  if (!book) opened.set(here.hub, (book = new SheetBook(here)));
  return book;
}
