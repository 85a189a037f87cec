import { describe, expect, it } from 'vitest';
import { callsAt } from '../../../content/views/board.ts';
import { groupsOf, wordNumbers } from '../../../content/views/groups.ts';
import type { BoardScene } from '../../../content/views/groups.ts';
import type { BoardGroup } from '../../../content/model/screen.ts';
import { callsByGroup, callsOf, shownCall } from '../../../display/calls.ts';
import { Announced, Turns, TURN_MS } from '../../../display/turns.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';

const windows = ['w1', 'w2', 'w3'];
const clerks = { w1: 'li', w2: 'wang', w3: 'zhao' } as const;

/** Some division of some of the windows into groups, at times with a window twice or one that is gone. */
function anyScene(random: () => number): BoardScene {
  const some = (): BoardGroup => ({ windows: [...windows, 'gone'].filter(() => random() < 0.4) });
  const kind = Math.floor(random() * 3);
  if (kind === 0) return { is: 'board' };
  return { is: 'board', groups: kind === 1 ? [some(), some()] : [some(), some(), some(), some()] };
}

describe('the groups of a board (board.md)', () => {
  it('[S1] every call stands in exactly one group: the first that holds its window, else the first of all', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = testWorld(seed).random;
      const scene = anyScene(random);
      const groups = groupsOf(scene);
      for (const window of windows) {
        const holding = groups.flatMap(({ holds }, place) => (holds(window) ? [place] : []));
        const named = scene.groups?.findIndex((group: BoardGroup) => group.windows.includes(window)) ?? 0;
        expect(holding, `seed ${seed}, ${window}`).toEqual([Math.max(0, named)]);
      }
    }
  });

  it('[S1] [S3] in any division each call is announced once, in its own group, and none is skipped', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const records = smallHall();
      const world = testWorld(seed);
      const { random } = testWorld(seed);
      for (const window of windows)
        must(records, 'window:take', { window }, world.as(clerks[window as 'w1']));
      for (let i = 0; i < 12; i++)
        must(
          records,
          'ticket:issue',
          { service: random() < 0.5 ? 'social' : 'civil', kind: 'normal' },
          world,
        );
      let scene = anyScene(random);
      const announced = new Announced();
      let turns = groupsOf(scene).map(() => new Turns(announced));
      const told: { id: string; group: number }[] = [];
      const made = new Map<string, string>();
      let steady = 0;
      const step = () => {
        callsByGroup(records, scene).forEach((calls, place) => turns[place]?.learn(calls, world.now));
        turns.forEach((one, group) => {
          const { sounds, turn } = one.step(steady);
          if (sounds && turn) told.push({ id: turn.call.id, group });
        });
      };
      for (let i = 0; i < 30; i++) {
        const window = windows[Math.floor(random() * 3)] as 'w1';
        world.as(clerks[window]).wait(200);
        const at = records.get('window', window)?.ticket ?? null;
        const call = at === null ? null : (records.get('ticket', at)?.call ?? null);
        const { services = [] } = records.get('window', window) ?? {};
        const waits = [...records.all('ticket')].some(
          ({ body }) => body.state.is === 'waiting' && services.includes(body.service),
        );
        // Whoever is done before the turn comes is called no more: not what this is about.
        if (call && told.some(({ id }) => id === call.id)) must(records, 'ticket:finish', { window }, world);
        else if (!call && waits) must(records, 'ticket:next', { window }, world);
        for (const { id, body } of records.all('ticket'))
          if (body.call) made.set(body.call.id, `${id} ${body.call.window}`);
        if (random() < 0.1) {
          // The announcer begins anew with each division.
          scene = anyScene(random);
          turns = groupsOf(scene).map(() => new Turns(announced));
        }
        steady += 500;
        step();
      }
      for (let i = 0; i < 20; i++) {
        steady += TURN_MS;
        step();
      }
      const ids = told.map(({ id }) => id);
      expect(new Set(ids).size, `seed ${seed}: none twice`).toBe(ids.length);
      expect([...ids].sort(), `seed ${seed}: none skipped`).toEqual([...made.keys()].sort());
      groupsOf(scene).forEach(({ holds }, place) => {
        const calls = callsAt(records, world.now, holds);
        const shown = shownCall(calls, turns[place]?.step(steady).turn ?? null);
        const all = [...callsOf(records, holds)].sort((one, other) => other.at - one.at);
        expect(shown?.call.id, `seed ${seed}: the newest stands big`).toBe(all[0]?.id);
        for (const call of [calls.current, ...calls.last])
          if (call) expect(holds(records.get('ticket', call.ticket)?.call?.window ?? '')).toBe(true);
      });
    }
  });

  it('[S2] a window in two groups, a group without windows and a window that is gone are refused', () => {
    const records = smallHall();
    const world = testWorld().as('chen');
    const given = (...groups: string[][]) => ({
      ...{ name: '大厅屏', diagonal: 43, distance: 6, sound: true, tokenHash: 'ab'.repeat(32) },
      scene: {
        is: 'board' as const,
        groups: groups.map((windows) => ({ windows })) as [BoardGroup, BoardGroup],
      },
    });
    expect(mustRefuse(records, 'screen:pair', given(['w1', 'w2'], ['w2']), world)).toEqual({
      refused: 'scene.window-twice',
      params: { number: 2 },
    });
    expect(mustRefuse(records, 'screen:pair', given(['w1'], []), world).refused).toBe('scene.group-empty');
    expect(mustRefuse(records, 'screen:pair', given(['w1'], ['none']), world).refused).toBe('window.missing');
    const { id } = must(records, 'screen:pair', given(['w1'], ['w2', 'w3']), world);
    expect(records.get('screen', id)?.scene).toMatchObject({ groups: [{ windows: ['w1'] }, {}] });
  });

  it('[S4] numbers of windows are told in runs', () => {
    expect(wordNumbers([1, 2, 3, 5])).toBe('1–3、5');
    expect(wordNumbers([1, 2])).toBe('1、2');
    expect(wordNumbers([4])).toBe('4');
    expect(wordNumbers([1, 3, 4, 5, 6, 9, 10])).toBe('1、3–6、9、10');
    expect(wordNumbers([])).toBe('');
  });
});
