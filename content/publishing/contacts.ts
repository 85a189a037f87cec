import type { CommandInput } from '../model/command.ts';
import type { Kept } from '../model/record.ts';
import type { Contact } from '../model/rule.ts';
import type { Records } from '../records.ts';
import { checkSeen, sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf } from '../rule.ts';

/** Where each role stands in a list: first whom to ask, then where to complain (look.md, hall board). */
const ranks: Record<Contact['role'], number> = { consult: 0, complain: 1, hotline: 2, address: 3 };

/**
 * A phone number as it is kept, or null if it cannot be one (P10): 3 to 20 digits, spaces and dashes, at
 * least three of them digits, a + before them if need be. Full-width digits, as Chinese input methods make
 * them, become plain ones.
 */
export function readPhone(value: string): string | null {
  const phone = value.normalize('NFKC').trim();
  return /^(?=.{3,20}$)\+?\d[\d -]*\d$/.test(phone) && phone.replace(/\D/g, '').length >= 3 ? phone : null;
}

/** Saves a phone or address (P10, P11). Refuses `record.missing`, `record.changed`, `phone.wrong`, `contact.last-complaint`. */
export const saveContact: RuleOf<CommandInput<'contact:save'>, { id: string }> = (
  records,
  { id: seen, rev, ...contact },
  world,
) => {
  const stale = checkSeen(records, 'contact', { id: seen, rev });
  if (stale) return stale;
  const value = contact.role === 'address' ? contact.value : readPhone(contact.value);
  if (value === null) return refuse('phone.wrong', { value: contact.value });
  const before = seen === undefined ? undefined : records.get('contact', seen);
  if (seen !== undefined && contact.role !== 'complain' && isLastComplaint(records, seen))
    return refuse('contact.last-complaint');
  const id = seen ?? world.newId();
  const body: Contact = { ...contact, value };
  return { changes: sameBody(before, body) ? [] : [{ kind: 'contact', id, body }], result: { id } };
};

/** Removes a phone or address (P11). Refuses `record.missing`, `contact.last-complaint`. */
export const removeContact: RuleOf<CommandInput<'contact:remove'>, { id: string }> = (records, { id }) => {
  if (!records.get('contact', id)) return refuse('record.missing');
  if (isLastComplaint(records, id)) return refuse('contact.last-complaint');
  return { changes: [{ kind: 'contact', id, body: null }], result: { id } };
};

function isLastComplaint(records: Records, id: string): boolean {
  if (records.get('contact', id)?.role !== 'complain') return false;
  for (const other of records.all('contact'))
    if (other.id !== id && other.body.role === 'complain') return false;
  return true;
}

/** Contacts in the order in which screens and paper show them (P12); of one role, the older first. */
export function inDisplayOrder(contacts: Iterable<Kept<'contact'>>): Kept<'contact'>[] {
  return [...contacts].sort((one, other) => ranks[one.body.role] - ranks[other.body.role]);
}
