import type { OnceKind, OnceNow } from '../../content/sheets/once/kinds.ts';
import type { Paper } from '../paper.ts';
import type { SheetTemplate } from './template.ts';

/** How papers are set that are printed once: tables over as many pages as they take. */
export type OnceTemplate = Pick<
  SheetTemplate<'items'>,
  'component' | 'styles' | 'runs' | 'running' | 'margins'
> & {
  largest(paper: Paper): number;
};

const running = ({ width, height }: Paper): number => Math.max(3, (Math.min(width, height) / 210) * 3.4);
const table = { styles: ['./sheets/document.css'], runs: 'pages', largest: running, running } as const;

/** One line for each of them. */
export const onceTemplates: Record<OnceKind, OnceTemplate> = {
  report: { component: './sheets/ReportSheet.svelte', ...table },
  ledger: { component: './sheets/LedgerSheet.svelte', ...table },
  scorecard: { component: './sheets/ScorecardSheet.svelte', ...table },
  certificate: { component: './sheets/CertificateSheet.svelte', ...table },
};

export function isOnce(now: { is: string }): now is OnceNow {
  return Object.hasOwn(onceTemplates, now.is);
}
