import type { DraftKind, Proposal } from '../content/model/draft.ts';
import type { NoticeBlock, Publicity } from '../content/model/notice.ts';
import { linesOf } from '../content/publishing/blocks.ts';
import type { Source } from '../content/model/rule.ts';
import type { Staff } from '../content/model/staff.ts';
import { toLocal, wordDay } from './dates.ts';
import { language, say } from './words.ts';

type Key = Parameters<typeof say>[0];

const order = [
  'role',
  'name',
  'title',
  'label',
  'value',
  'owner',
  'category',
  'text',
  'lines',
  'blocks',
  'from',
  'until',
];

/** Where a field stands when a record is read: its name first, what it says, then when and from where. */
export function rankOf(field: string): number {
  const rank = order.indexOf(field);
  return rank < 0 ? order.length : rank;
}

/** Fields that are called otherwise in a package than in an item. */
const packageFields: Record<string, Key> = {
  name: 'areas.column.name',
  items: 'packages.column.items',
  promisedDays: 'package.days',
  note: 'package.note',
};

/** Fields of a person that the form words beside them. */
const staffFields: Record<string, Key> = {
  party: 'staff.is-party',
  leader: 'staff.is-leader',
  agreed: 'staff.agreed',
};

/** What a field of a record is called. */
export function fieldWord(field: string, kind?: DraftKind): string {
  const own =
    kind === 'package'
      ? packageFields[field]
      : kind === 'staff'
        ? (staffFields[field] ?? (`staff.field.${field}` as Key))
        : undefined;
  if (own) return say(own);
  // The fields of an item have their words in its form.
  const words = [`words.${field}`, `item.${field}-label`, `item.${field}`].map((key) => say(key as Key));
  return words.find((word) => !word.includes('.')) ?? field;
}

/** A value as people read it: days, categories and roles in words, texts as they are. */
export function valueWord(
  kind: DraftKind,
  field: string,
  value: unknown,
  zone: string,
  today: string,
): string {
  if (value === undefined || value === null) return '';
  if (field === 'from' || field === 'until') return momentWord(Number(value), zone, today);
  if (kind === 'item' && (field === 'category' || field === 'type'))
    return say(`item.${field}.${String(value)}` as Key);
  if (field === 'category') return say(`notice.category.${String(value)}` as Key);
  if (field === 'wording') return say(`rules.wording.${String(value)}` as Key);
  if (field === 'role')
    return say(`${kind === 'pledge' ? 'pledge.role' : 'contact'}.${String(value)}` as Key);
  if (field === 'source' && typeof value === 'object') return sourceWord(value as Source);
  if (field === 'publicity') return publicityWord(value as Publicity);
  if (field === 'promisedDays' && kind === 'package')
    return Number(value) === 0 ? say('item.now') : say('item.days', { days: Number(value) });
  if (field === 'agreed') return wordDay(String(value), today, language);
  if (value === true) return say('words.yes');
  if (value === false) return say('conflict.no');
  if (Array.isArray(value)) return value.map(entryWord).join('\n');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function publicityWord({ days, basis, objections }: Publicity): string {
  return [say('words.publicity-days', { days }), basis, objections].filter(Boolean).join(' · ');
}

function entryWord(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('is' in value) return linesOf(value as NoticeBlock).join('\n');
  const { number = '', text = '' } = value as { number?: string; text?: string };
  return number + text;
}

function momentWord(at: number, zone: string, today: string): string {
  const [day = '', clock = ''] = toLocal(at, zone).split('T');
  return `${wordDay(day, today, language)} ${clock}`;
}

function sourceWord({ title, issuer, date, annex }: Source): string {
  return [annex, title, issuer, date].filter(Boolean).join(' · ');
}

/** The reviewed words of a live record's body as the journal has it. */
export function wordsOfBody(kind: DraftKind, body: Record<string, unknown>): Record<string, unknown> {
  const signed: Record<DraftKind, readonly string[]> = {
    notice: ['postedBy', 'postedAt', 'withdrawn'],
    rule: ['adoptedBy', 'adoptedAt'],
    contact: [],
    item: ['sample', 'checked', 'savedBy', 'savedAt'],
    pledge: [],
    package: [],
    staff: ['order', 'consent'],
  };
  const words = Object.fromEntries(Object.entries(body).filter(([field]) => !signed[kind].includes(field)));
  const { consent } = body as Partial<Staff>;
  return kind === 'staff' && consent ? { ...words, agreed: consent.on } : words;
}

/** A proposal made of the words of a body. */
export function proposalOf(kind: DraftKind, id: string, body: Record<string, unknown>): Proposal {
  return { kind, id, body: wordsOfBody(kind, body) } as unknown as Proposal;
}
