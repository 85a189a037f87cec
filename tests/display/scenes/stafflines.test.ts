import { expect, test } from 'vitest';
import type { StaffCard } from '../../../content/views/staff.ts';
import { linesOf } from '../../../display/scenes/staff/lines.ts';

const card: StaffCard = {
  ...{ id: 's', name: '周明', unit: '社会事务办', title: '', post: '', duties: [], phone: '', number: '' },
  ...{ party: false, photo: null, at: null, a: [2], b: [1, 3] },
};

test('[Y14] the wall calls the posts as the standard calls them', () => {
  const postOf = (suffix: string) => linesOf(card, 2, suffix).find(({ is }) => is === 'post')?.text;
  expect(postOf('岗')).toMatch(/^A岗2.* B岗1、3/);
  expect(postOf('角')).toBe(postOf('岗')?.replace(/岗/g, '角'));
});
