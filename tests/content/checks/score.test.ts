import { describe, expect, test } from 'vitest';
import type { Asked } from '../../../content/checks/asked.ts';
import { factsOf } from '../../../content/checks/facts.ts';
import { scoreOf } from '../../../content/checks/score.ts';
import type { CommandInput } from '../../../content/model/command.ts';
import type { Standard } from '../../../content/model/standard.ts';
import type { RecordMap } from '../../../content/records.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { MORNING, must, mustRefuse, testWorld, type TestWorld } from '../../support/world.ts';

const asked: Partial<Asked> = {
  names: [{ placeKind: 'town', level: 'town' }],
  checklist: [
    { key: '1.1', group: '一', label: '有电话', points: 4, evidence: ['contacts'] },
    { key: '1.2', group: '一', label: '有屏幕', points: 2, evidence: ['screens'] },
    { key: '2.1', group: '二', label: '有场所', points: 4, evidence: ['tick'] },
    { key: '2.2', group: '二', label: '记录和照片', points: 5, evidence: ['contacts', 'tick'] },
    { key: '3', group: '三', label: '村里的', points: 9, evidence: ['tick'], level: 'village' },
    { key: '4', group: '四', label: '是否', evidence: ['tick'] },
  ],
  extras: [
    { key: 'more', label: '表彰', least: 1, most: 5 },
    { key: 'most', label: '示范', least: 1, most: 10 },
    { key: 'less', label: '曝光', least: -10, most: -10 },
  ],
  score: [{ full: 15, extra: 10 }],
};

const refusal = (records: RecordMap, input: CommandInput<'tick:set'>, here: TestWorld): string =>
  mustRefuse(records, 'tick:set', input, here).refused;

function world() {
  const made = testWorld().as('chen', '陈管理');
  made.standards.set('test', asked as unknown as Standard);
  return made;
}
const card = (records = smallHall()) => scoreOf(records, factsOf(records, asked), MORNING);
const line = (key: string, records = smallHall()) => card(records)?.lines.find((one) => one.line.key === key);

describe('the score', () => {
  test('[K20] records prove what they can, by share; the rest waits for a person', () => {
    expect(line('1.1')?.got).toBe(4);
    expect(line('1.2')?.got).toBe(0);
    expect(line('2.1')).toMatchObject({ got: null, proof: null });
    expect(line('2.2')?.got).toBeNull();
    expect(card()).toMatchObject({ points: 4, full: 15, open: 2 });
    const one = smallHall();
    one.apply([{ kind: 'contact', id: 'consult', rev: 2, body: null }]);
    expect(line('1.1', one)?.got).toBe(2);
  });

  test('[K20] lines of another level, and yes or no beside points, are not asked', () => {
    expect(card()?.lines.map(({ line: { key } }) => key)).toEqual(['1.1', '1.2', '2.1', '2.2']);
    expect(scoreOf(smallHall(), factsOf(smallHall(), null), MORNING)).toBeNull();
  });

  test('[K20] a tick says who looked and when, within the line’s points; it can be taken back', () => {
    const records = smallHall();
    const here = world();
    const tick = { line: '2.1', is: 'line', points: 3, note: '照片在档案柜' } as const;
    must(records, 'tick:set', tick, here);
    expect(line('2.1', records)).toMatchObject({ got: 3, tick: { by: { name: '陈管理' }, at: MORNING } });
    expect(refusal(records, { ...tick, points: 5 }, here)).toBe('tick.points');
    expect(refusal(records, { ...tick, points: -1 }, here)).toBe('tick.points');
    expect(refusal(records, { ...tick, line: '9.9' }, here)).toBe('tick.unknown');
    expect(refusal(records, { ...tick, line: '1.1' }, here)).toBe('tick.proved');
    must(records, 'tick:set', { ...tick, points: null }, here);
    expect(line('2.1', records)?.got).toBeNull();
  });

  test('[K21] extras and deductions count within their caps', () => {
    const records = smallHall();
    const here = world();
    const extra = (key: string, points: number) =>
      must(records, 'tick:set', { line: key, is: 'extra', points, note: '' }, here);
    extra('more', 5);
    expect(card(records)?.points).toBe(9);
    extra('most', 10);
    expect(card(records)?.points).toBe(14);
    extra('less', -10);
    expect(card(records)?.points).toBe(4);
    expect(refusal(records, { line: 'more', is: 'extra', points: 6, note: '' }, here)).toBe('tick.points');
    expect(refusal(records, { line: 'less', is: 'extra', points: 1, note: '' }, here)).toBe('tick.points');
  });

  test('[K22] a month’s score is kept once, follows its last look, and past months stay', () => {
    const records = smallHall();
    const here = world();
    expect(must(records, 'score:keep', {}, here).id).toBe('2026-11');
    must(records, 'score:keep', {}, here);
    expect(records.rev('score', '2026-11')).toBe(1);
    must(records, 'tick:set', { line: '2.1', is: 'line', points: 4, note: '' }, here);
    must(records, 'score:keep', {}, here);
    expect(records.get('score', '2026-11')).toMatchObject({ points: 8, full: 15, standard: 'test' });
    here.wait(20 * 86_400_000);
    records.apply([kept('contact', 'other', { role: 'consult', label: '咨询', value: '023-79000009' })]);
    must(records, 'tick:set', { line: '2.2', is: 'line', points: 5, note: '' }, here);
    must(records, 'score:keep', {}, here);
    expect(records.get('score', '2026-12')?.points).toBe(13);
    expect(records.get('score', '2026-11')?.points).toBe(8);
  });

  test('[K22] without a checklist there is nothing to keep', () => {
    expect(mustRefuse(smallHall(), 'score:keep', {}, testWorld().as('chen')).refused).toBe('score.none');
  });
});
