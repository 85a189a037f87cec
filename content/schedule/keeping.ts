import { checkHours } from '../calendar.ts';
import type { Care } from '../model/care.ts';
import type { CommandInput } from '../model/command.ts';
import type { Playlist, PlaylistItem, Schedule, When } from '../model/playlist.ts';
import { personOf } from '../people/person.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { Refusal, RuleOf } from '../rule.ts';
import { missingIn } from './needs.ts';

/** Saves a playlist (L1). Refuses `record.missing`, `record.changed`, `playlist.item-twice`, `playlist.scene`, `schedule.hours`, `schedule.moments`. */
export const savePlaylist: RuleOf<CommandInput<'playlist:save'>, { id: string }> = (
  records,
  { id: seen, rev, ...playlist },
  world,
) => {
  const stale = checkSeen(records, 'playlist', { id: seen, rev });
  if (stale) return stale;
  const before = seen === undefined ? undefined : records.get('playlist', seen);
  const wrong = checkItems(records, playlist, before);
  if (wrong) return wrong;
  const id = seen ?? world.newId();
  return {
    changes: sameBody(before, playlist) ? [] : [{ kind: 'playlist', id, body: playlist }],
    result: { id },
  };
};

/** Removes a playlist that nothing plays (L2). Refuses `record.missing`, `playlist.used`, `playlist.zone`. */
export const removePlaylist: RuleOf<CommandInput<'playlist:remove'>, { id: string }> = (records, { id }) => {
  if (!records.get('playlist', id)) return refuse('record.missing');
  for (const { body } of records.all('schedule'))
    if (body.playlist === id) return refuse('playlist.used', { name: body.name });
  for (const { body } of records.all('screen'))
    if (zonesOf(body.scene).includes(id)) return refuse('playlist.zone', { name: body.name });
  return { changes: [{ kind: 'playlist', id, body: null }], result: { id } };
};

/** Saves an entry of the schedule (L3). Refuses `record.missing`, `record.changed`, `playlist.missing`, `schedule.*`. */
export const saveSchedule: RuleOf<CommandInput<'schedule:save'>, { id: string }> = (
  records,
  { id: seen, rev, ...entry },
  world,
) => {
  const stale = checkSeen(records, 'schedule', { id: seen, rev });
  if (stale) return stale;
  if (!records.get('playlist', entry.playlist)) return refuse('playlist.missing');
  if (entry.to.is === 'screen' && !records.get('screen', entry.to.screen)) return refuse('schedule.screen');
  if (entry.from !== undefined && entry.until !== undefined && entry.until < entry.from)
    return refuse('schedule.days');
  const hours = checkWhen(entry);
  if (hours) return hours;
  const before = seen === undefined ? undefined : records.get('schedule', seen);
  const id = seen ?? world.newId();
  const body: Schedule = {
    ...entry,
    by: before?.by ?? personOf(records, world.by),
    at: before?.at ?? world.now,
  };
  return { changes: sameBody(before, body) ? [] : [{ kind: 'schedule', id, body }], result: { id } };
};

/** Removes an entry of the schedule. Refuses `record.missing`. */
export const removeSchedule: RuleOf<CommandInput<'schedule:remove'>, { id: string }> = (records, { id }) =>
  records.get('schedule', id)
    ? { changes: [{ kind: 'schedule', id, body: null }], result: { id } }
    : refuse('record.missing');

/** Says how one screen, or every screen of the hall, is cared for (L20). Refuses `record.missing`, `record.changed`, `setup.missing`, `schedule.hours`. */
export const saveCare: RuleOf<CommandInput<'care:save'>, { id: string }> = (
  records,
  { screen: id, rev, care },
) => {
  const wrong = checkCare(care);
  if (wrong) return wrong;
  const asked = Object.keys(care).length > 0;
  if (id === undefined) {
    const hall = records.get('hall', 'hall');
    if (!hall) return refuse('setup.missing');
    const stale = checkSeen(records, 'hall', { id: 'hall', rev });
    if (stale) return stale;
    const body = asked ? { ...hall, care } : withoutCare(hall);
    return {
      changes: sameBody(hall, body) ? [] : [{ kind: 'hall', id: 'hall', body }],
      result: { id: 'hall' },
    };
  }
  const stale = checkSeen(records, 'screen', { id, rev });
  if (stale) return stale;
  const screen = records.get('screen', id);
  if (!screen) return refuse('record.missing');
  const body = asked ? { ...screen, care } : withoutCare(screen);
  return { changes: sameBody(screen, body) ? [] : [{ kind: 'screen', id, body }], result: { id } };
};

const withoutCare = <B extends { care?: Care }>({ care: _, ...rest }: B): Omit<B, 'care'> => rest;

/** Playlists that the zones of a scene play. */
export function zonesOf(scene: { is: string }): string[] {
  const { zones } = scene as { zones?: { play: { playlist?: string } }[] };
  return (zones ?? []).flatMap(({ play }) => (play.playlist === undefined ? [] : [play.playlist]));
}

function checkItems(
  records: Records,
  { items }: Playlist,
  before: Playlist | undefined,
): Refusal | undefined {
  if (new Set(items.map(({ id }) => id)).size < items.length) return refuse('playlist.item-twice');
  for (const [at, item] of items.entries()) {
    const wrong = checkItem(records, item, at + 1, before);
    if (wrong) return wrong;
  }
  return undefined;
}

function checkItem(
  records: Records,
  item: PlaylistItem,
  place: number,
  before: Playlist | undefined,
): Refusal | undefined {
  // What stood there before may stay: a list with one dead item can still be mended elsewhere.
  const kept = before?.items.some((old) => old.id === item.id && sameBody(old.scene, item.scene));
  const missing = kept ? null : missingIn(records, item.scene);
  if (missing) return refuse(missing === 'unchecked' ? 'playlist.unchecked' : 'playlist.scene', { place });
  if (item.from !== undefined && item.until !== undefined && item.until <= item.from)
    return refuse('schedule.moments', { place });
  return checkWhen(item);
}

function checkWhen({ hours }: When): Refusal | undefined {
  return hours && checkHours({ spans: hours }) ? refuse('schedule.hours') : undefined;
}

function checkCare({ dim, on }: Care): Refusal | undefined {
  const spans = [dim?.spans, on?.is === 'hours' ? on.spans : undefined];
  return spans.some((its) => its && checkHours({ spans: its })) ? refuse('schedule.hours') : undefined;
}
