import type { Item, ItemText, Material, Step } from '../model/item.ts';
import type { Person } from '../model/base.ts';

/** A sample as its file has it: what is the same for most items may be left out. */
export type WrittenSample = Pick<ItemText, 'name' | 'category' | 'type'> &
  Partial<Omit<ItemText, 'materials' | 'steps'>> & {
    materials?: (Pick<Material, 'name'> & Partial<Material>)[];
    steps?: (Pick<Step, 'name'> & Partial<Step>)[];
  };

/**
 * The whole item that a sample stands for: for individuals, materials as one original that must be there, steps
 * without branches. Windows, lines of the queue and phones are the hall's own and stay empty.
 */
export function completeSample({ materials = [], steps = [], ...sample }: WrittenSample): ItemText {
  return {
    audience: ['person'],
    basis: [],
    conditions: [],
    windows: [],
    services: [],
    consult: [],
    complain: [],
    ...sample,
    materials: materials.map((material) => ({ form: 'original', count: 1, need: 'required', ...material })),
    steps: steps.map((step, index) => ({ key: `s${index + 1}`, branches: [], ...step })),
  };
}

/** The body of a sample as a record, for a live item or a draft of one (U5). */
export function sampleItem(text: ItemText, savedBy: Person, savedAt: number): Item {
  return { ...text, sample: true, savedBy, savedAt };
}
