import type { ImportPreview } from '../content/api/importing.ts';
import { cutBlocks } from '../content/importing/paragraphs.ts';
import type { Block, Source } from '../content/model/rule.ts';

/** A rule that was found, as the clerk corrects it before taking it over. */
export interface Proposed {
  key: number;
  title: string;
  blocks: readonly Block[];
  source: Source;
  lines: [first: number, last: number];
  within?: string;
  chosen: boolean;
}

export type Existing = 'none' | 'same' | 'different' | 'starter';

const LONGEST = 60;

/** What was found in a file, with a clerk's corrections; every one can be taken back. */
export class Proposals {
  rules = $state.raw<readonly Proposed[]>([]);
  #past = $state.raw<readonly (readonly Proposed[])[]>([]);
  #keys = 0;

  /** `existingOf` says what the hall has of such a rule: new ones and those in place of a starter text are ticked. */
  constructor(
    preview: ImportPreview,
    existingOf: (rule: Pick<Proposed, 'title' | 'blocks' | 'source'>) => Existing,
  ) {
    this.rules = preview.rules.map(({ title, blocks, source, lines, within }) => ({
      key: this.#keys++,
      title,
      blocks,
      source,
      lines,
      ...(within === undefined ? {} : { within }),
      chosen: ['none', 'starter'].includes(existingOf({ title, blocks, source })),
    }));
  }

  readonly chosen = $derived(this.rules.filter(({ chosen }) => chosen));
  readonly canUndo = $derived(this.#past.length > 0);

  choose(key: number, chosen: boolean): void {
    this.rules = this.rules.map((rule) => (rule.key === key ? { ...rule, chosen } : rule));
  }

  /** A title of its own, not too long: else it cannot be taken over. */
  fits({ key, title }: Proposed): boolean {
    const own = title.trim();
    const free = this.rules.every((rule) => rule.key === key || !rule.chosen || rule.title.trim() !== own);
    return own !== '' && own.length <= LONGEST && free;
  }

  rename(key: number, title: string): void {
    this.#change(this.rules.map((rule) => (rule.key === key ? { ...rule, title } : rule)));
  }

  /** The text of the next rule goes on in this one; its title stays as a paragraph, so that no word is lost. */
  merge(key: number): void {
    const at = this.rules.findIndex((rule) => rule.key === key);
    const [one, next] = [this.rules[at], this.rules[at + 1]];
    if (!one || !next) return;
    const heading: Block = { number: '', depth: 0, text: next.title };
    const lines: Proposed['lines'] = [
      Math.min(one.lines[0], next.lines[0]),
      Math.max(one.lines[1], next.lines[1]),
    ];
    const merged = { ...one, blocks: [...one.blocks, heading, ...next.blocks], lines };
    this.#change([...this.rules.slice(0, at), merged, ...this.rules.slice(at + 2)]);
  }

  /** From paragraph `block` on it is a rule of its own, called by that paragraph if it is short. */
  split(key: number, block: number): void {
    const at = this.rules.findIndex((rule) => rule.key === key);
    const one = this.rules[at];
    const first = one?.blocks[block];
    if (!one || !first || block === 0) return;
    const short =
      first.text.length <= LONGEST / 2 && !/[。；，：、]/u.test(first.text) && block + 1 < one.blocks.length;
    const title = short ? first.text : `${one.title.slice(0, LONGEST - 3)}（续）`;
    const rest = { ...one, key: this.#keys++, title, blocks: one.blocks.slice(short ? block + 1 : block) };
    const front = { ...one, blocks: one.blocks.slice(0, block) };
    this.#change([...this.rules.slice(0, at), front, rest, ...this.rules.slice(at + 1)]);
  }

  /** Its paragraphs anew, one a line. */
  rewrite(key: number, text: string): void {
    const blocks = cutBlocks(text);
    if (blocks.length === 0) return;
    this.#change(this.rules.map((rule) => (rule.key === key ? { ...rule, blocks } : rule)));
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.rules = before;
    this.#past = this.#past.slice(0, -1);
  }

  #change(rules: readonly Proposed[]): void {
    this.#past = [...this.#past, this.rules].slice(-50);
    this.rules = rules;
  }
}

/** A rule's paragraphs, one a line. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(({ number, text }) => number + text).join('\n');
}
