import type { DocumentKind } from '../../content/sheets/documents/kinds.ts';
import type { Paper } from '../paper.ts';
import { sizeChart } from './chart.ts';
import type { SheetTemplate } from './template.ts';
import { renderFlow } from '../flow.ts';

/** A form is filled in by hand: 小四 on A4, boxes that hold a line of writing. */
const formType = ({ width, height }: Paper): number => (Math.min(width, height) / 210) * 3.7;
const running = ({ width, height }: Paper): number => Math.max(3.2, (Math.min(width, height) / 210) * 3.5);
const table = ['./sheets/document.css'] as const;

/** One line for each sheet that is a document. */
export const documentTemplates: { [K in DocumentKind]: SheetTemplate<K> } = {
  form: {
    component: './sheets/FormSheet.svelte',
    styles: ['./sheets/form.css'],
    runs: 'pages',
    largest: formType,
    running: formType,
    margins: ({ width }) => ({ sides: width * 0.085, top: width * 0.07, bottom: width * 0.07, words: false }),
  },
  booklet: {
    component: './sheets/BookletSheet.svelte',
    styles: ['./sheets/guide.css', './sheets/booklet.css'],
    runs: 'pages',
    largest: running,
    running: ({ width }) => (width < 200 ? 3.2 : 3.7),
    drawing: ({ data }, accent) =>
      data.guides
        .filter(({ page }) => page.text.steps.length > 0)
        .map(({ page }) => sizeChart(renderFlow(page.text, 'sheet', accent)) ?? ''),
    contents: true,
  },
  package: {
    component: './sheets/PackageSheet.svelte',
    styles: ['./sheets/guide.css', './sheets/package.css'],
    runs: 'either',
    largest: ({ width, height }) => (Math.min(width, height * 1.2) * 5) / 6 / 38,
    inner: ({ data }, origin) => origin + data.path,
  },
  flow: {
    component: './sheets/FlowSheet.svelte',
    styles: ['./sheets/guide.css', './sheets/rules.css'],
    runs: 'page',
    // Whoever wants to know walks up to it.
    near: 1,
    largest: ({ width, height }) => Math.min(width, height) * 0.03,
    drawing: ({ data }, accent) => sizeChart(renderFlow(data, 'sheet', accent)),
  },
  items: {
    component: './sheets/ItemsSheet.svelte',
    styles: table,
    runs: 'pages',
    largest: running,
    running,
  },
  staff: {
    component: './sheets/StaffSheet.svelte',
    styles: table,
    runs: 'pages',
    largest: running,
    running,
  },
  rules: {
    component: './sheets/RulesSheet.svelte',
    styles: ['./sheets/rules.css'],
    runs: 'page',
    largest: ({ width, height }) => Math.min(width, height) / 30,
  },
};
