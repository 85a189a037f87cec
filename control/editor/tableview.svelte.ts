import type { Node } from 'prosemirror-model';
import type { Decoration, EditorView, NodeView } from 'prosemirror-view';
import { mount, unmount } from 'svelte';
import { closeHistory, redo, undo } from 'prosemirror-history';
import type { Finding } from '../../content/checks/finding.ts';
import type { NoticeTable } from '../../content/model/notice.ts';
import Table from './Table.svelte';

type Mask = (table: NoticeTable, columns: readonly number[]) => NoticeTable;

/** What a table's part of the page sees and does. */
export class TableState {
  table: NoticeTable = $state.raw() as NoticeTable;
  findings: readonly Finding[] = $state.raw([]);
  readonly change: (table: NoticeTable) => void;
  readonly remove: () => void;
  readonly history: (back: boolean) => void;
  /** The table with these columns masked by the hall's rule. */
  readonly mask: Mask;

  constructor(table: NoticeTable, deeds: Pick<TableState, 'change' | 'remove' | 'history' | 'mask'>) {
    this.table = table;
    this.change = deeds.change;
    this.remove = deeds.remove;
    this.history = deeds.history;
    this.mask = deeds.mask;
  }
}

/** Takes a table or a picture out; a paragraph stays where nothing else would. */
export function takeOut(view: EditorView, at: number): void {
  const { tr, doc } = view.state;
  view.dispatch(
    doc.childCount > 1
      ? tr.delete(at, at + 1)
      : tr.replaceWith(at, at + 1, view.state.schema.node('paragraph')),
  );
}

const findingsOf = (decorations: readonly Decoration[]): Finding[] =>
  decorations.flatMap(({ spec }) => ((spec as { findings?: Finding[] }).findings ?? []) as Finding[]);

/** A table in the editor: a part of its own, whose every change is a step of the editor's and can be undone. */
export class TableView implements NodeView {
  readonly dom = document.createElement('div');
  readonly #state: TableState;
  readonly #part: Record<string, unknown>;

  constructor(
    node: Node,
    view: EditorView,
    place: () => number | undefined,
    decorations: readonly Decoration[],
    mask: Mask,
  ) {
    this.#state = new TableState(node.attrs['table'] as NoticeTable, {
      change: (table) => {
        const at = place();
        // Each change of a table is a step of its own, however fast it follows another.
        if (at !== undefined) view.dispatch(closeHistory(view.state.tr.setNodeMarkup(at, null, { table })));
      },
      remove: () => {
        const at = place();
        if (at === undefined) return;
        takeOut(view, at);
        view.focus();
      },
      mask,
      history: (back) => (back ? undo : redo)(view.state, view.dispatch),
    });
    this.#state.findings = findingsOf(decorations);
    this.dom.className = 'part';
    this.dom.contentEditable = 'false';
    this.#part = mount(Table, { target: this.dom, props: { own: this.#state } });
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type.name !== 'table') return false;
    this.#state.table = node.attrs['table'] as NoticeTable;
    this.#state.findings = findingsOf(decorations);
    return true;
  }

  stopEvent(): boolean {
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    void unmount(this.#part);
  }
}
