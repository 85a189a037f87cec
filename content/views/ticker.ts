import { wordHours } from '../calendar.ts';
import { say } from '../messages/scenes.ts';
import type { Item } from '../model/item.ts';
import type { Ticker, TickerTopic } from '../model/scene.ts';
import { hallOf } from '../premises/hall.ts';
import { inDisplayOrder } from '../publishing/contacts.ts';
import { inItemOrder, isPublic } from '../publishing/items.ts';
import type { Records } from '../records.ts';
import { showing } from '../publishing/notices.ts';

/** Items told in one round: a hall with hundreds would not come to anything else. */
const ITEMS_A_ROUND = 12;
/** Characters of a notice's text that roll; the rest is read elsewhere. */
const NOTICE_MOST = 120;

/** What a rolling line tells at `now` in its round `round` (from 0), a text each. Empty where there is nothing to tell. */
export function tickerOf(
  records: Records,
  { topics, own = [] }: Ticker,
  now: number,
  round: number,
): string[] {
  return [...own, ...topics.flatMap((topic) => linesOf(records, topic, now, round))].map(flat);
}

/** One line: no breaks, no runs of blanks. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

function linesOf(records: Records, topic: TickerTopic, now: number, round: number): string[] {
  const pledges = [...records.all('pledge')].map(({ body }) => body);
  switch (topic) {
    case 'slogan':
      return pledges.filter(({ role }) => role === 'slogan').flatMap(({ lines }) => lines);
    case 'hours': {
      const hall = hallOf(records)?.body;
      return hall ? [say('ticker.hours', { hours: wordHours(hall.hours) })] : [];
    }
    case 'notices':
      return showing(records.all('notice'), now).shown.map(({ body: { title, text } }) =>
        say('ticker.notice', {
          title,
          text: text.length > NOTICE_MOST ? `${text.slice(0, NOTICE_MOST)}…` : text,
        }),
      );
    case 'items': {
      const items = inItemOrder([...records.all('item')].filter(({ body }) => isPublic(body)));
      const turns = Math.max(1, Math.ceil(items.length / ITEMS_A_ROUND));
      const from = (round % turns) * ITEMS_A_ROUND;
      return items.slice(from, from + ITEMS_A_ROUND).flatMap(({ body }) => wordItem(body));
    }
    case 'pledges':
      return pledges
        .filter(({ role }) => role !== 'slogan')
        .map(({ title, lines }) => say('ticker.notice', { title, text: lines.join(' ') }));
    case 'contacts':
      return inDisplayOrder(records.all('contact')).map(({ body: { label, value } }) =>
        say('ticker.contact', { label, value }),
      );
  }
}

/** 新生儿落户：当场办结，不收费. What is not written is not told. */
function wordItem({ name, promisedDays, type, fees }: Item): string[] {
  const promise =
    promisedDays === 0 || (promisedDays === undefined && type === 'instant')
      ? say('ticker.now')
      : promisedDays === undefined
        ? ''
        : say('ticker.promise', { days: promisedDays });
  const fee =
    fees?.is === 'free' ? say('ticker.free') : (fees?.lines.map(({ amount }) => amount).join('；') ?? '');
  const told = [promise, fee].filter(Boolean);
  return told.length > 0 ? [say('ticker.notice', { title: name, text: told.join('，') })] : [];
}
