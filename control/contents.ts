import pinyin from 'pinyin-match';
import type { Finding } from '../content/checks/finding.ts';
import type { DraftKind } from '../content/model/draft.ts';
import type { Body } from '../content/model/record.ts';
import { isPublic } from '../content/publishing/items.ts';
import type { Records } from '../content/records.ts';
import { titleOf } from '../content/views/publishingalerts.ts';
import { stateOf } from './noticestate.ts';
import type { KeptDraft } from './review.ts';

/** Where a piece of content stands before the public. */
export const contentStates = ['live', 'coming', 'sample', 'over', 'withdrawn', 'none'] as const;
export type ContentState = (typeof contentStates)[number];
export const contentKinds = [
  'item',
  'package',
  'notice',
  'rule',
  'pledge',
  'contact',
  'staff',
] as const satisfies DraftKind[];

/** One piece of content of any kind, with the open draft that would change it. */
export interface ContentRow {
  /** `KIND ID` of the live record, `draft ID` of one that is not public yet. */
  key: string;
  kind: DraftKind;
  /** The live record; null while there is only a draft. */
  id: string | null;
  rev: number;
  title: string;
  state: ContentState;
  draft: KeptDraft | null;
  /** When a notice ends. */
  until: number | null;
  findings: readonly Finding[];
}

/** What the list is narrowed to; an empty string is anything. */
export interface ContentFilter {
  sought: string;
  kind: DraftKind | '';
  state: ContentState | 'draft' | 'submitted' | 'returned' | 'approved' | '';
  /** Records with a finding of this check, with any, or with none. */
  gap: Finding['check'] | 'any' | 'no' | '';
}
export const noContentFilter: ContentFilter = { sought: '', kind: '', state: '', gap: '' };

const titles: { [K in DraftKind]: (body: Body<K>) => string } = {
  notice: ({ title }) => title,
  rule: ({ title }) => title,
  pledge: ({ title }) => title,
  item: ({ name }) => name,
  contact: ({ label, value }) => `${label} ${value}`,
  package: ({ name }) => name,
  staff: ({ name }) => name,
};

function standing<K extends DraftKind>(kind: K, body: Body<K>, now: number): ContentState {
  if (kind === 'item') return isPublic(body as Body<'item'>) ? 'live' : 'sample';
  if (kind !== 'notice') return 'live';
  const state = stateOf(body as Body<'notice'>, now);
  return state === 'shown' ? 'live' : state;
}

/** All content of the hall: what is public, and what is only written yet; of one kind as it came. */
export function contentRows(records: Records, findings: readonly Finding[], now: number): ContentRow[] {
  const found = Map.groupBy(findings, ({ record }) => `${record.kind} ${record.id}`);
  const open = [...records.all('draft')].filter(({ body }) => body.state !== 'done');
  const beside = new Map(open.flatMap((draft) => (draft.body.of.id ? [[keyOf(draft), draft] as const] : [])));
  const live = contentKinds.flatMap((kind) =>
    [...records.all(kind)].map(({ id, rev, body }): ContentRow => {
      const key = `${kind} ${id}`;
      return {
        key,
        kind,
        id,
        rev,
        title: titles[kind](body as never),
        state: standing(kind, body as never, now),
        draft: beside.get(key) ?? null,
        until: kind === 'notice' ? (body as Body<'notice'>).until : null,
        findings: found.get(key) ?? [],
      };
    }),
  );
  const alone = open
    .filter(({ body }) => body.of.id === undefined)
    .map((draft): ContentRow => ({
      key: `draft ${draft.id}`,
      kind: draft.body.of.kind,
      id: null,
      rev: 0,
      title: titleOf(draft.body),
      state: 'none',
      draft,
      until: null,
      findings: [],
    }));
  return [...alone, ...live];
}

const keyOf = ({ body: { of } }: KeptDraft): string => `${of.kind} ${of.id ?? ''}`;

/** The rows that fit: by signs of the title or their sound, by kind, by where they stand, by what is found in them. */
export function filterContents(rows: readonly ContentRow[], filter: ContentFilter): ContentRow[] {
  const word = filter.sought.normalize('NFKC').trim();
  return rows.filter((row) => {
    if (filter.kind && row.kind !== filter.kind) return false;
    if (filter.state && row.state !== filter.state && row.draft?.body.state !== filter.state) return false;
    if (filter.gap === 'any' && row.findings.length === 0) return false;
    if (filter.gap === 'no' && row.findings.length > 0) return false;
    const check = filter.gap;
    if (check && check !== 'any' && check !== 'no' && !row.findings.some((one) => one.check === check))
      return false;
    return word === '' || pinyin.match(row.title, word) !== false;
  });
}
