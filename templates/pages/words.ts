import { say as sayDisplay } from '../../content/messages/display.ts';
import { printMessages } from '../../content/messages/print.ts';
import { speaker } from '../../content/messages/catalogue.ts';
import type { Hours } from '../../content/model/hall.ts';
import type { NoticeCategory } from '../../content/model/notice.ts';
import type { PhoneMissing } from '../faces.ts';

export const say = speaker(printMessages, 'zh-CN');

export function wordCategory(category: NoticeCategory): string {
  return sayDisplay(`category.${category}`);
}

/** 周一至周五, 每天, or 周一、周三、周六. */
export function wordWeekdays(weekdays: Hours['weekdays']): string {
  const days = [...new Set(weekdays)].sort();
  if (days.length === 7) return say('hours.all-week');
  const name = (day: number) => say(`hours.${day}` as keyof typeof printMessages);
  const run = days.every((day, index) => index === 0 || day === days[index - 1]! + 1);
  if (run && days.length > 2) return say('hours.range', { from: name(days[0]!), to: name(days.at(-1)!) });
  return days.map(name).join(say('hours.list'));
}

/** 2026年11月21日 in the hall's time zone. */
export function wordDay(moment: number, timeZone: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).format(moment);
}

/** What a phone dials for a number as people write it, or null when there is none in it. */
export function readDial(value: string): string | null {
  const plain = value.normalize('NFKC').replace(/[‐-―]/g, '-');
  const number = /\+?\(?\d[\d\s()-]{1,20}\d/.exec(plain)?.[0];
  return number ? number.replace(/[\s()-]/g, '') : null;
}

/** Heading and text of a page that cannot be shown: an unknown sheet, a rule that is gone, a hall not set up. */
export function wordMissing({ hall, code }: PhoneMissing): [title: string, text: string] {
  if (code) return [say('phone.missing.title'), say('phone.missing.text', { code })];
  if (!hall) return [say('phone.unset.title'), say('phone.unset.text')];
  return [say('phone.missing.page'), say('phone.missing.gone')];
}

/** 09:41 in the hall's time zone. */
export function wordClock(moment: number, timeZone: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment);
}
