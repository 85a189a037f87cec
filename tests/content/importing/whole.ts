import type { CutNotice } from '../../../content/importing/cut.ts';
import { linesOf } from '../../../content/importing/paragraphs.ts';

const bare = (text: string) => text.replace(/\s|#/gu, '');

/**
 * [I19] both ways of reading a notice: the source without what was left out, and the rules in the order in
 * which they stand in it. Equal unless something was lost, made up or moved.
 */
export function readBothWays(text: string, { rules, left }: CutNotice): { source: string; rules: string } {
  const lines = text.split('\f').flatMap(linesOf).map(bare);
  // Numbers of pages first: a joined line goes on after them.
  const pagesFirst = [...left].sort(
    (one, other) => Number(other.kind === 'page') - Number(one.kind === 'page'),
  );
  for (const { at, text: words } of pagesFirst) {
    const line = lines[at] ?? '';
    // A heading may go on over joined lines; what is left out is their beginning.
    let rest = bare(words);
    for (let i = at; rest !== '' && i < lines.length; i++) {
      const own = i === at ? line : (lines[i] ?? '');
      if (own === '') continue;
      const cut = rest.startsWith(own) ? own.length : own.startsWith(rest) ? rest.length : -1;
      if (cut < 0) throw new Error(`line ${i} is ${own}, but ${rest} is said to be left out`);
      lines[i] = own.slice(cut);
      rest = rest.slice(cut);
    }
  }
  const own = rules.filter(({ within }) => within === undefined);
  const sorted = [...own].sort((one, other) => one.lines[0] - other.lines[0]);
  return {
    source: lines.join(''),
    rules: bare(
      sorted.flatMap(({ blocks }) => blocks.map(({ number, text: words }) => number + words)).join(''),
    ),
  };
}
