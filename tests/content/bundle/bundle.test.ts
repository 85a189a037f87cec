import { describe, expect, test } from 'vitest';
import { carryHall, compareBundle } from '../../../content/bundle/bundle.ts';
import type { Carried } from '../../../content/model/bundle.ts';
import { Bodies } from '../../../content/model/record.ts';
import type { Kind } from '../../../content/model/record.ts';
import { carriedKinds } from '../../../content/bundle/carriers.ts';
import { RecordMap } from '../../../content/records.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';
import { setUpHall } from './hall.ts';

/** Records that no other hub may have, each with the reason why. */
const staying: Partial<Record<Kind, string>> = {
  ticket: 'visitors',
  series: 'numbers of today',
  pace: 'this hall alone',
  appointment: 'visitors',
  screen: 'devices',
  sheet: 'paper on this wall',
  draft: 'not public yet',
  printer: 'devices',
  account: 'people',
  session: 'secrets',
  key: 'secrets',
  webhook: 'secrets',
  deadletter: 'secrets',
  rating: 'visitors',
  case: 'visitors',
  upload: 'made anew from its file',
  scan: 'read anew from its file',
};

const everything = (hall: RecordMap) => carryHall(hall);
const keys = (carried: readonly Carried[]) => carried.map(({ kind, id }) => `${kind}/${id}`);

describe('[C1] what travels', () => {
  test('is content, and nothing that has a reason to stay', () => {
    for (const kind of carriedKinds) expect(staying[kind]).toBeUndefined();
    expect(Object.keys(Bodies)).toEqual(expect.arrayContaining([...carriedKinds, ...Object.keys(staying)]));
  });

  test('[C2] [C3] [C4] holds no person, ticket, clerk or key', () => {
    const { records } = setUpHall('青溪');
    const text = JSON.stringify(everything(records));
    for (const secret of ['陈静', 'entryKey', 'scrypt', '"open"', '"undo"', 'admin'])
      expect(text).not.toContain(secret);
    expect(text).toContain('接待制度');
  });
});

describe('another hub', () => {
  test('[C5] [C6] takes all of it over in one commit, and then has the same', () => {
    const one = setUpHall('青溪');
    const other = setUpHall('白石', 7, []);
    const carried = everything(one.records);
    const before = compareBundle(other.records, carried, other.world.now);
    expect(
      before.filter(({ kind }) => kind === 'rule').map(({ title, state }) => `${title} ${state}`),
    ).toContain('接待制度 new');
    must(other.records, 'bundle:adopt', { records: carried, take: keys(carried) }, other.world);
    expect(
      compareBundle(other.records, carried, other.world.now).every(({ state }) => state === 'same'),
    ).toBe(true);
    const [rule] = [...other.records.all('rule')].filter(({ body }) => body.title === '接待制度');
    expect(rule?.body.adoptedBy.name).not.toBe('—');
    expect(
      mustRefuse(other.records, 'bundle:adopt', { records: carried, take: keys(carried) }, other.world),
    ).toEqual({
      refused: 'bundle.same',
    });
  });

  test('[C5] references follow to what is known here by the same name', () => {
    const one = setUpHall('青溪');
    const other = setUpHall('白石', 7);
    const carried = everything(one.records);
    must(other.records, 'bundle:adopt', { records: carried, take: keys(carried) }, other.world);
    const services = new Set([...other.records.all('service')].map(({ id }) => id));
    const windows = [...other.records.all('window')];
    expect(windows.length).toBe([...one.records.all('window')].length);
    expect(windows.flatMap(({ body }) => body.services).every((id) => services.has(id))).toBe(true);
    expect(services.size).toBe([...one.records.all('service')].length);
  });

  test('[C3] a window at work goes on', () => {
    const one = setUpHall('青溪');
    const other = setUpHall('白石', 7);
    const [window] = [...other.records.all('window')];
    if (!window) throw new Error('no window');
    const state = { is: 'open' as const, clerk: { id: 'lin', name: '林浩' }, since: 1 };
    other.records.apply([
      { kind: 'window', id: window.id, rev: 9, body: { ...window.body, name: '旧名', state } },
    ]);
    const carried = everything(one.records);
    must(other.records, 'bundle:adopt', { records: carried, take: keys(carried) }, other.world);
    expect(other.records.get('window', window.id)?.state).toEqual(state);
    expect(other.records.get('window', window.id)?.name).not.toBe('旧名');
  });

  test('[C6] what was not chosen stays, and a window loses services that are nowhere', () => {
    const one = setUpHall('青溪');
    const other = new RecordMap(
      [...setUpHall('白石', 7).records.everything()].filter(({ kind }) => kind !== 'service'),
    );
    const carried = everything(one.records);
    const take = keys(carried).filter((key) => key.startsWith('window/'));
    must(other, 'bundle:adopt', { records: carried, take }, testWorld());
    expect(other.count('service')).toBe(0);
    expect([...other.all('window')].every(({ body }) => body.services.length === 0)).toBe(true);
  });

  test('[C6] two services of one letter, or an unknown standard: nothing is taken', () => {
    const { records, world } = setUpHall('青溪');
    const service = [...records.all('service')][0];
    const hall = [...records.all('hall')][0];
    if (!service || !hall) throw new Error('no hall');
    const clash: Carried = {
      kind: 'service',
      id: 'another-service',
      body: { ...service.body, name: '另一项' },
    };
    expect(
      mustRefuse(records, 'bundle:adopt', { records: [clash], take: keys([clash]) }, world),
    ).toMatchObject({
      refused: 'bundle.prefix',
    });
    const strange: Carried = { kind: 'hall', id: hall.id, body: { ...hall.body, standard: 'nowhere' } };
    expect(
      mustRefuse(records, 'bundle:adopt', { records: [strange], take: keys([strange]) }, world),
    ).toMatchObject({
      refused: 'bundle.standard',
    });
    expect(
      mustRefuse(new RecordMap(), 'bundle:adopt', { records: [clash], take: keys([clash]) }, world),
    ).toEqual({
      refused: 'setup.missing',
    });
  });
});
