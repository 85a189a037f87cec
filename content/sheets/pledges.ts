import type { Pledge } from '../model/rule.ts';
import { refuse } from '../rule.ts';
import { madeOf, type Gather } from './gathered.ts';

/** The pledge board: the slogan above, then pledges and conduct as the hall holds them. */
export interface PledgesSheetData {
  slogan: Pledge | null;
  pledges: Pledge[];
}

export const gatherPledges: Gather<'pledges', PledgesSheetData> = (records, { pledges: wanted }) => {
  const found = [...records.all('pledge')].filter(({ id }) => !wanted || wanted.includes(id));
  if (found.length === 0) return refuse('record.missing');
  const slogan = found.find(({ body }) => body.role === 'slogan');
  const rest = found.filter((pledge) => pledge !== slogan);
  return {
    title: found.length === 1 ? found[0]!.body.title : '',
    data: { slogan: slogan?.body ?? null, pledges: rest.map(({ body }) => body) },
    made: found.map(madeOf),
    single: found.length === 1,
  };
};
