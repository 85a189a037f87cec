import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { RecordMap } from '../../../content/records.ts';
import { departures } from '../../../content/premises/departures.ts';
import { ownOf, standardOf } from '../../../content/premises/standard.ts';
import { loadStandards } from '../../../server/standards.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';

const standards = await loadStandards(fileURLToPath(new URL('../../../content/standards', import.meta.url)));

function hall(standard = 'qianjiang') {
  const world = testWorld();
  for (const [id, one] of standards) world.standards.set(id, one);
  const records = new RecordMap();
  must(
    records,
    'hall:setup',
    {
      standard,
      placeKind: 'town',
      place: { county: '青溪区', town: '白石镇' },
      hours: { weekdays: [1, 2, 3, 4, 5], spans: [{ from: '09:00', to: '17:00' }] },
      complaint: '023-79200001',
      admin: { name: 'chen', displayName: '陈主任', password: 'scrypt$1$1$1$a$b' },
    },
    world,
  );
  return { records, world: world.as('chen', '陈主任') };
}

describe("a hall's own standard", () => {
  test('[Y8] what is open is changed, with who, when and why, and read so by everybody', () => {
    const { records, world } = hall();
    const change = {
      part: 'banned' as const,
      key: '酌情',
      set: { level: 'block' },
      reason: '县里要求',
    };
    must(records, 'standard:override', change, world);
    expect(ownOf(records)).toMatchObject([
      { part: 'banned', key: '酌情', is: 'changed', reason: '县里要求', at: world.now, by: { id: 'chen' } },
    ]);
    const now = standardOf(records, world);
    expect(now?.banned.find(({ word }) => word === '酌情')).toMatchObject({
      level: 'block',
      instead: '写明标准',
      of: 'hall',
    });
  });

  test('[Y8] what is locked is refused, and by whom is said', () => {
    const { records, world } = hall();
    expect(
      mustRefuse(
        records,
        'standard:override',
        { part: 'deadlines', key: 'complaint', set: { limit: 7 } },
        world,
      ),
    ).toEqual({ refused: 'standard.locked', params: { by: '重庆市黔江区' } });
    expect(
      mustRefuse(records, 'standard:override', { part: 'facilities', key: 'low-counter', set: null }, world),
    ).toEqual({ refused: 'standard.locked', params: { by: '全国通用' } });
    expect(ownOf(records)).toEqual([]);
  });

  test('[Y8] what is not there, and hours that run backwards', () => {
    const { records, world } = hall();
    expect(
      mustRefuse(records, 'standard:override', { part: 'words', key: 'nothing', set: { word: '词' } }, world),
    ).toEqual({ refused: 'standard.no-entry' });
    expect(
      mustRefuse(
        records,
        'standard:override',
        { part: 'hours', key: 'weekly', set: { spans: [{ from: '12:00', to: '09:00' }] } },
        world,
      ),
    ).toMatchObject({ refused: 'hours.wrong' });
  });

  test('[Y6] a change on a change keeps both, and the base goes on beneath', () => {
    const { records, world } = hall();
    must(records, 'standard:override', { part: 'banned', key: '酌情', set: { level: 'block' } }, world);
    must(records, 'standard:override', { part: 'banned', key: '酌情', set: { instead: '写明几条' } }, world);
    expect(ownOf(records)).toMatchObject([{ set: { level: 'block', instead: '写明几条' } }]);
    const base = world.standards.get('qianjiang');
    if (!base) throw new Error('no standard');
    const banned = base.banned.map((one) => (one.word === '酌情' ? { ...one, source: '新版' } : one));
    world.standards.set('qianjiang', { ...base, banned });
    expect(standardOf(records, world)?.banned.find(({ word }) => word === '酌情')).toMatchObject({
      source: '新版',
      instead: '写明几条',
    });
  });

  test('[Y9] an entry of its own is ours; one that exists is not added again', () => {
    const { records, world } = hall();
    const entry = { word: '等等', level: 'warn' };
    must(records, 'standard:add', { part: 'banned', entry }, world);
    expect(standardOf(records, world)?.banned.at(-1)).toMatchObject({ ...entry, force: 'ours', of: 'hall' });
    expect(mustRefuse(records, 'standard:add', { part: 'banned', entry }, world)).toEqual({
      refused: 'standard.entry-taken',
    });
    expect(
      mustRefuse(records, 'standard:add', { part: 'banned', entry: { word: '酌情', level: 'warn' } }, world),
    ).toEqual({ refused: 'standard.entry-taken' });
    must(records, 'standard:override', { part: 'banned', key: '等等', set: null }, world);
    expect(ownOf(records)).toEqual([]);
  });

  test('[Y10] switched off and taken back; twice is nothing', () => {
    const { records, world } = hall();
    must(records, 'standard:override', { part: 'banned', key: '酌情', set: null }, world);
    expect(standardOf(records, world)?.banned.some(({ word }) => word === '酌情')).toBe(false);
    must(records, 'standard:restore', { part: 'banned', key: '酌情' }, world);
    expect(standardOf(records, world)).toBe(world.standards.get('qianjiang'));
    const rev = records.rev('hallstandard', 'hall');
    must(records, 'standard:restore', { part: 'banned', key: '酌情' }, world);
    expect(records.rev('hallstandard', 'hall')).toBe(rev);
  });

  test('[Y6] a rule reads the standard as the hall changed it', () => {
    const { records, world } = hall('henan');
    const name = records.get('hall', 'hall');
    must(
      records,
      'standard:override',
      { part: 'names', key: 'town', set: { pattern: '{town}为民服务中心' } },
      world,
    );
    must(
      records,
      'hall:update',
      { placeKind: 'town', place: { town: '白石镇' }, hours: name?.hours ?? { weekdays: [1], spans: [] } },
      world,
    );
    expect(records.get('hall', 'hall')?.name).toBe('白石镇为民服务中心');
  });
});

