import type { Records } from '../../content/records.ts';

export interface Stop {
  id: string;
  /** Hub time as this page knew it. */
  at: number;
}

const NAME = 'mingting.display.stopped';
const KEPT = 50;

/** What somebody stopped at this glass: kept over a restart, told to the hub until it has noted it (Z9). */
export class Stops {
  list = $state.raw<readonly Stop[]>(read());
  readonly ids = $derived(this.list.map(({ id }) => id));

  add(stop: Stop): void {
    if (this.ids.includes(stop.id)) return;
    this.list = [...this.list, stop].slice(-KEPT);
    write(this.list);
  }

  /** What the hub has not noted yet; what it has forgotten altogether is forgotten here too. */
  untold(records: Records, screen: string): Stop[] {
    return this.list.filter(({ id }) => {
      const body = records.get('interrupt', id);
      return body !== undefined && !body.stopped?.some((one) => one.screen === screen);
    });
  }
}

/** Storage throws where the browser forbids it: the stop then holds until the page is loaded again. */
function read(): Stop[] {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as Stop[]).filter(({ id }) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

function write(list: readonly Stop[]): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(list));
  } catch {
    // As above.
  }
}
