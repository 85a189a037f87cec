import { render } from 'svelte/server';
import { say, wordMissing } from './pages/words.ts';
import { escapeHtml, readStyles, wrapDocument } from './document.ts';
import { sayPeople } from '../content/messages/people.ts';
import type {
  PhoneCertificate,
  PhoneHall,
  PhoneHome,
  PhoneMissing,
  PhoneRule,
  PhoneSheet,
  PhoneStaff,
} from './faces.ts';
import { loadComponent } from './loader.ts';

/** Stylesheet of all phone pages; the hub serves it at /p/phone.css. */
export const phoneStyles = `${readStyles('../content/theme.css')}\n${readStyles('./pages/phone.css')}\n${readStyles('./pages/visit.css')}\n${readStyles('./pages/guide.css')}\n${readStyles('./pages/notice.css')}\n${readStyles('./pages/people.css')}\n${readStyles('./pages/certificate.css')}`;

/** The hall on a visitor's phone: hours, phones, rules, current notices. No script, no inline style. */
export function renderPhoneHome(home: PhoneHome): string {
  const component = loadComponent<{ home: PhoneHome }>('./pages/HomePage.svelte');
  return wrapPhone(home.hall.name, home, render(component, { props: { home } }).body);
}

/** Who leads the day, and who is at which window. */
export function renderPhoneStaff(page: PhoneStaff): string {
  const component = loadComponent<{ page: PhoneStaff }>('./pages/StaffPage.svelte');
  const title = `${sayPeople('phone.title')} · ${page.hall.name}`;
  return wrapPhone(title, page, render(component, { props: { page } }).body);
}

/** A rule in exactly the words of the record, and whether the sheet that led here still says the same. */
export function renderPhoneRule(page: PhoneRule): string {
  const component = loadComponent<{ page: PhoneRule }>('./pages/RulePage.svelte');
  return wrapPhone(
    `${page.rule.title} · ${page.hall.name}`,
    page,
    render(component, { props: { page } }).body,
  );
}

/** Whether a sheet of any other kind is current, and what it says today. */
export function renderPhoneSheet(page: PhoneSheet): string {
  const component = loadComponent<{ page: PhoneSheet }>('./pages/SheetPage.svelte');
  return wrapPhone(`${page.title} · ${page.hall.name}`, page, render(component, { props: { page } }).body);
}

/** Whether a printed certificate is genuine, and what it says. */
export function renderPhoneCertificate(page: PhoneCertificate): string {
  const component = loadComponent<{ page: PhoneCertificate }>('./pages/CertificatePage.svelte');
  const title = `${say('phone.certificate.title')} · ${page.hall.name}`;
  return wrapPhone(title, page, render(component, { props: { page } }).body);
}

/** For a sheet's code that is not known; to be sent with status 404. */
export function renderPhoneMissing(missing: PhoneMissing): string {
  const component = loadComponent<{ missing: PhoneMissing }>('./pages/MissingPage.svelte');
  return wrapPhone(wordMissing(missing)[0], missing.hall, render(component, { props: { missing } }).body);
}

/** A phone page of any kind; `head` is more markup for its head. */
export function wrapPhone(title: string, hall: PhoneHall | null, body: string, head = ''): string {
  const colour = hall ? `\n<meta name="theme-color" content="${escapeHtml(hall.accent)}">` : '';
  return wrapDocument(
    title,
    `<meta name="viewport" content="width=device-width, initial-scale=1">${colour}
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/p/phone.css">${head}`,
    body,
  );
}
