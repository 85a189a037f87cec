import { giveBrowser } from './browser.ts';
import { giveLists } from './lists.ts';
import { giveWords } from './words.ts';

/** Gives a browser from Chrome 66 on what the page uses and it has not learnt yet. */
export function giveAll(): void {
  giveLists();
  giveWords();
  giveBrowser();
}
