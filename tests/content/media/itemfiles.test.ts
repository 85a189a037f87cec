import { expect, test } from 'vitest';
import { readFiles, writeFile } from '../../../content/importing/items/files.ts';
import type { Material } from '../../../content/model/item.ts';
import { RecordMap } from '../../../content/records.ts';

const by = { id: 'lin', name: '林秀英' };
const records = new RecordMap([
  {
    ...{ kind: 'medium', id: 'm1', rev: 1 },
    body: {
      ...{ name: '居住证申请表', is: 'document', upload: 'a'.repeat(64), type: 'application/pdf', size: 1 },
      ...{ checked: null, by, at: 0 },
    },
  },
]);
const material: Material = { name: '申请表', form: 'original', count: 1, need: 'required' };

test('[U20] a form of the library goes through a table by its name', () => {
  const cell = writeFile(records, undefined, 'm1');
  expect(cell).toBe('素材:居住证申请表');
  expect(readFiles(records, [{ ...material, blank: cell }])).toEqual([{ ...material, blankFile: 'm1' }]);
});

test('[U20] words go before a file, which stays with its material', () => {
  expect(writeFile(records, '窗口领取', 'm1')).toBe('窗口领取');
  const before = { ...material, blank: '窗口领取', blankFile: 'm1' };
  expect(readFiles(records, [{ ...material, blank: '窗口领取' }], [before])).toEqual([before]);
  expect(readFiles(records, [{ ...material, blank: '网上下载' }], [before])).toEqual([
    { ...material, blank: '网上下载' },
  ]);
});

test('[U20] a name that the library does not have stays as words', () => {
  const unknown = { ...material, filled: '素材:没有的表' };
  expect(readFiles(records, [unknown])).toEqual([unknown]);
});
