import { render } from 'svelte/server';
import { sayBook } from '../content/messages/book.ts';
import type { BookedPage, BookPage } from '../content/views/bookpage.ts';
import { readStyles } from './document.ts';
import type { PhoneHall } from './faces.ts';
import { loadComponent } from './loader.ts';
import { wrapPhone } from './phone.ts';

/** What somebody has filled in so far. */
export interface BookDraft {
  slot: string;
  name: string;
  phone: string;
  about: string;
  consent: boolean;
}

/** Asking for an appointment: service, day, time and person, one after the other. */
export interface PhoneBook extends PhoneHall {
  page: BookPage;
  /** Day of the hub, for 今天. */
  today: string;
  hold: number;
  draft: BookDraft;
  request: string;
  /** Why the last try was refused, in words. */
  refused: string | null;
}

/** The page of a code. */
export interface PhoneBooked extends PhoneHall {
  page: BookedPage;
  canBook: boolean;
  refused: string | null;
}

/** Stylesheet of these pages, beside that of all phone pages; the hub serves it at /p/book.css. */
export const bookStyles = readStyles('./pages/book.css');

const HEAD =
  '\n<meta name="robots" content="noindex">\n<link rel="stylesheet" href="/p/book.css">\n<script src="/p/visit.js" defer></script>';

/** Works without script: what is chosen stands in the address until the person is asked for. */
export function renderBookPage(book: PhoneBook): string {
  const component = loadComponent<{ book: PhoneBook }>('./pages/BookPage.svelte');
  const title = `${sayBook('book.title')} · ${book.hall.name}`;
  return wrapPhone(title, book, render(component, { props: { book } }).body, HEAD);
}

export function renderBookedPage(booked: PhoneBooked): string {
  const component = loadComponent<{ booked: PhoneBooked }>('./pages/BookedPage.svelte');
  const title = `${sayBook(`booked.${booked.page.is}`)} · ${booked.hall.name}`;
  return wrapPhone(title, booked, render(component, { props: { booked } }).body, HEAD);
}
