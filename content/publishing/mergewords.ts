import type { DraftKind, WordsOf } from '../model/draft.ts';
import type { NoticeBlock } from '../model/notice.ts';
import { textOfBlocks } from './blocks.ts';
import { mergeBodies } from './merge.ts';
import type { Merged } from './merge.ts';

type NoticeWords = WordsOf<'notice'>;

/** Two changes of one record's words brought together (D13). A notice's text follows from its parts and is none of its own (O6). */
export function mergeWords<K extends DraftKind>(
  kind: K,
  base: WordsOf<K>,
  theirs: WordsOf<K>,
  mine: WordsOf<K>,
): Merged<WordsOf<K>> {
  if (kind !== 'notice')
    return mergeBodies(base as object, theirs as object, mine as object) as Merged<WordsOf<K>>;
  const all = [base, theirs, mine] as NoticeWords[];
  if (all.every(({ blocks }) => !blocks))
    return mergeBodies(base as object, theirs as object, mine as object) as Merged<WordsOf<K>>;
  const [was, their, my] = all.map(partsAlone) as [object, object, object];
  const merged = mergeBodies(was, their, my) as Merged<Partial<NoticeWords>>;
  const { blocks = [] } = merged.body;
  return { ...merged, body: { ...merged.body, text: textOfBlocks(blocks) } } as unknown as Merged<WordsOf<K>>;
}

function partsAlone({ text, blocks, ...words }: NoticeWords): object {
  return { ...words, blocks: blocks ?? paragraphsOf(text) };
}

/** Paragraphs of a plain text as parts. */
export function paragraphsOf(text: string): NoticeBlock[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ is: 'paragraph', text: line }));
}
