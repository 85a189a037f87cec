import type { Page } from 'puppeteer-core';
import type { CommandInput } from '../../content/model/command.ts';
import type { PlaylistItem } from '../../content/model/playlist.ts';
import { seesText } from './browser.ts';
import { Client } from './client.ts';
import type { Person } from './person.ts';

/** A panel of this person, with its records. */
export async function panelOf(person: Person): Promise<Client> {
  const panel = new Client(person.url, { page: 'control' }, { cookie: person.cookie });
  await panel.next('state:replaced');
  return panel;
}

/** Pairs the screen that shows its code on this page. Answers its id. */
export async function pairShown(page: Page, admin: Person, name: string, scene: object): Promise<string> {
  const [, one, two] = (await seesText(page, /\d{3}\s*\d{3}/)).match(/(\d{3})\s*(\d{3})/)!;
  return admin.pair(one! + two!, name, scene);
}

/** Has these scenes played on every screen that goes by the schedule. Answers the playlist's id. */
export async function play(
  panel: Client,
  items: PlaylistItem[],
  more: Partial<CommandInput<'schedule:save'>> = {},
): Promise<string> {
  const saved = await panel.give('playlist:save', { name: `节目单${items[0]?.id ?? ''}`, items });
  if (!saved.ok) throw new Error(saved.message);
  const playlist = saved.value.id;
  const entry = { name: '每天', playlist, to: { is: 'all' as const }, priority: 0, enabled: true, ...more };
  const scheduled = await panel.give('schedule:save', entry);
  if (!scheduled.ok) throw new Error(scheduled.message);
  return playlist;
}

/** Begins an interrupt on all screens. Answers its id. */
export async function interrupt(
  panel: Client,
  input: Omit<CommandInput<'interrupt:begin'>, 'to'>,
): Promise<string> {
  const begun = await panel.give('interrupt:begin', { to: { is: 'all' }, ...input });
  if (!begun.ok) throw new Error(begun.message);
  return begun.value.id;
}

/** What stands on the glass of a screen that plays: the item's id, `safe`, or nothing. */
export const onGlass = '.slot.front[data-slot]';

/** Waits until this item is on the glass of a screen that plays. */
export async function plays(page: Page, item: string): Promise<void> {
  await page.waitForSelector(`.slot.front[data-slot="${item}"]`, { timeout: 60_000 });
}

/** Waits until the device has kept the records, and one of `kind` among them. */
export async function keeps(page: Page, kind: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('mingting.display');
        opening.onsuccess = () => {
          const store = opening.result.transaction('kept').objectStore('kept');
          const asked = store.get('last') as IDBRequest<{ records: { kind: string }[] } | undefined>;
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result?.records.some((one) => one.kind === wanted) ?? false);
          };
        };
      }),
    { polling: 100 },
    kind,
  );
}
