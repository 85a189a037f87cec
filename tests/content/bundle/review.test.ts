import { describe, expect, test } from 'vitest';
import { carryHall, compareBundle } from '../../../content/bundle/bundle.ts';
import type { Carried } from '../../../content/model/bundle.ts';
import type { Draft } from '../../../content/model/draft.ts';
import { personOf } from '../../../content/people/person.ts';
import { newDraft } from '../../../content/publishing/drafts.ts';
import type { RecordMap } from '../../../content/records.ts';
import { itemPage } from '../../../content/views/itempage.ts';
import { bareItem } from '../../support/items.ts';
import { DAY, must, mustRefuse } from '../../support/world.ts';
import type { TestWorld } from '../../support/world.ts';
import { setUpHall } from './hall.ts';

const keys = (carried: readonly Carried[]) => carried.map(({ kind, id }) => `${kind}/${id}`);
const draftsIn = (records: RecordMap): Draft[] => [...records.all('draft')].map(({ body }) => body);

/** A hall with something of every kind that the public reads, and a sample. */
function richHall() {
  const { records, world } = setUpHall('青溪');
  const [one, two] = must(
    records,
    'item:put',
    { items: [{ text: bareItem('甲') }, { text: bareItem('乙') }] },
    world,
  ).ids;
  must(records, 'item:put', { items: [{ text: bareItem('样'), sample: true }] }, world);
  must(records, 'package:save', { name: '一件事', items: [one ?? '', two ?? ''] }, world);
  const notice = { title: '停电', text: '正文', category: 'general' as const };
  must(records, 'notice:save', { ...notice, from: world.now, until: world.now + DAY }, world);
  return records;
}

/** Another hall, which asks for one review. */
function askingHall(): { records: RecordMap; world: TestWorld } {
  const hall = setUpHall('白石', 7, []);
  must(hall.records, 'review:settings', { levels: 1 }, hall.world);
  return hall;
}

const published = ['item', 'package', 'notice', 'rule', 'pledge', 'contact'];

