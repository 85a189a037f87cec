import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { composeName, partsOf, tidyPlace, wordPart } from '../../content/naming.ts';
import type { Place, PlaceKind } from '../../content/model/hall.ts';
import { wordRefusal } from '../../content/refusals.ts';
import { isRefusal } from '../../content/rule.ts';
import { loadStandards } from '../../server/standards.ts';

const standards = await loadStandards(fileURLToPath(new URL('../../content/standards', import.meta.url)));
const compose = (id: string, placeKind: PlaceKind, place: Place) =>
  composeName(standards.get(id)!, placeKind, place);

describe('names of halls', () => {
  test.each<[string, PlaceKind, Place, string]>([
    ['qianjiang', 'town', { town: '白石镇' }, '白石镇公共服务中心'],
    ['qianjiang', 'town', { county: '青溪区', town: '水口乡' }, '水口乡公共服务中心'],
    ['qianjiang', 'street', { town: '城东街道' }, '城东街道公共服务中心'],
    ['qianjiang', 'village', { village: '柳湾村' }, '柳湾村便民服务中心'],
    ['qianjiang', 'community', { village: '新桥社区' }, '新桥社区便民服务中心'],
    ['sichuan', 'town', { town: '白石镇' }, '白石镇人民政府便民服务中心'],
    ['sichuan', 'merged-town', { town: '白石镇', former: '柳林' }, '白石镇人民政府柳林便民服务站'],
    ['sichuan', 'village', { village: '柳湾村' }, '柳湾村便民服务室'],
    ['sichuan', 'street', { county: '青溪县', town: '城东街道' }, '青溪县人民政府城东街道便民服务中心'],
    [
      'sichuan',
      'merged-street',
      { county: '青溪市', town: '城东街道', former: '河西' },
      '青溪市人民政府城东街道河西便民服务站',
    ],
    ['sichuan', 'community', { village: '新桥社区' }, '新桥社区便民服务室'],
  ])('[N1] %s %s', (id, placeKind, place, name) => {
    expect(compose(id, placeKind, place)).toEqual({ name });
  });

  test('[N1] a kind of place that the standard does not name is refused', () => {
    expect(compose('qianjiang', 'merged-town', { town: '白石镇', former: '柳林' })).toEqual({
      refused: 'name.kind-unknown',
    });
  });

  test('[N2] a missing part is refused by its word', () => {
    expect(compose('sichuan', 'merged-town', { town: '白石镇' })).toEqual({
      refused: 'name.part-missing',
      params: { part: '原乡镇名' },
    });
    expect(compose('sichuan', 'street', { town: '城东街道' })).toEqual({
      refused: 'name.part-missing',
      params: { part: '县（市、区）名' },
    });
    expect(compose('qianjiang', 'town', { town: ' 镇 ' })).toMatchObject({ refused: 'name.part-missing' });
  });

  test('[N3] a part ends as its kind of place asks', () => {
    const wrong = compose('qianjiang', 'town', { town: '城东街道' });
    if (!isRefusal(wrong)) throw new Error('not refused');
    expect(wordRefusal(wrong.refused, wrong.params)).toBe('乡镇名应以“乡”或“镇”结尾。');
    expect(compose('qianjiang', 'street', { town: '白石镇' })).toEqual({
      refused: 'name.part-wrong',
      params: { part: '街道名', endings: '街道' },
    });
    expect(compose('sichuan', 'village', { village: '新桥社区' })).toMatchObject({
      refused: 'name.part-wrong',
    });
  });

  test('[N4] blanks from typing are left out, other parts do not show', () => {
    expect(compose('qianjiang', 'town', { county: '青溪县', town: ' 白石\u3000镇 ' })).toEqual({
      name: '白石镇公共服务中心',
    });
    expect(tidyPlace({ county: ' ', town: '白石 镇', village: '' })).toEqual({ town: '白石镇' });
  });

  test('[N5] a name that no door holds is refused', () => {
    const long = '长'.repeat(29);
    expect(
      compose('sichuan', 'merged-street', {
        county: `${long}县`,
        town: `${'长'.repeat(27)}街道`,
        former: long,
      }),
    ).toEqual({ refused: 'name.too-long', params: { limit: 60 } });
  });

  test('[N6] the parts of a pattern, in its order', () => {
    expect(partsOf('{county}人民政府{town}{former}便民服务站')).toEqual(['county', 'town', 'former']);
    expect(partsOf('{village}便民服务室')).toEqual(['village']);
    expect(wordPart('town', 'street')).toBe('街道名');
    expect(wordPart('village', 'community', 'en')).toBe('community');
  });
});
