import { hallOpening } from '../premises/calendar.ts';
import type { CommandInput } from '../model/command.ts';
import type { Silence } from '../model/silence.ts';
import type { Records } from '../records.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';

/** A screen that is loaded anew, or a switch that restarts, is back before this. */
export const SILENT_MS = 60_000;

/** When somebody last heard of a screen, or since when nobody has. */
export interface Heard {
  connected: boolean;
  heardAt: number | null;
}

/** Notes that a screen fell silent, or is back (Z17). What is noted already changes nothing. Refuses `record.missing`. */
export const noteSilence: RuleOf<CommandInput<'screen:silence'>, { id: string }> = (
  records,
  { id, since, back },
) => {
  if (!records.get('screen', id)) return refuse('record.missing');
  const before = records.get('silence', id);
  const silent = before !== undefined && before.back === null;
  if (silent === (back === null)) return { changes: [], result: { id } };
  const body: Silence = { since: back === null ? since : (before?.since ?? since), back };
  return { changes: [{ kind: 'silence', id, body }], result: { id } };
};

/**
 * What is to be noted at `now`: screens that somebody paired, that were heard of before, and that have been silent for a
 * minute while the hall is open; and those that are back, at any hour.
 */
export function silenceToNote(
  records: Records,
  now: number,
  heardOf: (screen: string) => Heard | undefined,
): CommandInput<'screen:silence'>[] {
  const open = hallOpening(records, now)?.open !== false;
  return [...records.all('screen')].flatMap(({ id }): CommandInput<'screen:silence'>[] => {
    const { connected = false, heardAt = null } = heardOf(id) ?? {};
    const before = records.get('silence', id);
    const silent = before !== undefined && before.back === null;
    if (connected) return silent ? [{ id, since: before.since, back: now }] : [];
    if (silent || !open || heardAt === null || now - heardAt < SILENT_MS) return [];
    return [{ id, since: heardAt, back: null }];
  });
}

export type SilenceAlert = {
  /** A screen has been silent since it was last heard of. */
  is: 'screen-silent';
  screen: { id: string; name: string };
  since: number;
};

/** Screens that are silent now (Z17). */
export function silences(records: Records): SilenceAlert[] {
  return [...records.all('silence')].flatMap(({ id, body }): SilenceAlert[] => {
    const name = records.get('screen', id)?.name;
    if (name === undefined || body.back !== null) return [];
    return [{ is: 'screen-silent', screen: { id, name }, since: body.since }];
  });
}
