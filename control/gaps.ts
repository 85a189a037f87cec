import type { Hall } from './hall.svelte.ts';
import { printedOf } from './printed.ts';
import type { PageName } from './route.ts';

export type Gap =
  | 'no-consult'
  | 'no-complain'
  | 'no-screen'
  | 'no-service'
  | 'service-nowhere'
  | 'no-rule'
  | 'sheets-outdated';

/** What a hall still lacks, the gravest first, and the page where it is mended. */
export function findGaps(hall: Hall): { gap: Gap; page: PageName; count: number }[] {
  const gaps: { gap: Gap; page: PageName; count: number }[] = [];
  const find = (gap: Gap, page: PageName, count: number): void => {
    if (count > 0) gaps.push({ gap, page, count });
  };
  const has = (role: string): boolean => hall.contacts.some(({ body }) => body.role === role);
  find('no-complain', 'contacts', has('complain') ? 0 : 1);
  find('no-consult', 'contacts', has('consult') ? 0 : 1);
  find('no-service', 'windows', hall.services.length ? 0 : 1);
  find(
    'service-nowhere',
    'windows',
    hall.services.filter(({ id }) => !hall.windows.some(({ body }) => body.services.includes(id))).length,
  );
  find('no-screen', 'screens', hall.screens.length ? 0 : 1);
  find('no-rule', 'rules', hall.rules.length ? 0 : 1);
  find(
    'sheets-outdated',
    'rules',
    hall.rules.filter((rule) => printedOf(rule, hall.sheets).outdated.length).length,
  );
  return gaps;
}
