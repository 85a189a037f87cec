import { describe, expect, test } from 'vitest';
import { CALL_FRESH_MS } from '../../content/protocol.ts';
import type { BoardCall } from '../../content/views/board.ts';
import { TURN_MS, Turns } from '../../display/turns.ts';

const NOW = 1_000_000_000;

function call(number: string, at: number, id = `${number}@${at}`): BoardCall {
  return { id, ticket: number, number, service: '社会保障', windowNumber: 3, at, count: 1, state: 'called' };
}

describe('whose turn it is on the board', () => {
  test('a call is announced once, however often the records come', () => {
    const turns = new Turns();
    const calls = [call('A012', NOW)];
    turns.learn(calls, NOW);
    expect(turns.step(0)).toMatchObject({ sounds: true, until: null, turn: { how: 'announced' } });
    turns.learn(calls, NOW + 100);
    expect(turns.step(100)).toMatchObject({ sounds: false, turn: { call: { number: 'A012' } } });
  });

  test('calls of one patch are shown one after another, in the order of calling, and none is lost', () => {
    const turns = new Turns();
    turns.learn([call('C003', NOW + 2), call('A012', NOW), call('B007', NOW + 1)], NOW + 5);
    const shown: string[] = [];
    let steady = 10_000;
    for (let until: number | null = steady; until !== null;) {
      const step = turns.step(until);
      expect(step.sounds).toBe(true);
      shown.push(step.turn?.call.number ?? '');
      if (step.until !== null) expect(step.until - steady).toBe(TURN_MS);
      until = step.until;
      steady = until ?? steady;
    }
    expect(shown).toEqual(['A012', 'B007', 'C003']);
  });

  test('a call that waits for its turn does not grow stale in the queue', () => {
    const turns = new Turns();
    const many = Array.from({ length: 14 }, (_, i) => call(`A${100 + i}`, NOW + i));
    turns.learn(many, NOW + 20);
    let sounded = 0;
    for (let i = 0; i < many.length; i++) if (turns.step(i * TURN_MS).sounds) sounded++;
    expect(sounded).toBe(many.length);
  });

  test('a visitor who is served, or was passed, before the turn comes is not called any more', () => {
    const turns = new Turns();
    const [first, second, third] = [call('A012', NOW), call('B007', NOW + 1), call('C003', NOW + 2)];
    turns.learn([first, second, third], NOW + 2);
    turns.step(0);
    turns.learn([first, { ...second, state: 'finished' }, third], NOW + 1_000);
    expect(turns.step(TURN_MS).turn?.call.number).toBe('C003');
    turns.learn([{ ...call('D001', NOW + 5_000), state: 'passed' }], NOW + 5_000);
    expect(turns.step(2 * TURN_MS).sounds).toBe(false);
  });

  test('the next call takes the place no sooner than three seconds after the one before', () => {
    const turns = new Turns();
    turns.learn([call('A012', NOW)], NOW);
    turns.step(0);
    turns.learn([call('A012', NOW), call('B007', NOW + 500)], NOW + 500);
    expect(turns.step(500)).toMatchObject({
      sounds: false,
      until: TURN_MS,
      turn: { call: { number: 'A012' } },
    });
    expect(turns.step(TURN_MS)).toMatchObject({ sounds: true, turn: { call: { number: 'B007' } } });
  });

  test('a recall is a new announcement', () => {
    const turns = new Turns();
    turns.learn([call('A012', NOW, 'first')], NOW);
    turns.step(0);
    turns.learn([{ ...call('A012', NOW + 10_000, 'second'), count: 2 }], NOW + 10_000);
    expect(turns.step(10_000)).toMatchObject({ sounds: true, turn: { call: { id: 'second' } } });
  });

  test('a call older than the limit is shown as late and makes no sound', () => {
    const turns = new Turns();
    turns.learn([call('A011', NOW - 90_000), call('A012', NOW - CALL_FRESH_MS - 1)], NOW);
    expect(turns.step(0)).toMatchObject({ sounds: false, turn: { how: 'late', call: { number: 'A012' } } });
  });

  test('after a reload what was announced is shown again without sound', () => {
    const before = new Turns();
    before.learn([call('A012', NOW)], NOW);
    before.step(0);
    const after = new Turns(before.announced);
    after.learn([call('A012', NOW)], NOW + 2_000);
    expect(after.step(0)).toMatchObject({ sounds: false, turn: { how: 'known', call: { number: 'A012' } } });
  });

  test('a reload between learning and showing does not swallow the call', () => {
    const before = new Turns();
    before.learn([call('A012', NOW), call('B007', NOW + 1)], NOW + 1);
    before.step(0);
    const after = new Turns(before.announced);
    after.learn([call('A012', NOW), call('B007', NOW + 1)], NOW + 1_000);
    expect(after.step(0)).toMatchObject({ sounds: true, turn: { call: { number: 'B007' } } });
  });

  test('[V15] the call that is being spoken is on the glass again, unless another one waits for its turn', () => {
    const turns = new Turns();
    const [first, second, third] = [call('A012', NOW), call('B007', NOW + 1), call('C003', NOW + 2)];
    turns.learn([first, second, third], NOW + 5);
    turns.step(0);
    expect(turns.follow(first.id)).toMatchObject({ how: 'announced', call: first });
    turns.step(TURN_MS);
    expect(turns.follow(first.id)?.call).toBe(second);
    turns.step(2 * TURN_MS);
    expect(turns.follow(first.id)).toMatchObject({ how: 'known', call: first, told: third.at });
    expect(turns.follow(second.id)).toMatchObject({ call: second, told: third.at });
    expect(turns.step(3 * TURN_MS)).toMatchObject({ sounds: false, until: null, turn: { call: second } });
    expect(turns.follow('nobody')?.call).toBe(second);
    turns.learn([first, { ...second, state: 'finished' }, third], NOW + 10_000);
    expect(turns.follow(third.id)?.call.number).toBe('C003');
    expect(turns.follow(second.id)?.call.number).toBe('C003');
  });

  test('the memory of announcements has a bound', () => {
    const turns = new Turns();
    for (let i = 0; i < 3_000; i++) {
      turns.learn([call(`A${i}`, NOW + i)], NOW + i);
      turns.step(i * TURN_MS);
    }
    expect(turns.announced).toHaveLength(2_000);
    expect(turns.announced.at(-1)).toBe(`A2999@${NOW + 2_999}`);
  });
});
