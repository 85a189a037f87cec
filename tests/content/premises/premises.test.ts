import { describe, expect, it } from 'vitest';
import { makeCode, readCode } from '../../../content/code.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';

const tokenHash = 'ab'.repeat(32);
const window5 = { number: 5, name: '办不成事反映', business: ['反映'], services: ['social', 'social'] };
const window1 = { id: 'w1', number: 1, name: '综合', business: [], services: ['civil'] };
const tv = { name: '大厅电视', scene: { is: 'board' as const }, diagonal: 43, distance: 6, sound: true };

describe('windows and services (premises.md)', () => {
  it('[R1] a new window is closed and names each service once', () => {
    const records = smallHall();
    const { id } = must(records, 'window:save', window5, testWorld().as('chen'));
    expect(records.get('window', id)).toEqual({
      ...window5,
      services: ['social'],
      state: { is: 'closed' },
      ticket: null,
      settings: 1,
    });
  });

  it('[R1] a number that is used and a service that is not there are refused', () => {
    const records = smallHall();
    const world = testWorld().as('chen');
    expect(mustRefuse(records, 'window:save', { ...window5, number: 1 }, world)).toEqual({
      refused: 'window.number-taken',
      params: { number: 1 },
    });
    expect(mustRefuse(records, 'window:save', { ...window5, services: ['none'] }, world).refused).toBe(
      'service.missing',
    );
    expect(mustRefuse(records, 'window:save', { ...window1, id: 'none' }, world).refused).toBe(
      'record.missing',
    );
  });

  it('[R1] [R2] saving settings keeps state and ticket, and calls do not make a save out of date', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', { window: 'w1' }, world);
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    const { id: ticket } = must(records, 'ticket:next', { window: 'w1' }, world);
    world.as('chen');
    must(records, 'window:save', { ...window1, rev: 1 }, world);
    expect(records.get('window', 'w1')).toMatchObject({ name: '综合', state: { is: 'open' }, ticket });
    expect(mustRefuse(records, 'window:save', { ...window1, rev: 1, name: '旧' }, world).refused).toBe(
      'record.changed',
    );
    const rev = records.rev('window', 'w1');
    must(records, 'window:save', { ...window1, rev }, world);
    expect(records.rev('window', 'w1')).toBe(rev);
    must(records, 'ticket:finish', { window: 'w1' }, world.as('li'));
    must(records, 'window:save', { ...window1, rev, name: '新' }, world.as('chen'));
    expect(records.get('window', 'w1')?.name).toBe('新');
  });

  it('[R3] a window in use is not removed, and nobody is sent to one that is gone', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', { window: 'w1' }, world);
    must(records, 'window:pause', { window: 'w1', reason: 'meal', goTo: 2 }, world);
    expect(mustRefuse(records, 'window:remove', { id: 'w1' }, world.as('chen'))).toEqual({
      refused: 'window.in-use',
      params: { number: 1 },
    });
    const two = { id: 'w2', number: 12, name: '社会保障', business: [], services: ['social'] };
    must(records, 'window:save', two, world);
    expect(records.get('window', 'w1')?.state).toMatchObject({ is: 'paused', goTo: 12 });
    must(records, 'window:remove', { id: 'w2' }, world);
    expect(records.get('window', 'w1')?.state).not.toHaveProperty('goTo');
    expect(records.get('window', 'w1')?.state).toMatchObject({ is: 'paused', reason: 'meal' });
    expect(mustRefuse(records, 'window:remove', { id: 'w2' }, world).refused).toBe('window.missing');
  });

  it('[R4] a letter belongs to one service', () => {
    const records = smallHall();
    const world = testWorld().as('chen');
    const health = { name: '医疗保障', short: '医保', prefix: 'A', digits: 3 };
    expect(mustRefuse(records, 'service:save', health, world)).toEqual({
      refused: 'service.prefix-taken',
      params: { prefix: 'A', name: '社会保障' },
    });
    const { id } = must(records, 'service:save', { ...health, prefix: 'D' }, world);
    must(records, 'service:save', { id, rev: 1, ...health, prefix: 'D', digits: 2 }, world);
    expect(records.get('service', id)?.digits).toBe(2);
  });

  it('[R5] a service goes when nobody is left in its line, and windows stop naming it', () => {
    const records = smallHall();
    const world = testWorld().as('li');
    must(records, 'window:take', { window: 'w1' }, world);
    must(records, 'ticket:issue', { service: 'social', kind: 'normal' }, world);
    const remove = () => mustRefuse(records, 'service:remove', { id: 'social' }, world).refused;
    expect(remove()).toBe('service.in-use');
    must(records, 'ticket:next', { window: 'w1' }, world);
    expect(remove()).toBe('service.in-use');
    must(records, 'ticket:finish', { window: 'w1' }, world);
    must(records, 'service:remove', { id: 'social' }, world);
    expect(records.get('window', 'w1')?.services).toEqual(['civil']);
    expect(records.get('window', 'w2')?.services).toEqual([]);
    expect(remove()).toBe('service.missing');
  });
});

