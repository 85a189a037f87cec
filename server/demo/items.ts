import type { CommandInput } from '../../content/model/command.ts';
import type { ItemCategory } from '../../content/model/item.ts';
import type { Records } from '../../content/records.ts';
import { itemSamples } from '../samples.ts';

/** Which window of the demo's town does what. */
const doneAt: Partial<Record<ItemCategory, string>> = {
  household: '民生事务',
  family: '卫生健康',
  assistance: '民生事务',
  employment: '社会保障',
  pension: '社会保障',
  medical: '卫生健康',
  relief: '涉农事务',
  farming: '涉农事务',
  building: '城乡建设',
  business: '市场监管',
};

/** The samples at the windows of the demo, to be checked. */
export async function demoItems(records: Records): Promise<CommandInput<'item:put'>> {
  const windows = [...records.all('window')];
  const samples = await itemSamples();
  return {
    items: samples.map((text) => {
      const window = windows.find(({ body }) => body.name === doneAt[text.category]);
      return {
        sample: true,
        text: {
          ...text,
          windows: window ? [window.id] : [],
          services: window ? window.body.services.slice(0, 1) : [],
        },
      };
    }),
  };
}
