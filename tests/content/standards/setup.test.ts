import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { PlaceKind } from '../../../content/model/hall.ts';
import type { Standard } from '../../../content/model/standard.ts';
import { departures } from '../../../content/premises/departures.ts';
import { levelsAt } from '../../../content/publishing/review.ts';
import { RecordMap } from '../../../content/records.ts';
import { loadStandards } from '../../../server/standards.ts';
import { MORNING, must, mustRefuse, testWorld } from '../../support/world.ts';

const standards = await loadStandards(fileURLToPath(new URL('../../../content/standards', import.meta.url)));
const kinds = [...standards.values()].flatMap(({ id, names }) =>
  names.filter(({ force }) => force !== 'advice').map(({ placeKind }) => [id, placeKind] as const),
);
const endings: Record<PlaceKind, string> = {
  town: '白石镇',
  'merged-town': '白石镇',
  village: '白石镇',
  street: '白石街道',
  'merged-street': '白石街道',
  community: '白石街道',
};

/** A hall as set-up makes it, all by its standard, which a test may have changed first. */
function setUp(standard: Standard, placeKind: PlaceKind) {
  const world = testWorld();
  world.standards.set(standard.id, standard);
  const records = new RecordMap();
  const village = placeKind === 'community' ? '柳湾社区' : '柳湾村';
  const pattern = standard.names.find((one) => one.placeKind === placeKind)?.pattern ?? '';
  const all = { county: '青溪县', town: endings[placeKind], former: '河口镇', village };
  const place = Object.fromEntries(Object.entries(all).filter(([part]) => pattern.includes(`{${part}}`)));
  const { weekdays, spans } = standard.hours[0]!;
  const input = {
    standard: standard.id,
    placeKind,
    place:
      placeKind.startsWith('merged') && place['former'] ? { ...place, former: formerOf(placeKind) } : place,
    hours: { weekdays, spans },
    complaint: '023-79200001',
    consult: '023-79200000',
    admin: { name: 'chen', displayName: '陈主任', password: 'scrypt$1$1$1$a$b' },
  };
  must(records, 'hall:setup', input, world);
  return { records, world };
}

const formerOf = (kind: PlaceKind): string => (kind === 'merged-street' ? '河口街道' : '河口镇');

describe('every required record of every standard', () => {
  test.each(kinds)('[Y12] %s, %s: a new hall has them all', (id, placeKind) => {
    const { records } = setUp(standards.get(id)!, placeKind);
    const lacking = departures(records, standards.get(id)!).filter(({ is }) => is === 'missing');
    expect(lacking.filter(({ part }) => part !== 'contacts')).toEqual([]);
  });

  test('[Y12] one that is taken away is told as missing', () => {
    const standard = standards.get('qianjiang')!;
    const { records } = setUp(standard, 'town');
    for (const kind of ['window', 'service', 'pledge', 'rule'] as const) {
      const [first] = [...records.all(kind)];
      records.apply([{ kind, id: first!.id, rev: first!.rev + 1, body: null }]);
    }
    const parts = departures(records, standard).filter(({ is }) => is === 'missing');
    expect(new Set(parts.map(({ part }) => part))).toEqual(
      new Set(['windows', 'services', 'pledges', 'rules', 'contacts']),
    );
  });
});

describe('reviews that a standard asks for', () => {
  const asking = (force: 'must' | 'should'): Standard => {
    const standard = standards.get('qianjiang')!;
    const [entry] = standard.reviews;
    return { ...standard, reviews: [{ ...entry!, levels: 2, force }] };
  };

  test('[D15] what is a must holds from set-up on, and the hall sets no fewer', () => {
    const { records, world } = setUp(asking('must'), 'town');
    expect(levelsAt(records, MORNING)).toBe(2);
    expect(mustRefuse(records, 'review:settings', { levels: 1 }, world)).toEqual({
      refused: 'review.standard-asks',
      params: { levels: 2 },
    });
    must(records, 'review:settings', { levels: 3 }, world);
    expect(levelsAt(records, MORNING)).toBe(3);
  });

  test('[D15] what it only should have is for the hall to decide, and told as missing', () => {
    const standard = asking('should');
    const { records, world } = setUp(standard, 'town');
    expect(levelsAt(records, MORNING)).toBe(0);
    must(records, 'review:settings', { levels: 1 }, world);
    expect(departures(records, standard).filter(({ part }) => part === 'reviews')).toEqual([
      { part: 'reviews', key: 'levels', is: 'changed', name: '发布前审核', wanted: '2', found: '1' },
    ]);
    must(records, 'review:settings', { levels: 2 }, world);
    expect(departures(records, standard).filter(({ part }) => part === 'reviews')).toEqual([]);
  });
});
