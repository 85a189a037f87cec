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
