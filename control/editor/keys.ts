import { baseKeymap, chainCommands, setBlockType } from 'prosemirror-commands';
import { gapCursor } from 'prosemirror-gapcursor';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { Plugin } from 'prosemirror-state';
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from './schema.ts';

const { nodes } = schema;

/** The list that the cursor stands in. */
export function listAt({ selection: { $from } }: EditorState): { ordered: boolean; at: number } | null {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type === nodes.list) return { ordered: Boolean(node.attrs['ordered']), at: $from.before(depth) };
  }
  return null;
}

/** Makes paragraphs a list of this sort, a list the other sort, or lifts them out of one of the same. */
export const toggleList =
  (ordered: boolean): Command =>
  (state, dispatch) => {
    const list = listAt(state);
    if (list?.ordered === ordered) return liftListItem(nodes.line)(state, dispatch);
    if (list) {
      dispatch?.(state.tr.setNodeMarkup(list.at, null, { ordered }));
      return true;
    }
    return wrapInList(nodes.list, { ordered })(state, dispatch);
  };

export const isHeading = ({ selection: { $from } }: EditorState): boolean =>
  $from.parent.type === nodes.heading;

export const toggleHeading: Command = (state, dispatch) =>
  setBlockType(isHeading(state) ? nodes.paragraph : nodes.heading)(state, dispatch);

/** Undo, lists and headings by keys and by what one types: "# ", "- ", "1. ". */
export function editorPlugins(): Plugin[] {
  return [
    inputRules({
      rules: [
        textblockTypeInputRule(/^#\s$/, nodes.heading),
        wrappingInputRule(/^[-·]\s$/, nodes.list, { ordered: false }),
        wrappingInputRule(/^1[.、．]\s$/, nodes.list, { ordered: true }),
      ],
    }),
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Mod-Alt-1': toggleHeading,
      'Mod-Shift-7': toggleList(true),
      'Mod-Shift-8': toggleList(false),
      Enter: chainCommands(splitListItem(nodes.line), liftListItem(nodes.line)),
      'Shift-Enter': baseKeymap['Enter'] ?? (() => false),
    }),
    keymap(baseKeymap),
    history(),
    gapCursor(),
    // After a table at the end one goes on writing below it.
    new Plugin({
      appendTransaction: (_, __, { doc, tr }) =>
        doc.lastChild?.isAtom ? tr.insert(doc.content.size, nodes.paragraph.create()) : null,
    }),
  ];
}
