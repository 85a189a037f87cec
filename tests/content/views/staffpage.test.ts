import { describe, expect, it } from 'vitest';
import type { Medium } from '../../../content/model/medium.ts';
import type { Standard } from '../../../content/model/standard.ts';
import { staffPageOf } from '../../../content/views/staffpage.ts';
import { renderPhoneStaff } from '../../../templates/index.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { must, testWorld } from '../../support/world.ts';

const photoOnPlate = { plate: [{ key: 'photo' }] } as unknown as Standard;
const plain = { plate: [{ key: 'name' }] } as unknown as Standard;
const DIGEST = 'a'.repeat(64);

function ready() {
  const records = smallHall();
  const world = testWorld();
  const picture = { is: 'picture', name: '李想', upload: DIGEST, type: 'image/jpeg', size: 9 };
  records.apply([{ ...kept('medium', 'p1', picture as unknown as Medium) }]);
  const base = { unit: '社会事务办', party: true, leader: false };
  world.as('sun');
  must(
    records,
    'staff:save',
    {
      ...{ ...base, name: '李想', post: '社会保障岗', title: '科员', phone: '023-79000011', number: 'A07' },
      ...{ duties: ['受理参保登记'], account: 'li', photo: 'p1', agreed: '2026-11-01' },
    },
    world,
  );
  const wang = must(records, 'staff:save', { ...base, name: '王小明', title: '主任' }, world);
  world.as('chen');
  const two = records.get('window', 'w2')!;
  records.apply([kept('window', 'w2', { ...two, posts: { a: wang.id } })]);
  must(
    records,
    'roster:save',
    { month: '2026-11', days: [{ date: '2026-11-19', role: 'leader', staff: [wang.id] }] },
    world,
  );
  world.as('li');
  must(records, 'window:take', { window: 'w1' }, world);
  return { records, world };
}

describe('who is at which window, on a phone', () => {
  it('[Z20] the person at an open window, the A post of a closed one, and who leads the day', () => {
    const { records, world } = ready();
    const page = staffPageOf(records, world.now, photoOnPlate);
    expect(page.windows).toEqual([
      {
        ...{ number: 1, name: '综合服务', is: 'open' },
        people: [{ name: '李想', post: '社会保障岗', photo: DIGEST }],
      },
      {
        ...{ number: 2, name: '社会保障', is: 'closed' },
        people: [{ name: '王小明', post: '主任', photo: null }],
      },
    ]);
    expect(page.duties).toEqual([
      { role: 'leader', people: [{ name: '王小明', post: '主任', photo: null }] },
    ]);
  });

  it('[Z20] no photo where the standard asks for none on a plate', () => {
    const { records, world } = ready();
    expect(staffPageOf(records, world.now, plain).windows[0]?.people[0]?.photo).toBeNull();
    expect(staffPageOf(records, world.now, undefined).windows[0]?.people[0]?.photo).toBeNull();
  });

  it('[Z20] nothing of a person but name, post and photo is in the page', () => {
    const { records, world } = ready();
    const staff = staffPageOf(records, world.now, photoOnPlate);
    const hall = records.get('hall', 'hall')!;
    const html = renderPhoneStaff({ hall, accent: '#0f4c9c', contacts: [], staff });
    for (const shown of ['李想', '社会保障岗', '1 号窗口', '办理中', `/media/${DIGEST}`])
      expect(html).toContain(shown);
    for (const kept of ['79000011', 'A07', '受理参保登记', '党员', '社会事务办', '2026-11-01'])
      expect(html).not.toContain(kept);
  });
});
