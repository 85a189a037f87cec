const PAUSE_MS = 2_000;

/** Loads a part of the page, again and again until it is there: the hub may go away in between. */
export async function insist<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/**
 * What `load` brings: a promise until it is there, then itself. Svelte's `{#await}` draws it at once then, and remembers
 * nothing of it: of each promise it keeps a signal for as long as the page lives (5.57, `untracked_writes`), which a screen
 * that changes scenes for months would feel.
 */
export function kept<T>(load: () => Promise<T>): () => T | Promise<T> {
  let loaded: T | Promise<T> | undefined;
  return () =>
    (loaded ??= insist(load).then((its) => {
      loaded = its;
      return its;
    }));
}
