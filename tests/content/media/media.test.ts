import { describe, expect, test } from 'vitest';
import { decide } from '../../../content/commands.ts';
import { mediumOf, uncheckedMedia, usesOfMedia } from '../../../content/media/uses.ts';
import type { CommandInput } from '../../../content/model/command.ts';
import type { Kind } from '../../../content/model/record.ts';
import { kinds, project } from '../../../content/projection.ts';
import { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import type { World } from '../../../content/rule.ts';

const NOW = Date.UTC(2026, 10, 21, 1, 0);
const DAY = 86_400_000;
let last = 0;
const world = (now = NOW): World => ({
  now,
  by: { is: 'account', id: 'lin', name: '林秀英' },
  newId: () => `medium_id_${(last += 1)}`,
  standard: () => undefined,
});

const digestOf = (sign: string) => sign.repeat(64);
const fileOf = (sign: string): CommandInput<'medium:add'> => ({
  ...{ name: `图${sign}`, is: 'picture', upload: digestOf(sign), type: 'image/jpeg', size: 10 },
  ...{ width: 4, height: 3 },
});

/** Gives a command and keeps what it changes; answers the refusal's code, or what it answered. */
function give<C extends Parameters<typeof decide>[1]>(
  records: RecordMap,
  name: C,
  input: CommandInput<C>,
  now = NOW,
) {
  const outcome = decide(records, name, input, world(now));
  if (isRefusal(outcome)) return { refused: outcome.refused, params: outcome.params };
  records.apply(
    outcome.changes.map(({ kind, id, body }) => ({ kind, id, rev: records.rev(kind, id) + 1, body })),
  );
  return { result: outcome.result, changes: outcome.changes.length };
}

function add(records: RecordMap, sign: string): string {
  const { result } = give(records, 'medium:add', fileOf(sign)) as { result: { id: string } };
  return result.id;
}

const notice = (words: object) => ({ kind: 'notice' as const, id: 'n1', rev: 1, body: words as never });

describe('the library', () => {
  test('[N1] [N2] a file becomes a medium once, unticked', () => {
    const records = new RecordMap();
    const id = add(records, 'a');
    expect(records.get('medium', id)).toMatchObject({ checked: null, by: { name: '林秀英' }, at: NOW });
    expect(add(records, 'a')).toBe(id);
    expect(records.count('medium')).toBe(1);
  });

  test('[N3] its name and its words change, and a save that says the same changes nothing', () => {
    const records = new RecordMap();
    const id = add(records, 'a');
    expect(give(records, 'medium:rename', { id, name: ' 大门 ', alt: '一楼大门' })).toMatchObject({
      changes: 1,
    });
    expect(records.get('medium', id)).toMatchObject({ name: '大门', alt: '一楼大门', upload: digestOf('a') });
    expect(give(records, 'medium:rename', { id, name: '大门' })).toMatchObject({ changes: 0 });
    give(records, 'medium:rename', { id, alt: '' });
    expect(records.get('medium', id)).not.toHaveProperty('alt');
    expect(give(records, 'medium:rename', { id, rev: 1, name: '侧门' })).toMatchObject({
      refused: 'record.changed',
    });
  });

  test('[N4] what any value of any record names is in use, wherever it stands, and stays', () => {
    const records = new RecordMap();
    const id = add(records, 'a');
    for (const body of [{ a: id }, { title: '公示', blocks: [{ medium: id }] }, { by: { deep: [[id]] } }]) {
      records.apply([notice(body)]);
      expect(usesOfMedia(records).get(id)).toEqual([{ kind: 'notice', id: 'n1' }]);
      expect(give(records, 'medium:remove', { ids: [id] })).toMatchObject({ refused: 'medium.used' });
    }
    records.apply([notice({ title: '公示', blocks: [{ medium: id }] })]);
    expect(give(records, 'medium:remove', { ids: [id] })).toMatchObject({
      params: { name: '图a', where: '公示', count: 1 },
    });
    records.apply([notice({ title: `不是 ${id}` })]);
    expect(usesOfMedia(records).get(id)).toEqual([]);
    expect(give(records, 'medium:remove', { ids: [id] })).toMatchObject({ changes: 1 });
  });

  test('[N5] all are removed or none; for thirty days they can be put back', () => {
    const records = new RecordMap();
    const [one, other] = [add(records, 'a'), add(records, 'b')];
    records.apply([notice({ title: '公示', medium: other })]);
    expect(give(records, 'medium:remove', { ids: [one, other] })).toMatchObject({ refused: 'medium.used' });
    expect(mediumOf(records, one)).toBeDefined();
    give(records, 'medium:remove', { ids: [one] });
    expect(mediumOf(records, one)).toBeUndefined();
    give(records, 'medium:restore', { ids: [one] });
    expect(mediumOf(records, one)).toBeDefined();
    give(records, 'medium:remove', { ids: [one] });
    expect(give(records, 'medium:sweep', {}, NOW + 29 * DAY)).toMatchObject({ changes: 0 });
    records.apply([notice({ title: '公示', medium: one })]);
    expect(give(records, 'medium:sweep', {}, NOW + 31 * DAY)).toMatchObject({ changes: 0 });
    records.apply([notice({ title: '公示' })]);
    expect(give(records, 'medium:sweep', {}, NOW + 31 * DAY)).toMatchObject({ changes: 1 });
    expect(give(records, 'medium:restore', { ids: [one] })).toMatchObject({ refused: 'record.missing' });
  });

  test('[N6] a tick has a name and a time; what has none, or is gone, is named', () => {
    const records = new RecordMap();
    const [one, other] = [add(records, 'a'), add(records, 'b')];
    give(records, 'medium:check', { ids: [one] }, NOW + 5);
    expect(records.get('medium', one)?.checked).toEqual({ by: { id: 'lin', name: '林秀英' }, at: NOW + 5 });
    expect(uncheckedMedia(records, [one, other, other, 'gone'])).toEqual([other, 'gone']);
    expect(give(records, 'medium:check', { ids: [one] })).toMatchObject({ changes: 0 });
    give(records, 'medium:check', { ids: [one], off: true });
    expect(uncheckedMedia(records, [one])).toEqual([one]);
  });

  test('[N7] a removed medium is not looked up, but it is there to be put back', () => {
    const records = new RecordMap();
    const id = add(records, 'a');
    expect(mediumOf(records, id)?.upload).toBe(digestOf('a'));
    give(records, 'medium:remove', { ids: [id] });
    expect(mediumOf(records, id)).toBeUndefined();
    expect(records.get('medium', id)).toBeDefined();
    give(records, 'medium:restore', { ids: [id] });
    expect(mediumOf(records, id)?.upload).toBe(digestOf('a'));
    expect(mediumOf(records, 'nowhere')).toBeUndefined();
  });

  test('[N8] screens learn no names of people', () => {
    const records = new RecordMap();
    const id = add(records, 'a');
    give(records, 'medium:check', { ids: [id] });
    const seen = project('screen', [...records.all('medium')]);
    expect(JSON.stringify(seen)).not.toContain('林秀英');
    expect(seen[0]?.body).toMatchObject({ upload: digestOf('a'), name: '图a' });
  });

  test('every kind of record is looked through or known to name none', () => {
    expect(kinds).toContain('draft' satisfies Kind);
    const records = new RecordMap();
    const id = add(records, 'a');
    for (const kind of ['draft', 'screen', 'playlist', 'staff', 'plan', 'interrupt'] as Kind[]) {
      records.apply([{ kind, id: 'x', rev: 1, body: { medium: id } as never }]);
      expect(usesOfMedia(records).get(id)).toEqual([{ kind, id: 'x' }]);
      records.apply([{ kind, id: 'x', rev: 2, body: null }]);
    }
  });
});
