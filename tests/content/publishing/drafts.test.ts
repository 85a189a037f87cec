import { describe, expect, it } from 'vitest';
import type { Draft, Proposal } from '../../../content/model/draft.ts';
import { project, viewers } from '../../../content/projection.ts';
import { draftOf, levelsAt, mayReview, releaseOf } from '../../../content/publishing/review.ts';
import { kept } from '../../support/hall.ts';
import { DAY, MINUTE, MORNING, must, mustRefuse, testWorld } from '../../support/world.ts';
import { begin, notice, reviewHall } from './reviewhall.ts';

describe('drafts (publishing.md)', () => {
  it('[D1] a draft stands beside the live record; screens hear nothing of it', () => {
    const { records, world } = reviewHall(1);
    const live = records.get('notice', 'welcome');
    const { id } = begin(records, world, notice({ title: '改过的标题' }, 'welcome'));
    expect(records.get('notice', 'welcome')).toBe(live);
    const draft = { kind: 'draft' as const, id, rev: 1, body: records.get('draft', id) as Draft };
    expect(viewers.map((viewer) => project(viewer, [draft]).length)).toEqual([0, 1, 1]);
    must(records, 'draft:discard', { id }, world);
    expect(records.count('draft')).toBe(0);
    expect(records.get('notice', 'welcome')).toBe(live);
  });

  it('[D2] with reviews in force nothing is published directly, by an admin neither', () => {
    const { records, world } = reviewHall(1);
    const words = { title: '新公告', text: '正文', category: 'general' as const };
    const save = { ...words, from: MORNING, until: MORNING + DAY };
    for (const who of ['sun', 'chen'])
      expect(mustRefuse(records, 'notice:save', save, world.as(who)).refused).toBe('review.needed');
    const phone = { role: 'consult' as const, label: '咨询', value: '12345678' };
    expect(mustRefuse(records, 'contact:save', phone, world.as('sun')).refused).toBe('review.needed');
    expect(mustRefuse(records, 'contact:remove', { id: 'hotline' }, world).refused).toBe(
      'review.admin-removes',
    );
    must(records, 'contact:remove', { id: 'hotline' }, world.as('chen'));
    must(records, 'notice:withdraw', { id: 'welcome' }, world.as('sun'));
    must(records, 'review:settings', { levels: 0 }, world.as('chen'));
    must(records, 'notice:save', save, world.as('sun'));
  });

  it('[D2] a 重大活动保障期 raises the level on its days, the last included', () => {
    const { records, world } = reviewHall(1);
    const guard = { from: '2026-11-20', to: '2026-11-21', levels: 3 };
    must(records, 'review:settings', { levels: 1, guard }, world.as('chen'));
    const midnight = MORNING + 15 * 60 * MINUTE;
    expect(
      [midnight - 1, midnight, midnight + 2 * DAY - 1, midnight + 2 * DAY].map((now) =>
        levelsAt(records, now),
      ),
    ).toEqual([1, 3, 3, 1]);
    const lower = { levels: 2, guard: { ...guard, levels: 1 } };
    must(records, 'review:settings', lower, world);
    expect(levelsAt(records, midnight)).toBe(2);
    const wrong = { levels: 1, guard: { ...guard, to: '2026-11-19' } };
    expect(mustRefuse(records, 'review:settings', wrong, world).refused).toBe('review.guard-ends-early');
  });

  it('[D3] a live record has one open draft', () => {
    const { records, world } = reviewHall(1);
    const { id } = begin(records, world, notice({ title: '甲' }, 'welcome'));
    const second = { base: 1, of: notice({ title: '乙' }, 'welcome') };
    expect(mustRefuse(records, 'draft:save', second, world.as('chen'))).toEqual({
      refused: 'draft.exists',
      params: { name: '孙编辑' },
    });
    expect(draftOf(records, 'notice', 'welcome')?.id).toBe(id);
    must(records, 'draft:discard', { id }, world);
    must(records, 'draft:save', second, world);
  });

  it('[D4] whoever wrote or changed the words does not review them', () => {
    const { records, world, submitted } = reviewHall(1);
    const id = submitted(notice({ title: '甲' }));
    must(records, 'draft:withdraw', { id, rev: 2 }, world.as('sun'));
    // A reviewer who writes too.
    must(records, 'draft:save', { id, rev: 3, base: 0, of: notice({ title: '乙' }) }, world.as('he'));
    must(records, 'draft:submit', { id, rev: 4 }, world.as('sun'));
    for (const who of ['sun', 'he']) {
      expect(mustRefuse(records, 'draft:approve', { id, rev: 5 }, world.as(who)).refused).toBe('review.own');
      const back = { id, rev: 5, words: '不行' };
      expect(mustRefuse(records, 'draft:return', back, world.as(who)).refused).toBe('review.own');
    }
    const draft = records.get('draft', id) as Draft;
    expect(['sun', 'he', 'luo'].map((who) => mayReview(records, draft, who, world.now))).toEqual([
      false,
      false,
      true,
    ]);
    must(records, 'draft:approve', { id, rev: 5 }, world.as('luo'));
  });

  it('[D5] two reviews are two people', () => {
    const { records, world, submitted } = reviewHall(2);
    const id = submitted(notice({ title: '甲' }));
    must(records, 'draft:approve', { id, rev: 2 }, world.as('luo'));
    expect(records.get('draft', id)?.state).toBe('submitted');
    expect(mustRefuse(records, 'draft:approve', { id, rev: 3 }, world.as('luo')).refused).toBe(
      'review.twice',
    );
    expect(mustRefuse(records, 'draft:release', { id, rev: 3 }, world.as('sun'))).toEqual({
      refused: 'review.more',
      params: { missing: 1 },
    });
    must(records, 'draft:approve', { id, rev: 3, words: '可以' }, world.as('he'));
    const draft = records.get('draft', id) as Draft;
    expect(draft.state).toBe('approved');
    expect(draft.reviews.map(({ step, by, words }) => [step, by.name, words])).toEqual([
      [1, '罗审核', undefined],
      [2, '何复审', '可以'],
    ]);
  });

  it('[D5] a level that rose asks for the missing reviews; one that fell lets go', () => {
    const { records, world, submitted } = reviewHall(1);
    const id = submitted(notice({ title: '甲' }));
    must(records, 'draft:approve', { id, rev: 2 }, world.as('luo'));
    must(records, 'review:settings', { levels: 2 }, world.as('chen'));
    expect(mustRefuse(records, 'draft:release', { id, rev: 3 }, world.as('sun')).refused).toBe('review.more');
    must(records, 'draft:approve', { id, rev: 3 }, world.as('he'));
    must(records, 'draft:release', { id, rev: 4 }, world.as('sun'));
    const other = submitted(notice({ title: '乙' }));
    must(records, 'review:settings', { levels: 0 }, world.as('chen'));
    must(records, 'draft:release', { id: other, rev: 2 }, world.as('sun'));
  });

  it('[D6] an edit after approval, a return and taking back throw approvals and the time away', () => {
    const { records, world, submitted } = reviewHall(1);
    const at = MORNING + 60 * MINUTE;
    const id = submitted(notice({ title: '甲' }), at);
    must(records, 'draft:approve', { id, rev: 2 }, world.as('luo'));
    expect(records.get('draft', id)).toMatchObject({ state: 'approved', releaseAt: at });
    must(records, 'draft:save', { id, rev: 3, base: 0, of: notice({ title: '乙' }) }, world.as('sun'));
    expect(records.get('draft', id)).toMatchObject({ state: 'draft', round: 2 });
    expect(records.get('draft', id)).not.toHaveProperty('releaseAt');
    must(records, 'draft:submit', { id, rev: 4 }, world);
    expect(records.get('draft', id)?.state).toBe('submitted');
    must(records, 'draft:return', { id, rev: 5, words: '金额不对' }, world.as('luo'));
    expect(records.get('draft', id)).toMatchObject({ state: 'returned', round: 3 });
    must(records, 'draft:submit', { id, rev: 6 }, world.as('sun'));
    must(records, 'draft:approve', { id, rev: 7 }, world.as('luo'));
    must(records, 'draft:withdraw', { id, rev: 8 }, world.as('sun'));
    must(records, 'draft:submit', { id, rev: 9 }, world.as('sun'));
    expect(records.get('draft', id)?.state).toBe('submitted');
  });

  it('[D7] a finding that blocks stops an approval until the reviewer overrules it with a reason', () => {
    const { records, world, submitted } = reviewHall(1);
    const id = submitted(notice({ title: '补贴名单', text: '张某 身份证号 11010519491231002X' }));
    expect(mustRefuse(records, 'draft:approve', { id, rev: 2 }, world.as('luo'))).toEqual({
      refused: 'draft.blocked',
      params: { count: 1 },
    });
    const overrule = [{ code: 'privacy.identity', reason: '本人书面同意公开' }];
    must(records, 'draft:approve', { id, rev: 2, overrule }, world);
    expect(records.get('draft', id)?.overruled).toEqual([
      { ...overrule[0], by: { id: 'luo', name: '罗审核' } },
    ]);
    must(records, 'draft:withdraw', { id, rev: 3 }, world.as('sun'));
    expect(records.get('draft', id)?.overruled).toEqual([]);
  });

  it('[D8] a review of words that have changed meanwhile is refused', () => {
    const { records, world, submitted } = reviewHall(1);
    const id = submitted(notice({ title: '甲' }));
    must(records, 'draft:save', { id, rev: 2, base: 0, of: notice({ title: '乙' }) }, world.as('sun'));
    must(records, 'draft:submit', { id, rev: 3 }, world);
    expect(mustRefuse(records, 'draft:approve', { id, rev: 2 }, world.as('luo')).refused).toBe(
      'record.changed',
    );
  });

  it('[D9] [D11] a release changes the live record in the same commit and notes who did it', () => {
    const { records, world, submitted } = reviewHall(1);
    const id = submitted(notice({ title: '甲' }, 'welcome'));
    must(records, 'draft:approve', { id, rev: 2 }, world.wait(MINUTE).as('luo'));
    must(records, 'draft:release', { id, rev: 3 }, world.wait(MINUTE).as('he'));
    expect(records.get('notice', 'welcome')?.title).toBe('甲');
    const note = releaseOf(records, 'notice', 'welcome');
    expect(note?.body).toMatchObject({
      state: 'done',
      author: { name: '孙编辑' },
      reviews: [{ by: { name: '罗审核' }, at: MORNING + MINUTE }],
      released: { by: { name: '何复审' }, at: MORNING + 2 * MINUTE, rev: 2 },
    });
    // The next release takes the place of the note.
    const next = submitted(notice({ title: '丙' }, 'welcome'));
    must(records, 'draft:approve', { id: next, rev: 2 }, world.as('luo'));
    must(records, 'draft:release', { id: next, rev: 3 }, world);
    expect([...records.all('draft')].map((one) => one.id)).toEqual([next]);
  });

  it('[D9] a draft whose live record has changed waits until both are brought together', () => {
    const { records, world, submitted } = reviewHall(1);
    const id = submitted(notice({ title: '甲' }, 'welcome'));
    must(records, 'draft:approve', { id, rev: 2 }, world.as('luo'));
    records.apply([
      { ...kept('notice', 'welcome', { ...records.get('notice', 'welcome')!, text: '另改' }), rev: 2 },
    ]);
    expect(mustRefuse(records, 'draft:release', { id, rev: 3 }, world).refused).toBe('draft.behind');
    const both = notice({ title: '甲', text: '另改' }, 'welcome');
    expect(
      mustRefuse(records, 'draft:save', { id, rev: 3, base: 1, of: both }, world.as('sun')).refused,
    ).toBe('draft.behind');
    must(records, 'draft:save', { id, rev: 3, base: 2, of: both }, world);
    expect(records.get('draft', id)?.state).toBe('draft');
  });

  it('[D10] an emergency release goes out at once and is reviewed after by somebody else', () => {
    const { records, world } = reviewHall(2);
    const { id } = begin(records, world, notice({ title: '停水停电通知' }));
    must(records, 'draft:emergency', { id, rev: 1, reason: '突发停电' }, world.as('chen'));
    const draft = records.get('draft', id) as Draft;
    expect(records.get('notice', draft.of.id ?? '')?.title).toBe('停水停电通知');
    expect(['sun', 'chen', 'luo'].map((who) => mayReview(records, draft, who, world.now))).toEqual([
      false,
      false,
      true,
    ]);
    expect(mustRefuse(records, 'draft:approve', { id, rev: 2 }, world.as('sun')).refused).toBe('review.own');
    must(records, 'draft:return', { id, rev: 2, words: '时间写错' }, world.as('luo'));
    expect(records.get('draft', id)?.emergency).toMatchObject({
      by: { name: '陈管理' },
      reason: '突发停电',
      after: { verdict: 'returned', by: { name: '罗审核' } },
    });
    expect(mustRefuse(records, 'draft:approve', { id, rev: 3 }, world.as('he')).refused).toBe(
      'draft.not-now',
    );
  });

  it('[D12] the hub releases at the time, and says why it cannot', () => {
    const { records, world, submitted } = reviewHall(1);
    const at = MORNING + 30 * MINUTE;
    const system = { is: 'system' as const, name: '定时发布' };
    const id = submitted(notice({ title: '甲' }, 'welcome'), at);
    const due = (now: number) =>
      must(records, 'draft:due', { id }, Object.assign(testWorld(), { now, by: system }));
    due(at);
    expect(records.get('draft', id)?.state).toBe('submitted');
    must(records, 'draft:approve', { id, rev: 2 }, world.as('luo'));
    due(at - 1);
    expect(records.get('notice', 'welcome')?.title).not.toBe('甲');
    must(records, 'review:settings', { levels: 2 }, world.as('chen'));
    due(at);
    expect(records.get('draft', id)).toMatchObject({ state: 'approved', stuck: { code: 'review.more', at } });
    must(records, 'draft:approve', { id, rev: 4 }, world.as('he'));
    must(records, 'draft:release', { id, rev: 5, at }, world.as('sun'));
    due(at);
    expect(records.get('notice', 'welcome')?.title).toBe('甲');
    expect(records.get('draft', id)?.released).toMatchObject({ by: { name: '定时发布' }, at });
  });

  it('[D12] a time that is past, or after the end of a notice, is refused', () => {
    const { records, world } = reviewHall(1);
    const { id } = begin(records, world, notice({ title: '甲' }));
    const at = (moment: number) =>
      mustRefuse(records, 'draft:submit', { id, rev: 1, at: moment }, world).refused;
    expect(at(MORNING)).toBe('draft.at-past');
    expect(at(MORNING + 8 * DAY)).toBe('notice.over');
  });

  it('a draft that says nothing new, or could not be released, is not handed in', () => {
    const { records, world } = reviewHall(1);
    const submit = (of: Proposal, base: number) => {
      const { id } = must(records, 'draft:save', { base, of }, world.as('sun'));
      const { refused } = mustRefuse(records, 'draft:submit', { id, rev: 1 }, world);
      must(records, 'draft:discard', { id }, world);
      return refused;
    };
    expect(submit(notice({}, 'welcome'), 1)).toBe('draft.same');
    const phone = (value: string): Proposal => ({
      kind: 'contact',
      body: { role: 'consult', label: '咨询', value },
    });
    expect(submit(phone('没有'), 0)).toBe('phone.wrong');
    const last: Proposal = {
      kind: 'contact',
      id: 'complain',
      body: { role: 'consult', label: '咨询', value: '12345' },
    };
    expect(submit(last, 1)).toBe('contact.last-complaint');
    const { id } = must(records, 'draft:save', { base: 0, of: phone('１２３４５') }, world);
    expect(records.get('draft', id)?.of.body).toMatchObject({ value: '12345' });
  });
});
