import type { Contact } from '../../../content/model/rule.ts';
import type { Kept } from '../../../content/model/record.ts';
import { widthOf } from '../reading/width.ts';

/** A phone at the foot of the glass: no label takes more than a dozen characters, no number more than twenty. */
export interface FootPhone {
  id: string;
  role: Contact['role'];
  label: string;
  value: string;
}

const LABEL = 14;
const VALUE = 22;
/** Beside and between them, in characters. */
const APART = 1.8;

/** A text of so many characters at most; what is left out is told by a mark. */
export const shorten = (text: string, most: number): string =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;

/**
 * Phones that stand in so many characters, in their order, one of each role before a second of any (TX10). The first
 * always does. The address is for those who are not here yet: phone page and paper.
 */
export function footPhones(contacts: readonly Kept<'contact'>[], room: number): FootPhone[] {
  const phones = contacts
    .filter(({ body }) => body.role !== 'address')
    .map(({ id, body: { role, label, value } }): FootPhone => {
      return { id, role, label: shorten(label, LABEL), value: shorten(value, VALUE) };
    });
  const first = phones.filter(({ role }, at) => phones.findIndex((one) => one.role === role) === at);
  const chosen = new Set<string>();
  let left = room;
  for (const { id, label, value } of [...first, ...phones.filter((one) => !first.includes(one))]) {
    left -= widthOf(label) + widthOf(value) * 1.1 + APART;
    if (left < 0 && chosen.size > 0) break;
    chosen.add(id);
  }
  return phones.filter(({ id }) => chosen.has(id));
}
