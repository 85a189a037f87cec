/** Shortest time that a page stands, and the time to find its beginning, in ms. */
const SHORTEST_MS = 6_000;
const FIND_MS = 2_000;
/** Characters that a visitor reads in a second, standing in a hall. */
const PER_SECOND = 2.5;

/** How much there is to read: a Han character or mark counts one, a digit or Latin letter half. */
export function readingLoad(text: string): number {
  let load = 0;
  for (const character of text)
    if (/[\x21-\x7e]/.test(character)) load += 0.5;
    else if (!/\s/.test(character)) load += 1;
  return load;
}

/** How long a page of `load` characters stands, in ms: max(6 s, 2 s + characters / pace). */
export function dwell(load: number, pace: number = PER_SECOND): number {
  return Math.max(SHORTEST_MS, FIND_MS + (load / pace) * 1000);
}

/** Characters that readers of a scene read in a second who has nothing else to do there, and old ones. */
const SCENE_PACE = { usual: 5, slow: 2.5 };

/** The reading pace of a screen by its setting. */
export function paceOf({ pace }: { pace?: 'slow' | undefined }): number {
  return SCENE_PACE[pace ?? 'usual'];
}

/** A stretch of lines that stand on the glass together, counted from 0. */
export interface Page {
  from: number;
  lines: number;
}

/** A page may end early, between two paragraphs, as long as no more of it than this stays empty. */
const MOST_EMPTY = 1 / 3;

/**
 * Cuts paragraphs of so many lines each into pages of at most `room` lines. A page is filled before the next
 * begins; it ends between paragraphs where one ends near its foot, and takes a line less rather than leave
 * the last line of a paragraph alone on the next page. No line is ever split or squeezed.
 */
export function pagesOf(paragraphs: readonly number[], room: number): Page[] {
  const fits = Math.max(1, Math.floor(room));
  let total = 0;
  const ends = paragraphs.map((lines) => (total += lines));
  const pages: Page[] = [];
  let from = 0;
  while (total - from > fits) {
    const most = from + fits;
    const end = ends.findLast((end) => end <= most) ?? 0;
    const alone = fits > 2 && ends.includes(most + 1);
    const to = end - from >= fits * (1 - MOST_EMPTY) ? end : alone ? most - 1 : most;
    pages.push({ from, lines: to - from });
    from = to;
  }
  return [...pages, { from, lines: Math.max(1, total - from) }];
}

/**
 * A slogan in the phrases between its commas, each with its mark: they stand one under another. The parts of
 * a list, 规范、公开、便捷、贴心, stay in one line.
 */
export function phrasesOf(slogan: string): string[] {
  return slogan.match(/[^，。；！,;!]+[，。；！,;!]*/g) ?? [slogan];
}

/**
 * A title in its words, so that a line of it ends between two: 审|批 reads badly in large type. Where the
 * browser has no dictionary of words the title is one piece, and breaks anywhere.
 */
export function wordsOf(title: string): string[] {
  if (!('Segmenter' in Intl)) return [title];
  const segments = new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(title);
  const words: string[] = [];
  // Marks stay with the word before them; opening ones begin the next.
  let opened = '';
  for (const { segment } of segments) {
    if (/^[（《“‘(]+$/u.test(segment)) opened += segment;
    else if (/^[\p{L}\p{N}]/u.test(segment) || opened || words.length === 0) {
      words.push(opened + segment);
      opened = '';
    } else words.push((words.pop() ?? '') + segment);
  }
  return opened ? [...words, opened] : words;
}
