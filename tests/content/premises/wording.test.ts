import { describe, expect, it } from 'vitest';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';

describe('the wording of a call (premises.md)', () => {
  it('[R11] it is kept with the hall, and an empty one takes the default back', () => {
    const records = smallHall();
    const world = testWorld().as('chen');
    const before = records.get('hall', 'hall');
    const { id } = must(
      records,
      'hall:wording',
      { wording: ' {number}号请到{window}号柜台 ', rev: 1 },
      world,
    );
    expect(records.get('hall', id)?.wording).toBe('{number}号请到{window}号柜台');
    expect(mustRefuse(records, 'hall:wording', { wording: '', rev: 1 }, world).refused).toBe(
      'record.changed',
    );
    must(records, 'hall:wording', { wording: ' ', rev: 2 }, world);
    expect(records.get('hall', id)).toEqual(before);
  });

  it.each(['请到窗口', '请{number}号办理', '{number}{number}{window}', '{number}到{window}找{name}'])(
    '[R11] refused without both places, or with others: %s',
    (wording) => {
      const records = smallHall();
      expect(mustRefuse(records, 'hall:wording', { wording }, testWorld().as('chen')).refused).toBe(
        'wording.places',
      );
    },
  );
});
