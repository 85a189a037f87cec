import type { Source } from '../model/rule.ts';
import type { Parts } from './annexes.ts';
import { cautionsOf } from './cautions.ts';
import type { Caution } from './cautions.ts';
import type { LeftOut, Line } from './pages.ts';
import { blocksOf } from './paragraphs.ts';
import type { CutPart, Passage } from './passage.ts';

/** As many paragraphs as a rule's record takes. */
const PARAGRAPHS = 400;
const TITLE = 60;
const ANNEX = 30;

interface Separated {
  rules: CutPart[];
  cautions: Caution[];
  left: LeftOut[];
}

/**
 * Makes rules of passages of `body`, which is `lines` without the list of annexes, and tells every line that
 * is in none of them (I19).
 */
export function separate(
  lines: readonly Line[],
  body: readonly Line[],
  parts: Parts,
  passages: readonly Passage[],
  source: Source,
): Separated {
  const rules: CutPart[] = [];
  const cautions: Caution[] = [];
  const left: LeftOut[] = [];
  const taken = new Map<number, string>();
  const titles = new Set<string>();
  const joins: number[] = [];
  for (const annex of parts.annexes) cautions.push(...countedWrong(annex, lines, passages));
  for (const passage of passages) {
    const own = body
      .slice(passage.from, passage.to)
      .map((line, i) => (i === 0 ? after(line, passage.head) : line));
    const blocks = blocksOf(own.map(({ text }) => text));
    const params = { annex: passage.label, title: passage.title };
    if (blocks.length === 0 || blocks.length > PARAGRAPHS) {
      const long = { ...params, count: blocks.length, limit: PARAGRAPHS };
      cautions.push(
        blocks.length === 0 ? { code: 'empty-rule', params } : { code: 'too-long', params: long },
      );
      if (blocks.length > 0) leave(lines, passage, 'too-long', left, taken);
      continue;
    }
    const title = freeTitle(passage.title, titles, cautions);
    if (passage.within === undefined) {
      joins.push(own.reduce((sum, { joined }) => sum + joined.length, 0));
      cautions.push(...cautionsOf(title, blocks));
    }
    const first = lines[passage.from]?.at ?? 0;
    const last = own.reduce(
      (most, { at, joined, text }) => (text ? Math.max(most, at, ...joined) : most),
      first,
    );
    const from: Source = { ...source, title: source.title || title };
    if (passage.label) from.annex = passage.label.slice(0, ANNEX);
    rules.push({
      title,
      blocks,
      source: from,
      lines: [first, last],
      ...(passage.within === undefined ? {} : { within: passage.within }),
    });
    if (passage.within === undefined)
      for (let at = passage.from; at < passage.to; at++)
        taken.set(at, at === passage.from ? passage.head : '');
  }
  return {
    rules,
    cautions: [...joinedIn(joins), ...cautions],
    left: [...left, ...remaining(lines, parts, taken)],
  };
}

/** An annex that was cut apart counts its institutions: the seventh may be a second 6. */
function countedWrong(
  { title, from, to }: Parts['annexes'][number],
  lines: readonly Line[],
  passages: readonly Passage[],
): Caution[] {
  const inside = passages.filter((one) => one.head !== '' && one.from >= from && one.to <= to);
  const firsts = inside.map((one) => lines[one.from]?.text ?? '');
  return cautionsOf(title, blocksOf(firsts)).filter(({ code }) => code === 'articles-skip');
}

function after(line: Line, head: string): Line {
  return head === '' ? line : { ...line, text: line.text.slice(head.length).trim() };
}

/** Two rules of one file cannot bear one title: the second is numbered, and told. */
function freeTitle(title: string, titles: Set<string>, cautions: Caution[]): string {
  let free = title.slice(0, TITLE);
  for (let number = 2; titles.has(free); number++) free = `${title.slice(0, TITLE - 4)}（${number}）`;
  titles.add(free);
  if (free !== title) cautions.push({ code: 'title-twice', params: { title, as: free } });
  return free;
}

/** How many lines were joined, and in how many rules. */
function joinedIn(joins: readonly number[]): Caution[] {
  const count = joins.reduce((sum, one) => sum + one, 0);
  const rules = joins.filter((one) => one > 0).length;
  return count > 0 ? [{ code: 'joined-lines', params: { count, rules } }] : [];
}

function leave(
  lines: readonly Line[],
  { from, to }: Passage,
  kind: LeftOut['kind'],
  left: LeftOut[],
  taken: Map<number, string>,
): void {
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (line && line.text !== '') left.push({ at: line.at, text: line.text, kind });
    taken.set(at, '');
  }
}

/** What no rule took: the main text, the list, the labels and titles of annexes, and 1.首问负责制。 before its text. */
function remaining(lines: readonly Line[], parts: Parts, taken: ReadonlyMap<number, string>): LeftOut[] {
  const list = new Set(parts.list);
  const labels = new Set(parts.annexes.map(({ start }) => start));
  return lines.flatMap(({ text, at }, index): LeftOut[] => {
    if (text === '') return [];
    if (list.has(index)) return [{ at, text, kind: 'list' }];
    const head = taken.get(index);
    if (head !== undefined) return head === '' ? [] : [{ at, text: head, kind: 'title' }];
    if (labels.has(index)) return [{ at, text, kind: 'label' }];
    const annex = parts.annexes.find(({ start, to }) => index > start && index < to);
    return [{ at, text, kind: annex ? 'title' : 'main' }];
  });
}
