import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { RecordMap } from '../../../content/records.ts';
import { LOOK, lookOf, postOnScreens } from '../../../content/premises/look.ts';
import { loadStandards } from '../../../server/standards.ts';
import { must, run, testWorld } from '../../support/world.ts';

const standards = await loadStandards(fileURLToPath(new URL('../../../content/standards', import.meta.url)));

describe('what screens take from the standard', () => {
  test('[R26] its accent and the faces of name and slogan, as the hall changed them, and nothing twice', () => {
    const world = testWorld();
    for (const [id, one] of standards) world.standards.set(id, one);
    const records = new RecordMap();
    run(records, 'look:keep', {}, world);
    expect(records.get('look', LOOK)).toBeUndefined();
    must(
      records,
      'hall:setup',
      {
        standard: 'qianjiang',
        placeKind: 'town',
        place: { county: '青溪区', town: '白石镇' },
        hours: { weekdays: [1, 2, 3, 4, 5], spans: [{ from: '09:00', to: '17:00' }] },
        complaint: '023-79200001',
        admin: { name: 'chen', displayName: '陈主任', password: 'scrypt$1$1$1$a$b' },
      },
      world,
    );
    must(records, 'look:keep', {}, world);
    expect(records.get('look', LOOK)).toMatchObject({
      accent: '#0f4c9c',
      slogan: {
        families: ['方正大黑简体', 'FZDaHei-B02S', 'FZDaHei-B02', 'Noto Sans SC'],
        colour: '#0f4c9c',
      },
    });
    expect(run(records, 'look:keep', {}, world)).toMatchObject({ changes: [] });
  });

  test('[R26] [Y14] and its word for the posts where it is not ours', () => {
    const screens = (name: string) =>
      new RecordMap([{ kind: 'look', id: LOOK, rev: 1, body: lookOf(standards.get(name)!) }]);
    expect(standards.get('qianjiang')?.words.find(({ key }) => key === 'ab-post')?.word).toBe('AB角');
    expect(postOnScreens(screens('qianjiang'))).toBe('角');
    // Where it is ours, what halls have kept so far stays as it is.
    expect(standards.get('sichuan')?.words.find(({ key }) => key === 'ab-post')?.word).toBe('AB岗');
    expect(lookOf(standards.get('sichuan')!)).not.toHaveProperty('post');
    expect(postOnScreens(screens('sichuan'))).toBe('岗');
    expect(postOnScreens(new RecordMap())).toBe('岗');
  });

  test('[R26] every standard gives faces that end in one that ships', () => {
    for (const standard of standards.values()) {
      const { name, slogan } = lookOf(standard);
      expect(['Noto Sans SC', 'Noto Serif SC']).toContain(name.families.at(-1));
      expect(['Noto Sans SC', 'Noto Serif SC']).toContain(slogan.families.at(-1));
    }
  });
});
