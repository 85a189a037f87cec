import type { ItemText } from '../../model/item.ts';
import { refuse } from '../../rule.ts';
import type { Gather } from '../gathered.ts';

/** The flow chart of an item, large. */
export type FlowSheetData = Pick<ItemText, 'name' | 'steps'>;

/** Refuses `record.missing` for an item without steps, too. */
export const gatherFlow: Gather<'flow', FlowSheetData> = (records, { item: id }) => {
  const item = records.get('item', id);
  if (!item || item.steps.length === 0) return refuse('record.missing');
  const { name, steps } = item;
  return {
    title: name,
    data: { name, steps },
    made: [{ kind: 'item', id, rev: records.rev('item', id) }],
    single: true,
  };
};
