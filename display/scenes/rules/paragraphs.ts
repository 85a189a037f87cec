import type { Rule } from '../../../content/model/rule.ts';
import type { Paragraph } from '../reading/cut.ts';

/** A rule article by article: the number hangs before the text, a short line that ends without a mark is a heading. */
export function paragraphsOfRule({ blocks }: Pick<Rule, 'blocks'>): Paragraph[] {
  return blocks.map(({ number, depth, text }, place): Paragraph => {
    const next = blocks[place + 1];
    const heads =
      next !== undefined && next.depth > depth && !/[。；：，,.;:]$/.test(text) && text.length <= 30;
    // A longer number would push the text far in: it stays in it.
    const hangs = number.length > 0 && number.length <= 4;
    return {
      text: hangs ? text : number + text,
      ...(hangs ? { mark: number } : {}),
      is: heads ? 'heading' : 'article',
      depth: Math.min(depth, 2),
    };
  });
}
