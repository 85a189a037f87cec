import type { Care } from '../content/model/care.ts';
import type { Reply } from '../content/protocol.ts';
import type { Hub } from './hub.svelte.ts';

/** The draft of the care of the hall's screens, or of one of them. */
export class CareDraft {
  care = $state.raw<Care>({});
  #hub: Pick<Hub, 'records' | 'give'>;
  #screen: string | undefined;
  #begun: Care = {};
  #rev = 0;

  constructor(hub: Pick<Hub, 'records' | 'give'>, screen?: string) {
    this.#hub = hub;
    this.#screen = screen;
    this.begin();
  }

  /** Takes what is kept. */
  begin(): void {
    this.#begun = this.#kept();
    this.#rev = this.#now();
    this.care = this.#begun;
  }

  /**
   * Saves it. Everything else of the record may have been changed meanwhile: only another care makes the save out of
   * date (`record.changed`).
   */
  give(): Promise<Reply<unknown>> {
    const same = JSON.stringify(this.#kept()) === JSON.stringify(this.#begun);
    const screen = this.#screen;
    return this.#hub.give('care:save', {
      ...(screen === undefined ? {} : { screen }),
      rev: same ? this.#now() : this.#rev,
      care: this.care,
    });
  }

  #kept(): Care {
    const { records } = this.#hub;
    const body =
      this.#screen === undefined ? records.get('hall', 'hall') : records.get('screen', this.#screen);
    return body?.care ?? {};
  }

  #now(): number {
    const { records } = this.#hub;
    return this.#screen === undefined ? records.rev('hall', 'hall') : records.rev('screen', this.#screen);
  }
}
