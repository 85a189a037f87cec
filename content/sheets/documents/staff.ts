import type { Staff } from '../../model/staff.ts';
import { inWallOrder } from '../../people/staff.ts';
import { refuse } from '../../rule.ts';
import { madeOf, type Gather } from '../gathered.ts';

/** The people of the hall as a table, without what is not for the public. */
export interface StaffSheetData {
  staff: Pick<Staff, 'name' | 'unit' | 'title' | 'post' | 'phone' | 'number' | 'party' | 'duties'>[];
}

export const gatherStaff: Gather<'staff', StaffSheetData> = (records) => {
  const staff = inWallOrder(records.all('staff'));
  if (staff.length === 0) return refuse('record.missing');
  return {
    title: '',
    data: {
      staff: staff.map(({ body: { name, unit, title, post, phone, number, party, duties } }) => ({
        name,
        unit,
        party,
        ...(title ? { title } : {}),
        ...(post ? { post } : {}),
        ...(phone ? { phone } : {}),
        ...(number ? { number } : {}),
        ...(duties?.length ? { duties } : {}),
      })),
    },
    made: staff.map(madeOf),
    single: false,
  };
};
