import { speaker } from '../content/messages/catalogue.ts';
import { control } from '../content/messages/control.ts';
import type { Language } from '../content/refusals.ts';
import { chooseLanguage } from './language.ts';

const REMEMBERED = 'mingting.language';

function readLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  // Storage throws where the browser forbids it; the choice is then not remembered.
  try {
    const chosen = chooseLanguage(asked, localStorage.getItem(REMEMBERED));
    if (asked) localStorage.setItem(REMEMBERED, chosen);
    return chosen;
  } catch {
    return chooseLanguage(asked, null);
  }
}

/** The language of this page, chosen once when it is loaded. */
export const language: Language = readLanguage();

/** Words of the panel in the reader's language. */
export const say = speaker(control, language);

/** Switches the language: remembered, and the page is loaded again in it. */
export function switchLanguage(to: Language): void {
  const address = new URL(location.href);
  address.searchParams.set('lang', to);
  location.assign(address);
}
