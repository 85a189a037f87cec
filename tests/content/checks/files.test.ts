import { expect, test } from 'vitest';
import { checkRecord } from '../../../content/checks/record.ts';
import type { Medium } from '../../../content/model/medium.ts';
import { blockersIn } from '../../../content/publishing/blocking.ts';
import { smallHall } from '../../support/hall.ts';
import { bareItem, material } from '../../support/items.ts';
import { testWorld } from '../../support/world.ts';

const by = { id: 'sun', name: '孙编辑' };

function hallWithForm(checked: Medium['checked']) {
  const records = smallHall();
  const body: Medium = {
    ...{ name: '申请表', is: 'picture', upload: 'a'.repeat(64), type: 'image/png', size: 10 },
    ...{ width: 100, height: 100, checked, by, at: 0 },
  } as Medium;
  records.apply([{ kind: 'medium', id: 'form', rev: 1, body }]);
  return records;
}
const item = bareItem('临时救助', { materials: [material('申请表', { filledFile: 'form' })] });

test('[K44] a sample that nobody looked at keeps its item from release; a tick lets it go', () => {
  const world = testWorld();
  const codes = (checked: Medium['checked']) =>
    blockersIn(hallWithForm(checked), { kind: 'item', body: item } as never, world).map(({ code }) => code);
  expect(codes(null)).toContain('media.unchecked');
  expect(codes({ by, at: 0 })).toEqual([]);
});

test('[K44] a form that is gone is told with its place', () => {
  const found = checkRecord('item', item as never, smallHall(), null, null, testWorld().now);
  expect(found.find(({ code }) => code === 'media.missing')?.where).toMatchObject({
    path: 'materials.0.filledFile',
  });
});
