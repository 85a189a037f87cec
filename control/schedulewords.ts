import { clockOf, dayOf, wordSpans, wordWeekdays } from '../content/calendar.ts';
import type { ScreenTarget, When } from '../content/model/playlist.ts';
import type { Records } from '../content/records.ts';
import type { Entry, Showing } from '../content/schedule/showing.ts';
import { language, say } from './words.ts';

/** Which screens an entry is for. */
export function wordTarget(to: ScreenTarget, records: Records): string {
  switch (to.is) {
    case 'all':
      return say('schedule.to.all');
    case 'group':
      return say('schedule.to.group', { name: to.group });
    case 'screen':
      return records.get('screen', to.screen)?.name ?? say('schedule.to.gone');
  }
}

/** A target as the value of a select, and back. */
export function keyOfTarget(target: ScreenTarget): string {
  if (target.is === 'all') return 'all';
  return target.is === 'group' ? `group ${target.group}` : `screen ${target.screen}`;
}

export function targetOfKey(key: string): ScreenTarget {
  const rest = key.slice(key.indexOf(' ') + 1);
  if (key === 'all') return { is: 'all' };
  return key.startsWith('group ') ? { is: 'group', group: rest } : { is: 'screen', screen: rest };
}

/** When an entry holds: `周一至周五 9:00–12:00 只在工作日`. */
export function wordWhen(entry: When & Pick<Entry, 'from' | 'until'>): string {
  const { from, until, weekdays, hours, only } = entry;
  const words: string[] = [];
  if (from !== undefined && until !== undefined) words.push(say('schedule.days', { from, until }));
  else if (from !== undefined) words.push(say('schedule.open-from', { from }));
  else if (until !== undefined) words.push(say('schedule.open-until', { until }));
  if (weekdays) words.push(wordWeekdays(weekdays, language));
  if (only) words.push(say(`when.${only}`));
  if (!weekdays && !only) words.push(say('when.any'));
  words.push(...(hours ? wordSpans(hours) : [say('when.all-day')]));
  return words.join(' ');
}

/** What a screen shows, and why: one line for each reason. */
export function wordShowing(shown: Showing, records: Records, zone: string): string[] {
  const until = `${dayOf(shown.until, zone)} ${clockOf(shown.until, zone)}`;
  const nameOf = (id: string): string => records.get('schedule', id)?.name ?? id;
  if (shown.is === 'own') return [say('schedule.says.own', { scene: say(`scene.${shown.scene.is}`) })];
  const empty = shown.empty.map((id) => say('schedule.why.empty', { name: nameOf(id) }));
  if (shown.is === 'safe')
    return [say('schedule.says.safe', { until }), ...(empty.length > 0 ? empty : [say('schedule.why.none')])];
  const priority = records.get('schedule', shown.entry)?.priority ?? 0;
  return [
    say('schedule.says.list', { list: records.get('playlist', shown.playlist)?.name ?? '', until }),
    say('schedule.why.entry', { name: nameOf(shown.entry), priority }),
    ...shown.beaten.map(({ entry, by }) => say(`schedule.why.${by}`, { name: nameOf(entry) })),
    ...empty,
  ];
}
