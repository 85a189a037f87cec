import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { carryHall } from '../../../content/bundle/bundle.ts';
import { isRefusal } from '../../../content/rule.ts';
import { openBundle, packBundle } from '../../../server/bundle/bundle.ts';
import { setUpHall } from '../../content/bundle/hall.ts';

const { records } = setUpHall('青溪');
const zip = packBundle(
  { name: '青溪镇公共服务中心', standard: 'qianjiang' },
  { at: 1_600_000_000_000, records: carryHall(records), uploads: new Map() },
);
const open = (bytes: Uint8Array) => openBundle({ name: 'a.zip', bytes });
const refusalOf = (bytes: Uint8Array) => {
  const found = open(bytes);
  return isRefusal(found) ? [found.refused, found.params?.['what'] ?? ''] : 'accepted';
};
/** The bundle with its files changed. */
const changed = (change: (files: Record<string, Uint8Array>) => void) => {
  const files = unzipSync(zip);
  change(files);
  return zipSync(files);
};
const manifest = (files: Record<string, Uint8Array>) =>
  JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Record<string, unknown>;

describe('[C7] the file', () => {
  test('holds everything that was put in', () => {
    const found = open(zip);
    if (isRefusal(found)) throw new Error(found.refused);
    const text = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
    expect(text(found.records)).toEqual(text(carryHall(records)));
    expect(found.hall).toBe('青溪镇公共服务中心');
  });

  test('a newer version is refused as such, whatever else is in it', () => {
    const newer = changed((files) => {
      files['manifest.json'] = strToU8(JSON.stringify({ ...manifest(files), version: 2, more: true }));
    });
    expect(refusalOf(newer)).toEqual(['bundle.newer', '']);
  });

  test.each<[string, (files: Record<string, Uint8Array>) => void, string]>([
    ['a changed file', (files) => (files['records/rule.json'] = strToU8('[]')), 'records/rule.json'],
    ['a missing file', (files) => delete files['records/rule.json'], 'records/rule.json'],
    [
      'a file that is not listed',
      (files) => (files['records/item.json'] = strToU8('[]')),
      'records/item.json',
    ],
    ['a path out of the folder', (files) => (files['../../evil.sh'] = strToU8('x')), '../../evil.sh'],
    [
      'a kind that never travels',
      (files) => (files['records/account.json'] = strToU8('[]')),
      'records/account.json',
    ],
    ['no manifest', (files) => delete files['manifest.json'], 'manifest.json'],
  ])('%s is refused', (_, change, what) => {
    expect(refusalOf(changed(change))).toEqual(['bundle.broken', what]);
  });

  test('records that do not fit their schema, hashes right', () => {
    const [account] = [...records.all('account')];
    const strange = packBundle(
      { name: '甲', standard: 'qianjiang' },
      { at: 1, records: [{ kind: 'rule', id: 'r', body: account?.body } as never], uploads: new Map() },
    );
    expect(refusalOf(strange)).toEqual(['bundle.broken', 'records/rule.json']);
  });

  test('no ZIP, a ZIP of something else, a bomb', () => {
    expect(refusalOf(strToU8('PK nothing'))).toEqual(['bundle.broken', 'ZIP']);
    expect(refusalOf(zipSync({ 'word/document.xml': strToU8('<x/>') }))).toEqual([
      'bundle.broken',
      'word/document.xml',
    ]);
    expect(refusalOf(zipSync({ 'records/rule.json': new Uint8Array(64 * 2 ** 20) }))).toEqual([
      'import.bomb',
      '',
    ]);
  });
});
