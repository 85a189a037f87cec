import { wordHours } from '../calendar.ts';
import type { Contact } from '../model/rule.ts';
import { hallOf } from '../premises/hall.ts';
import { inDisplayOrder } from '../publishing/contacts.ts';
import { refuse } from '../rule.ts';
import { madeOf, type Gather } from './gathered.ts';

/** The board of phones: whom to ask, where to complain, where the hall is and when it is open. */
export interface ContactsSheetData {
  contacts: Contact[];
  hours: string;
}

export const gatherContacts: Gather<'contacts', ContactsSheetData> = (records) => {
  const hall = hallOf(records);
  const contacts = inDisplayOrder(records.all('contact'));
  if (!hall || contacts.length === 0) return refuse('record.missing');
  return {
    title: '',
    data: { contacts: contacts.map(({ body }) => body), hours: wordHours(hall.body.hours) },
    made: contacts.map(madeOf),
    single: false,
  };
};
