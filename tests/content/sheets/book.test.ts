import { describe, expect, it } from 'vitest';
import type { SheetOf } from '../../../content/model/sheet.ts';
import type { RecordMap } from '../../../content/records.ts';
import { isRefusal } from '../../../content/rule.ts';
import { sheetBook, sheetDeeds } from '../../../content/sheets/book.ts';
import { choicesOf } from '../../../content/sheets/choices.ts';
import { gatherSheet, sheetKinds } from '../../../content/sheets/kinds.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';

const sun = testWorld().as('sun');
const li = testWorld().as('li');
const contacts: SheetOf = { is: 'contacts' };

function print(records: RecordMap, of: SheetOf, place?: string): string {
  sun.now += 1000;
  const now = gatherSheet(records, of, undefined);
  if (isRefusal(now)) throw new Error(now.refused);
  return must(records, 'sheet:print', { of, size: 'A3', hash: now.hash, ...(place ? { place } : {}) }, sun)
    .code;
}

function addPhone(records: RecordMap, value: string): void {
  must(records, 'contact:save', { role: 'consult', label: '值班电话', value }, testWorld().as('chen'));
}

const standings = (records: RecordMap) =>
  Object.fromEntries(sheetBook(records, undefined, sun.now).map(({ id, standing }) => [id, standing]));

describe('the register (sheets.md)', () => {
  it('[S16] a sheet goes from current to stale, and is replaced until the new one hangs', () => {
    const records = smallHall();
    const old = print(records, contacts, '东墙');
    must(records, 'sheet:hang', { code: old, place: '东墙' }, li);
    expect(standings(records)).toEqual({ [old]: 'current' });
    addPhone(records, '023-79001234');
    const stale = sheetBook(records, undefined, sun.now);
    expect(stale[0]).toMatchObject({ id: old, standing: 'stale' });
    expect(stale[0]?.changed.map(({ kind }) => kind)).toContain('contact');
    expect(sheetDeeds(records, stale).reprint.map(({ id }) => id)).toEqual([old]);
    const fresh = print(records, contacts, '东墙');
    const rows = sheetBook(records, undefined, sun.now);
    expect(standings(records)).toEqual({ [old]: 'replaced', [fresh]: 'current' });
    expect(sheetDeeds(records, rows)).toMatchObject({ reprint: [], remove: [], hang: [{ id: fresh }] });
    must(records, 'sheet:hang', { code: fresh, place: '东墙' }, li);
    expect(standings(records)).toEqual({ [old]: 'down', [fresh]: 'current' });
    expect(sheetDeeds(records, sheetBook(records, undefined, sun.now)).hang).toEqual([]);
  });

  it('[S14] hanging a sheet takes down what it replaces at its place, and nothing else', () => {
    const records = smallHall();
    const east = print(records, contacts, '东墙');
    const west = print(records, contacts, '西墙');
    addPhone(records, '023-79001234');
    const fresh = print(records, contacts);
    // Whoever stands there says where it hangs.
    must(records, 'sheet:hang', { code: fresh, place: '东墙' }, li);
    expect(records.get('sheet', east)).toMatchObject({ down: { by: { id: 'li' } } });
    expect(records.get('sheet', west)).not.toHaveProperty('down');
    const older = must(records, 'sheet:hang', { code: west, place: '东墙' }, li);
    expect(older.id).toBe(west);
    expect(records.get('sheet', fresh)).not.toHaveProperty('down');
  });

  it('[S6] where it hangs on a plan and its photo are named by records that are there', () => {
    const records = smallHall();
    const code = print(records, contacts);
    const at: [number, number] = [0.25, 0.5];
    const plan = must(records, 'plan:save', { name: '一楼', marks: [] }, testWorld().as('chen')).id;
    expect(mustRefuse(records, 'sheet:hang', { code, spot: { plan: 'none', at } }, li).refused).toBe(
      'record.missing',
    );
    expect(mustRefuse(records, 'sheet:hang', { code, photo: 'none' }, li).refused).toBe('record.missing');
    must(records, 'sheet:hang', { code, spot: { plan, at } }, li);
    expect(records.get('sheet', code)).toMatchObject({ hung: { spot: { plan, at } } });
  });

  it('[S16] a sheet whose subject is gone is to be taken down, not printed', () => {
    const records = smallHall();
    const of = { is: 'notice', notice: 'welcome' } as const;
    const code = print(records, of);
    expect(standings(records)).toEqual({ [code]: 'current' });
    const { until } = records.get('notice', 'welcome')!;
    expect(sheetBook(records, undefined, until)).toMatchObject([{ standing: 'gone' }]);
    must(records, 'notice:withdraw', { id: 'welcome' }, sun);
    const rows = sheetBook(records, undefined, sun.now);
    expect(sheetDeeds(records, rows)).toMatchObject({ reprint: [], hang: [], remove: [{ id: code }] });
    must(records, 'sheet:takedown', { code }, li);
    expect(standings(records)[code]).toBe('down');
  });

  it('[S15] every sheet offered can be gathered, and each kind that the hall can print is offered', () => {
    const records = smallHall();
    const found = choicesOf(records, undefined);
    for (const { of } of found) expect(isRefusal(gatherSheet(records, of, undefined))).toBe(false);
    const offered = new Set(found.map(({ of }) => of.is));
    expect(offered).toContain('contacts');
    expect(offered).toContain('notice');
    expect(offered).not.toContain('rule');
    expect([...offered].every((kind) => kind in sheetKinds)).toBe(true);
    must(records, 'notice:withdraw', { id: 'welcome' }, sun);
    expect(choicesOf(records, undefined).some(({ of }) => of.is === 'notice')).toBe(false);
  });
});
