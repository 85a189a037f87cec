/** What somebody means to print later, kept in this browser: keys `KIND ID` of records. */
const KEY = 'mingting-print-later';

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    // A store that is full, forbidden or torn is the same as none.
    return [];
  }
}

export class PrintLater {
  keys = $state.raw<readonly string[]>(read());

  set(keys: readonly string[]): void {
    this.keys = keys.filter((key, at) => keys.indexOf(key) === at);
    try {
      localStorage.setItem(KEY, JSON.stringify(this.keys));
    } catch {
      // Without a store the list lasts as long as the page.
    }
  }
}
