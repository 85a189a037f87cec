import { describe, expect, it } from 'vitest';
import { project } from '../../../content/projection.ts';
import { screenOfHash } from '../../../content/startscripts/keys.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';

const hashOf = (count: number): string => count.toString(16).padStart(64, '0');
const tv = {
  ...{ name: '大厅屏', scene: { is: 'board' as const }, diagonal: 55, distance: 8, sound: false },
  tokenHash: 'ab'.repeat(32),
};

describe('keys of start scripts (wire.md)', () => {
  it('[W17] each opens its own screen, beside the token, and falls with the screen', () => {
    const records = smallHall();
    const world = testWorld().as('chen');
    const { id: one } = must(records, 'screen:pair', tv, world);
    const { id: other } = must(records, 'screen:pair', { ...tv, tokenHash: 'cd'.repeat(32) }, world);
    must(records, 'screen:key', { id: one, hash: hashOf(1) }, world);
    must(records, 'screen:key', { id: one, hash: hashOf(2) }, world);
    must(records, 'screen:key', { id: other, hash: hashOf(3) }, world);
    const found = [tv.tokenHash, hashOf(1), hashOf(2), hashOf(3), hashOf(4)];
    expect(found.map((hash) => screenOfHash(records, hash))).toEqual([one, one, one, other, undefined]);
    must(records, 'screen:revoke', { id: one }, world);
    expect(found.map((hash) => screenOfHash(records, hash))).toEqual([
      ...[undefined, undefined, undefined, other, undefined],
    ]);
    expect(records.count('startkeys')).toBe(1);
  });

  it('[W17] of more than fifty the oldest fall', () => {
    const records = smallHall();
    const world = testWorld().as('chen');
    const { id } = must(records, 'screen:pair', tv, world);
    for (let count = 1; count <= 51; count++) must(records, 'screen:key', { id, hash: hashOf(count) }, world);
    const opens = [1, 2, 51].map((count) => screenOfHash(records, hashOf(count)));
    expect(opens).toEqual([undefined, id, id]);
  });

  it('[W17] a sign without a page has none, nor has a screen that is not there', () => {
    const records = smallHall();
    const world = testWorld().as('chen');
    const scene = { is: 'sign' as const, window: 'w1', width: 192, height: 32 };
    const { id } = must(records, 'screen:add', { name: '点阵屏', scene, diagonal: 20, distance: 6 }, world);
    for (const screen of [id, 'none'])
      expect(mustRefuse(records, 'screen:key', { id: screen, hash: hashOf(1) }, world).refused).toBe(
        'record.missing',
      );
  });

  it('[W7] [W17] nobody sees them', () => {
    const changes = [{ kind: 'startkeys' as const, id: 's', rev: 1, body: { hashes: [hashOf(1)] } }];
    for (const viewer of ['screen', 'staff', 'admin'] as const) expect(project(viewer, changes)).toEqual([]);
  });
});
