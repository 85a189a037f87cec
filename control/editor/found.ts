import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Finding } from '../../content/checks/finding.ts';
import { placedBlocks } from './blocks.ts';
import { schema } from './schema.ts';

const key = new PluginKey<DecorationSet>('found');

/** Shows what the checks found: text underlined at its place, a table or picture told what is found in it. */
export function foundPlugin(): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, before) => {
        const next = tr.getMeta(key) as DecorationSet | undefined;
        return next ?? before.map(tr.mapping, tr.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

export const foundKey = key;

/** Where a finding stands in the editor, by the path in the notice: `blocks.3.text`, `blocks.2.rows.0.1`. */
export function placeOf(doc: Node, { path, start = 0, end = start }: Finding['where']): Range | null {
  const [head, index, field, line] = path.split('.');
  const placed = head === 'blocks' ? placedBlocks(doc)[Number(index)] : undefined;
  const node = placed && doc.nodeAt(placed.at);
  if (!placed || !node) return null;
  if (node.isAtom) return { from: placed.at, to: placed.at + node.nodeSize, whole: true };
  let inside = placed.at + 1;
  let text = node.textContent;
  if (field === 'lines') {
    let seen = -1;
    let found = -1;
    node.forEach((one, offset) => {
      if (one.textContent.trim()) seen += 1;
      if (seen === Number(line) && found < 0) [found, text] = [offset, one.textContent];
    });
    inside = placed.at + 1 + Math.max(0, found) + 2;
  }
  const blank = text.length - text.trimStart().length;
  return { from: inside + blank + start, to: inside + blank + end, whole: false };
}

export interface Range {
  from: number;
  to: number;
  /** A table or a picture as one. */
  whole: boolean;
}

/** Decorations of all findings. A table gets those of its own as `spec.findings`. */
export function decorate(doc: Node, findings: readonly Finding[]): DecorationSet {
  const wholes = new Map<number, { range: Range; own: Finding[] }>();
  const list: Decoration[] = [];
  for (const finding of findings) {
    const range = placeOf(doc, finding.where);
    if (!range || range.to > doc.content.size) continue;
    if (range.whole) {
      const before = wholes.get(range.from);
      if (before) before.own.push(finding);
      else wholes.set(range.from, { range, own: [finding] });
    } else if (range.to > range.from)
      list.push(Decoration.inline(range.from, range.to, { class: `found ${finding.severity}` }));
  }
  for (const { range, own } of wholes.values()) {
    const table = doc.nodeAt(range.from)?.type === schema.nodes.table;
    const worst = own.some(({ severity }) => severity === 'block') ? 'block' : 'warn';
    list.push(
      Decoration.node(range.from, range.to, table ? {} : { class: `found ${worst}` }, { findings: own }),
    );
  }
  return DecorationSet.create(doc, list);
}
