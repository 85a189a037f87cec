import { render } from 'svelte/server';
import { sayRate } from '../content/messages/ratings.ts';
import type { Degree, RatingReason } from '../content/model/rating.ts';
import { readStyles } from './document.ts';
import type { PhoneHall } from './faces.ts';
import { loadComponent } from './loader.ts';
import { wrapPhone } from './phone.ts';

/** What somebody has filled in so far. */
export interface RateDraft {
  degree: Degree | null;
  reasons: readonly RatingReason[];
  words: string;
  contact: string;
}

/** The page on which a visit is rated. */
export interface PhoneRate extends PhoneHall {
  /** Where the form is sent. */
  action: string;
  /** Id of the visit's ticket: the form rates this one, whoever was served since (E6). */
  visit: string;
  number: string;
  window: number;
  /** Name of the service; empty if it is gone. */
  service: string;
  draft: RateDraft;
  /** Why the last try was refused, in words. */
  refused: string | null;
}

/** Thanks after a rating, or for one that was given before. */
export interface PhoneRated extends PhoneHall {
  text: string;
  /** The page of the ticket, for whoever came from it. */
  back: string | null;
}

/** Stylesheet of these pages, beside that of all phone pages; the hub serves it at /p/rate.css. */
export const rateStyles = readStyles('./pages/rate.css');

const HEAD =
  '\n<meta name="robots" content="noindex">\n<link rel="stylesheet" href="/p/rate.css">\n<script src="/p/visit.js" defer></script>';

/** Five degrees, reasons, words, a number for the call-back; nothing but the degree is needed. Works without script. */
export function renderRatePage(rate: PhoneRate): string {
  const component = loadComponent<{ rate: PhoneRate }>('./pages/RatePage.svelte');
  const title = `${sayRate('rate.title')} · ${rate.hall.name}`;
  return wrapPhone(title, rate, render(component, { props: { rate } }).body, HEAD);
}

export function renderRated(rated: PhoneRated): string {
  const component = loadComponent<{ rated: PhoneRated }>('./pages/RatedPage.svelte');
  const title = `${sayRate('rated.title')} · ${rated.hall.name}`;
  return wrapPhone(title, rated, render(component, { props: { rated } }).body, HEAD);
}
