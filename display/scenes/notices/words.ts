import { zoneOf } from '../../../content/premises/hall.ts';
import { inDisplayOrder } from '../../../content/publishing/contacts.ts';
import { publicityStanding } from '../../../content/publishing/publicity.ts';
import { say } from '../../../content/messages/display.ts';
import type { Notice } from '../../../content/model/notice.ts';
import type { Records } from '../../../content/records.ts';
import { daysBetween, wordDate } from '../../dates.ts';
import { mediaUrl } from '../../media/urls.ts';
import type { NoticePicture } from './parts.ts';

/** One that nobody has measured. */
const USUAL_RATIO = 4 / 3;

/** A picture of the library for a notice; null where it is gone. */
export function pictureOf(records: Records, id: string): NoticePicture | null {
  const medium = records.get('medium', id);
  if (!medium || medium.removed) return null;
  const { upload, width, height } = medium;
  return { src: mediaUrl(upload), ratio: width && height ? width / height : USUAL_RATIO };
}

/** A 公示 says its period and the working days that are left of it (O10); any other notice when it was posted. */
export function datesOf(records: Records, notice: Notice, now: number): string {
  const zone = zoneOf(records);
  const { from, until, title } = notice;
  // `until` is the first moment without the notice: one that ends at midnight was last up the day before.
  const last = until - 1;
  const words = { from: wordDate(from, zone), last: wordDate(last, zone) };
  const standing = publicityStanding(notice, records.get('calendar', 'calendar'), zone, now);
  if (standing) {
    const left =
      daysBetween(now, last, zone) <= 0
        ? say('notice.ends-today')
        : say('notice.left-working', { days: standing.left });
    return `${say('notice.period', words)} · ${left}`;
  }
  if (!title.includes('公示')) return say('notice.posted', words);
  const days = daysBetween(now, last, zone);
  return `${say('notice.period', words)} · ${days === 0 ? say('notice.ends-today') : say('notice.left', { days })}`;
}

/** Where one objects to a 公示: what it says itself, else the hall's complaint phones. Empty for other notices. */
export function objectionsOf(records: Records, { publicity }: Notice): string {
  if (!publicity) return '';
  const phones = inDisplayOrder(records.all('contact'))
    .filter(({ body }) => body.role === 'complain')
    .map(({ body: { label, value } }) => `${label} ${value}`);
  return publicity.objections ?? phones.join('　');
}