describe('a hall that asks for review', () => {
  test('[C9] takes what the public would read over as drafts, and the rest at once, in one commit', () => {
    const carried = carryHall(richHall());
    const { records, world } = askingHall();
    const before = compareBundle(records, carried, world.now).filter(({ state }) => state !== 'same');
    const live = published.map((kind) => [...records.all(kind as 'rule')].length);
    const done = must(records, 'bundle:adopt', { records: carried, take: keys(carried) }, world);
    const drafts = draftsIn(records);
    expect(done.drafts).toBe(drafts.length);
    expect(done.ids.length).toBe(before.length);
    expect(drafts.length).toBe(before.filter(({ goes }) => goes === 'draft').length);
    expect(new Set(drafts.map(({ of }) => of.kind))).toEqual(
      new Set(before.filter(({ goes }) => goes === 'draft').map(({ kind }) => kind)),
    );
    // Only the sample is there: the public reads nothing of it.
    expect(published.map((kind) => [...records.all(kind as 'rule')].length)).toEqual([
      (live[0] ?? 0) + 1,
      ...live.slice(1),
    ]);
    expect([...records.all('item')].filter(({ body }) => body.name === '样').length).toBe(1);
    expect(before.filter(({ goes }) => goes === 'live').map(({ kind }) => kind)).toContain('hall');
    expect(drafts.every(({ author, state }) => author.name === '陈静' && state === 'draft')).toBe(true);
  });

  test('[C9] what changes something public is a draft beside it', () => {
    const carried = carryHall(richHall());
    const { records, world } = askingHall();
    const phone = carried.find(
      ({ kind, body }) => kind === 'contact' && 'role' in body && body.role === 'complain',
    );
    if (phone?.kind !== 'contact') throw new Error('no phone');
    const other: Carried = { ...phone, body: { ...phone.body, value: '023-79000009' } };
    must(records, 'bundle:adopt', { records: [other], take: keys([other]) }, world);
    const [draft] = draftsIn(records);
    const [live] = [...records.all('contact')].filter(({ body }) => body.role === 'complain');
    expect(draft).toMatchObject({ of: { id: live?.id, body: { value: '023-79000009' } }, base: live?.rev });
    expect(draft?.was).toEqual(live?.body);
    expect(live?.body.value).toBe('023-79000001');
  });

  test('[C9] what has a draft already is told, and nothing is taken over with it', () => {
    const carried = carryHall(richHall());
    const { records, world } = askingHall();
    const take = keys(carried);
    must(records, 'bundle:adopt', { records: carried, take }, world);
    const again = compareBundle(records, carried, world.now).filter(({ state }) => state !== 'same');
    expect(again.length).toBeGreaterThan(0);
    expect(again.every(({ goes }) => goes === 'waits')).toBe(true);
    const { size } = new Set([...records.everything()]);
    expect(mustRefuse(records, 'bundle:adopt', { records: carried, take }, world).refused).toBe(
      'bundle.waits',
    );
    expect(new Set([...records.everything()]).size).toBe(size);
  });

  test('[C9] released one by one they are what the other hall has, the package with its items', () => {
    const from = richHall();
    const carried = carryHall(from);
    const { records, world } = askingHall();
    must(records, 'bundle:adopt', { records: carried, take: keys(carried) }, world);
    const reviewer = { name: 'luo', displayName: '罗审核', roles: ['reviewer' as const], disabled: false };
    const { id: luo } = must(records, 'account:save', { ...reviewer, password: 'scrypt$hash' }, world);
    const admin = { ...world.by };
    const release = (kind: string): void => {
      for (const { id, body } of [...records.all('draft')]) {
        if (body.of.kind !== kind || body.state === 'done') continue;
        world.by = admin;
        must(records, 'draft:submit', { id, rev: records.rev('draft', id) }, world);
        world.as(luo, 'luo');
        must(records, 'draft:approve', { id, rev: records.rev('draft', id) }, world);
        world.by = admin;
        must(records, 'draft:release', { id, rev: records.rev('draft', id) }, world);
      }
    };
    const [packaged] = [...records.all('draft')].filter(({ body }) => body.of.kind === 'package');
    const early = { id: packaged?.id ?? '', rev: packaged?.rev ?? 0 };
    expect(mustRefuse(records, 'draft:submit', early, world).refused).toBe('package.item-missing');
    for (const kind of ['contact', 'item', 'package', 'notice', 'rule', 'pledge']) release(kind);
    expect(compareBundle(records, carried, world.now).filter(({ state }) => state !== 'same')).toEqual([]);
    const [own] = [...from.all('package')];
    expect(records.get('package', own?.id ?? '')?.items).toEqual(own?.body.items);
  });

  test('[C9] [U4] a guide that is released before its phone keeps it, and shows it once it is public', () => {
    const { records: from, world: there } = setUpHall('青溪', 3);
    const phone = must(
      from,
      'contact:save',
      { role: 'consult', label: '养老专线', value: '023-79000066' },
      there,
    ).id;
    const [item] = must(
      from,
      'item:put',
      { items: [{ text: bareItem('丙', { consult: [{ is: 'contact', id: phone }] }) }] },
      there,
    ).ids;
    const carried = carryHall(from).filter(({ id }) => id === phone || id === item);
    const { records, world } = askingHall();
    must(records, 'bundle:adopt', { records: carried, take: keys(carried) }, world);
    must(records, 'review:settings', { levels: 0 }, world);
    const release = (kind: string): void => {
      const draft = [...records.all('draft')].find(({ body }) => body.of.kind === kind);
      const { id = '' } = draft ?? {};
      must(records, 'draft:submit', { id, rev: 1 }, world);
      must(records, 'draft:release', { id, rev: 2 }, world);
    };
    const shown = () => itemPage(records, records.get('item', item ?? '')!).consult.map(({ label }) => label);
    release('item');
    expect(records.get('item', item ?? '')?.consult).toEqual([{ is: 'contact', id: phone }]);
    expect(shown()).not.toContain('养老专线');
    release('contact');
    expect(shown()).toEqual(['养老专线']);
  });

  test('[C9] [U4] a phone that was turned down is left out when the guide is saved again', () => {
    const { records, world } = askingHall();
    const consult = [{ is: 'contact' as const, id: 'awaited' }];
    const text = bareItem('丁', { consult });
    const words = { role: 'consult' as const, label: '养老专线', value: '023-79000066' };
    const body = newDraft(
      { kind: 'contact', body: words },
      { base: 0, was: undefined },
      personOf(records, world.by),
      world.now,
    );
    records.apply([{ kind: 'draft', id: 'turned', rev: 1, body: { ...body, as: 'awaited' } }]);
    must(records, 'review:settings', { levels: 0 }, world);
    const { id } = must(records, 'item:save', text, world);
    expect(records.get('item', id)?.consult).toEqual(consult);
    must(records, 'draft:discard', { id: 'turned' }, world);
    must(records, 'item:save', { id, rev: 1, ...text, note: '改' }, world);
    expect(records.get('item', id)?.consult).toEqual([]);
  });

  test('[C9] no file lowers the reviews that a hall asks for', () => {
    const carried = carryHall(richHall());
    const { records, world } = askingHall();
    const settings = carried.filter(({ kind }) => kind === 'hall');
    must(records, 'bundle:adopt', { records: settings, take: keys(settings) }, world);
    const [hall] = [...records.all('hall')];
    expect(hall?.body.place.town).toBe('青溪镇');
    expect(hall?.body.review).toEqual({ levels: 1 });
    expect(compareBundle(records, settings, world.now)[0]?.state).toBe('same');
  });
});
