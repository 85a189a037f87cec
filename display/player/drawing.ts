import { drawn } from './drawn.ts';

/** The elements of slots, and what their scenes say while they are drawn. */
export class Drawing {
  #elements = new Map<number, HTMLElement>();
  #troubles = new Map<number, (words: string) => void>();

  /** Knows the element of a slot for as long as it is there; an action of Svelte. */
  readonly place = (element: HTMLElement, key: number): { destroy: () => void } => {
    this.#elements.set(key, element);
    return { destroy: () => this.#elements.delete(key) };
  };

  /** Resolves once the slot is drawn whole; rejects if it cannot be, or its scene says what does not work. */
  async finish(key: number, gone: AbortSignal): Promise<void> {
    const trouble = new Promise<never>((_, reject) =>
      this.#troubles.set(key, (words) => reject(new Error(words))),
    );
    try {
      // The slot was put into the page's state just now; its element comes with the next turn.
      await new Promise<void>((resolve) => setTimeout(resolve));
      const element = this.#elements.get(key);
      if (!element) throw new Error('not drawn');
      await Promise.race([drawn(element, gone), trouble]);
    } finally {
      this.#troubles.delete(key);
    }
  }

  /** Takes the words of a scene that is being drawn; false if it is on the glass. */
  troubled(key: number, words: string): boolean {
    const tell = this.#troubles.get(key);
    tell?.(words);
    return tell !== undefined;
  }
}
