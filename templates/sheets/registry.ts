import type { SheetKind } from '../../content/model/sheet.ts';
import { renderFlow } from '../flow.ts';
import type { Paper } from '../paper.ts';
import { sizeChart } from './chart.ts';
import { documentTemplates } from './documents.ts';
import { signTemplates } from './signs.ts';
import type { SheetTemplate } from './template.ts';

/** A twelfth of the short side is left white on each side (look.md). */
const MEASURE = 5 / 6;
/** Type that holds so many characters in a line. */
const inLine =
  (characters: number) =>
  ({ width, height }: Paper): number =>
    (Math.min(width, height * 1.2) * MEASURE) / characters;

/** One line for each kind of sheet. */
export const sheetTemplates: { [K in SheetKind]: SheetTemplate<K> } = {
  ...signTemplates,
  ...documentTemplates,
  rule: {
    component: './sheets/RuleSheet.svelte',
    runs: 'page',
    // Lines of a pledge are short and set large.
    largest: (paper, { data }) =>
      inLine(data.blocks.every((block) => !block.number && Array.from(block.text).length <= 18) ? 13 : 20)(
        paper,
      ),
  },
  notice: {
    component: './sheets/NoticeSheet.svelte',
    styles: ['./sheets/notice.css'],
    runs: 'either',
    largest: inLine(22),
  },
  guide: {
    component: './sheets/GuideSheet.svelte',
    styles: ['./sheets/guide.css'],
    runs: 'either',
    largest: inLine(44),
    drawing: ({ data }, accent) => sizeChart(renderFlow(data.text, 'sheet', accent)),
  },
  contacts: {
    component: './sheets/ContactsSheet.svelte',
    styles: ['./sheets/board.css'],
    runs: 'page',
    largest: inLine(17),
  },
  pledges: {
    component: './sheets/PledgesSheet.svelte',
    styles: ['./sheets/board.css'],
    runs: 'page',
    largest: inLine(18),
  },
};
