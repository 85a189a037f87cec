import { describe, expect, it } from 'vitest';
import { divide, draftOf, groupsOfDraft, numbersOf, put } from '../../control/groups.ts';
import { groupsOf } from '../../content/views/groups.ts';
import type { Kept } from '../../content/model/record.ts';
import { smallHall } from '../support/hall.ts';
import { testWorld } from '../support/world.ts';

const windows = [...smallHall().all('window')];
const idsOf = (drafts: { windows: Kept<'window'>[] }[]) =>
  drafts.map((one) => one.windows.map(({ id }) => id));

describe('the form of a board’s groups', () => {
  it('divides windows into neighbours, about equally many, and none is left out', () => {
    expect(idsOf(divide(windows, 2))).toEqual([
      ['w1', 'w2'],
      ['w3', 'w4'],
    ]);
    for (const count of [2, 4])
      for (let many = count; many <= 60; many++) {
        const all = Array.from({ length: many }, (_, at): Kept<'window'> => {
          const one = windows[0]!;
          return { ...one, id: `w${at}`, body: { ...one.body, number: at + 1 } };
        });
        const groups = idsOf(divide(all, count));
        expect(groups.flat()).toEqual(all.map(({ id }) => id));
        const sizes = groups.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }
  });

  it('[S1] whatever is chosen, a window is in one group, and the board shows it there', () => {
    const { random } = testWorld(7);
    let drafts = divide(windows, 4);
    for (let i = 0; i < 200; i++) {
      const window = windows[Math.floor(random() * windows.length)]!;
      const place = Math.floor(random() * 4);
      drafts = put(drafts, window, place);
      expect(idsOf(drafts).flat().sort()).toEqual(['w1', 'w2', 'w3', 'w4']);
      const groups = groupsOfDraft(drafts);
      const shown = groupsOf({ is: 'board', ...(groups ? { groups } : {}) });
      expect(shown.findIndex(({ holds }) => holds(window.id))).toBe(place);
    }
  });

  it('[S1] opens with what the board shows today: new windows in the first group, removed ones gone', () => {
    const drafts = draftOf([{ title: '东侧', windows: ['w2', 'gone'] }, { windows: ['w3'] }], windows);
    expect(idsOf(drafts)).toEqual([['w1', 'w2', 'w4'], ['w3']]);
    expect(drafts.map(numbersOf)).toEqual(['1、2、4', '3']);
    expect(groupsOfDraft(drafts)).toEqual([
      { title: '东侧', windows: ['w1', 'w2', 'w4'] },
      { windows: ['w3'] },
    ]);
  });

  it('one group needs no division, and a title of blanks is none', () => {
    expect(groupsOfDraft(divide(windows, 1))).toBeNull();
    const [first, second] = divide(windows, 2);
    expect(groupsOfDraft([{ ...first!, title: '  ' }, second!])?.[0]).not.toHaveProperty('title');
  });
});
