import { describe, expect, it } from 'vitest';
import { accountNamed } from '../../../content/people/accounts.ts';
import { hasRole, personOf } from '../../../content/people/person.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, mustRefuse, testWorld } from '../../support/world.ts';

const he = { name: 'He', displayName: '何窗口', roles: ['clerk' as const], disabled: false };
const chen = { id: 'chen', name: 'chen', displayName: '陈管理', roles: ['admin' as const], disabled: false };
const hash = 'scrypt$2$1$1$a$c';

describe('accounts and sessions (people.md)', () => {
  it('[A1] names are unique whatever their capitals and widths', () => {
    const records = smallHall();
    const world = testWorld();
    const { id } = must(records, 'account:save', { ...he, password: hash }, world);
    for (const name of ['he', 'HE', 'Ｈｅ'])
      expect(mustRefuse(records, 'account:save', { ...he, name, password: hash }, world)).toEqual({
        refused: 'account.name-taken',
        params: { name },
      });
    expect(accountNamed(records, 'hE')?.id).toBe(id);
    must(records, 'account:save', { id, rev: 1, ...he, name: 'HE' }, world);
  });

  it('[A2] a new account has a password, and a save without one keeps it', () => {
    const records = smallHall();
    const world = testWorld();
    expect(mustRefuse(records, 'account:save', he, world).refused).toBe('account.password-weak');
    const { id } = must(records, 'account:save', { ...he, password: hash }, world);
    must(records, 'account:save', { id, ...he, displayName: '何' }, world);
    expect(records.get('account', id)).toEqual({ ...he, displayName: '何', password: hash });
  });

  it('[A3] the last working admin neither steps down nor is disabled', () => {
    const records = smallHall();
    const world = testWorld();
    const down = { ...chen, roles: ['editor' as const] };
    expect(mustRefuse(records, 'account:save', down, world).refused).toBe('account.last-admin');
    expect(mustRefuse(records, 'account:save', { ...chen, disabled: true }, world).refused).toBe(
      'account.last-admin',
    );
    must(records, 'account:save', { ...he, roles: ['admin'], password: hash }, world);
    must(records, 'account:save', down, world);
  });

  it('[A4] disabling an account or a new password ends its sessions, and nobody else’s', () => {
    const records = smallHall();
    const world = testWorld();
    const open = (id: string, account: string) =>
      must(records, 'session:open', { id, account, expiresAt: world.now + MINUTE }, world);
    const li = { id: 'li', name: 'li', displayName: '李', roles: ['clerk' as const], disabled: false };
    open('s1', 'li');
    open('s2', 'li');
    open('s3', 'wang');
    must(records, 'account:save', li, world);
    expect(records.count('session')).toBe(3);
    must(records, 'account:save', { ...li, password: hash }, world);
    expect([...records.all('session')].map(({ id }) => id)).toEqual(['s3']);
    open('s4', 'li');
    must(records, 'account:save', { ...li, disabled: true }, world);
    expect([...records.all('session')].map(({ id }) => id)).toEqual(['s3']);
  });

  it('[A4] [A5] a lock holds until its moment, a new password takes it off, other saves keep it', () => {
    const records = smallHall();
    const world = testWorld();
    const li = { id: 'li', name: 'li', displayName: '李', roles: ['clerk' as const], disabled: false };
    const until = world.now + MINUTE;
    must(records, 'account:lock', { id: 'li', until }, world);
    must(records, 'account:save', li, world);
    expect(records.get('account', 'li')?.lockedUntil).toBe(until);
    must(records, 'account:save', { ...li, password: hash }, world);
    expect(records.get('account', 'li')).not.toHaveProperty('lockedUntil');
    must(records, 'account:lock', { id: 'li', until }, world);
    must(records, 'account:lock', { id: 'li', until: world.now }, world);
    expect(records.get('account', 'li')).not.toHaveProperty('lockedUntil');
    expect(mustRefuse(records, 'account:lock', { id: 'none', until }, world).refused).toBe('record.missing');
  });

  it('[A6] opening a session clears those that are over, and needs a working account', () => {
    const records = smallHall();
    const world = testWorld();
    must(records, 'session:open', { id: 's1', account: 'li', expiresAt: world.now + 1 }, world);
    world.wait(1);
    must(records, 'session:open', { id: 's2', account: 'wang', expiresAt: world.now + MINUTE }, world);
    expect([...records.all('session')].map(({ id }) => id)).toEqual(['s2']);
    const none = { id: 's3', account: 'none', expiresAt: world.now + MINUTE };
    expect(mustRefuse(records, 'session:open', none, world).refused).toBe('session.missing');
  });

  it('[A7] closing a session twice is harmless', () => {
    const records = smallHall();
    const world = testWorld();
    must(records, 'session:open', { id: 's1', account: 'li', expiresAt: world.now + MINUTE }, world);
    must(records, 'session:close', { id: 's1' }, world);
    must(records, 'session:close', { id: 's1' }, world);
    expect(records.count('session')).toBe(0);
  });

  it('people are written down by the name they are known by, and roles count while enabled', () => {
    const records = smallHall();
    const by = { is: 'account', id: 'chen', name: 'chen' } as const;
    expect(personOf(records, by)).toEqual({ id: 'chen', name: '陈管理' });
    expect(personOf(records, { is: 'system', name: 'hub' })).toEqual({ id: 'system', name: 'hub' });
    expect(hasRole(records, by, 'admin')).toBe(true);
    expect(hasRole(records, by, 'clerk')).toBe(false);
    expect(hasRole(records, { is: 'system', name: 'hub' }, 'admin')).toBe(false);
  });
});
