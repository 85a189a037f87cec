import { say } from '../content/messages/display.ts';
import type { NoticeBlock } from '../content/model/notice.ts';
import type { Kept } from '../content/model/record.ts';
import type { Records } from '../content/records.ts';
import { daysBetween, wordDate } from './dates.ts';
import { readingLoad } from './paging.ts';
import type { Item } from './player.svelte.ts';

/** What stands on the right-hand side of the board for a while. */
export interface Panel extends Item {
  kind: string;
  title: string;
  /** Kind, id and revision of its record; windows have none. */
  made?: string;
  /** Dates under the title; empty if there are none. */
  dates: string;
  paragraphs: string[];
  /** The slogan wants a light ground: blue on black is 2.4 : 1. */
  light: boolean;
  /** Lines that stand for themselves, without an indent. */
  list: boolean;
  /** Parts of a notice: headings, lists, tables. Absent: paragraphs alone. */
  blocks?: readonly NoticeBlock[];
  /** Said beside its kind; nothing blinks. */
  urgent?: boolean;
}

/** A 公示 says its period and what is left of it; any other notice when it was posted. */
export function panelOfNotice({ id, rev, body }: Kept<'notice'>, now: number, zone: string): Panel {
  const { title, text, category, from, until } = body;
  // `until` is the first moment without the notice: one that ends at midnight was last up the day before.
  const last = until - 1;
  const days = daysBetween(now, last, zone);
  const left = days === 0 ? say('notice.ends-today') : say('notice.left', { days });
  const words = { from: wordDate(from, zone), last: wordDate(last, zone) };
  const isPublicity = title.includes('公示');
  const paragraphs = text.split(/\n+/).flatMap((line) => line.trim() || []);
  return {
    key: `${id} ${rev}`,
    made: `notice ${id} ${rev}`,
    load: readingLoad(title + text),
    kind: say(`category.${category}`),
    title,
    dates: isPublicity ? `${say('notice.period', words)} · ${left}` : say('notice.posted', words),
    paragraphs,
    light: false,
    list: false,
    ...(body.blocks ? { blocks: body.blocks } : {}),
    ...(body.urgent ? { urgent: true } : {}),
  };
}

export function panelOfPledge({ id, rev, body }: Kept<'pledge'>): Panel {
  const { title, lines, role } = body;
  const kind = say(`pledge.${role}`);
  return {
    key: `${id} ${rev}`,
    made: `pledge ${id} ${rev}`,
    load: readingLoad(title + lines.join('')),
    kind: kind === title ? say('pledge.public') : kind,
    title,
    dates: '',
    paragraphs: lines,
    light: role === 'slogan',
    list: true,
  };
}

/** Which window does what, in the order of their numbers; null for a hall without windows. */
export function panelOfWindows(records: Records): Panel | null {
  const windows = [...records.all('window')].sort((one, other) => one.body.number - other.body.number);
  if (windows.length === 0) return null;
  const paragraphs = windows.map(
    ({ body: { number, name } }) => `${say('window.named', { number })}\u3000${name}`,
  );
  return {
    // Calls change a window's record all day; only its number and name change what stands here.
    key: `windows ${paragraphs.join()}`,
    load: readingLoad(paragraphs.join('')),
    kind: say('windows.kind'),
    title: say('windows.title'),
    dates: '',
    paragraphs,
    light: false,
    list: true,
  };
}
