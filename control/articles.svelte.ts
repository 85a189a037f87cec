import { cutBlocks } from '../content/importing/paragraphs.ts';
import type { Block } from '../content/model/rule.ts';
import {
  addArticle,
  indentArticle,
  mergeArticle,
  moveArticle,
  numberArticle,
  removeArticle,
  renumber,
  splitArticle,
} from '../content/publishing/articles.ts';

/** An article as a row of the editor: its id stays while it is moved about. */
export type ArticleRow = Block & { id: number };

/** Where the caret goes after a deed. */
export interface Caret {
  id: number;
  place: number;
}

const KEPT = 50;

/** The articles of a rule while they are written: each deed can be undone. */
export class ArticleList {
  rows = $state.raw<readonly ArticleRow[]>([]);
  #ids = 0;
  #before = $state.raw<readonly (readonly ArticleRow[])[]>([]);

  constructor(blocks: readonly Block[]) {
    this.rows = blocks.map((block) => this.#make(block));
  }

  canUndo = $derived.by(() => this.#before.length > 0);
  /** The articles as they are saved: without those that nobody wrote into. */
  blocks = $derived.by((): Block[] => {
    const written = this.rows.filter(
      ({ text, number }) => (number + text).trim() !== '' && text.trim() !== '',
    );
    return renumber(written, this.rows).map(({ number, depth, text }) => ({
      number,
      depth,
      text: text.trim(),
    }));
  });

  #make = (block: Block): ArticleRow => ({ ...block, id: ++this.#ids });

  #at(id: number): number {
    return this.rows.findIndex((row) => row.id === id);
  }

  #set(rows: readonly ArticleRow[]): void {
    this.#before = [...this.#before.slice(1 - KEPT), this.rows];
    this.rows = rows;
  }

  undo(): void {
    const before = this.#before.at(-1);
    if (!before) return;
    this.#before = this.#before.slice(0, -1);
    this.rows = before;
  }

  /** Typing: not a deed of its own, since the field has its own undo. */
  write(id: number, text: string): void {
    this.rows = this.rows.map((row) =>
      row.id === id ? { ...row, text: text.replace(/[\r\n]+/g, '') } : row,
    );
  }

  /** A new article after this one, or at the end. */
  add(id: number | null): Caret {
    const { blocks, at } = addArticle(
      this.rows,
      id === null ? this.rows.length - 1 : this.#at(id),
      this.#make,
    );
    this.#set(blocks);
    return { id: blocks[at]?.id ?? 0, place: 0 };
  }

  split(id: number, place: number): Caret {
    const at = this.#at(id);
    const rows = splitArticle(this.rows, at, place, this.#make);
    this.#set(rows);
    return { id: rows[at + 1]?.id ?? id, place: 0 };
  }

  /** Joins to the one before; null where that cannot be. */
  merge(id: number): Caret | null {
    const at = this.#at(id);
    const merged = mergeArticle(this.rows, at);
    const into = this.rows[at - 1];
    if (!merged || !into) return null;
    this.#set(merged.blocks);
    return { id: into.id, place: merged.place };
  }

  move(id: number, by: -1 | 1): void {
    const rows = moveArticle(this.rows, this.#at(id), by);
    if (rows.some((row, index) => row.id !== this.rows[index]?.id)) this.#set(rows);
  }

  remove(id: number): void {
    this.#set(removeArticle(this.rows, this.#at(id)));
  }

  indent(id: number, by: -1 | 1): void {
    this.#set(indentArticle(this.rows, this.#at(id), by));
  }

  number(id: number, numbered: boolean): void {
    this.#set(numberArticle(this.rows, this.#at(id), numbered));
  }

  /**
   * Puts a pasted text of several lines in as articles, cut as an imported notice is. False for one line, which
   * goes into the field as it is.
   */
  paste(id: number, start: number, end: number, pasted: string): boolean {
    const blocks = cutBlocks(pasted);
    const at = this.#at(id);
    const own = this.rows[at];
    if (blocks.length < 2 || !own) return false;
    const [head, tail] = [own.text.slice(0, start), own.text.slice(end)];
    const made = blocks.map(this.#make);
    const last = made.at(-1);
    if (last && tail) made[made.length - 1] = { ...last, text: last.text + tail };
    const rows = this.rows.toSpliced(at, 1, ...(head.trim() ? [{ ...own, text: head }] : []), ...made);
    this.#set(renumber(rows));
    return true;
  }
}
