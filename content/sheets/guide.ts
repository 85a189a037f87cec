import type { Item, ItemText } from '../model/item.ts';
import type { Made } from '../model/sheet.ts';
import { refuse } from '../rule.ts';
import { itemPage, type ItemPage } from '../views/itempage.ts';
import type { Gather } from './gathered.ts';
import { windowMade } from './signs/places.ts';

/** A guide as the phone shows it, without what only a phone can do. */
export type GuideSheetData = Omit<ItemPage, 'canTake' | 'files'>;

export const gatherGuide: Gather<'guide', GuideSheetData> = (records, { item: id }) => {
  const item = records.get('item', id);
  if (!item) return refuse('record.missing');
  const { text, windows: places, consult, complain } = itemPage(records, textOf(item));
  const page = { text, windows: places, consult, complain };
  const windows: Made[] = [...records.all('window')]
    .filter((window) => text.windows.includes(window.id))
    .map(windowMade);
  const shown = new Set([...page.consult, ...page.complain].map(({ label, value }) => `${label} ${value}`));
  const contacts: Made[] = [...records.all('contact')]
    .filter(({ body }) => shown.has(`${body.label} ${body.value}`))
    .map(({ kind, id, rev }) => ({ kind, id, rev }));
  return {
    title: text.name,
    data: { ...page, text: worded(page.text) },
    made: [{ kind: 'item', id, rev: records.rev('item', id) }, ...windows, ...contacts],
    single: true,
  };
};

/** What an editor wrote of it, without who saved it and when. */
function textOf(item: Item): ItemText {
  const text: ItemText & Partial<Item> = { ...item };
  delete text.sample;
  delete text.checked;
  delete text.savedBy;
  delete text.savedAt;
  return text;
}

/** Which windows and phones it names stands in the page; their ids are not words. */
function worded(text: ItemText): ItemText {
  return { ...text, windows: [], services: [], consult: [], complain: [] };
}
