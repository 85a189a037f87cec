import type { CommandInput } from '../model/command.ts';
import type { Hall } from '../model/hall.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';
import { hallOf } from './hall.ts';

/** `http://host:port` of an address; null if it is none. */
export function originOf(address: string): string | null {
  return /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?(?=$|[/?#])/i.exec(address)?.[0].toLowerCase() ?? null;
}

/** Whether the hall's list has the site of this address (R13). */
export function isListed(pages: readonly string[], address: string): boolean {
  const origin = originOf(address);
  return origin !== null && pages.includes(origin);
}

/** The sites whose pages screens of the hall may show (R13). Refuses `setup.missing`, `record.changed`, `page.address`. */
export const listPages: RuleOf<CommandInput<'hall:pages'>, { id: string }> = (records, { rev, pages }) => {
  const hall = hallOf(records);
  if (!hall) return refuse('setup.missing');
  const stale = checkSeen(records, 'hall', { id: hall.id, rev });
  if (stale) return stale;
  const origins: string[] = [];
  for (const page of pages) {
    const origin = originOf(page.trim());
    if (origin === null) return refuse('page.address', { address: page.slice(0, 60) });
    if (!origins.includes(origin)) origins.push(origin);
  }
  const body: Hall = { ...unlisted(hall.body), ...(origins.length > 0 ? { pages: origins } : {}) };
  const changes = sameBody(hall.body, body) ? [] : [{ kind: 'hall' as const, id: hall.id, body }];
  return { changes, result: { id: hall.id } };
};

const unlisted = ({ pages: _, ...hall }: Hall): Hall => hall;

/** The sites of the hall's list, for the pages' content policy. */
export function listedPages(records: Records): readonly string[] {
  return hallOf(records)?.body.pages ?? [];
}
