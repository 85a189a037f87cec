import { reaches } from '../content/interrupts/showing.ts';
import type { Interrupt, InterruptKind, InterruptTo } from '../content/model/interrupt.ts';
import type { Kept } from '../content/model/record.ts';
import type { ScreenPresence } from '../content/protocol.ts';
import type { Records } from '../content/records.ts';
import { say } from './words.ts';

/** In the order of their need. */
export const interruptKinds: readonly InterruptKind[] = [
  'fire',
  'quake',
  'lockdown',
  'urgent',
  'black',
  'slogan',
];

/** What an interrupt is called. */
export function wordInterrupt({ is, title }: Pick<Interrupt, 'is' | 'title'>): string {
  return title ?? say(`interrupt.${is}`);
}

/** Where it goes, in words. */
export function wordTo(to: InterruptTo): string {
  if (to.is === 'all') return say('interrupt.to.all');
  return to.is === 'group' ? to.group : say('interrupt.to.count', { count: to.screens.length });
}

/** Names of groups that screens have, in order. */
export function groupsOf(records: Records): string[] {
  const names = [...records.all('screen')].flatMap(({ body }) => body.groups ?? []);
  return [...new Set(names)].sort((one, other) => one.localeCompare(other, 'zh-CN'));
}

/** On how many of the screens that it is for it stands, by their own word. */
export function reachOf(
  records: Records,
  { id, body }: Kept<'interrupt'>,
  presences: ReadonlyMap<string, ScreenPresence>,
): { shown: number; total: number } {
  const meant = [...records.all('screen')].filter((one) => reaches(body.to, one.id, one.body));
  const shown = meant.filter((one) => {
    const presence = presences.get(one.id);
    return presence?.connected && presence.report?.interrupt === id;
  });
  return { shown: shown.length, total: meant.length };
}
