import type { Reply } from '../content/protocol.ts';
import type { Panel } from './panel.svelte.ts';
import { Save } from './save.svelte.ts';
import { say } from './words.ts';

/** Taking one record of a list away: asked first, told after, and taken back where there is a way. */
export class Removing<T> {
  readonly save = new Save();
  /** What somebody is asked about. */
  of = $state.raw<T | null>(null);
  readonly #told: string;

  /** `told` is said once it is gone. */
  constructor(told = say('table.removed')) {
    this.#told = told;
  }

  ask(of: T): void {
    this.save.failure = null;
    this.of = of;
  }

  close(): void {
    this.of = null;
  }

  /** Removes it and tells so; `back` brings it back. */
  async run(
    panel: Pick<Panel, 'tell'>,
    send: (of: T) => Promise<Reply<unknown>>,
    back?: (of: T) => unknown,
  ): Promise<void> {
    const { of } = this;
    if (of === null || !(await this.save.run(() => send(of)))) return;
    this.of = null;
    const undo = back && { undo: { label: say('table.undo'), run: () => void back(of) } };
    panel.tell({ text: this.#told, ...undo });
  }
}
