import { render } from 'svelte/server';
import type { PhoneItem, PhoneItems, PhonePackage, PhonePackages } from './faces.ts';
import { loadComponent } from './loader.ts';
import { wrapPhone } from './phone.ts';
import { say } from './pages/itemwords.ts';

/** The guides of the hall by category, or those that a word or a list leads to. No script, no inline style. */
export function renderItems(items: PhoneItems): string {
  const component = loadComponent<{ items: PhoneItems }>('./pages/ItemsPage.svelte');
  return wrapPhone(
    `${say('items.title')} · ${items.hall.name}`,
    items,
    render(component, { props: { items } }).body,
  );
}

/** One guide with all disclosures. */
export function renderItem(item: PhoneItem): string {
  const component = loadComponent<{ item: PhoneItem }>('./pages/ItemPage.svelte');
  const title = `${item.page.text.name} · ${item.hall.name}`;
  return wrapPhone(title, item, render(component, { props: { item } }).body);
}

/** The packages (一件事) of the hall. */
export function renderPackages(page: PhonePackages): string {
  const component = loadComponent<{ page: PhonePackages }>('./pages/PackagesPage.svelte');
  const title = `${say('packages.title')} · ${page.hall.name}`;
  return wrapPhone(title, page, render(component, { props: { page } }).body);
}

/** One package: items in order, one list of materials, one limit. */
export function renderPackage(page: PhonePackage): string {
  const component = loadComponent<{ page: PhonePackage }>('./pages/PackagePage.svelte');
  const title = `${page.view.name} · ${page.hall.name}`;
  return wrapPhone(title, page, render(component, { props: { page } }).body);
}
