import { describe, expect, test } from 'vitest';
import { draftInWay, wayOfRow } from '../../../content/publishing/revieweditems.ts';
import { bareItem } from '../../support/items.ts';
import { DAY, must, mustRefuse, seeded } from '../../support/world.ts';
import { begin, reviewHall } from './reviewhall.ts';

/** The hall with an item that the public reads and a sample, both from before it asked for reviews. */
function hall() {
  const { records, world } = reviewHall(0);
  const items = [{ text: bareItem('甲', { code: 'A-1' }) }, { text: bareItem('样'), sample: true as const }];
  const [open, sample] = must(records, 'item:put', { items }, world).ids as [string, string];
  must(records, 'review:settings', { levels: 1 }, world.as('chen'));
  return { records, world: world.as('sun', '孙编辑'), open, sample };
}
const propose = true as const;

describe('a table of items where others review (items.md U25)', () => {
  test('[U25] what would be public goes in as drafts, what is not at once, in one commit', () => {
    const { records, world, open, sample } = hall();
    const items = [
      { text: bareItem('新') },
      { id: open, rev: 1, text: bareItem('甲', { code: 'A-1', visits: 0 }) },
      { id: sample, rev: 1, text: bareItem('样', { visits: 1 }) },
    ];
    const ways = items.map((item) => wayOfRow(records, item, world.now));
    expect(ways).toEqual(['draft', 'draft', 'live']);
    const done = must(records, 'item:put', { items, propose }, world);
    expect(done.drafts).toBe(2);
    expect(records.get('item', sample)).toMatchObject({ visits: 1, sample: true });
    expect(records.get('item', open)).not.toHaveProperty('visits');
    expect(records.count('item')).toBe(2);
    const drafts = [...records.all('draft')].map(({ body }) => body);
    expect(drafts.map(({ of, base, state, author }) => [of.id, base, state, author.id])).toEqual(
      expect.arrayContaining([
        [undefined, 0, 'draft', 'sun'],
        [open, 1, 'draft', 'sun'],
      ]),
    );
  });

  test('[U25] such a draft is submitted, reviewed and released like any other', () => {
    const { records, world, open } = hall();
    const items = [{ id: open, rev: 1, text: bareItem('甲', { code: 'A-1', visits: 0 }) }];
    must(records, 'item:put', { items, propose }, world);
    const [draft] = [...records.all('draft')];
    const id = draft!.id;
    must(records, 'draft:submit', { id, rev: 1 }, world);
    must(records, 'draft:approve', { id, rev: 2 }, world.as('luo', '罗审核'));
    must(records, 'draft:release', { id, rev: 3 }, world.as('sun', '孙编辑'));
    expect(records.get('item', open)).toMatchObject({ visits: 0 });
  });

  test('[U25] what has an open draft, by its record, name or code, is in the way of nothing else', () => {
    const { records, world, open } = hall();
    begin(records, world, { kind: 'item', id: open, body: bareItem('甲', { code: 'A-1', visits: 2 }) });
    begin(records, world, { kind: 'item', body: bareItem('乙', { code: 'B-1' }) });
    const changed = { id: open, rev: 1, text: bareItem('甲', { code: 'A-1', visits: 0 }) };
    const named = { text: bareItem('乙') };
    const coded = { text: bareItem('另一个', { code: 'B-1' }) };
    const free = { text: bareItem('丙') };
    expect([changed, named, coded, free].map((row) => wayOfRow(records, row, world.now))).toEqual([
      ...['waits', 'waits', 'waits', 'draft'],
    ]);
    for (const row of [changed, named, coded]) {
      const refusal = mustRefuse(records, 'item:put', { items: [free, row], propose }, world);
      expect(refusal).toEqual({ refused: 'bundle.waits', params: { title: row.text.name } });
    }
    expect(must(records, 'item:put', { items: [free], propose }, world).drafts).toBe(1);
    expect(draftInWay(records, { name: '丙' })).toBeDefined();
  });

  test('[U25] [D2] without it many at once are refused as before, and without reviews it changes nothing', () => {
    const { records, world } = hall();
    const items = [{ text: bareItem('新') }];
    expect(mustRefuse(records, 'item:put', { items }, world).refused).toBe('review.needed');
    must(records, 'review:settings', { levels: 0 }, world.as('chen'));
    const done = must(records, 'item:put', { items, propose }, world.as('sun', '孙编辑'));
    expect(done.drafts ?? 0).toBe(0);
    expect(records.get('item', done.ids[0]!)).toMatchObject({ name: '新' });
    expect(records.count('draft')).toBe(0);
  });

  test('[U25] a table that the hub would refuse without reviews is refused with them too', () => {
    const { records, world } = hall();
    const twice = { items: [{ text: bareItem('新') }, { text: bareItem('新') }], propose };
    expect(mustRefuse(records, 'item:put', twice, world).refused).toBe('item.name-taken');
    const [id] = [...records.all('item')].map(({ id: one }) => one);
    const stale = { items: [{ id, rev: 0, text: bareItem('甲') }], propose };
    expect(mustRefuse(records, 'item:put', stale, world.wait(DAY)).refused).toBe('record.changed');
  });

  test('[U25] whatever comes in, nothing that the public reads changes, and each row goes where the preview says', () => {
    const random = seeded(11);
    const names = ['甲', '乙', '丙', '丁'];
    for (let turn = 0; turn < 60; turn++) {
      const { records, world } = hall();
      for (const name of names)
        if (random() < 0.3 && name !== '甲') begin(records, world, { kind: 'item', body: bareItem(name) });
      const open = () =>
        [...records.all('item')].filter(({ body }) => !body.sample).map((one) => JSON.stringify(one));
      const before = open();
      const rows = names
        .filter(() => random() < 0.7)
        .map((name) => {
          const found = [...records.all('item')].find(({ body }) => body.name === name);
          const visits = Math.floor(random() * 3);
          return { ...(found ? { id: found.id, rev: found.rev } : {}), text: bareItem(name, { visits }) };
        });
      const taken = rows.filter((row) => wayOfRow(records, row, world.now) !== 'waits');
      if (taken.length === 0) continue;
      const drafts = taken.filter((row) => wayOfRow(records, row, world.now) === 'draft').length;
      expect(must(records, 'item:put', { items: taken, propose }, world).drafts).toBe(drafts);
      expect(open()).toEqual(before);
    }
  });
});
