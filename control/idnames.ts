import type { DraftKind } from '../content/model/draft.ts';
import type { ItemPhone, Material } from '../content/model/item.ts';
import type { NoticeBlock } from '../content/model/notice.ts';
import type { Kind } from '../content/model/record.ts';
import type { Contact } from '../content/model/rule.ts';
import { draftAs } from '../content/publishing/review.ts';
import type { Records } from '../content/records.ts';
import { say } from './words.ts';

type Words = Readonly<Record<string, unknown>>;

const wordContact = ({ label, value }: Contact): string => `${label} ${value}`;

/** What a record is called where another names it by its id; one that is gone or still to come is told as that. */
export function nameIn(records: Records, kind: Kind, id: string): string {
  switch (kind) {
    case 'window': {
      const window = records.get('window', id);
      return window ? `${window.number} ${window.name}` : say('words.gone');
    }
    case 'contact': {
      const contact = records.get('contact', id);
      if (contact) return wordContact(contact);
      const awaited = draftAs(records, 'contact', id)?.body.of;
      return awaited?.kind === 'contact'
        ? say('words.awaited', { name: wordContact(awaited.body) })
        : say('words.gone');
    }
    case 'assessment':
      return records.get('assessment', id)?.title ?? say('words.gone');
    case 'account':
      return records.get('account', id)?.displayName ?? id;
    case 'service':
    case 'item':
    case 'medium':
      return records.get(kind, id)?.name ?? say('words.gone');
    default:
      return id;
  }
}

/** The fields of each kind that hold ids, and of what. */
const fields: { [K in DraftKind]?: Record<string, Kind> } = {
  item: { windows: 'window', services: 'service' },
  notice: { attachments: 'medium', assessment: 'assessment' },
  package: { items: 'item' },
  staff: { photo: 'medium', account: 'account' },
};

/** The words of a record with the names of what they name in place of its ids: people compare names. */
export function namedWords(kind: DraftKind, body: Words, records: Records): Words {
  const named: Record<string, unknown> = { ...body };
  for (const [field, of] of Object.entries(fields[kind] ?? {})) {
    const value = body[field];
    if (typeof value === 'string') named[field] = nameIn(records, of, value);
    if (Array.isArray(value)) named[field] = value.map((id) => nameIn(records, of, String(id)));
  }
  if (kind === 'item') nameItem(named, records);
  if (kind === 'notice' && Array.isArray(body['blocks']))
    named['blocks'] = (body['blocks'] as NoticeBlock[]).map((block) => namePicture(block, records));
  return named;
}

function nameItem(named: Record<string, unknown>, records: Records): void {
  for (const field of ['consult', 'complain'])
    if (Array.isArray(named[field]))
      named[field] = (named[field] as ItemPhone[]).map((phone) =>
        phone.is === 'contact' ? nameIn(records, 'contact', phone.id) : `${phone.label} ${phone.value}`,
      );
  const file = (id: string | undefined) => id !== undefined && nameIn(records, 'medium', id);
  if (Array.isArray(named['materials']))
    named['materials'] = (named['materials'] as Material[]).map((material) => ({
      ...material,
      ...(material.blankFile && { blankFile: file(material.blankFile) }),
      ...(material.filledFile && { filledFile: file(material.filledFile) }),
    }));
}

/** A picture is told by its name in the library, so that another one shows as a change. */
function namePicture(block: NoticeBlock, records: Records): NoticeBlock {
  if (block.is !== 'picture') return block;
  const words = [say('words.picture'), nameIn(records, 'medium', block.medium), block.caption];
  return { is: 'paragraph', text: words.filter(Boolean).join(' · ') };
}
