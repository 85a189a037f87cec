import { describe, expect, it } from 'vitest';
import type { SheetOf } from '../../../content/model/sheet.ts';
import type { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import { fingerprint } from '../../../content/sheets/fingerprint.ts';
import { gatherSheet, type SheetNow } from '../../../content/sheets/kinds.ts';
import { asSheet, hanging, sheetOf, stateOf } from '../../../content/sheets/sheet.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';

const world = testWorld().as('sun');
const source = { title: '方案' };

function hall(): { records: RecordMap; of: SheetOf; rule: string } {
  const records = smallHall();
  const rules = [{ title: '一次性告知制度', blocks: [{ number: '', depth: 0, text: '告知。' }], source }];
  const [rule = ''] = must(records, 'rule:adopt', { rules }, world).ids;
  return { records, of: { is: 'rule', rule }, rule };
}

function reword(records: RecordMap, text: string): void {
  const rules = [{ title: '一次性告知制度', blocks: [{ number: '', depth: 0, text }], source }];
  must(records, 'rule:adopt', { rules }, world);
}

function now(records: RecordMap, of: SheetOf): SheetNow {
  const found = gatherSheet(records, of, undefined);
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

function print(records: RecordMap, of: SheetOf, more: { place?: string } = {}): string {
  return must(records, 'sheet:print', { of, size: 'A3', hash: now(records, of).hash, ...more }, world).code;
}

describe('the register of sheets (sheets.md)', () => {
  it('[S4] a sheet is registered for the words that were rendered', () => {
    const { records, of, rule } = hall();
    const code = print(records, of);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(records.get('sheet', code)).toMatchObject({
      of,
      size: 'A3',
      made: [{ kind: 'rule', id: rule, rev: 1 }],
      printedBy: { id: 'sun', name: '孙编辑' },
      printedAt: world.now,
    });
    const before = now(records, of).hash;
    reword(records, '告知一次。');
    const late = { of, size: 'A3', hash: before } as const;
    expect(mustRefuse(records, 'sheet:print', late, world).refused).toBe('record.changed');
    const none = { ...late, of: { is: 'rule', rule: 'none' } } as const;
    expect(mustRefuse(records, 'sheet:print', none, world).refused).toBe('record.missing');
  });

  it('[S5] the same words on the same paper for the same place are one sheet', () => {
    const { records, of } = hall();
    const code = print(records, of);
    expect(print(records, of)).toBe(code);
    expect(records.count('sheet')).toBe(1);
    expect(print(records, of, { place: '二楼' })).not.toBe(code);
    must(records, 'sheet:takedown', { code }, world);
    expect(print(records, of)).not.toBe(code);
  });

  it('[S2] [S3] a sheet is stale from the change of a word to the change back, and names what changed', () => {
    const { records, of, rule } = hall();
    const sheet = () => sheetOf(records, code)!;
    const code = print(records, of);
    expect(stateOf(records, sheet())).toEqual({ is: 'current' });
    reword(records, '告知一次。');
    expect(stateOf(records, sheet())).toEqual({
      is: 'stale',
      changed: [{ kind: 'rule', id: rule, rev: 2 }],
    });
    reword(records, '告知。');
    expect(stateOf(records, sheet())).toEqual({ is: 'current' });
    must(records, 'rule:remove', { id: rule }, world);
    expect(stateOf(records, sheet())).toEqual({ is: 'gone' });
  });

  it('[S3] a board of many records is stale when one comes or goes', () => {
    const { records } = hall();
    const code = print(records, { is: 'contacts' });
    const added = must(
      records,
      'contact:save',
      { role: 'consult', label: '值班电话', value: '023-79001234' },
      world,
    );
    const stale = stateOf(records, sheetOf(records, code)!);
    expect(stale).toMatchObject({ is: 'stale', changed: [{ kind: 'contact', id: added.id }] });
    must(records, 'contact:remove', { id: added.id }, world);
    expect(stateOf(records, sheetOf(records, code)!)).toEqual({ is: 'current' });
  });

  it('[S6] hanging and taking down keep who and when; what is down hangs no more', () => {
    const { records, of } = hall();
    const code = print(records, of);
    must(records, 'sheet:hang', { code, place: '大厅左墙' }, world);
    expect(sheetOf(records, code)?.hung).toMatchObject({ by: { id: 'sun' }, place: '大厅左墙' });
    must(records, 'sheet:takedown', { code }, world);
    expect(mustRefuse(records, 'sheet:hang', { code }, world)).toEqual({
      refused: 'sheet.down',
      params: { code },
    });
    expect(hanging(records)).toEqual([]);
    expect(mustRefuse(records, 'sheet:takedown', { code: 'NOTHERE2' }, world).refused).toBe('sheet.missing');
  });

  it('[S9] a sheet of the first hubs is read as one of today', () => {
    const { records, rule } = hall();
    const printedBy = { id: 'sun', name: '孙编辑' };
    const old = { kind: 'rule', record: rule, revision: 1, size: 'A2', printedBy, printedAt: 5 } as const;
    const sheet = asSheet(old);
    expect(sheet).toMatchObject({ of: { is: 'rule', rule }, size: 'A2', printedAt: 5 });
    expect(stateOf(records, sheet)).toEqual({ is: 'current' });
    reword(records, '改了。');
    expect(stateOf(records, sheet).is).toBe('stale');
  });
});

it('[S2] a fingerprint does not mind the order of keys and minds everything else', () => {
  expect(fingerprint({ a: 1, b: [2, 3] })).toBe(fingerprint({ b: [2, 3], a: 1 }));
  const prints = new Set<string>();
  for (let round = 0; round < 20_000; round++) prints.add(fingerprint(`第${round}条`));
  expect(prints.size).toBe(20_000);
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
});