describe('departures', () => {
  const told = ({ records, world }: ReturnType<typeof hall>) => {
    const standard = standardOf(records, world);
    if (!standard) throw new Error('no standard');
    return departures(records, standard).map(({ part, key, is }) => `${part}/${key} ${is}`);
  };

  test('[Y12] a hall as set up differs in its hours and in phones that were not given', () => {
    expect(told(hall())).toEqual([
      'hours/weekly changed',
      'contacts/consult missing',
      'contacts/complaints-office missing',
      'reviews/levels changed',
    ]);
  });

  test('[Y12] windows, pledges and rules that are missing, changed or over and above', () => {
    const made = hall();
    const { records, world } = made;
    const window = (number: number) => [...records.all('window')].find(({ body }) => body.number === number);
    const two = window(2);
    if (!two) throw new Error('no window');
    must(records, 'window:remove', { id: window(8)?.id ?? '' }, world);
    must(
      records,
      'window:save',
      { id: two.id, number: 2, name: '社保医保', business: two.body.business, services: two.body.services },
      world,
    );
    must(records, 'window:save', { number: 9, name: '特色', business: [], services: [] }, world);
    const rule = [...records.all('rule')].find(({ body }) => body.title === '文明用语规范');
    must(records, 'rule:remove', { id: rule?.id ?? '' }, world);
    expect(told(made)).toEqual(
      expect.arrayContaining([
        'windows/town.2 changed',
        'windows/town.8 missing',
        'windows/town.9 extra',
        'rules/speech missing',
      ]),
    );
  });

  test('[Y4] [Y12] advice is no departure', () => {
    const { records, world } = hall('yanjin');
    const standard = standardOf(records, world);
    if (!standard) throw new Error('no standard');
    expect(standard.rules.some(({ force }) => force === 'advice')).toBe(true);
    expect(departures(records, standard).filter(({ part }) => part === 'rules')).toEqual([]);
  });
});