describe('screens and sheets (premises.md)', () => {
  it('[R7] [R8] a screen shows a window that exists, and a save keeps its token', () => {
    const records = smallHall();
    const world = testWorld().as('chen');
    const nowhere = { is: 'sign' as const, window: 'none', width: 192, height: 32 };
    expect(mustRefuse(records, 'screen:pair', { ...tv, scene: nowhere, tokenHash }, world).refused).toBe(
      'window.missing',
    );
    const { id } = must(records, 'screen:pair', { ...tv, tokenHash }, world);
    const paired = { tokenHash, pairedBy: { id: 'chen', name: '陈管理' }, pairedAt: world.now };
    expect(records.get('screen', id)).toEqual({ ...tv, ...paired });
    expect(mustRefuse(records, 'screen:save', { id, ...tv, scene: nowhere }, world).refused).toBe(
      'window.missing',
    );
    const sign = { ...tv, scene: { ...nowhere, window: 'w1' } };
    must(records, 'screen:save', { id, rev: 1, ...sign }, world.wait(1).as('sun'));
    expect(records.get('screen', id)).toEqual({ ...sign, ...paired });
    expect(mustRefuse(records, 'screen:save', { id, rev: 1, ...tv }, world).refused).toBe('record.changed');
    expect(mustRefuse(records, 'screen:save', { id: 'none', ...tv }, world).refused).toBe('record.missing');
  });

  it('[R25] what was added without pairing has no page, and stays one of dots', () => {
    const records = smallHall();
    const world = testWorld().as('chen');
    const scene = { is: 'sign' as const, window: 'w1', width: 192, height: 32 };
    const dots = { name: '1号窗口点阵屏', scene, diagonal: 20, distance: 6 };
    const { id } = must(records, 'screen:add', dots, world);
    expect(records.get('screen', id)).toMatchObject({ pageless: true });
    const save = { id, ...dots, sound: false };
    const board = { ...save, scene: { is: 'board' as const } };
    expect(mustRefuse(records, 'screen:save', board, world).refused).toBe('scene.no-dots');
    must(records, 'screen:save', { ...save, scene: { ...scene, window: 'w2' } }, world);
    expect(records.get('screen', id)).toMatchObject({ pageless: true, scene: { window: 'w2' } });
  });

  it('[R9] a revoked screen is gone', () => {
    const records = smallHall();
    const world = testWorld().as('chen');
    const { id } = must(records, 'screen:pair', { ...tv, tokenHash }, world);
    must(records, 'screen:revoke', { id }, world);
    expect(records.count('screen')).toBe(0);
    expect(mustRefuse(records, 'screen:revoke', { id }, world).refused).toBe('record.missing');
  });

  it('[S4] codes use all their 40 bits: alike ids give codes that have nothing in common', () => {
    const codes = new Set<string>();
    for (let i = 0; i < 20_000; i++) codes.add(makeCode(`a${i}`));
    expect(codes.size).toBe(20_000);
    for (let place = 0; place < 8; place++)
      expect(new Set([...codes].map((code) => code[place])).size).toBe(32);
    expect(readCode(' abcd-2345 ')).toBe('ABCD2345');
  });
});
