import type { Interrupt, InterruptKind, InterruptTo } from '../model/interrupt.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';

/** What `reaches` needs of a screen. */
interface Grouped {
  groups?: string[];
}

/** Whether this one is an alarm, which only a person ends (Z5). */
export function isEmergency(kind: InterruptKind): boolean {
  return kind === 'fire' || kind === 'quake' || kind === 'lockdown';
}

/** Whether an interrupt to `to` is for this screen (Z2). */
export function reaches(to: InterruptTo, id: string, { groups }: Grouped): boolean {
  switch (to.is) {
    case 'all':
      return true;
    case 'group':
      return groups?.includes(to.group) ?? false;
    case 'screens':
      return to.screens.includes(id);
  }
}

/** Z3: an alarm before black, black before words, words before a drill, a drill before the slogan. */
export function rankOf({ is, drill }: Pick<Interrupt, 'is' | 'drill'>): number {
  if (drill) return 1;
  if (isEmergency(is)) return 4;
  return is === 'black' ? 3 : is === 'urgent' ? 2 : 0;
}

export interface InterruptShown {
  /** What is on the screen instead of its scene; null if nothing is. */
  interrupt: Kept<'interrupt'> | null;
  /** The moment when this answer next changes by time alone; null if it does not. */
  until: number | null;
}

/**
 * Which interrupt a screen shows at `now` (Z3): the highest rank, within it the newest. Screens work it out
 * themselves from what they hold, so that it goes on without the hub (Z8). `stopped` are those that somebody
 * stopped at this glass and that the hub may not know of yet.
 */
export function interruptOn(
  records: Records,
  screen: string,
  now: number,
  stopped: readonly string[] = [],
): InterruptShown {
  const self = records.get('screen', screen);
  if (!self) return { interrupt: null, until: null };
  let shown: Kept<'interrupt'> | null = null;
  let until: number | null = null;
  for (const one of records.all('interrupt')) {
    if (!isOn(one.body, now) || !reaches(one.body.to, screen, self)) continue;
    if (stopped.includes(one.id) || one.body.stopped?.some((stop) => stop.screen === screen)) continue;
    const end = one.body.until ?? null;
    if (end !== null && (until === null || end < until)) until = end;
    if (!shown || beats(one, shown)) shown = one;
  }
  return { interrupt: shown, until };
}

/** Those that are on at `now`, the one that wins first. */
export function interruptsOn(records: Records, now: number): Kept<'interrupt'>[] {
  const on = [...records.all('interrupt')].filter(({ body }) => isOn(body, now));
  return on.sort((one, other) => (beats(one, other) ? -1 : 1));
}

function isOn({ state, until }: Interrupt, now: number): boolean {
  return state === 'on' && (until === undefined || until > now);
}

function beats(one: Kept<'interrupt'>, other: Kept<'interrupt'>): boolean {
  const higher = rankOf(one.body) - rankOf(other.body);
  if (higher !== 0) return higher > 0;
  const later = startOf(one.body) - startOf(other.body);
  return later !== 0 ? later > 0 : one.id > other.id;
}

/** When it came on the screens. */
export function startOf({ at, confirmed }: Pick<Interrupt, 'at' | 'confirmed'>): number {
  return confirmed?.at ?? at;
}
