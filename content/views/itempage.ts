import { mediumOf } from '../media/uses.ts';
import type { ItemPhone, ItemText } from '../model/item.ts';
import type { Contact } from '../model/rule.ts';
import { inDisplayOrder } from '../publishing/contacts.ts';
import { settingsOf } from '../queue/settings.ts';
import type { Records } from '../records.ts';

/** A phone as a guide shows it. */
export type GuidePhone = Pick<Contact, 'label' | 'value' | 'owner'>;

/** A guide with everything that it names looked up: windows by number, phones by what is dialled. */
export interface ItemPage {
  text: ItemText;
  windows: { number: number; name: string }[];
  consult: GuidePhone[];
  complain: GuidePhone[];
  /** Forms and samples that may be given out, by their medium's id: digest, and what they are called. */
  files: Record<string, { digest: string; name: string }>;
  /** Whether a number for it can be taken on the phone. */
  canTake: boolean;
}

/** What a guide shows (U4, U10): what the hall no longer has is passed over, and its own phones fill in. */
export function itemPage(records: Records, text: ItemText): ItemPage {
  const windows = text.windows
    .flatMap((id) => records.get('window', id) ?? [])
    .map(({ number, name }) => ({ number, name }))
    .sort((one, other) => one.number - other.number);
  return {
    text,
    windows,
    consult: phones(records, text.consult, ['consult']),
    complain: phones(records, text.complain, ['complain', 'hotline']),
    files: filesOf(records, text),
    canTake:
      settingsOf(records).phone !== 'off' &&
      text.services.some((id) => {
        const service = records.get('service', id);
        return service !== undefined && !service.closedTo?.includes('phone');
      }),
  };
}

/** Files of the materials that somebody ticked (media.md N9): the others cannot be fetched. */
function filesOf(records: Records, { materials }: ItemText): ItemPage['files'] {
  const files: ItemPage['files'] = {};
  for (const id of materials.flatMap(({ blankFile, filledFile }) => [blankFile, filledFile])) {
    const medium = id === undefined ? undefined : mediumOf(records, id);
    if (id !== undefined && medium?.checked) files[id] = { digest: medium.upload, name: medium.name };
  }
  return files;
}

function phones(
  records: Records,
  named: readonly ItemPhone[],
  roles: readonly Contact['role'][],
): GuidePhone[] {
  const own = named.flatMap((phone) =>
    phone.is === 'own'
      ? { label: phone.label, value: phone.value }
      : (records.get('contact', phone.id) ?? []),
  );
  const found =
    own.length > 0
      ? own
      : inDisplayOrder(records.all('contact'))
          .map(({ body }) => body)
          .filter(({ role }) => roles.includes(role));
  return found.map(({ label, value, ...more }) => ({
    label,
    value,
    ...('owner' in more && more.owner ? { owner: more.owner } : {}),
  }));
}
