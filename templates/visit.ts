import { render } from 'svelte/server';
import { readStyles } from './document.ts';
import type { PhoneHall, PhoneNote, PhoneTake, PhoneTicket } from './faces.ts';
import { loadComponent } from './loader.ts';
import { say, wordTicket } from './pages/ticketwords.ts';
import { wrapPhone } from './phone.ts';

/** Script of the visitor's pages, served at /p/visit.js. Every page works without it. */
export const visitScript = readStyles('./pages/visit.js');

const SCRIPT = '\n<meta name="robots" content="noindex">\n<script src="/p/visit.js" defer></script>';
/** Seconds between two looks of a phone without script (M10). */
const RELOAD = '\n<noscript><meta http-equiv="refresh" content="20"></noscript>';

/** Taking a number: services with their lines, normal or priority, and what this phone has already. */
export function renderTakePage(take: PhoneTake): string {
  const component = loadComponent<{ take: PhoneTake }>('./pages/TakePage.svelte');
  const title = `${say('take.title')} · ${take.hall.name}`;
  return wrapPhone(title, take, render(component, { props: { take } }).body, SCRIPT);
}

/** A ticket and where it stands; the script keeps it so. */
export function renderTicketPage(ticket: PhoneTicket): string {
  const words = wordTicket(ticket.page);
  const component = loadComponent<{ ticket: PhoneTicket; words: typeof words }>('./pages/TicketPage.svelte');
  const body = render(component, { props: { ticket, words } }).body;
  return wrapPhone(words.title, ticket, body, SCRIPT + RELOAD);
}

/** For a code that leads to no ticket of today (M7); to be sent with status 404. */
export function renderTicketGone(hall: PhoneHall, canTake: boolean): string {
  return renderNote({ ...hall, title: say('ticket.gone.title'), text: say('ticket.gone.text'), canTake });
}

/** For a code that leads to no appointment; to be sent with status 404. */
export function renderBookGone(hall: PhoneHall, title: string, text: string): string {
  return renderNote({ ...hall, title, text, canTake: false });
}

/** A request of a phone that was refused, in the words of the refusal. */
export function renderVisitRefused(hall: PhoneHall, text: string): string {
  return renderNote({ ...hall, title: say('note.refused'), text, canTake: false });
}

function renderNote(note: PhoneNote): string {
  const component = loadComponent<{ note: PhoneNote }>('./pages/NotePage.svelte');
  return wrapPhone(note.title, note, render(component, { props: { note } }).body, SCRIPT);
}
