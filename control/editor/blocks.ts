import type { Node } from 'prosemirror-model';
import type { NoticeBlock, NoticeTable } from '../../content/model/notice.ts';
import { schema } from './schema.ts';

const { nodes } = schema;
const textNode = (text: string) => (text === '' ? [] : [schema.text(text)]);
const paragraph = (text: string): Node => nodes.paragraph.create(null, textNode(text.trim()));

/** The parts of a notice as the editor has them; a notice of text alone as its paragraphs. */
export function docOf(blocks: readonly NoticeBlock[]): Node {
  const content = blocks.flatMap((block): Node[] => {
    switch (block.is) {
      case 'heading':
        return [nodes.heading.create(null, textNode(block.text))];
      case 'paragraph':
        return block.text.split('\n').map(paragraph);
      case 'list':
        return [
          nodes.list.create(
            { ordered: block.ordered },
            block.lines.map((line) => nodes.line.create(null, paragraph(line))),
          ),
        ];
      case 'table':
        return [nodes.table.create({ table: block })];
      case 'picture':
        return [nodes.picture.create({ medium: block.medium, caption: block.caption ?? '' })];
    }
  });
  return nodes.doc.create(null, content.length > 0 ? content : [paragraph('')]);
}

/** A part with the place of its node in the editor. */
export interface Placed {
  block: NoticeBlock;
  /** Position before the node. */
  at: number;
}

/** What the editor holds as parts of a notice; what is empty is left out. */
export function placedBlocks(doc: Node): Placed[] {
  const placed: Placed[] = [];
  doc.forEach((node, at) => {
    const block = blockOf(node);
    if (block) placed.push({ block, at });
  });
  return placed;
}

export const blocksOf = (doc: Node): NoticeBlock[] => placedBlocks(doc).map(({ block }) => block);

function blockOf(node: Node): NoticeBlock | null {
  const text = node.textContent.trim();
  switch (node.type) {
    case nodes.heading:
      return text ? { is: 'heading', text: text.slice(0, 120) } : null;
    case nodes.list: {
      const lines: string[] = [];
      node.forEach((line) => {
        const words = line.textContent.trim();
        if (words) lines.push(words.slice(0, 1000));
      });
      return lines.length > 0 ? { is: 'list', ordered: Boolean(node.attrs['ordered']), lines } : null;
    }
    case nodes.table:
      return node.attrs['table'] as NoticeTable;
    case nodes.picture: {
      const caption = String(node.attrs['caption'] ?? '').trim();
      return { is: 'picture', medium: String(node.attrs['medium']), ...(caption ? { caption } : {}) };
    }
    default:
      return text ? { is: 'paragraph', text: text.slice(0, 4000) } : null;
  }
}
