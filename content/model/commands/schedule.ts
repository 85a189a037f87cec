import Type from 'typebox';
import { Id, Strict } from '../base.ts';
import { Care } from '../care.ts';
import { Playlist, Schedule } from '../playlist.ts';
import { command, MaybeId, One, Seen } from './command.ts';

/** What screens play and when, and how they are cared for: content/schedule/schedule.md. */
export const schedule = {
  'playlist:save': command(Type.Object({ ...MaybeId, ...Seen, ...Playlist.properties }, Strict), [
    'editor',
    'admin',
  ]),
  'playlist:remove': command(One, ['editor', 'admin']),
  'schedule:save': command(
    Type.Object({ ...MaybeId, ...Seen, ...Type.Omit(Schedule, ['by', 'at']).properties }, Strict),
    ['editor', 'admin'],
  ),
  'schedule:remove': command(One, ['editor', 'admin']),
  /** `screen` absent: what the hall says for all of them. The whole of it is replaced. */
  'care:save': command(Type.Object({ screen: Type.Optional(Id), ...Seen, care: Care }, Strict), ['admin']),
} as const;
