import { Fragment, Slice } from 'prosemirror-model';
import type { EditorProps, EditorView } from 'prosemirror-view';
import { tableOfRows } from '../../content/importing/tables.ts';
import { readTabs } from './htmltable.ts';
import { schema } from './schema.ts';

/**
 * Word writes what it hides into a page's comments, and its lists as paragraphs with a mark in a span; nothing of a
 * paste's styles has a place in the schema, so that only these need care.
 */
export function tidyPasted(html: string): string {
  return html
    .replace(/<!--\[if !supportLists\]-->[\s\S]*?<!--\[endif\]-->/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/\sstyle=(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/<\/?o:p>/g, '');
}

/** A spreadsheet that only gives text: tabs make a table. */
function pasteTabs(view: EditorView, event: ClipboardEvent): boolean {
  const data = event.clipboardData;
  if (!data || data.getData('text/html').includes('<')) return false;
  const grid = readTabs(data.getData('text/plain'));
  const table = grid && tableOfRows(grid);
  if (!table) return false;
  const node = schema.nodes.table.create({ table });
  view.dispatch(view.state.tr.replaceSelection(new Slice(Fragment.from(node), 0, 0)).scrollIntoView());
  return true;
}

export const pasting: Pick<EditorProps, 'transformPastedHTML' | 'handlePaste'> = {
  transformPastedHTML: tidyPasted,
  handlePaste: pasteTabs,
};
