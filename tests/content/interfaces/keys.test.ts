import { describe, expect, it } from 'vitest';
import type { KeyRight } from '../../../content/model/interface.ts';
import { project } from '../../../content/projection.ts';
import type { RecordMap } from '../../../content/records.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, testWorld, type TestWorld } from '../../support/world.ts';

function make(
  records: RecordMap,
  world: TestWorld,
  name: string,
  rights: KeyRight[],
  windows?: string[],
): string {
  const input = { name, rights, ...(windows ? { windows } : {}), hash: 'a'.repeat(64), hint: 'mt_abcdef' };
  return must(records, 'key:make', input, world.as('chen')).id;
}
const asKey = (world: TestWorld, id: string) => {
  world.by = { is: 'key', id, name: '叫号器' };
  return world;
};

describe('keys', () => {
  it('[X1] have names of their own, and revoked ones give theirs back', () => {
    const [records, world] = [smallHall(), testWorld()];
    const id = make(records, world, '取号机', ['tickets:issue']);
    const again = {
      name: '取号机',
      rights: ['tickets:read' as const],
      hash: 'b'.repeat(64),
      hint: 'mt_123456',
    };
    expect(mustRefuse(records, 'key:make', again, world)).toEqual({
      refused: 'key.name-taken',
      params: { name: '取号机' },
    });
    must(records, 'key:revoke', { id }, world);
    must(records, 'key:make', again, world);
  });

  it('[X2] [X3] can be changed until they are revoked, and revoking twice changes nothing', () => {
    const [records, world] = [smallHall(), testWorld()];
    const id = make(records, world, '取号机', ['tickets:issue'], ['w1']);
    must(records, 'key:save', { id, rev: 1, name: '取号机一', rights: ['tickets:read'] }, world);
    expect(records.get('key', id)).toMatchObject({
      name: '取号机一',
      rights: ['tickets:read'],
      revoked: null,
    });
    expect(records.get('key', id)).not.toHaveProperty('windows');
    expect(
      mustRefuse(records, 'key:save', { id, rev: 1, name: 'x', rights: ['events'] }, world).refused,
    ).toBe('record.changed');
    must(records, 'key:revoke', { id }, world);
    const revoked = records.get('key', id);
    must(records, 'key:revoke', { id }, world.wait(1000));
    expect(records.get('key', id)).toEqual(revoked);
    expect(mustRefuse(records, 'key:save', { id, name: 'x', rights: ['events'] }, world).refused).toBe(
      'key.revoked',
    );
  });

  it('[X5] call for whoever holds the window, and for nobody where nobody does', () => {
    const [records, world] = [smallHall(), testWorld()];
    const id = make(records, world, '叫号器', ['tickets:call'], ['w1', 'w2']);
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.as('li'));
    const refused = (window: string) =>
      mustRefuse(records, 'ticket:next', { window }, asKey(world, id)).refused;
    expect(refused('w1')).toBe('window.unheld');
    expect(refused('w3')).toBe('key.window');
    expect(refused('w9')).toBe('window.missing');
    must(records, 'window:take', { window: 'w1' }, world.as('li'));
    expect(must(records, 'ticket:next', { window: 'w1' }, asKey(world, id))).toMatchObject({
      number: 'A001',
    });
    // The clerk takes back what the pad did: it is one window.
    must(records, 'ticket:undo', { window: 'w1' }, world.as('li'));
    must(records, 'window:pause', { window: 'w1', reason: 'away' }, asKey(world, id));
    expect(records.get('window', 'w1')?.state).toMatchObject({ is: 'paused', clerk: { id: 'li' } });
    expect(refused('w1')).toBe('window.paused');
    must(records, 'window:resume', { window: 'w1' }, asKey(world, id));
    expect(records.get('window', 'w1')?.state).toMatchObject({ is: 'open', clerk: { id: 'li' } });
  });

  it('[X4] lose at once what is taken from them, also inside the rule', () => {
    const [records, world] = [smallHall(), testWorld()];
    const id = make(records, world, '叫号器', ['tickets:call']);
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world.as('li'));
    must(records, 'window:take', { window: 'w1' }, world);
    must(records, 'key:save', { id, name: '叫号器', rights: ['tickets:read'] }, world.as('chen'));
    const refused = () => mustRefuse(records, 'ticket:next', { window: 'w1' }, asKey(world, id)).refused;
    expect(refused()).toBe('key.forbidden');
    must(records, 'key:revoke', { id }, world.as('chen'));
    expect(refused()).toBe('key.unknown');
  });
});

describe('webhooks', () => {
  const hook = (url: string) => ({
    url,
    events: [],
    reach: 'lan' as const,
    on: true,
    secret: 'whsec_0123456789',
    after: 0,
  });
  const letter = (webhook: string, event: string, at: number) => ({
    webhook,
    event,
    type: 'ticket.issued' as const,
    at,
    failing: at,
    reason: 'timeout',
  });

  it('[X10] are told once for each address', () => {
    const [records, world] = [smallHall(), testWorld()];
    must(records, 'webhook:save', hook('http://10.0.0.7/hook'), world);
    expect(mustRefuse(records, 'webhook:save', hook('http://10.0.0.7/hook'), world).refused).toBe(
      'webhook.twice',
    );
    for (let i = 0; i < 19; i++) must(records, 'webhook:save', hook(`http://10.0.0.8/${i}`), world);
    expect(mustRefuse(records, 'webhook:save', hook('http://10.0.0.9/'), world).refused).toBe(
      'webhook.too-many',
    );
  });

  it('[X14] [X15] keep the newest 500 dead letters, each once', () => {
    const [records, world] = [smallHall(), testWorld()];
    const { id } = must(records, 'webhook:save', hook('http://10.0.0.7/'), world);
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => letter(id, `${from + i}.0`, from + i));
    must(records, 'letter:keep', { letters: many(1, 500) }, world);
    must(records, 'letter:keep', { letters: many(490, 31) }, world);
    const kept = [...records.all('deadletter')].map(({ body }) => body.at).sort((a, b) => a - b);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([500, 21, 520]);
    must(records, 'letter:discard', { ids: [`${id}-21-0`, 'gone'] }, world);
    expect(records.count('deadletter')).toBe(499);
    must(records, 'letter:keep', { letters: [letter('gone', '9.0', 9)] }, world);
    expect(records.count('deadletter')).toBe(499);
    must(records, 'webhook:remove', { id }, world);
    expect([records.count('webhook'), records.count('deadletter')]).toEqual([0, 0]);
  });

  it('[X1] [X10] what is secret leaves the hub for nobody', () => {
    const [records, world] = [smallHall(), testWorld()];
    make(records, world, '取号机', ['tickets:issue']);
    must(records, 'webhook:save', hook('http://10.0.0.7/'), world);
    for (const viewer of ['screen', 'staff', 'admin'] as const) {
      const seen = project(viewer, records.everything());
      expect(JSON.stringify(seen)).not.toMatch(/aaaaaaaaaa|whsec_/);
      expect(seen.some(({ kind }) => kind === 'key' || kind === 'webhook')).toBe(viewer === 'admin');
    }
  });
});
