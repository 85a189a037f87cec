import { Schema } from 'prosemirror-model';
import type { NoticeTable } from '../../content/model/notice.ts';
import { readHtmlTable } from './htmltable.ts';

/**
 * What a notice may hold while it is written. There are no marks: colours, sizes and faces that came with a paste have
 * nowhere to stay. Tables and pictures are one thing each to the editor; their insides are parts of their own.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      content: 'text*',
      group: 'block',
      parseDOM: [{ tag: 'p' }, { tag: 'div' }],
      toDOM: () => ['p', 0],
    },
    heading: {
      content: 'text*',
      group: 'block',
      defining: true,
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
      toDOM: () => ['h3', 0],
    },
    list: {
      attrs: { ordered: { default: false } },
      content: 'line+',
      group: 'block',
      parseDOM: [
        { tag: 'ul', attrs: { ordered: false } },
        { tag: 'ol', attrs: { ordered: true } },
      ],
      toDOM: (node) => [node.attrs['ordered'] ? 'ol' : 'ul', 0],
    },
    line: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    table: {
      attrs: { table: {} },
      group: 'block',
      atom: true,
      isolating: true,
      // Its cells are chosen one by one; as a whole it has a key of its own to be taken out.
      selectable: false,
      parseDOM: [
        {
          tag: 'table',
          priority: 60,
          getAttrs: (dom) => {
            const table = readHtmlTable(dom as HTMLTableElement);
            return table ? { table } : false;
          },
        },
      ],
      // Copied out of the editor it is a table for whatever it is pasted into.
      toDOM: (node) => tableDom(node.attrs['table'] as NoticeTable),
    },
    picture: {
      attrs: { medium: {}, caption: { default: '' } },
      group: 'block',
      atom: true,
      parseDOM: [
        {
          tag: 'figure[data-medium]',
          getAttrs: (dom) => ({
            medium: (dom as HTMLElement).dataset['medium'],
            caption: (dom as HTMLElement).textContent,
          }),
        },
      ],
      toDOM: (node) => [
        'figure',
        { 'data-medium': String(node.attrs['medium']) },
        String(node.attrs['caption']),
      ],
    },
    text: {},
  },
});

function tableDom({ caption, head, rows }: NoticeTable): HTMLElement {
  const table = document.createElement('table');
  if (caption) table.createCaption().textContent = caption;
  const write = (cells: readonly string[], tag: 'th' | 'td', into: HTMLTableSectionElement): void => {
    const row = into.insertRow();
    for (const cell of cells) {
      const box = document.createElement(tag);
      box.textContent = cell;
      row.append(box);
    }
  };
  write(head, 'th', table.createTHead());
  const body = table.createTBody();
  for (const row of rows) write(row, 'td', body);
  return table;
}
