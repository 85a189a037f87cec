import { describe, expect, it } from 'vitest';
import { contentRows, filterContents, noContentFilter } from '../../control/contents.ts';
import type { Finding } from '../../content/checks/finding.ts';
import { begin, notice, reviewHall } from '../content/publishing/reviewhall.ts';
import { MORNING } from '../support/world.ts';

const finding: Finding = {
  check: 'lack',
  code: 'lack.mobile',
  severity: 'hint',
  record: { kind: 'notice', id: 'welcome' },
  where: { path: 'text' },
  params: {},
};

function rows() {
  const { records, world, submitted } = reviewHall(1);
  begin(records, world, notice({ title: '居住证办理须知' }));
  submitted(notice({ text: '改过的文字' }, 'welcome'));
  return contentRows(records, [finding], MORNING);
}

describe('the list of all content', () => {
  it('[D1] [D3] a draft of something public stands in its row, one of something new has its own', () => {
    const all = rows();
    const live = all.find(({ key }) => key === 'notice welcome');
    expect(live).toMatchObject({ state: 'live', draft: { body: { state: 'submitted' } } });
    expect(live?.findings).toEqual([finding]);
    expect(all.filter(({ id }) => id === null)).toMatchObject([
      { kind: 'notice', title: '居住证办理须知', state: 'none', draft: { body: { state: 'draft' } } },
    ]);
  });

  it('is narrowed by sound, kind, state, draft and finding', () => {
    const all = rows();
    const keys = (filter: Partial<typeof noContentFilter>) =>
      filterContents(all, { ...noContentFilter, ...filter }).map(({ key, title }) =>
        key.startsWith('draft') ? title : key,
      );
    expect(keys({ sought: 'jzz' })).toEqual(['居住证办理须知']);
    expect(keys({ state: 'submitted' })).toEqual(['notice welcome']);
    expect(keys({ gap: 'lack' })).toEqual(['notice welcome']);
    expect(keys({ gap: 'privacy' })).toEqual([]);
    expect(keys({ gap: 'no' })).not.toContain('notice welcome');
    expect(keys({ kind: 'contact' }).every((key) => key.startsWith('contact'))).toBe(true);
    expect(keys({})).toHaveLength(all.length);
  });
});
