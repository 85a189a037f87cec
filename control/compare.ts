import { diffArrays } from 'diff';
import type { NoticeBlock } from '../content/model/notice.ts';
import { linesOf } from '../content/publishing/blocks.ts';
import { paragraphsOf } from '../content/publishing/mergewords.ts';

/** A run of words that both have, that was taken out or that was put in. */
export interface Run {
  is: 'same' | 'gone' | 'new';
  text: string;
}

/** One field of two bodies, or one article of two lists of them, with its runs of words. */
export interface Change {
  /** The field, `text`, or an entry of a list, `blocks.3`. */
  path: string;
  field: string;
  is: 'same' | 'gone' | 'new' | 'changed';
  runs: Run[];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** What changed between two texts, word by word, Chinese too. A run of changes has what is gone first. */
export function compareText(before: string, after: string): Run[] {
  const runs: Run[] = diffArrays(words(before), words(after)).map(({ added, removed, value }) => ({
    is: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }));
  return runs;
}

/** Words of one entry of a list: an article with its number, a line of a pledge, any table's row. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : String(value);
  const { number, text } = value as { number?: unknown; text?: unknown };
  if (typeof number === 'string' && typeof text === 'string') return number + text;
  return Object.values(value)
    .map((one) => wordsOf(one))
    .filter(Boolean)
    .join(' ');
}

/**
 * What changed between two bodies, field by field; lists and texts of several paragraphs entry by entry, so that
 * an article that was put in does not make all that follow look changed. `word` writes what is no text.
 */
export function compareBodies(
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>>,
  word: (field: string, value: unknown) => string,
): Change[] {
  const fields = new Set([...Object.keys(after), ...Object.keys(before ?? {})]);
  // A notice's text follows from its parts: what was changed in them is told once.
  if (fields.has('blocks') && fields.has('text')) {
    const parts = (body: Readonly<Record<string, unknown>>) => ({
      ...body,
      text: undefined,
      blocks: body['blocks'] ?? paragraphsOf(String(body['text'] ?? '')),
    });
    fields.delete('text');
    [before, after] = [before && parts(before), parts(after)];
  }
  return [...fields].flatMap((field) => {
    const [was, is] = [before?.[field], after[field]];
    if (isList(was) || isList(is)) return compareLists(field, listOf(was), listOf(is));
    return [changeOf(field, field, say(field, was, word), say(field, is, word))];
  });
}

const isList = (value: unknown): boolean =>
  Array.isArray(value) || (typeof value === 'string' && value.includes('\n'));

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => (isPart(one) ? linesOf(one) : [wordsOf(one)]));
  return typeof value === 'string' ? value.split(/\n+/).filter((line) => line.trim()) : [];
}

/** A part of a notice: compared line by line, a table row by row. */
function isPart(value: unknown): value is NoticeBlock {
  return typeof value === 'object' && value !== null && 'is' in value;
}

const say = (field: string, value: unknown, word: (field: string, value: unknown) => string): string =>
  value === undefined ? '' : word(field, value);

function changeOf(path: string, field: string, before: string, after: string): Change {
  if (before === after) return { path, field, is: 'same', runs: [{ is: 'same', text: after }] };
  if (before === '') return { path, field, is: 'new', runs: [{ is: 'new', text: after }] };
  if (after === '') return { path, field, is: 'gone', runs: [{ is: 'gone', text: before }] };
  return { path, field, is: 'changed', runs: compareText(before, after) };
}

/** Entries that stand against each other between two common ones are compared word by word, if they have words in common. */
function compareLists(field: string, before: string[], after: string[]): Change[] {
  const changes: Change[] = [];
  const push = (was: string, is: string): void => {
    changes.push(changeOf(`${field}.${changes.length}`, field, was, is));
  };
  let gone: string[] = [];
  const flush = (): void => {
    for (const one of gone) push(one, '');
    gone = [];
  };
  for (const { added, removed, value } of diffArrays(before, after)) {
    if (removed) gone.push(...value);
    else if (!added) {
      flush();
      for (const one of value) push(one, one);
    } else for (const one of value) push(takeAlike(gone, one), one);
  }
  flush();
  return changes;
}

/** Takes the first of `gone` out that shares at least a third of its words with `text`, or nothing. */
function takeAlike(gone: string[], text: string): string {
  const index = gone.findIndex((one) => {
    const same = compareText(one, text)
      .filter(({ is }) => is === 'same')
      .reduce((sum, run) => sum + run.text.length, 0);
    return same * 3 >= Math.max(one.length, text.length);
  });
  return index < 0 ? '' : (gone.splice(index, 1)[0] ?? '');
}
